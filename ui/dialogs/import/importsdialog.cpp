// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importsdialog.h"

#include "ui/models/organisationpicks.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/reporttable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr QSize dialogSize{960, 440};
constexpr std::string_view decisions = "edit"; ///< batches that are no imports

QString who(const std::string &actor, const std::vector<workbench::TeamView> &teams)
{
    const auto person = domain::PersonId::parse(actor);
    return person ? nameOf(*person, teams) : QString();
}

QString stateOf(const Format &format, const workbench::BatchView &batch)
{
    if (!batch.withdrawn)
        return ImportsDialog::tr("counts");
    if (batch.staying == 0)
        return ImportsDialog::tr("taken back");
    return ImportsDialog::tr("taken back; %1 facts that later imports told again stay")
        .arg(format.count(static_cast<qint64>(batch.staying)));
}

} // namespace

ImportsDialog::ImportsDialog(const Application &application, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_errand(m_pool)
    , m_table(new ReportTable(this))
    , m_turn(new QPushButton(this))
    , m_refused(new QLabel(this))
{
    setWindowTitle(tr("Earlier imports"));
    auto *title = new QLabel(tr("Earlier imports"), this);
    title->setObjectName(QStringLiteral("title"));
    m_table->setAccessibleName(title->text());
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    m_turn->setAutoDefault(false); // Enter must not take anything back
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_turn, &QPushButton::clicked, this, &ImportsDialog::turn);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &ImportsDialog::follow);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_turn);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_refused);
    m_refused->setWordWrap(true);
    m_refused->hide();
    layout->addLayout(buttons);
    resize(onScreen(*this, dialogSize));
    follow();
    ask();
}

void ImportsDialog::ask()
{
    struct Answer {
        std::vector<workbench::BatchView> batches;
        std::vector<workbench::TeamView> teams;
    };
    m_errand.ask(
        [workbench = m_application.session.workbench()](const std::stop_token &) {
            return Answer{workbench->batches(), workbench->organisation(workbench->now())};
        },
        [this](const Answer &answer) { list(answer.batches, answer.teams); });
}

void ImportsDialog::list(const std::vector<workbench::BatchView> &batches, const std::vector<workbench::TeamView> &teams)
{
    const Format &format = m_application.session.format();
    const int current = m_table->indexOfTopLevelItem(m_table->currentItem());
    m_batches = batches;
    std::erase_if(m_batches, [](const workbench::BatchView &batch) { return batch.kind == decisions; });
    std::ranges::sort(m_batches, std::greater<>{}, &workbench::BatchView::id);
    QList<QStringList> rows;
    for (const workbench::BatchView &batch : m_batches)
        rows += {qstring(batch.label),
                 format.dateTime(batch.at),
                 who(batch.actor, teams),
                 batch.rows ? format.count(static_cast<qint64>(*batch.rows)) : QString(),
                 format.count(static_cast<qint64>(batch.created)),
                 format.count(static_cast<qint64>(batch.updated)),
                 format.count(static_cast<qint64>(batch.refused)),
                 stateOf(format, batch)};
    m_table->fill({tr("Import"), tr("When"), tr("Who"), tr("Rows"), tr("New"), tr("Changed"), tr("Refused"), tr("State")}, rows,
                  {3, 4, 5, 6});
    m_table->setCurrentItem(m_table->topLevelItem(qMax(0, current)));
    follow();
}

void ImportsDialog::follow()
{
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    const bool chosen = row >= 0 && row < static_cast<int>(m_batches.size());
    const bool readOnly = m_application.session.workbench()->readOnly();
    m_turn->setEnabled(chosen && !readOnly);
    m_turn->setToolTip(readOnly ? tr("This workspace can only be read.") : QString());
    m_turn->setText(chosen && m_batches[static_cast<std::size_t>(row)].withdrawn ? tr("Bring it back") : tr("Take it back"));
}

bool ImportsDialog::tellOther(const support::Error &error, bool undone)
{
    const auto found =
        std::ranges::find(m_batches, error.subject, [](const workbench::BatchView &one) { return std::to_string(one.id); });
    const bool torn = found != m_batches.end() && found->withdrawn;
    const bool known =
        undone ? error.code == support::ErrorCode::DanglingReference : error.code == support::ErrorCode::NothingToUndo && torn;
    if (!known)
        return false;
    if (found == m_batches.end())
        m_refused->setText(tr("Decisions were taken on what this import brought; it can no longer be taken back."));
    else if (torn)
        m_refused->setText(tr("The import “%1” is taken back, and a part of it only would count. Bring that one back first.")
                               .arg(qstring(found->label)));
    else
        m_refused->setText(
            tr("The later import “%1” builds on this one, or has told a part of it again. Take that one back first, "
               "then this one, and import its files again to keep what they say.")
                .arg(qstring(found->label)));
    m_refused->show();
    return true;
}

void ImportsDialog::turn()
{
    const workbench::BatchView batch = m_batches[static_cast<std::size_t>(m_table->indexOfTopLevelItem(m_table->currentItem()))];
    m_turn->setEnabled(false);
    m_turn->setText(batch.withdrawn ? tr("Bringing it back…") : tr("Taking it back…"));
    m_refused->hide();
    m_application.session.setDay({}); // it is done now, whatever day was shown
    m_application.session.write(
        [batch](workbench::Workbench &workbench, const workbench::OnProgress &, const std::stop_token &) {
            return batch.withdrawn ? workbench.restoreBatch(batch.id) : workbench.withdrawBatch(batch.id);
        },
        [self = QPointer<ImportsDialog>(this), undone = !batch.withdrawn](const support::Result<void> &done) {
            if (!self)
                return;
            if (!done && !self->tellOther(done.error(), undone))
                Q_EMIT self->failed(done.error());
            self->ask();
            self->m_application.session.showWhereRecordsEnd();
        });
}

} // namespace ui
