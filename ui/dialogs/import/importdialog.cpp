// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importdialog.h"

#include "ui/dialogs/import/importplanview.h"
#include "ui/dialogs/import/importpreviewview.h"
#include "ui/errortext.h"

#include "workbench/ownprofiles.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <filesystem>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr QSize dialogSize{920, 620};
constexpr std::size_t shownFacts = 200;
constexpr int progressSteps = 1'000;

std::vector<std::filesystem::path> pathsOf(const QStringList &files)
{
    std::vector<std::filesystem::path> paths;
    for (const QString &file : files)
        paths.emplace_back(QFile::encodeName(file).toStdString());
    return paths;
}

} // namespace

ImportDialog::ImportDialog(const Application &application, const QStringList &files, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_files(files)
    , m_workbench(application.session.workbench())
    , m_title(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_work(new QWidget(this))
    , m_workText(new QLabel(m_work))
    , m_progress(new QProgressBar(m_work))
    , m_rate(new QLabel(m_work))
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
    m_hints.ownProfiles = workbench::ownProfilesFolder();
    build();
    resize(dialogSize);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::next);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(refusedFile()).path())); });
    connect(&application.session, &Session::progressed, this, &ImportDialog::showProgress);
    look();
}

void ImportDialog::build()
{
    m_title->setObjectName(QStringLiteral("title"));
    m_rate->setProperty("role", QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *work = new QVBoxLayout(m_work);
    work->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_workText, m_progress, m_rate})
        work->addWidget(widget);
    work->addStretch(2);
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
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons);
}

void ImportDialog::go(Step step)
{
    m_step = step;
    const bool working = step == Step::Look || step == Step::Run;
    const bool over = step == Step::Result || step == Step::Failed;
    m_next->setVisible(!working);
    m_back->setVisible(step == Step::Preview);
    m_cancel->setVisible(!over);
    m_undo->setVisible(step == Step::Result && m_batch != 0);
    m_folder->setVisible(step == Step::Result && QFileInfo::exists(refusedFile()));
    m_next->setText(over ? tr("Close") : step == Step::Preview ? tr("Import") : tr("Next"));
    switch (step) {
    case Step::Look:
        m_title->setText(tr("Looking at the files"));
        m_stack->setCurrentWidget(m_work);
        break;
    case Step::Plan:
        m_title->setText(tr("What the files are"));
        m_stack->setCurrentWidget(m_plan);
        break;
    case Step::Preview:
        m_title->setText(tr("What would come of it"));
        m_stack->setCurrentWidget(m_preview);
        break;
    case Step::Run:
        m_title->setText(tr("Importing"));
        m_stack->setCurrentWidget(m_work);
        break;
    case Step::Result:
    case Step::Failed:
        m_title->setText(step == Step::Result ? tr("Done") : tr("That did not work"));
        m_stack->setCurrentWidget(m_result);
        break;
    }
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
    const std::vector<exchange::ToldColumn> told = m_plan->told();
    if (told.empty()) {
        preview();
        return;
    }
    std::erase_if(m_hints.told.columns, [&](const exchange::ToldColumn &earlier) {
        return std::ranges::any_of(
            told, [&](const exchange::ToldColumn &one) { return one.header == earlier.header && one.table == earlier.table; });
    });
    m_hints.told.columns.insert(m_hints.told.columns.end(), told.begin(), told.end());
    m_answers = m_plan->answers();
    look();
}

void ImportDialog::back()
{
    go(Step::Plan);
}

void ImportDialog::reject()
{
    m_application.session.stopWriting();
    QDialog::reject();
}

void ImportDialog::look()
{
    go(Step::Look);
    beginWork(tr("Recognising the system, the columns and how they are written"));
    m_application.session.write(
        [paths = pathsOf(m_files), hints = m_hints](workbench::Workbench &workbench, const workbench::OnProgress &progress,
                                                    std::stop_token stop) {
            return workbench::ImportJob::prepare(workbench, paths, hints, progress, std::move(stop));
        },
        [this, self = QPointer<ImportDialog>(this)](support::Result<workbench::ImportJob> job) {
            if (!self)
                return;
            // A table that nobody knows is shown with its columns, for a person to say what they are.
            if (!job && job.error().code == support::ErrorCode::UnknownColumns && !m_hints.told.rows) {
                m_hints.told.rows = exchange::TableRole::Deals;
                look();
                return;
            }
            if (!job) {
                fail(job.error());
                return;
            }
            m_job = std::make_shared<workbench::ImportJob>(std::move(*job));
            m_job->plan().answers = m_answers; // what is asked again has been answered
            m_plan->show(m_application.session.format(), *m_job);
            go(Step::Plan);
        });
}

