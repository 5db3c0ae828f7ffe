// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importplanview.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/importwords.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/reporttable.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace ui {

namespace {

constexpr int fieldWidth = 240;
constexpr int questionWidth = 280;
constexpr int columnsHeight = 200;

Pick pickOf(const Format &format, const workbench::ImportJob &job, const exchange::TableUse &table, std::size_t number)
{
    return {.id = std::to_string(number),
            .text = qstring(job.fileOf(table)),
            .detail = tableText(format, table),
            .trailing = word(table.role),
            .icon = QStringLiteral("file")};
}

/// A choice in a table that is scrolled: the wheel moves the table and never the choice.
class CellBox final : public QComboBox {
public:
    using QComboBox::QComboBox;

    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

/// The name by which exchange::ToldColumn speaks of a table.
std::string placeOf(const workbench::ImportJob &job, const exchange::TableUse &table)
{
    const std::string &file = job.fileOf(table);
    return table.file.sheetName.empty() ? file : file + " / " + table.file.sheetName;
}

} // namespace

ImportPlanView::ImportPlanView(QWidget *parent)
    : QWidget(parent)
    , m_recognised(new QLabel(this))
    , m_unused(new QLabel(this))
    , m_questionsTitle(new QLabel(this))
    , m_columnsTitle(new QLabel(tr("What the columns are taken for"), this))
    , m_columns(new ReportTable(this))
    , m_keepAs(new QLineEdit(this))
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 2 * grid, 0);
    layout->setSpacing(2 * grid);
    m_recognised->setProperty("role", QStringLiteral("heading"));
    m_recognised->setWordWrap(true);
    m_unused->setProperty("role", QStringLiteral("muted"));
    m_unused->setWordWrap(true);
    m_questionsTitle->setProperty("role", QStringLiteral("heading"));
    m_columnsTitle->setProperty("role", QStringLiteral("heading"));
    m_columns->setAccessibleName(m_columnsTitle->text());
    m_columns->setMinimumHeight(columnsHeight);
    auto *tables = new ContentList(content);
    tables->setItemDelegate(new RowDelegate(tables));
    tables->setModel(&m_tables);
    tables->setAccessibleName(tr("Tables"));
    m_questions = new QFormLayout;
    m_questions->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_questions->setVerticalSpacing(2 * grid);
    layout->addWidget(m_recognised);
    layout->addWidget(tables);
    layout->addWidget(m_unused);
    layout->addSpacing(3 * grid);
    layout->addWidget(m_questionsTitle);
    layout->addLayout(m_questions);
    layout->addSpacing(3 * grid);
    layout->addWidget(m_columnsTitle);
    layout->addWidget(m_columns, 1);
    m_keepAs->setPlaceholderText(
        tr("Keep this reading of the files under a name, so that the next ones are known by themselves"));
    m_keepAs->setAccessibleName(tr("Name to keep this reading of the files under"));
    layout->addWidget(m_keepAs);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
}

void ImportPlanView::show(const Format &format, const workbench::ImportJob &job)
{
    while (m_questions->rowCount() > 0)
        m_questions->removeRow(0);
    m_fields.clear();
    if (job.holdsFacts()) {
        m_recognised->setText(tr("The files hold facts in Plumbline's own format. There is nothing to ask."));
        m_questionsTitle->hide();
        m_unused->hide();
        m_columnsTitle->hide();
        m_columns->hide();
        m_keepAs->hide();
        return;
    }
    const exchange::ImportPlan &plan = job.plan();
    const exchange::Recognition &recognition = plan.recognition;
    m_recognised->setText(recognisedText(recognition, format));
    std::vector<Pick> tables;
    for (const exchange::TableUse &table : recognition.tables)
        tables.push_back(pickOf(format, job, table, tables.size()));
    m_tables.setPicks(std::move(tables));
    QStringList unused;
    for (const std::string &name : recognition.unused)
        unused += qstring(name);
    m_unused->setText(tr("Not used: %1").arg(unused.join(QStringLiteral(", "))));
    m_unused->setVisible(!unused.isEmpty());
    listColumns(job);
    m_questionsTitle->setText(recognition.questions.empty() ? tr("Nothing is unclear.") : tr("What the files do not say"));
    for (const exchange::Question &question : recognition.questions)
        ask(question, plan.answer(question));
}

