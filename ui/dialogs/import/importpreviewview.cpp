// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importpreviewview.h"

#include "ui/errortext.h"
#include "ui/widgets/reporttable.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>

namespace ui {

namespace {

QString reasonText(const workbench::RefusedLine &line)
{
    const auto *error = std::get_if<support::ErrorCode>(&line.cause);
    if (error)
        return textOf({*error, line.value, line.detail});
    const QString reason = refusalText(line.reason);
    return reason.contains(QLatin1String("%1")) ? reason.arg(qstring(line.value)) : reason;
}

QStringList refusalRow(const workbench::RefusedLine &line)
{
    const QString whole = line.valueOnly ? ImportPreviewView::tr("the value only") : ImportPreviewView::tr("the row");
    // Both in one cell: side by side one of them would be cut.
    const QString remedy = remedyText(line.reason);
    const QString reason = reasonText(line);
    return {qstring(line.file),   QString::number(line.line), whole,
            qstring(line.column), qstring(line.value),        remedy.isEmpty() ? reason : reason + QChar(u'\n') + remedy};
}

/// Behind the other counts, so that they add up to the rows.
QString repeatedText(const Format &format, std::uint64_t rows)
{
    return rows == 0 ? QString()
                     : QChar(u' ')
                           + ImportPreviewView::tr("Rows that repeat another: %1.").arg(format.count(static_cast<qint64>(rows)));
}

/// The ids of the two customers that a row of the duplicates is about.
std::pair<std::string, std::string> pairOf(const QTreeWidgetItem &item)
{
    return {item.data(0, Qt::UserRole).toString().toStdString(), item.data(1, Qt::UserRole).toString().toStdString()};
}

} // namespace

exchange::RefusalWords refusalWords(const workbench::RefusedLine &line)
{
    return {reasonText(line).toStdString(), remedyText(line.reason).toStdString()};
}

ImportPreviewView::ImportPreviewView(QWidget *parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_counts(new ReportTable(m_tabs))
    , m_facts(new ReportTable(m_tabs))
    , m_refusals(new ReportTable(m_tabs))
    , m_duplicates(new ReportTable(m_tabs))
    , m_notes(new ReportTable(m_tabs))
    , m_merging(new QLabel(this))
{
    m_summary->setProperty("role", QStringLiteral("heading"));
    m_summary->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * grid);
    layout->addWidget(m_summary);
    layout->addWidget(m_tabs, 1);
    m_merging->setProperty("role", QStringLiteral("muted"));
    m_merging->setWordWrap(true);
    layout->addWidget(m_merging);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ImportPreviewView::explainMerging);
    explainMerging();
}

void ImportPreviewView::explainMerging()
{
    m_merging->setText(tr("Tick a row to merge the two customers into one; rows without a tick stay apart."));
    m_merging->setVisible(m_tabs->currentWidget() == m_duplicates && m_tabs->count() > 0);
}

void ImportPreviewView::show(const Format &format, const StageNames &stages, const workbench::ImportRehearsal &rehearsal)
{
    const exchange::ImportPreview &preview = rehearsal.preview;
    const exchange::ImportCounts &counts = preview.counts;
    const auto number = [&](std::uint64_t count) { return format.count(static_cast<qint64>(count)); };
    m_summary->setText(tr("Rows read: %1. New facts: %2. Changed: %3. Known already: %4. Rows refused: %5.")
                           .arg(number(counts.rows), number(rehearsal.created), number(rehearsal.updated),
                                number(rehearsal.unchanged), number(counts.refused))
                       + repeatedText(format, counts.repeated()));
    showCounts(format, rehearsal.news);
    QList<QStringList> rows;
    for (const domain::Record &record : preview.facts) {
        const FactText text = factText(format, record, stages);
        rows += {text.type, text.occurred, text.content};
    }
    m_facts->fill({tr("What"), tr("When"), tr("Content")}, rows);
    rows.clear();
    for (const exchange::Refusal &refusal : preview.refusals)
        rows += refusalRow(workbench::refusedLine(refusal));
    fillRefusals(rows);
    m_duplicates->fill({tr("This customer"), tr("may be"), tr("Why")}, {});
    for (const exchange::DuplicatePair &pair : preview.duplicates) {
        QStringList reasons;
        for (const exchange::DuplicateReason reason : pair.reasons)
            reasons += word(reason);
        auto *item = new QTreeWidgetItem(m_duplicates,
                                         {qstring(pair.secondName), qstring(pair.firstName), reasons.join(QStringLiteral(", "))});
        item->setCheckState(0, Qt::Unchecked);
        item->setData(0, Qt::UserRole, qstring(pair.second));
        item->setData(1, Qt::UserRole, qstring(pair.first));
    }
    m_duplicates->fitColumns();
    showNotes(format, stages, counts.notes);
    showTabs(format);
}