void ImportDialog::preview()
{
    m_job->plan().answers = m_plan->answers();
    m_job->plan().merges.clear();
    go(Step::Look);
    beginWork(tr("Reading everything once, without writing"));
    const auto shown = [this, self = QPointer<ImportDialog>(this)](const auto &answer) {
        if (!self)
            return;
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_preview->show(m_application.session.format(), *answer);
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
                return job->preview(shownFacts, progress, std::move(stop));
            },
            [shown](const support::Result<exchange::ImportPreview> &preview) { shown(preview); });
}

void ImportDialog::run()
{
    m_job->plan().merges = m_preview->merges();
    go(Step::Run);
    beginWork(tr("Writing the facts; stopping now leaves nothing behind"));
    const workbench::ImportRun how{
        .dryRun = false, .refusedFile = QFile::encodeName(refusedFile()).toStdString(), .words = refusalWords};
    m_application.session.write(
        [job = m_job, how, name = m_plan->profileName(),
         folder = m_hints.ownProfiles](workbench::Workbench &, const workbench::OnProgress &progress,
                                       std::stop_token stop) -> support::Result<workbench::ImportReport> {
            if (!name.empty() && !job->holdsFacts()) {
                if (const auto kept = workbench::saveOwnProfile(job->plan(), name, folder); !kept)
                    return tl::unexpected(kept.error());
            }
            return job->run(how, progress, std::move(stop));
        },
        [this, self = QPointer<ImportDialog>(this)](const support::Result<workbench::ImportReport> &report) {
            if (!self)
                return;
            if (report)
                finish(*report);
            else
                fail(report.error());
        });
}

void ImportDialog::finish(const workbench::ImportReport &report)
{
    const Format &format = m_application.session.format();
    const auto count = [&](std::uint64_t n) { return format.count(static_cast<qint64>(n)); };
    m_batch = report.batch;
    QStringList lines;
    const std::array<std::pair<std::uint64_t, QString>, 5> counted{{{report.created, tr("New facts: %1")},
                                                                    {report.updated, tr("Changed: %1")},
                                                                    {report.unchanged, tr("Known already: %1")},
                                                                    {report.refused, tr("Refused: %1")},
                                                                    {report.leftOut, tr("Values left out: %1")}}};
    for (const auto &[number, text] : counted) {
        if (number > 0)
            lines += text.arg(count(number));
    }
    if (lines.isEmpty())
        lines += tr("The files hold nothing.");
    if (report.refusedFileLost)
        lines += tr("The file of the refused rows could not be written: %1").arg(refusedFile());
    else if (report.refused + report.leftOut > 0)
        lines += tr("The refused rows, each with its reason and what would mend it, are in %1").arg(refusedFile());
    if (report.created > 0)
        lines += tr("Close this window to see which deals need you.");
    m_result->setText(lines.join(QStringLiteral("\n\n")));
    go(Step::Result);
    Q_EMIT imported();
}

void ImportDialog::undo()
{
    m_undo->setEnabled(false);
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

void ImportDialog::beginWork(const QString &text)
{
    m_workText->setText(text);
    m_rate->clear();
    m_progress->setRange(0, 0);
    m_elapsed.start();
}

void ImportDialog::showProgress(quint64 done, quint64 total)
{
    if (total == 0 || done == 0)
        return;
    m_progress->setRange(0, progressSteps);
    m_progress->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * progressSteps));
    const double seconds = static_cast<double>(m_elapsed.elapsed()) / 1000.0;
    if (seconds < 0.5)
        return;
    const Format &format = m_application.session.format();
    const double rate = static_cast<double>(done) / seconds;
    const int left = static_cast<int>(static_cast<double>(total - qMin(done, total)) / rate) + 1;
    m_rate->setText(tr("%1 of %2, %3 a second; %n second(s) left", nullptr, left)
                        .arg(format.fileSize(static_cast<qint64>(done)), format.fileSize(static_cast<qint64>(total)),
                             format.fileSize(static_cast<qint64>(rate))));
}

QString ImportDialog::refusedFile() const
{
    const QFileInfo workspace(m_application.session.file());
    return workspace.path() + QChar(u'/') + QFileInfo(m_files.first()).completeBaseName() + QStringLiteral(".refused.csv");
}

} // namespace ui