std::map<std::string, std::string> ImportPlanView::answers() const
{
    std::map<std::string, std::string> answers;
    for (const auto &[key, field] : m_fields) {
        const int row = field->findText(field->currentText());
        const QString answer = row >= 0 ? field->itemData(row).toString() : field->currentText().trimmed();
        answers[key] = answer.toStdString();
    }
    return answers;
}

QString ImportPlanView::recognisedText(const exchange::Recognition &recognition, const Format &format)
{
    if (recognition.profile == nullptr)
        return {};
    const QString title = qstring(recognition.profile->title);
    return title.isEmpty() ? tr("No export that is known by name; its columns were recognised by what they are called")
                           : tr("Recognised as %1, with %2 confidence").arg(title, format.percent(recognition.confidence));
}

void ImportPlanView::listColumns(const workbench::ImportJob &job)
{
    m_columnFields.clear();
    QList<QStringList> rows;
    for (const exchange::TableUse &table : job.plan().recognition.tables) {
        for (const exchange::ColumnUse &column : table.columns) {
            const QString reason = column.reason.empty() ? QString() : QStringLiteral(" (%1)").arg(qstring(column.reason));
            rows += {qstring(column.header), word(column.meaning) + reason, qstring(job.fileOf(table))};
            m_columnFields.push_back({{column.header, column.meaning, placeOf(job, table)},
                                      column.header.empty() ? nullptr : meaningField(qstring(column.header), column.meaning)});
        }
    }
    m_columns->fill({tr("Column"), tr("taken for"), tr("File")}, rows);
    for (int row = 0; row < m_columns->topLevelItemCount(); ++row) {
        if (QComboBox *field = m_columnFields[static_cast<std::size_t>(row)].field)
            m_columns->setItemWidget(m_columns->topLevelItem(row), 1, field);
    }
    m_columns->setColumnWidth(1, fieldWidth);
}

QComboBox *ImportPlanView::meaningField(const QString &header, exchange::Meaning meaning)
{
    auto *field = new CellBox(m_columns);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setAccessibleName(tr("What “%1” is taken for").arg(header));
    for (std::size_t i = 0; i < exchange::meaningCount; ++i)
        field->addItem(word(static_cast<exchange::Meaning>(i)), static_cast<int>(i));
    field->setCurrentIndex(static_cast<int>(meaning));
    return field;
}

std::vector<exchange::ToldColumn> ImportPlanView::told() const
{
    std::vector<exchange::ToldColumn> told;
    for (const auto &[column, field] : m_columnFields) {
        const auto chosen = field ? static_cast<exchange::Meaning>(field->currentIndex()) : column.meaning;
        if (chosen != column.meaning)
            told.push_back({column.header, chosen, column.table});
    }
    return told;
}

std::string ImportPlanView::profileName() const
{
    return m_keepAs->text().trimmed().toStdString();
}

void ImportPlanView::ask(const exchange::Question &question, const std::string &answer)
{
    auto *label = new QLabel(sentence(question), this);
    label->setWordWrap(true);
    auto *field = new QComboBox(this);
    field->setMinimumWidth(fieldWidth);
    field->setEditable(takesOtherAnswers(question.code));
    field->setAccessibleName(label->text());
    label->setBuddy(field);
    for (const std::string &choice : question.choices)
        field->addItem(choiceText(question.code, choice), qstring(choice));
    const int row = field->findData(qstring(answer));
    if (row >= 0)
        field->setCurrentIndex(row);
    else if (field->isEditable())
        field->setEditText(qstring(answer));
    label->setMinimumWidth(questionWidth);
    m_questions->addRow(label, field);
    m_fields[question.key()] = field;
}

} // namespace ui