void ImportPreviewView::show(const Format &format, const StageNames &stages, const workbench::ImportReport &report)
{
    m_summary->setText(
        tr("New facts: %1. Changed: %2. Known already: %3. Lines refused: %4.")
            .arg(format.count(static_cast<qint64>(report.created)), format.count(static_cast<qint64>(report.updated)),
                 format.count(static_cast<qint64>(report.unchanged)), format.count(static_cast<qint64>(report.refused))));
    showCounts(format, report.news);
    QList<QStringList> rows;
    for (const workbench::RefusedLine &line : report.reasons)
        rows += refusalRow(line);
    fillRefusals(rows);
    showNotes(format, stages, report.notes);
    showTabs(format);
}

std::map<std::string, std::string> ImportPreviewView::merges() const
{
    std::map<std::string, std::string> merges;
    for (int row = 0; row < m_duplicates->topLevelItemCount(); ++row) {
        const QTreeWidgetItem &item = *m_duplicates->topLevelItem(row);
        if (item.checkState(0) == Qt::Checked)
            merges.insert_or_assign(pairOf(item).first, pairOf(item).second);
    }
    return merges;
}

void ImportPreviewView::merge(const std::map<std::string, std::string> &merges)
{
    for (int row = 0; row < m_duplicates->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_duplicates->topLevelItem(row);
        const auto [customer, other] = pairOf(*item);
        const auto told = merges.find(customer);
        if (told != merges.end() && told->second == other)
            item->setCheckState(0, Qt::Checked);
    }
}

void ImportPreviewView::fillRefusals(const QList<QStringList> &rows)
{
    m_refusals->fill({tr("File"), tr("Line"), tr("Refused"), tr("Column"), tr("Value"), tr("Why, and what would mend it")}, rows);
}

void ImportPreviewView::showCounts(const Format &format, const std::map<std::string, std::uint64_t> &news)
{
    QList<QStringList> rows;
    for (const auto &[type, count] : news)
        rows += {factName(type), format.count(static_cast<qint64>(count))};
    m_counts->fill({tr("What"), tr("New or changed")}, rows, {1});
}

void ImportPreviewView::showNotes(const Format &format, const StageNames &stages, const exchange::Notes &notes)
{
    QList<QStringList> rows;
    for (const auto &[note, count] : notes.counts())
        rows += {noteText(note, stages), format.count(static_cast<qint64>(count))};
    m_notes->fill({tr("What was assumed or replaced"), tr("How often")}, rows, {1});
}

void ImportPreviewView::showTabs(const Format &format)
{
    const std::array<std::pair<ReportTable *, QString>, 5> tabs{{{m_counts, tr("Overview")},
                                                                 {m_facts, tr("First facts")},
                                                                 {m_refusals, tr("Refused rows")},
                                                                 {m_duplicates, tr("Possible duplicates")},
                                                                 {m_notes, tr("Assumed")}}};
    m_tabs->clear();
    for (const auto &[table, title] : tabs) {
        table->setAccessibleName(title);
        table->hide();
        if (table->topLevelItemCount() > 0)
            m_tabs->addTab(table, QStringLiteral("%1  %2").arg(title, format.count(table->topLevelItemCount())));
    }
    m_tabs->setVisible(m_tabs->count() > 0);
    explainMerging();
}

} // namespace ui
