// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/mainwindow.h"

#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/errortext.h"
#include "ui/exporting.h"
#include "ui/importing.h"
#include "ui/models/organisationpicks.h"
#include "ui/navigation.h"
#include "ui/opening.h"
#include "ui/pages/welcome/loadingpage.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/viewing.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/topbar.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr QSize windowSize{1280, 800};
constexpr QSize smallest{960, 600};  ///< where the screen has room for it
constexpr int roomForSidebar = 1120; ///< in a window that is narrower the pages need its words' place
const QString settingsName = QStringLiteral("main");
const QString searchPrefix = QStringLiteral("search:");
const QString workspaceSuffix = QStringLiteral(".plumb");
const QString viewSuffix = QStringLiteral(".plumbview");

void polishAnew(QWidget *widget, const char *property, bool value)
{
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

MainWindow::MainWindow(const Application &application)
    : m_application(application)
    , m_actions(this)
    , m_opening(new Opening(application, m_actions, this))
    , m_importing(new Importing(application, m_actions, this))
    , m_sidebar(new Sidebar(m_actions, this))
    , m_topBar(new TopBar(application.session, m_actions, this))
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_status(new StatusLine(application.session, this))
    , m_welcome(new WelcomePage(application.settings, this))
    , m_loading(new LoadingPage(this))
    , m_navigation(new Navigation(application, {application.session, m_actions, m_undo}, m_pages, this))
    , m_viewing(new Viewing(application, m_actions, *m_navigation, this))
    , m_exporting(new Exporting(application, m_actions, *m_navigation, this))
    , m_palette(new Picker(this))
{
    build();
    bindActions();
    bindUndo();
    listen();
    setAcceptDrops(true);
    setMinimumSize(onScreen(*this, smallest));
    resize(onScreen(*this, windowSize));
    restoreGeometry(application.settings.geometry(settingsName));
    fitSidebar();
    for (QSplitter *columns : findChildren<QSplitter *>())
        columns->restoreState(application.settings.splitter(columns->objectName()));
    retranslate();
    showPage(m_welcome);
    m_welcome->activate();
}

MainWindow::~MainWindow()
{
    m_navigation->deleteWindows(); // they work with the undo stack
    // An undo stack tells that it is emptied when it goes; there is no action left to mark by then.
    m_undo.disconnect(this);
}

void MainWindow::build()
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_welcome, m_loading})
        m_pages->addWidget(page);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_notice);
    right->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidebar);
    middle->addLayout(right, 1);
    auto *central = new QWidget(this);
    auto *whole = new QVBoxLayout(central);
    whole->setContentsMargins({});
    whole->setSpacing(0);
    whole->addLayout(middle, 1);
    whole->addWidget(m_status);
    setCentralWidget(central);
    m_actions.fill(menuBar());
}

