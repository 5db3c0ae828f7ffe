// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importdialog.h"

#include "ui/dialogs/import/importpreviewview.h"
#include "ui/dialogs/import/importprogress.h"
#include "ui/dialogs/import/importresult.h"
#include "ui/dialogs/import/importtarget.h"
#include "ui/errortext.h"
#include "ui/models/filepath.h"
#include "ui/widgets/onscreen.h"

#include "workbench/ownprofiles.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <filesystem>

namespace ui {

namespace {

constexpr QSize dialogSize{920, 620};
constexpr std::size_t shownFacts = 200;

std::vector<std::filesystem::path> pathsOf(const QStringList &files)
{
    std::vector<std::filesystem::path> paths;
    for (const QString &file : files)
        paths.push_back(pathOf(file));
    return paths;
}

QString nextWord(bool writes, bool over, bool sample)
{
    if (over)
        return ImportDialog::tr("Close");
    if (!writes)
        return ImportDialog::tr("Next");
    return sample ? ImportDialog::tr("Import into the sample") : ImportDialog::tr("Import");
}

} // namespace

ImportDialog::ImportDialog(const Application &application, const QStringList &files, bool fresh, Said said, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_files(files)
    , m_said(std::move(said))
    , m_title(new QLabel(this))
    , m_target(new ImportTarget(application.session, fresh, this))
    , m_stack(new QStackedWidget(this))
    , m_work(new ImportProgress(this))
    , m_plan(new ImportPlanView(this))
    , m_preview(new ImportPreviewView(this))
    , m_result(new QLabel(this))
    , m_undo(new QPushButton(tr("Take the import back"), this))
    , m_folder(new QPushButton(tr("Open the folder"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Import"));
    m_said.hints.ownProfiles = workbench::ownProfilesFolder();
    m_plan->setProfileName(m_said.keepAs);
    build();
    resize(onScreen(*this, dialogSize));
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_back, &QPushButton::clicked, this, [this] {
        takeSaid();
        go(Step::Plan);
    });
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_target, &ImportTarget::elsewhereRequested, this, &ImportDialog::goElsewhere);
    connect(m_target, &ImportTarget::placeRequested, this, &ImportDialog::placeRequested);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_refusedFile).path())); });
    connect(&application.session, &Session::progressed, this,
            [this](quint64 done, quint64 total) { m_work->show(done, total, m_application.session.format()); });
    connect(m_plan, &ImportPlanView::headerTold, this, &ImportDialog::readWithoutHeader);
    look();
}

