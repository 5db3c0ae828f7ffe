// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/importing.h"

#include "ui/actions/actionset.h"
#include "ui/dialogs/import/importsdialog.h"
#include "ui/models/filepath.h"

#include "support/systemzone.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace ui {

namespace {

constexpr QLatin1String workspaceSuffix(".plumb");

bool mayHoldFiles(const QString &folder)
{
    QTemporaryFile probe(folder + QStringLiteral("/XXXXXX.plumb"));
    return probe.open();
}

QString freeWorkspace(const QString &folder, const QString &name)
{
    return freeFile(folder, name, workspaceSuffix);
}

/// Says why no workspace can be made in `folder`, and what to do.
void refusePlace(const QString &folder, QWidget *dialog)
{
    const bool there = QFileInfo(folder).isDir();
    auto *box = new QMessageBox(QMessageBox::NoIcon, Importing::tr("Import"),
                                there ? Importing::tr("<b>Nothing can be written there</b>")
                                      : Importing::tr("<b>There is no such folder</b>"),
                                QMessageBox::Ok, dialog);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(there ? Importing::tr("Choose another folder than %1.").arg(folder)
                                  : Importing::tr("%1 is not there. Make it first, or choose another folder.").arg(folder));
    box->open();
}

/// Where an import's own workspace is until somebody says otherwise: named after what is imported, beside the sample.
QString usualPlace(const QString &imported)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/plumbline");
    QDir().mkpath(folder);
    return freeWorkspace(folder, QFileInfo(imported).completeBaseName());
}

} // namespace

Importing::Importing(const Application &application, ActionSet &actions, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_window(window)
{
    const Session &session = application.session;
    actions.handle(
        Action::Import, window, [this] { askForFiles(); },
        [&session] { return !session.isOpen() || !session.workbench()->readOnly(); });
    actions.handle(
        Action::Imports, window, [this] { openList(); }, [&session] { return session.isOpen(); });
    connect(&session, &Session::opened, this, &Importing::goOn);
    connect(&session, &Session::closed, this, [this] {
        if (!isWaiting())
            return;
        // It was cancelled, or there is no place for it. Everybody hears of that before another one opens.
        QMetaObject::invokeMethod(
            this, [this, before = m_before] { reopen(before); }, Qt::QueuedConnection);
        forget();
    });
}

/// For the workspace that is being made for the files.
bool Importing::isWaiting() const
{
    return !m_files.isEmpty() && !m_fresh.isEmpty();
}

void Importing::goOn()
{
    if (!isWaiting())
        return;
    if (QFileInfo(m_application.session.file()).absoluteFilePath() == QFileInfo(m_fresh).absoluteFilePath())
        openDialog();
    else
        forget(); // somebody opened another one meanwhile
}

void Importing::forget()
{
    m_files.clear();
    m_said = {};
    m_fresh.clear();
    m_place.clear();
    m_before.clear();
}

void Importing::start(const QStringList &files)
{
    m_files = files;
    if (m_application.session.isOpen())
        openDialog();
    else
        create(usualPlace(files.first()));
}

void Importing::askForFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Import files"), QDir::homePath(),
                                   tr("Exports (*.csv *.tsv *.txt *.xlsx *.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Importing::start);
    dialog->open();
}

void Importing::create(const QString &file)
{
    Q_EMIT begun(tr("Making a new workspace"));
    const support::Clock &clock = m_application.session.clock();
    m_application.session.openWith([path = pathOf(file), zone = support::systemZone().name(),
                                    &clock](const workbench::OnProgress &, const std::stop_token &stop) {
        auto made = workbench::Workbench::create(path, zone, clock);
        if (made && stop.stop_requested()) {
            made->reset();
            workbench::Workbench::discard(path); // nobody waits for it any more
        }
        return made;
    });
    m_fresh = file; // from here on what closes is no workspace before it
}

void Importing::openDialog()
{
    const QStringList files = std::exchange(m_files, {});
    auto *dialog = new ImportDialog(m_application, files, !m_fresh.isEmpty(), std::exchange(m_said, {}), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this] {
        m_fresh.clear();
        m_before.clear();
        if (!m_application.session.showWhereRecordsEnd())
            m_application.session.setDay({}); // what came in is shown as it is now
    });
    connect(dialog, &ImportDialog::elsewhereRequested, this,
            [this, files](const ImportDialog::Said &said) { startElsewhere(files, said); });
    connect(dialog, &ImportDialog::placeRequested, this, [this, dialog] { askForPlace(dialog); });
    connect(dialog, &QDialog::finished, this, &Importing::finish);
    dialog->open();
}

void Importing::startElsewhere(const QStringList &files, const ImportDialog::Said &said)
{
    m_said = said;
    m_files = files;
    if (m_place.isEmpty()) {
        m_before = m_application.session.file();
        create(usualPlace(files.first()));
        return;
    }
    const QFileInfo place(std::exchange(m_place, {}));
    const QString name = place.fileName();
    create(freeWorkspace(place.path(), name.endsWith(workspaceSuffix) ? name.chopped(workspaceSuffix.size()) : name));
}

void Importing::askForPlace(ImportDialog *dialog)
{
    auto *picker =
        new QFileDialog(dialog, tr("Name and place of the new workspace"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Workspaces (*.plumb)"));
    picker->setAttribute(Qt::WA_DeleteOnClose);
    picker->setAcceptMode(QFileDialog::AcceptSave);
    picker->setDefaultSuffix(QStringLiteral("plumb"));
    picker->setOption(QFileDialog::DontConfirmOverwrite); // nothing is: it gets a number behind its name
    picker->selectFile(QFileInfo(m_fresh).fileName());
    connect(picker, &QFileDialog::fileSelected, this, [this, dialog = QPointer<ImportDialog>(dialog)](const QString &file) {
        if (!dialog)
            return;
        if (const QString folder = QFileInfo(file).path(); !mayHoldFiles(folder)) {
            refusePlace(folder, dialog);
            return;
        }
        m_place = file;
        dialog->goElsewhere();
    });
    picker->open();
}

void Importing::discardFresh()
{
    m_fresh.clear();
    m_application.settings.removeRecentFile(m_application.session.file()); // before the welcome page lists them
    m_application.session.discard();
}

/// A workspace that was made for an import which then did not happen goes again.
void Importing::finish()
{
    if (m_fresh.isEmpty()) {
        m_application.session.askOrganisation();
        return;
    }
    discardFresh();
    if (!m_place.isEmpty())
        return; // it is made anew there
    reopen(std::exchange(m_before, {}));
}

/// What was open before a workspace was made for files that did not come in.
void Importing::reopen(const QString &before)
{
    if (before.isEmpty())
        return;
    Q_EMIT begun(tr("Opening %1").arg(QFileInfo(before).fileName()));
    m_application.session.open(before);
}

void Importing::openList()
{
    auto *dialog = new ImportsDialog(m_application, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportsDialog::failed, &m_application.session, &Session::failed);
    dialog->open();
}

} // namespace ui