void MainWindow::bindActions()
{
    m_actions.handle(Action::Quit, this, [this] { close(); });
    m_actions.handle(Action::Settings, this, [this] { openSettings(); });
    m_actions.handle(Action::Palette, this, [this] { openPalette(); });
    m_actions.handle(Action::FoldSidebar, this, [this] {
        m_sidebar->setFolded(!m_sidebar->isFolded());
        m_application.settings.setSidebarFolded(m_sidebar->isFolded());
    });
    m_actions.handle(Action::ToggleTheme, this,
                     [this] { m_application.choose(m_application.theme.isDark() ? ThemeChoice::Light : ThemeChoice::Dark); });
    m_actions.handle(Action::ToggleLanguage, this, [this] {
        m_application.choose(m_application.session.format().isChinese() ? LanguageChoice::English : LanguageChoice::Chinese);
    });
    m_actions.handle(Action::Shortcuts, this, [this] {
        auto *sheet = new ShortcutsDialog(this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    });
    m_actions.handle(Action::About, this, [this] { showAbout(); });
}

void MainWindow::bindUndo()
{
    Session &session = m_application.session;
    m_actions.handle(
        Action::Undo, this, [this] { m_undo.undo(); }, [this, &session] { return m_undo.canUndo() && !session.isPast(); });
    m_actions.handle(
        Action::Redo, this, [this] { m_undo.redo(); }, [this, &session] { return m_undo.canRedo() && !session.isPast(); });
    connect(&m_undo, &QUndoStack::indexChanged, this, &MainWindow::markUndo);
}

void MainWindow::listen()
{
    Session &session = m_application.session;
    connect(m_opening, &Opening::begun, this, &MainWindow::begin);
    connect(m_importing, &Importing::begun, this, &MainWindow::begin);
    connect(m_opening, &Opening::ready, m_navigation, [this] { m_navigation->show(Action::ShowToday); });
    connect(&session, &Session::progressed, this, [this](quint64 done, quint64 total) {
        m_loading->setProgress(done, total, m_application.session.format().locale());
    });
    connect(&session, &Session::closed, this, [this] {
        m_undo.clear();
        markPast();
        retranslate();
        showPage(m_welcome);
        m_welcome->activate();
    });
    connect(&session, &Session::opened, this, &MainWindow::retranslate);
    connect(&session, &Session::failed, this, [this](const support::Error &error) {
        m_notice->say(error.code == support::ErrorCode::Cancelled ? Tone::Plain : Tone::Bad, textOf(error));
    });
    connect(&session, &Session::viewChanged, this, &MainWindow::markPast);
    connect(&session, &Session::organisationReady, this, [this] { m_actions.refresh(); });
    connect(m_status, &StatusLine::unreadRequested, this, &MainWindow::showUnread);
    connect(m_loading, &LoadingPage::cancelled, &session, &Session::cancelOpening);
    connect(m_welcome, &WelcomePage::sampleRequested, m_opening, &Opening::openSample);
    connect(m_welcome, &WelcomePage::openRequested, m_opening, &Opening::askForFile);
    connect(m_welcome, &WelcomePage::fileRequested, m_opening, &Opening::openFile);
    connect(m_welcome, &WelcomePage::importRequested, m_actions.action(Action::Import), &QAction::trigger);
    connect(m_topBar, &TopBar::dealChosen, m_navigation, &Navigation::showDeal);
    connect(m_viewing, &Viewing::refused, this, [this](const QString &why) { m_notice->say(Tone::Bad, why); });
    const auto say = [this](const QString &text) { m_notice->say(Tone::Good, text); };
    connect(m_viewing, &Viewing::said, this, say);
    connect(m_exporting, &Exporting::said, this, say);
    connect(m_exporting, &Exporting::failed, &session, &Session::failed);
    connect(m_topBar, &TopBar::choicesKnown, m_viewing, &Viewing::setChoices);
    connect(m_topBar, &TopBar::choicesKnown, m_exporting, &Exporting::setChoices);
    connect(m_navigation, &Navigation::pageShown, this, &MainWindow::dress);
    connect(m_navigation, &Navigation::titleChanged, this, &MainWindow::retranslate);
    connect(&m_application.theme, &Theme::changed, this, &MainWindow::dress);
    m_palette->setFallback([](const QString &text) {
        return Pick{.id = (searchPrefix + text).toStdString(),
                    .text = tr("Search deals, customers and people for “%1”").arg(text),
                    .icon = QStringLiteral("search")};
    });
    connect(m_palette, &Picker::picked, this, [this](const QString &id) {
        if (id.startsWith(searchPrefix))
            m_topBar->search(id.mid(searchPrefix.size()));
        else if (auto *action = findChild<QAction *>(id))
            action->trigger();
    });
}

void MainWindow::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    dress();
}

/// What stands around the page that is shown.
void MainWindow::dress()
{
    const bool working = m_navigation->shown() != nullptr;
    m_topBar->setVisible(working);
    m_status->setVisible(working);
    m_sidebar->setVisible(working);
    m_sidebar->setCurrent(working ? std::optional(m_navigation->workspace()) : std::nullopt);
    m_actions.refresh();
}

void MainWindow::begin(const QString &text)
{
    m_notice->hide();
    showPage(m_loading);
    m_loading->begin(text);
}

