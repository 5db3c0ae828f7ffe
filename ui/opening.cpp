// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/opening.h"

#include "ui/actions/actionset.h"
#include "ui/dialogs/whodialog.h"
#include "ui/models/filepath.h"
#include "ui/models/organisationpicks.h"

#include "workbench/sampling.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace ui {

namespace {

/// Where `packaging/dev run` puts its sample as well.
QString samplePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/plumbline/sample.plumb");
}

} // namespace

Opening::Opening(const Application &application, ActionSet &actions, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_window(window)
{
    actions.handle(Action::SampleWorkspace, window, [this] { openSample(); });
    actions.handle(Action::OpenWorkspace, window, [this] { askForFile(); });
    actions.handle(
        Action::CloseWorkspace, window, [this] { m_application.session.close(); },
        [this] { return m_application.session.isOpen(); });
    connect(&application.session, &Session::opened, this, &Opening::restore);
    connect(&application.session, &Session::organisationReady, this, &Opening::welcome);
    connect(&application.session, &Session::changed, this, [this] {
        const auto &acting = m_application.session.person();
        if (acting && !m_application.session.workbench()->knows(*acting)) // the import that described them was taken back
            m_application.session.actAs(recall());
    });
    connect(&application.session, &Session::viewChanged, this, [this] {
        if (m_application.session.isOpen())
            m_application.settings.setView(m_application.session.file(), m_application.session.view());
    });
}

void Opening::openFile(const QString &file)
{
    Q_EMIT begun(tr("Opening %1").arg(QFileInfo(file).fileName()));
    m_application.session.open(QFileInfo(file).absoluteFilePath());
}

void Opening::openLast()
{
    if (const QStringList recent = m_application.settings.recentFiles(); !recent.isEmpty())
        openFile(recent.first());
}

void Opening::openSample()
{
    const QString file = samplePath();
    if (QFileInfo::exists(file)) {
        openFile(file);
        return;
    }
    QDir().mkpath(QFileInfo(file).path());
    Q_EMIT begun(tr("Making a sample organisation"));
    const support::Clock &clock = m_application.session.clock();
    m_application.session.openWith([file = pathOf(file), &clock](const workbench::OnProgress &progress, std::stop_token stop) {
        exchange::sample::Spec spec;
        spec.asOf = workbench::sampleDay(clock.now());
        return workbench::createSample(file, spec, clock, progress, std::move(stop));
    });
}

void Opening::askForFile()
{
    const QStringList recent = m_application.settings.recentFiles();
    auto *dialog =
        new QFileDialog(m_window, tr("Open a workspace"), recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.first()).path(),
                        tr("Workspaces (*.plumb);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Opening::openFile);
    dialog->open();
}

void Opening::askWho()
{
    auto *dialog = new WhoDialog(m_teams, m_application.session.person(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WhoDialog::chosen, this, &Opening::setPerson);
    connect(&m_application.session, &Session::closed, dialog, &QDialog::reject); // it lists the people of this workspace
    dialog->open();
}

void Opening::restore()
{
    m_teams.clear();
    AppSettings &settings = m_application.settings;
    settings.addRecentFile(m_application.session.file());
    View view = settings.view(m_application.session.file());
    m_application.session.actAs(recall());
    m_application.session.setView(std::move(view));
    m_application.session.askOrganisation();
    m_application.session.showWhereRecordsEnd();
    Q_EMIT ready();
}

/// Who sat here the last time. Whom the workspace does not know is forgotten, and asked for anew.
std::optional<domain::PersonId> Opening::recall()
{
    const Session &session = m_application.session;
    const auto person = m_application.settings.person(session.file());
    if (!person || session.workbench()->knows(*person))
        return person;
    m_application.settings.forgetPerson(session.file());
    return std::nullopt;
}

void Opening::welcome(const std::vector<workbench::TeamView> &teams)
{
    m_teams = teams;
    const bool people = std::ranges::any_of(teams, [](const workbench::TeamView &team) { return !team.people.empty(); });
    const QString &file = m_application.session.file();
    if (m_quiet || !people || m_asked.contains(file) || m_application.settings.personAsked(file))
        return;
    m_asked.insert(file);
    askWho();
}

void Opening::setPerson(const std::optional<domain::PersonId> &person)
{
    m_application.settings.setPerson(m_application.session.file(), person);
    m_application.session.actAs(person);
    m_application.session.setScope(person ? startScope(*person, m_teams) : workbench::Scope{});
}

} // namespace ui