void ImportDialog::build()
{
    m_title->setObjectName(QStringLiteral("title"));
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QWidget *page : std::initializer_list<QWidget *>{m_work, m_plan, m_preview, m_result})
        m_stack->addWidget(page);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * grid);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_folder);
    m_folder->setObjectName(QStringLiteral("openFolder"));
    buttons->addStretch(1);
    for (QPushButton *button : {m_cancel, m_back, m_next})
        buttons->addWidget(button);
    // While it works nothing but "stop" is there, and Enter must not mean it.
    for (QPushButton *button : {m_undo, m_folder, m_cancel, m_back, m_next})
        button->setAutoDefault(false);
    m_next->setDefault(true);
    m_next->setObjectName(QStringLiteral("next"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(m_title);
    layout->addWidget(m_target);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
}

void ImportDialog::go(Step step)
{
    m_step = step;
    switch (step) {
    case Step::Look:
    case Step::Run:
        m_title->setText(step == Step::Look ? tr("Looking at the files") : tr("Importing"));
        m_stack->setCurrentWidget(m_work);
        m_work->setFocus(); // before "next" goes: the focus would fall on what stops the work
        break;
    case Step::Plan:
        m_title->setText(tr("What the files are"));
        m_stack->setCurrentWidget(m_plan);
        break;
    case Step::Preview:
        m_title->setText(tr("What would come of it"));
        m_stack->setCurrentWidget(m_preview);
        break;
    case Step::Result:
    case Step::Failed:
        m_title->setText(step == Step::Result ? tr("Done") : tr("That did not work"));
        m_stack->setCurrentWidget(m_result);
        break;
    }
    showButtons();
}

void ImportDialog::showButtons()
{
    const bool working = m_step == Step::Look || m_step == Step::Run;
    const bool over = m_step == Step::Result || m_step == Step::Failed;
    m_next->setVisible(!working);
    m_back->setVisible(m_step == Step::Preview);
    m_cancel->setVisible(!over);
    m_undo->setVisible(m_step == Step::Result && m_batch != 0);
    m_folder->setVisible(m_step == Step::Result && QFileInfo::exists(m_refusedFile));
    m_target->setOpen(m_step == Step::Plan || m_step == Step::Preview);
    m_next->setText(nextWord(m_step == Step::Preview, over, m_target->isSample()));
    if (!working)
        m_next->setFocus();
}

void ImportDialog::next()
{
    switch (m_step) {
    case Step::Plan: readAsTold(); break;
    case Step::Preview: run(); break;
    case Step::Result:
    case Step::Failed: accept(); break;
    case Step::Look:
    case Step::Run: break;
    }
}

/// What was said of the columns changes what there is to ask: the files are looked at again first.
void ImportDialog::readAsTold()
{
    if (!m_plan->isEnough())
        return;
    const bool again = !m_plan->told().empty();
    takeSaid();
    if (again)
        look();
    else
        preview();
}

/// The columns are called otherwise then, so that nothing said of them holds any more.
void ImportDialog::readWithoutHeader(bool noHeader)
{
    m_said.hints.told.noHeader = noHeader;
    m_said.hints.told.columns.clear();
    m_said.answers.clear();
    m_said.merges.clear();
    look();
}

void ImportDialog::takeSaid()
{
    m_said.take(*m_plan);
    if (m_step == Step::Preview)
        m_said.merges = m_preview->merges();
}

void ImportDialog::reject()
{
    if (!hasSaid()) {
        leave();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Import"), tr("<b>Leave the import?</b>"), QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("What you said of the columns and answered would be lost. Nothing has been written."));
    auto *stay = box->addButton(tr("Go on importing"), QMessageBox::RejectRole);
    const auto *lose = box->addButton(tr("Leave"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(lose, &QPushButton::clicked, this, &ImportDialog::leave);
    box->open();
}

void ImportDialog::leave()
{
    m_application.session.stopWriting();
    if (m_step != Step::Run) {
        QDialog::reject();
        return;
    }
    m_cancel->setEnabled(false);
    m_work->begin(tr("Stopping"));
}

void ImportDialog::goElsewhere()
{
    takeSaid();
    leave();
    Q_EMIT elsewhereRequested(m_said);
}

bool ImportDialog::hasSaid() const
{
    const bool ticked = m_step == Step::Preview && !m_preview->merges().empty();
    return (m_step == Step::Plan || m_step == Step::Preview) && (ticked || m_said.isAnything() || m_plan->hasSaid());
}

void ImportDialog::look()
{
    go(Step::Look);
    m_work->begin(tr("Recognising the system, the columns and how they are written"));
    m_application.session.write(
        [paths = pathsOf(m_files), hints = m_said.hints](workbench::Workbench &workbench, const workbench::OnProgress &progress,
                                                         std::stop_token stop) {
            return workbench::ImportJob::prepare(workbench, paths, hints, progress, std::move(stop))
                .map([&workbench](workbench::ImportJob job) {
                    const support::Instant now = workbench.now();
                    return Looked{std::move(job), workbench.playbook(now), workbench.organisation(now)};
                });
        },
        [this, self = QPointer<ImportDialog>(this)](support::Result<Looked> looked) {
            if (!self)
                return;
            if (looked)
                showPlan(*std::move(looked));
            else if (looked.error().code == support::ErrorCode::UnknownColumns && !m_said.hints.told.rows)
                lookAsDeals();
            else
                fail(looked.error());
        });
}

/// A table that nobody knows is shown with its columns, for a person to say what they are.
void ImportDialog::lookAsDeals()
{
    m_said.unknown = true;
    m_said.hints.told.rows = exchange::TableRole::Deals;
    look();
}

void ImportDialog::showPlan(Looked looked)
{
    const Format &format = m_application.session.format();
    m_job = std::make_shared<workbench::ImportJob>(std::move(looked.job));
    m_job->plan().answers = m_said.answers; // what is asked again has been answered
    m_stages = stageNames(format, looked.playbook, *m_job);
    m_plan->show(format, *m_job, m_stages, looked.teams, m_said.reading());
    go(Step::Plan);
}

void ImportDialog::preview()
{
    m_job->plan().answers = m_plan->answers();
    m_job->plan().merges.clear();
    go(Step::Look);
    m_work->begin(tr("Reading everything once, without writing"));
    const auto shown = [this, self = QPointer<ImportDialog>(this)](const auto &answer) {
        if (!self)
            return;
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_preview->show(m_application.session.format(), m_stages, *answer);
        m_preview->merge(m_said.merges);
        go(Step::Preview);
    };
    if (m_job->holdsFacts())
        m_application.session.write(
            [job = m_job](workbench::Workbench &, const workbench::OnProgress &progress, std::stop_token stop) {
                return job->run({.dryRun = true, .refusedFile = {}}, progress, std::move(stop));
            },
            [shown](const support::Result<workbench::ImportReport> &report) { shown(report); });
    else
        m_application.session.write(
            [job = m_job](workbench::Workbench &, const workbench::OnProgress &progress, std::stop_token stop) {
                return job->rehearse(shownFacts, progress, std::move(stop));
            },
            [shown](const support::Result<workbench::ImportRehearsal> &rehearsal) { shown(rehearsal); });
}

void ImportDialog::run()
{
    m_job->plan().merges = m_preview->merges();
    go(Step::Run);
    m_work->begin(tr("Writing the facts; stopping now leaves nothing behind"));
    // What an import before refused may be mended in its file by now, and be what is imported here.
    m_refusedFile = freeFile(QFileInfo(m_application.session.file()).path(), QFileInfo(m_files.first()).completeBaseName(),
                             QLatin1String(".refused.csv"));
    // Every page has said where the rows go, and of a sample that it is one.
    const workbench::ImportRun how{.dryRun = false,
                                   .refusedFile = pathOf(m_refusedFile),
                                   .words = refusalWords,
                                   .intoSample = true,
                                   .keepAs = m_plan->profileName(),
                                   .ownProfiles = m_said.hints.ownProfiles};
    m_application.session.write(
        [job = m_job, how](workbench::Workbench &, const workbench::OnProgress &progress, std::stop_token stop) {
            return job->run(how, progress, std::move(stop));
        },
        [this, self = QPointer<ImportDialog>(this)](const support::Result<workbench::ImportReport> &report) {
            if (!self)
                return;
            if (report)
                finish(*report);
            else if (report.error().code == support::ErrorCode::Cancelled)
                QDialog::reject();
            else
                fail(report.error());
        });
}

void ImportDialog::finish(const workbench::ImportReport &report)
{
    m_batch = report.batch;
    m_result->setText(resultText(m_application.session.format(), m_stages, report, m_refusedFile));
    go(Step::Result);
    Q_EMIT imported();
}

void ImportDialog::undo()
{
    m_undo->setEnabled(false);
    m_undo->setText(tr("Taking the import back…"));
    m_application.session.write([batch = m_batch](workbench::Workbench &workbench, const workbench::OnProgress &,
                                                  const std::stop_token &) { return workbench.withdrawBatch(batch); },
                                [this, self = QPointer<ImportDialog>(this)](const support::Result<void> &done) {
                                    if (!self)
                                        return;
                                    m_result->setText(done ? tr("The import was taken back. Nothing of it counts any more.")
                                                           : textOf(done.error()));
                                    m_undo->hide();
                                    Q_EMIT imported();
                                });
}

void ImportDialog::fail(const support::Error &error)
{
    m_result->setText(textOf(error));
    go(Step::Failed);
}

} // namespace ui