void MainWindow::openPalette()
{
    std::vector<Pick> picks;
    for (const ActionInfo &info : allActions()) {
        const QAction *action = m_actions.action(info.action);
        if (!action->isEnabled() || info.action == Action::Palette)
            continue;
        picks.push_back({.id = info.id,
                         .text = textOf(info),
                         .trailing = action->shortcut().toString(QKeySequence::NativeText),
                         .icon = QLatin1String(info.icon),
                         .alsoFound = m_application.language.inAllLanguages("ui::Action", info.text) << QLatin1String(info.id)});
    }
    // What can be done with the deal that is shown stands before the housekeeping.
    std::ranges::stable_partition(picks, [](const Pick &pick) { return pick.id.starts_with("deal."); });
    m_palette->openAt(nullptr, std::move(picks));
}

void MainWindow::openSettings()
{
    const auto person = m_application.session.person();
    auto *dialog = new SettingsDialog(m_application, person ? nameOf(*person, m_opening->teams()) : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::whoRequested, m_opening, &Opening::askWho);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Plumbline"));
    box->setIconPixmap(QIcon(QStringLiteral(":/plumbline.svg")).pixmap(64));
    box->setText(tr("<b>Plumbline %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("The sales manager's workbench: which deals need you today, and why. Free software under the GNU General "
           "Public License, version 3 or later."));
    box->open();
}

void MainWindow::showUnread()
{
    const Format &format = m_application.session.format();
    QStringList lines;
    for (const workbench::UnreadPlaybook &one : m_application.session.status().unread)
        lines.append(tr("Version %1, published on %2. %3")
                         .arg(format.count(one.version), format.dateTime(one.from), textOf(one.why).toHtmlEscaped()));
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Playbook"));
    box->setText(tr("<b>Part of the playbook cannot be read by this program</b>"));
    box->setInformativeText(tr("The version before it goes on working here, so flags and health are told by that one. A newer "
                               "Plumbline may be able to read it.")
                            + QStringLiteral("<br><br>") + lines.join(QStringLiteral("<br><br>")));
    box->open();
}

void MainWindow::markPast()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_sidebar, m_topBar, m_status, menuBar()})
        polishAnew(part, "past", m_application.session.isPast());
    m_actions.refresh();
}

void MainWindow::markUndo()
{
    const auto named = [](const QString &verb, const QString &what) {
        return what.isEmpty() ? verb : verb + QStringLiteral(": ") + what;
    };
    m_actions.action(Action::Undo)->setText(named(textOf(info(Action::Undo)), m_undo.undoText()));
    m_actions.action(Action::Redo)->setText(named(textOf(info(Action::Redo)), m_undo.redoText()));
    m_actions.refresh();
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    markUndo();
    m_sidebar->retranslate();
    m_topBar->retranslate();
    m_viewing->retranslate();
    m_exporting->retranslate();
    m_notice->retranslate();
    m_status->follow();
    m_welcome->retranslate();
    m_loading->retranslate();
    m_palette->setPlaceholder(tr("What do you want to do?"));
    QGuiApplication::setApplicationDisplayName(tr("Plumbline")); // Qt puts it behind the title of every window without it
    const QString file = QFileInfo(m_application.session.file()).completeBaseName();
    setWindowTitle(file.isEmpty() ? tr("Plumbline") : tr("%1 – Plumbline").arg(file));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitSidebar();
}

void MainWindow::fitSidebar()
{
    m_sidebar->setFolded(width() < roomForSidebar || m_application.settings.sidebarFolded());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_application.settings.setGeometry(settingsName, saveGeometry());
    for (const QSplitter *columns : findChildren<QSplitter *>())
        m_application.settings.setSplitter(columns->objectName(), columns->saveState());
    m_navigation->closeWindows(); // the program ends with its last window
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls())
        files += url.toLocalFile();
    files.removeAll(QString());
    if (files.size() == 1 && files.first().endsWith(workspaceSuffix))
        m_opening->openFile(files.first());
    else if (files.size() == 1 && files.first().endsWith(viewSuffix) && m_application.session.isOpen())
        m_viewing->openFile(files.first());
    else if (!files.isEmpty() && m_actions.action(Action::Import)->isEnabled())
        m_importing->start(files);
}

} // namespace ui
