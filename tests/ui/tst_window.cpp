// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importdialog.h"
#include "ui/dialogs/import/importsdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/whodialog.h"
#include "ui/importing.h"
#include "ui/mainwindow.h"
#include "ui/opening.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/today/todaypage.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidebar.h"

#include "workbench/sampling.h"

#include <QAccessible>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int patience = 60'000;
const support::FixedClock clock_(*support::parseInstant("2026-03-12T01:30:00Z"));

} // namespace

/// The main window driven by keys, on a sample workspace in a real file.
class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8()); // where new workspaces go
        const exchange::sample::Spec spec{.deals = 200, .seed = 1, .asOf = clock_.now()};
        const auto made = workbench::createSample(sample().toStdString(), spec, clock_);
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
    }

    void init()
    {
        QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
        m_session = std::make_unique<ui::Session>(clock_);
        m_settings = std::make_unique<ui::AppSettings>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_language.apply(ui::LanguageChoice::English);
        m_session->setLocale(m_language.locale());
        m_theme.apply(ui::ThemeChoice::Light);
        m_window = std::make_unique<ui::MainWindow>(ui::Application{*m_session, *m_settings, m_language, m_theme});
        m_window->opening().setQuiet(true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_session.reset();
        m_settings.reset();
    }

    void welcomesWithTheSampleUnderTheKeyboard()
    {
        auto *welcome = m_window->findChild<ui::WelcomePage *>();
        QVERIFY(welcome->isVisible());
        QVERIFY(!m_window->findChild<ui::Sidebar *>()->isVisible());
        QCOMPARE(m_window->focusWidget()->accessibleName(), QStringLiteral("Try with sample data"));
        QVERIFY(!m_window->actions().action(ui::Action::Imports)->isEnabled());
        QVERIFY(m_window->actions().action(ui::Action::OpenWorkspace)->isEnabled());
    }

    void namesEveryControlForAScreenReader()
    {
        open();
        m_window->showDeal(*m_window->todayPage().model().today().listed.front().deal.id);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            const bool control =
                widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                && (qobject_cast<const QAbstractButton *>(widget) != nullptr || qobject_cast<const QLineEdit *>(widget) != nullptr
                    || qobject_cast<const QAbstractItemView *>(widget) != nullptr);
            if (!control)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(QStringLiteral("%1 in %2")
                                    .arg(widget->metaObject()->className(), widget->parentWidget()->metaObject()->className())));
        }
    }

    void asksWhoIsThereAndStartsWithTheirTeam()
    {
        m_window->opening().setQuiet(false);
        open();
        ui::WhoDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<ui::WhoDialog *>()) != nullptr);
        const workbench::TeamView *team = nullptr;
        const workbench::PersonView *manager = nullptr;
        for (const workbench::TeamView &one : m_window->opening().teams()) {
            for (const workbench::PersonView &person : one.people) {
                if (person.role == domain::PersonRole::Manager && manager == nullptr) {
                    manager = &person;
                    team = &one;
                }
            }
        }
        QVERIFY(manager != nullptr);
        auto *input = dialog->findChild<QLineEdit *>();
        type(input, ui::qstring(manager->name));
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_VERIFY(m_session->person().has_value());
        QCOMPARE(ui::qstring(m_session->person()->text()), ui::qstring(manager->id));
        QVERIFY(m_session->scope().team && m_session->scope().team->text() == team->id);
        QVERIFY(m_settings->person(sample()) == m_session->person());
    }

    void showsThePastMarkedAndReadOnlyAndComesBack()
    {
        open();
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_session->isPast());
        auto *badge = m_window->findChild<QLabel *>(QStringLiteral("pastBadge"));
        QTRY_VERIFY(badge->isVisible());
        QVERIFY(badge->text().contains(QStringLiteral("11 Mar 2026")));
        QVERIFY(m_window->findChild<ui::Sidebar *>()->property("past").toBool());
        QVERIFY(!m_window->actions().action(ui::Action::Import)->isEnabled());
        press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(*m_session->day() == *support::parseDate("2026-03-04"));
        press(Qt::Key_Home, Qt::AltModifier);
        QVERIFY(!m_session->isPast());
        QVERIFY(!badge->isVisible());
    }

    void findsAnActionInEitherLanguage()
    {
        open();
        for (const QString &words : {QStringLiteral("light dark"), QString::fromUtf8("深色"), QStringLiteral("view.theme")}) {
            const bool dark = m_theme.isDark();
            press(Qt::Key_K, Qt::ControlModifier);
            auto *input = qobject_cast<QLineEdit *>(m_window->focusWidget());
            QVERIFY(input != nullptr);
            input->setText(words);
            QTest::keyClick(input, Qt::Key_Return);
            QTRY_COMPARE(m_theme.isDark(), !dark);
        }
    }

    void findsADealByItsNameAndOpensIt()
    {
        open();
        const workbench::DealSummary deal = m_window->todayPage().model().today().listed.front().deal;
        press(Qt::Key_F, Qt::ControlModifier);
        auto *search = m_window->findChild<ui::SearchField *>();
        QVERIFY(search->hasFocus());
        type(search, ui::qstring(deal.name));
        QListView *results = nullptr;
        for (auto *list : m_window->findChildren<ui::PickList *>()) {
            if (list->accessibleName() == QStringLiteral("Search results"))
                results = list;
        }
        QTRY_VERIFY(results->isVisible() && results->model()->rowCount() > 0);
        QTest::keyClick(search, Qt::Key_Return);
        auto *page = m_window->findChild<ui::DealPage *>();
        QTRY_VERIFY(page->isVisible());
        press(Qt::Key_Escape);
        QTRY_VERIFY(m_window->todayPage().isVisible());
    }

    void switchesTheLanguageWithoutARestart()
    {
        open();
        const QString english = m_window->menuBar()->actions().front()->text();
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->menuBar()->actions().front()->text() != english);
        QVERIFY(m_session->format().isChinese());
        QCOMPARE(m_window->actions().action(ui::Action::ShowToday)->text(), QString::fromUtf8("今日"));
        QVERIFY(m_settings->language() == ui::LanguageChoice::Chinese);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_window->menuBar()->actions().front()->text(), english);
    }

    void opensItsDialogsByKeys()
    {
        open();
        press(Qt::Key_F1);
        QTRY_VERIFY(m_window->findChild<ui::ShortcutsDialog *>() != nullptr);
        QTest::keyClick(m_window->findChild<ui::ShortcutsDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<ui::ShortcutsDialog *>() == nullptr);
        press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findChild<ui::SettingsDialog *>() != nullptr);
    }

    void saysWhyAFileCannotBeOpened()
    {
        m_window->opening().openFile(m_folder.filePath(QStringLiteral("missing.plumb")));
        QTRY_VERIFY(m_window->findChild<ui::WelcomePage *>()->isVisible());
        bool said = false;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("missing.plumb")));
        QVERIFY(said);
    }

    void importsFilesByEnterAndTakesThemBack()
    {
        const QString csv = m_folder.filePath(QStringLiteral("Opportunities.csv"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                   "006A1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31\r\n"
                   "006A2,Small press,Beta Ltd,Ann Lee,Prospecting,80,2026-02-15,2026-04-30\r\n");
        file.close();
        open();
        const std::uint64_t before = m_session->workbench()->facts();
        m_window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog = m_window->findChild<ui::ImportDialog *>();
        QVERIFY(dialog != nullptr);
        for (int step = 0; step < 2; ++step) {
            auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
            QTest::keyClick(next, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isBusy(), patience);
        QVERIFY(m_session->workbench()->facts() > before);
        QCOMPARE(m_session->workbench()->batches().size(), std::size_t{2});
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(dialog == nullptr);

        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        auto *list = m_window->findChild<ui::ImportsDialog *>();
        QVERIFY(list != nullptr);
        auto *turn = list->findChildren<QPushButton *>().front();
        QTRY_VERIFY(turn->isEnabled());
        QTest::keyClick(turn, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_session->workbench()->batches().back().withdrawn || m_session->workbench()->batches().front().withdrawn, patience);
    }

    void importsAnOldExportIntoAWorkspaceOfItsOwnAndShowsItsLastDay()
    {
        const QString csv = oldExport();
        m_window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
        for (int step = 0; step < 2; ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
            QTest::keyClick(next, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(next->isVisible() && m_session->workbench()->facts() > 0, patience);
        QTest::keyClick(next, Qt::Key_Return);
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(m_session->file().endsWith(QStringLiteral("Opportunities.plumb")));
        QVERIFY(m_session->isWhereRecordsEnd());
        QVERIFY(*m_session->day() == *support::parseDate("2020-03-01"));
        QTRY_COMPARE(m_window->todayPage().model().today().openDeals, std::size_t{2});
    }

    void leavesNothingOfAnImportThatWasCancelled()
    {
        const QStringList before = QDir(m_folder.filePath(QStringLiteral("data/plumbline"))).entryList(QDir::Files);
        m_window->importing().start({oldExport()});
        QPointer<ui::ImportDialog> dialog;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("next"))->isVisible(), patience);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_session->isOpen());
        QVERIFY(m_window->findChild<ui::WelcomePage *>()->isVisible());
        QTRY_COMPARE(QDir(m_folder.filePath(QStringLiteral("data/plumbline"))).entryList(QDir::Files), before);
    }

    void makesTheSampleWhenItsCardIsChosenByEnter()
    {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->isOpen() && m_window->todayPage().model().rowCount() > 0, patience);
        QVERIFY(m_session->file().endsWith(QStringLiteral("sample.plumb")));
        QCOMPARE(m_window->todayPage().model().today().listed.size(), std::size_t{8});
    }

    void findsAPersonByRoleAndSaysWhenThereIsNone()
    {
        open();
        ui::WhoDialog dialog(m_window->opening().teams(), {}, m_window.get());
        dialog.show();
        auto *input = dialog.findChild<QLineEdit *>();
        auto *choose = dialog.findChildren<QPushButton *>().front();
        QCOMPARE(choose->text(), QStringLiteral("Show everyone's deals"));
        type(input, QStringLiteral("manager"));
        QCOMPARE(choose->text(), QStringLiteral("That is me"));
        input->clear();
        type(input, QStringLiteral("nobody at all"));
        QVERIFY(!choose->isEnabled());
    }

    void remembersTheScopeOfAWorkspaceButNeverTheDay()
    {
        open();
        m_session->setScope({*domain::TeamId::parse(m_window->opening().teams().front().id), {}});
        const workbench::Scope scope = m_session->scope();
        press(Qt::Key_Left, Qt::AltModifier);
        m_session->close();
        open();
        QVERIFY(m_session->scope() == scope);
        QVERIFY(!m_session->isPast());
        QCOMPARE(m_settings->recentFiles(), QStringList{sample()});
    }

private:
    /// Two open deals of six years ago.
    [[nodiscard]] QString oldExport() const
    {
        const QString csv = m_folder.filePath(QStringLiteral("Opportunities.csv"));
        QFile file(csv);
        if (file.open(QIODevice::WriteOnly))
            file.write("Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                       "006B1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2020-02-15,2020-05-31\r\n"
                       "006B2,Small press,Beta Ltd,Ann Lee,Prospecting,80,2020-03-01,2020-04-30\r\n");
        return csv;
    }

    [[nodiscard]] QString sample() const { return m_folder.filePath(QStringLiteral("sample.plumb")); }

    void open()
    {
        m_window->opening().openFile(sample());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->todayPage().model().rowCount() > 0 && !m_session->isBusy(), patience);
        QTRY_VERIFY(!m_window->opening().teams().empty());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        // A dialog that has just closed leaves no window active without a window manager.
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QWidget *target = m_window->focusWidget() != nullptr ? m_window->focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }

    /// Text of any script, as an input method delivers it.
    static void type(QWidget *into, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(into, &event);
    }

    QTemporaryDir m_folder;
    ui::Language m_language;
    ui::Theme m_theme;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::AppSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
