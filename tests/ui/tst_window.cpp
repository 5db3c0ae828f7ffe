// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/delegates/stagedelegate.h"
#include "ui/dialogs/import/importdialog.h"
#include "ui/dialogs/import/importsdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/whodialog.h"
#include "ui/importing.h"
#include "ui/models/rowroles.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/today/quietday.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/widgets/daypicker.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/stagestrip.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/textlabel.h"

#include "exchange/factjson.h"
#include "store/workspace.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

/// The main window driven by keys, on a sample workspace in a real file.
class WindowTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8()); // where new workspaces go
        QVERIFY(make(200, 1));
    }

    void init() { show(); }

    void cleanup() { close(); }

    void welcomesWithTheSampleUnderTheKeyboard()
    {
        auto *welcome = window->findChild<ui::WelcomePage *>();
        QVERIFY(welcome->isVisible());
        QVERIFY(!window->findChild<ui::Sidebar *>()->isVisible());
        QCOMPARE(window->focusWidget()->accessibleName(), QStringLiteral("Try with sample data"));
        QVERIFY(!window->actions().action(ui::Action::Imports)->isEnabled());
        QVERIFY(window->actions().action(ui::Action::OpenWorkspace)->isEnabled());
    }

    void namesEveryControlForAScreenReader()
    {
        open();
        QCOMPARE(unnamed(window.get()), QStringList());
        window->navigation().showDeal(*window->navigation().today().model().today().listed.front().deal.id);
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(unnamed(window.get()), QStringList());
    }

    void namesEveryControlOfItsDialogsAndPopovers()
    {
        open();
        for (const auto &[key, modifiers] : {std::pair(Qt::Key_F1, Qt::NoModifier),
                                             {Qt::Key_Comma, Qt::ControlModifier},
                                             {Qt::Key_K, Qt::ControlModifier},
                                             {Qt::Key_D, Qt::ControlModifier},
                                             {Qt::Key_L, Qt::ControlModifier},
                                             {Qt::Key_A, Qt::NoModifier},
                                             {Qt::Key_S, Qt::NoModifier},
                                             {Qt::Key_D, Qt::NoModifier},
                                             {Qt::Key_M, Qt::NoModifier},
                                             {Qt::Key_W, Qt::NoModifier}}) {
            press(key, modifiers);
            QTRY_VERIFY(!session->isBusy());
            for (const QWidget *shown : QApplication::topLevelWidgets()) {
                if (shown->isVisible())
                    QCOMPARE(unnamed(shown).join(QChar(u';')), QString());
            }
            for (auto *dialog : window->findChildren<QDialog *>())
                dialog->reject();
            QTest::keyClick(target(), Qt::Key_Escape);
            QTRY_VERIFY(window->findChildren<QDialog *>().isEmpty());
        }
    }

    void tellsWhichPlaybookItCannotReadAndWhy()
    {
        const QString newer = folder.filePath(QStringLiteral("newer.plumb"));
        QVERIFY(QFile::copy(file(), newer));
        {
            auto written = store::Workspace::open(newer.toStdString());
            QVERIFY(written.has_value());
            exchange::FactReader reader;
            const auto record = reader.read(R"({"type":"playbook","version":7,"document":{"format":99,"id":"future"},)"
                                            R"("occurred_at":"2026-03-01T00:00:00Z","recorded_at":"2026-03-01T00:00:00Z"})",
                                            clock.now());
            QVERIFY(record.has_value());
            auto batch = written->begin({store::BatchKind::Import, "newer", clock.now()});
            QVERIFY(batch.has_value());
            QVERIFY(batch->append(*record).has_value());
            QVERIFY(batch->commit({}).has_value());
        }
        window->opening().openFile(newer);
        QTRY_VERIFY_WITH_TIMEOUT(session->isOpen() && !session->isBusy(), patience);
        QToolButton *notice = nullptr;
        for (auto *button : window->findChild<ui::StatusLine *>()->findChildren<QToolButton *>()) {
            if (button->isVisible())
                notice = button;
        }
        QVERIFY(notice != nullptr);
        notice->setFocus();
        QTest::keyClick(notice, Qt::Key_Space);
        QMessageBox *told = nullptr;
        QTRY_VERIFY((told = window->findChild<QMessageBox *>()) != nullptr);
        QVERIFY(told->informativeText().contains(QStringLiteral("Version 7")));
        QTest::keyClick(told, Qt::Key_Escape);
    }

    void goesToTheDayThatIsTypedAndSaysWhereItCannot()
    {
        open();
        press(Qt::Key_D, Qt::ControlModifier);
        auto *picker = window->findChild<ui::DayPicker *>();
        QVERIFY(picker->isVisible());
        auto *line = picker->findChild<QLineEdit *>();
        const auto type = [&](const QString &text) {
            line->clear();
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Return);
        };
        for (const auto &[typed, answer] : {std::pair("2026-02-30", "This is no day"),
                                            {"2012-01-01", "The records begin on"},
                                            {"01.04.2026", "This day is still to come"}}) {
            type(QLatin1String(typed));
            QVERIFY(picker->isVisible() && !session->isPast());
            const auto *wrong = picker->findChild<ui::TextLabel *>();
            QVERIFY2(wrong->text().startsWith(QLatin1String(answer)), qPrintable(wrong->text()));
        }
        type(QStringLiteral("15.01.2026"));
        QVERIFY(!picker->isVisible());
        QVERIFY(*session->day() == *support::parseDate("2026-01-15"));
    }

    void saysNothingOfANewestRecordOnADayBeforeAllOfThem()
    {
        open();
        const auto newest = [this] {
            const auto labels = window->findChild<ui::StatusLine *>()->findChildren<QLabel *>();
            return std::ranges::count_if(labels, [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("Newest record"));
            });
        };
        QCOMPARE(newest(), 1);
        session->setDay(*support::parseDate("2012-01-01"));
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(newest(), 0);
    }

    void saysThatItIsASampleAndOfWhichDay()
    {
        open();
        QStringList said;
        for (const QLabel *label : window->findChild<ui::StatusLine *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                said.append(label->text());
        }
        QVERIFY(said.contains(QStringLiteral("Sample data as of %1").arg(session->format().date(session->today()))));
    }

    void cutsNoNameOfAStageInTheSmallestWindow()
    {
        open();
        window->resize(window->minimumSize());
        window->navigation().showDeal(*window->navigation().today().model().today().listed.front().deal.id);
        auto *strip = window->findChild<ui::StageStrip *>();
        QTRY_VERIFY(strip->isVisible() && strip->model()->rowCount() > 0);
        bool fits = true;
        for (int row = 0; row < strip->model()->rowCount(); ++row)
            fits = fits && ui::StageDelegate::nameFits(strip->model()->index(row, 0), strip->gridSize().width());
        QCOMPARE(strip->height(), fits ? ui::StageDelegate::height : ui::StageDelegate::highHeight);
        window->resize(1600, 800);
        QTRY_COMPARE(strip->height(), ui::StageDelegate::height);
        window->resize(1280, 800);
    }

    void opensTheFolderOfTheRefusedRows()
    {
        const QString csv = folder.filePath(QStringLiteral("Refused.csv"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                   "006B1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31\r\n"
                   ",Small press,Beta Ltd,Ann Lee,Prospecting,80,2026-02-15,2026-02-31\r\n");
        file.close();
        open();
        window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog = window->findChild<ui::ImportDialog *>();
        QVERIFY(dialog != nullptr);
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
        for (int step = 0; step < 2; ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
            QTest::keyClick(next, Qt::Key_Return);
        }
        auto *open = dialog->findChild<QPushButton *>(QStringLiteral("openFolder"));
        QTRY_VERIFY_WITH_TIMEOUT(open->isVisible(), patience);
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "remember");
        QTest::keyClick(open, Qt::Key_Space);
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(m_wanted.toLocalFile(), folder.path());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("Refused.refused.csv"))));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(dialog == nullptr);
    }

    void foldsTheSidebarWhereThePagesNeedItsPlace()
    {
        open();
        auto *sidebar = window->findChild<ui::Sidebar *>();
        window->resize(1280, 800);
        QTRY_VERIFY(!sidebar->isFolded());
        window->resize(window->minimumSize());
        QTRY_VERIFY(sidebar->isFolded());
        QVERIFY(!settings->sidebarFolded()); // nobody has asked for it
        window->resize(1280, 800);
        QTRY_VERIFY(!sidebar->isFolded());
    }

    void asksWhoIsThereAndStartsWithTheirTeam()
    {
        window->opening().setQuiet(false);
        open();
        ui::WhoDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window->findChild<ui::WhoDialog *>()) != nullptr);
        const workbench::TeamView *team = nullptr;
        const workbench::PersonView *manager = nullptr;
        for (const workbench::TeamView &one : window->opening().teams()) {
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
        QTRY_VERIFY(session->person().has_value());
        QCOMPARE(ui::qstring(session->person()->text()), ui::qstring(manager->id));
        QVERIFY(session->scope().team && session->scope().team->text() == team->id);
        QVERIFY(settings->person(file()) == session->person());
    }

    void asksWhoIsThereOnlyOnceWhenTheAnswerIsEscape()
    {
        window->opening().setQuiet(false);
        open();
        QPointer<ui::WhoDialog> dialog;
        QTRY_VERIFY((dialog = window->findChild<ui::WhoDialog *>()) != nullptr);
        QTest::keyClick(dialog, Qt::Key_J); // looks for a name, wherever the keyboard is
        QCOMPARE(dialog->findChild<QLineEdit *>()->text(), QStringLiteral("j"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(!session->person() && session->scope() == workbench::Scope{});
        session->close();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
        QVERIFY(window->findChild<ui::WhoDialog *>() == nullptr);
    }

    void showsThePastMarkedAndReadOnlyAndComesBack()
    {
        open();
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(session->isPast());
        auto *badge = window->findChild<QLabel *>(QStringLiteral("pastBadge"));
        QTRY_VERIFY(badge->isVisible());
        QVERIFY(badge->text().contains(QStringLiteral("11 Mar 2026")));
        QVERIFY(window->findChild<ui::Sidebar *>()->property("past").toBool());
        QVERIFY(window->actions().action(ui::Action::Import)->isEnabled()); // it goes back to now by itself
        press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(*session->day() == *support::parseDate("2026-03-04"));
        press(Qt::Key_Home, Qt::AltModifier);
        QVERIFY(!session->isPast());
        QVERIFY(!badge->isVisible());
    }

    void goesNoFurtherBackThanTheFirstDay()
    {
        open();
        const support::Date first = session->format().zone().dateOf(session->status().oldest);
        session->setDay(first + 1);
        const QAction *back = window->actions().action(ui::Action::PreviousDay);
        QTRY_VERIFY(back->isEnabled());
        press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(*session->day() == first);
        QTRY_VERIFY(!back->isEnabled());
    }

    void findsAnActionInEitherLanguage()
    {
        open();
        for (const QString &words : {QStringLiteral("light dark"), QString::fromUtf8("深色"), QStringLiteral("view.theme")}) {
            const bool dark = theme.isDark();
            press(Qt::Key_K, Qt::ControlModifier);
            auto *input = qobject_cast<QLineEdit *>(window->focusWidget());
            QVERIFY(input != nullptr);
            input->setText(words);
            QTest::keyClick(input, Qt::Key_Return);
            QTRY_COMPARE(theme.isDark(), !dark);
        }
    }

    void findsADealByItsNameAndOpensIt()
    {
        open();
        const workbench::DealSummary deal = window->navigation().today().model().today().listed.front().deal;
        press(Qt::Key_F, Qt::ControlModifier);
        auto *search = window->findChild<ui::SearchField *>();
        QVERIFY(search->hasFocus());
        type(search, ui::qstring(deal.name));
        QListView *results = nullptr;
        for (auto *list : window->findChildren<ui::PickList *>()) {
            if (list->accessibleName() == QStringLiteral("Search results"))
                results = list;
        }
        QTRY_VERIFY(results->isVisible() && results->model()->rowCount() > 0);
        const QModelIndex first = results->model()->index(0, 0);
        QVERIFY(first.data(ui::TextRole).toString().contains(ui::qstring(deal.owner)));
        QCOMPARE(first.data(ui::TrailingRole).toString(), session->format().amount(*deal.amount));
        QTest::keyClick(search, Qt::Key_Return);
        auto *page = window->findChild<ui::DealPage *>();
        QTRY_VERIFY(page->isVisible());
        press(Qt::Key_Escape);
        QTRY_VERIFY(window->navigation().today().isVisible());
    }

    void searchesForWhatNoActionIsCalled()
    {
        open();
        const workbench::DealSummary deal = window->navigation().today().model().today().listed.front().deal;
        press(Qt::Key_K, Qt::ControlModifier);
        auto *input = qobject_cast<QLineEdit *>(window->focusWidget());
        QVERIFY(input != nullptr);
        input->setText(ui::qstring(deal.name));
        QTest::keyClick(input, Qt::Key_Return);
        auto *search = window->findChild<ui::SearchField *>();
        QTRY_VERIFY(search->hasFocus());
        QCOMPARE(search->text(), ui::qstring(deal.name));
    }

    void switchesTheLanguageWithoutARestart()
    {
        open();
        const QString english = window->menuBar()->actions().front()->text();
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(window->menuBar()->actions().front()->text() != english);
        QVERIFY(session->format().isChinese());
        QCOMPARE(window->actions().action(ui::Action::ShowToday)->text(), QString::fromUtf8("今日"));
        QVERIFY(settings->language() == ui::LanguageChoice::Chinese);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(window->menuBar()->actions().front()->text(), english);
    }

    void opensItsDialogsByKeys()
    {
        open();
        press(Qt::Key_F1);
        QTRY_VERIFY(window->findChild<ui::ShortcutsDialog *>() != nullptr);
        QTest::keyClick(window->findChild<ui::ShortcutsDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(window->findChild<ui::ShortcutsDialog *>() == nullptr);
        press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window->findChild<ui::SettingsDialog *>() != nullptr);
    }

    void showsInItsSettingsWhatHoldsAndNotWhatIsRemembered()
    {
        open();
        theme.apply(ui::ThemeChoice::Dark); // as a start with "--theme dark" does
        press(Qt::Key_Comma, Qt::ControlModifier);
        ui::SettingsDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window->findChild<ui::SettingsDialog *>()) != nullptr);
        QVERIFY(settings->theme() != ui::ThemeChoice::Dark);
        const auto fields = dialog->findChildren<QComboBox *>();
        QVERIFY(
            std::ranges::any_of(fields, [](const QComboBox *field) { return field->currentText() == QStringLiteral("Dark"); }));
        theme.apply(settings->theme());
    }

    void saysWhyAFileCannotBeOpened()
    {
        window->opening().openFile(folder.filePath(QStringLiteral("missing.plumb")));
        QTRY_VERIFY(window->findChild<ui::WelcomePage *>()->isVisible());
        QVERIFY(says(QStringLiteral("missing.plumb")));
    }

    void opensTheWorkspaceOfTheLastTimeAndNothingWhereThereWasNone()
    {
        auto *welcome = window->findChild<ui::WelcomePage *>();
        window->opening().openLast();
        QVERIFY(welcome->isVisible() && !session->isBusy());
        settings->addRecentFile(folder.filePath(QStringLiteral("earlier.plumb")));
        open();
        session->close();
        QVERIFY(welcome->isVisible());
        window->opening().openLast();
        QTRY_VERIFY_WITH_TIMEOUT(session->isOpen() && !session->isBusy(), patience);
        QCOMPARE(session->file(), file());
    }

    void staysOnTheStartPageAndSaysSoWhereTheLastWorkspaceIsGone()
    {
        settings->addRecentFile(folder.filePath(QStringLiteral("gone.plumb")));
        window->opening().openLast();
        QTRY_VERIFY(window->findChild<ui::WelcomePage *>()->isVisible());
        QVERIFY(says(QStringLiteral("gone.plumb")));
    }

    void keepsTheKeyboardInTodayWhenTheWindowComesToTheFrontBeforeTheDealsDo()
    {
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        connect(&window->opening(), &ui::Opening::ready, window.get(), [this] { window->activateWindow(); });
        open();
        QCOMPARE(window->focusWidget(), window->navigation().today().list());
    }

    void fitsOnAScreenThatIsSmallerThanItWouldLike()
    {
        const QSize room = window->screen()->availableSize();
        QVERIFY2(room.width() < 960, "the window would like at least that much");
        QVERIFY(QRect(QPoint(), room).contains(QRect(QPoint(), window->size())));
        QVERIFY(QRect(QPoint(), room).contains(QRect(QPoint(), window->minimumSize())));
        open();
        // 1280 × 800 at one and a half, less a frame and the menus: what does not fit there is scrolled.
        const QSize least(845, 460);
        const auto fits = [&] { return window->centralWidget()->minimumSizeHint().boundedTo(least); };
        QCOMPARE(window->centralWidget()->minimumSizeHint(), fits());
        window->navigation().showDeal(*window->navigation().today().model().today().listed.front().deal.id);
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(window->centralWidget()->minimumSizeHint(), fits());
    }

    void importsFilesByEnterAndTakesThemBack()
    {
        const QString csv = folder.filePath(QStringLiteral("Opportunities.csv"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                   "006A1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31\r\n"
                   "006A2,Small press,Beta Ltd,Ann Lee,Prospecting,80,2026-02-15,2026-04-30\r\n");
        file.close();
        open();
        const std::uint64_t before = session->workbench()->facts();
        const std::size_t batches = session->workbench()->batches().size();
        window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog = window->findChild<ui::ImportDialog *>();
        QVERIFY(dialog != nullptr);
        for (int step = 0; step < 2; ++step) {
            auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
            QTest::keyClick(next, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
        QVERIFY(session->workbench()->facts() > before);
        QCOMPARE(session->workbench()->batches().size(), batches + 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(dialog == nullptr);

        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        auto *list = window->findChild<ui::ImportsDialog *>();
        QVERIFY(list != nullptr);
        auto *turn = list->findChildren<QPushButton *>().front();
        QTRY_VERIFY(turn->isEnabled());
        QTest::keyClick(turn, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(
            session->workbench()->batches().back().withdrawn || session->workbench()->batches().front().withdrawn, patience);
    }

    void importsATableThatNobodyKnowsByWhatItsColumnsAreSaidToBe()
    {
        const QString csv = folder.filePath(QStringLiteral("Offers.csv"));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Vorgang;Kunde;Phase;Wert\r\nA1;Acme GmbH;Prospecting;1200\r\nA2;Beta Ltd;Prospecting;80\r\n");
        file.close();
        open();
        window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog = window->findChild<ui::ImportDialog *>();
        QVERIFY(dialog != nullptr);
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
        QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
        const std::vector<std::pair<QString, exchange::Meaning>> said{{QStringLiteral("Vorgang"), exchange::Meaning::DealName},
                                                                      {QStringLiteral("Kunde"), exchange::Meaning::CustomerName},
                                                                      {QStringLiteral("Phase"), exchange::Meaning::Stage},
                                                                      {QStringLiteral("Wert"), exchange::Meaning::Amount}};
        for (const auto &[header, meaning] : said) {
            QComboBox *field = nullptr;
            for (QComboBox *one : dialog->findChildren<QComboBox *>())
                field = one->accessibleName().contains(header) ? one : field;
            QVERIFY2(field != nullptr, qPrintable(header));
            field->setFocus();
            while (field->currentIndex() != static_cast<int>(meaning))
                QTest::keyClick(field, field->currentIndex() < static_cast<int>(meaning) ? Qt::Key_Down : Qt::Key_Up);
        }
        for (QLineEdit *line : dialog->findChildren<QLineEdit *>()) {
            if (line->accessibleName().contains(QStringLiteral("keep")))
                line->setText(QStringLiteral("ours"));
        }
        const std::uint64_t before = session->workbench()->facts();
        for (int step = 0; step < 2; ++step) {
            QTest::keyClick(next, Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible() && !session->isBusy(), patience);
        }
        QTest::keyClick(next, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(session->workbench()->facts() > before, patience);
        QTRY_COMPARE(session->workbench()->search("Beta Ltd", 5).size(), std::size_t{2}); // the customer and its deal
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("data/plumbline/profiles/ours.json"))));
    }

    void importsAnOldExportIntoAWorkspaceOfItsOwnAndShowsItsLastDay()
    {
        const QString csv = oldExport();
        window->importing().start({csv});
        QPointer<ui::ImportDialog> dialog;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        auto *next = dialog->findChild<QPushButton *>(QStringLiteral("next"));
        for (int step = 0; step < 2; ++step) {
            QTRY_VERIFY_WITH_TIMEOUT(next->isVisible(), patience);
            QTest::keyClick(next, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(next->isVisible() && session->workbench()->facts() > 0, patience);
        QTest::keyClick(next, Qt::Key_Return);
        QTRY_VERIFY(dialog == nullptr);
        QVERIFY(session->file().endsWith(QStringLiteral("Opportunities.plumb")));
        QVERIFY(session->isWhereRecordsEnd());
        QVERIFY(*session->day() == *support::parseDate("2020-03-01"));
        QTRY_COMPARE(window->navigation().today().model().today().openDeals, std::size_t{2});
        // Nothing is flagged on that day, which says nothing about now: the way there is offered.
        const auto *quiet = window->navigation().today().findChild<ui::QuietDay *>();
        QTRY_VERIFY(quiet->isVisible());
        ui::KeyButton *now = nullptr;
        for (auto *button : quiet->findChildren<ui::KeyButton *>())
            now = button->isVisible() ? button : now;
        QVERIFY(now != nullptr);
        QTest::mouseClick(now, Qt::LeftButton);
        QTRY_VERIFY(!session->isPast() && !session->isBusy());
        QTRY_VERIFY(!quiet->isVisible());
    }

    void leavesNothingOfAnImportThatWasCancelled()
    {
        const QStringList before = QDir(folder.filePath(QStringLiteral("data/plumbline"))).entryList(QDir::Files);
        window->importing().start({oldExport()});
        QPointer<ui::ImportDialog> dialog;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QPushButton *>(QStringLiteral("next"))->isVisible(), patience);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!session->isOpen());
        QVERIFY(window->findChild<ui::WelcomePage *>()->isVisible());
        QTRY_COMPARE(QDir(folder.filePath(QStringLiteral("data/plumbline"))).entryList(QDir::Files), before);
    }

    void makesTheSampleWhenItsCardIsChosenByEnter()
    {
        QTest::keyClick(window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(session->isOpen() && window->navigation().today().model().rowCount() > 0, patience);
        QVERIFY(session->file().endsWith(QStringLiteral("sample.plumb")));
        QCOMPARE(window->navigation().today().model().today().listed.size(), std::size_t{8});
    }

    void findsAPersonByRoleAndSaysWhenThereIsNone()
    {
        open();
        ui::WhoDialog dialog(window->opening().teams(), {}, window.get());
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

    void remembersHowWideItsColumnsAre()
    {
        const auto columns = [this] { return window->findChild<QSplitter *>(QStringLiteral("todayColumns")); };
        open();
        columns()->setSizes({420, columns()->width() - 420});
        const QList<int> sizes = columns()->sizes();
        window->close();
        window = std::make_unique<ui::MainWindow>(ui::Application{*session, *settings, language, theme});
        window->opening().setQuiet(true);
        window->show();
        open();
        QCOMPARE(columns()->sizes(), sizes);
    }

    void remembersTheScopeOfAWorkspaceButNeverTheDay()
    {
        open();
        session->setScope({*domain::TeamId::parse(window->opening().teams().front().id), {}});
        const workbench::Scope scope = session->scope();
        press(Qt::Key_Left, Qt::AltModifier);
        session->close();
        open();
        QVERIFY(session->scope() == scope);
        QVERIFY(!session->isPast());
        QCOMPARE(settings->recentFiles(), QStringList{file()});
    }

public Q_SLOTS:
    void remember(const QUrl &url) { m_wanted = url; }

private:
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = window->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    /// The controls in `top` that a screen reader could only call by what they are.
    [[nodiscard]] static QStringList unnamed(const QWidget *top)
    {
        QStringList found;
        for (const QWidget *widget : top->findChildren<QWidget *>()) {
            const bool control =
                qobject_cast<const QAbstractButton *>(widget) != nullptr || qobject_cast<const QLineEdit *>(widget) != nullptr
                || qobject_cast<const QComboBox *>(widget) != nullptr || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
                || qobject_cast<const QAbstractItemView *>(widget) != nullptr;
            // What a field consists of inside speaks through the field.
            const bool inner = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr
                               || qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr;
            if (!control || inner || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty())
                found.append(QStringLiteral("%1 in %2")
                                 .arg(QLatin1String(widget->metaObject()->className()),
                                      QLatin1String(widget->parentWidget()->metaObject()->className())));
        }
        return found;
    }

    /// Two open deals of six years ago.
    [[nodiscard]] QString oldExport() const
    {
        const QString csv = folder.filePath(QStringLiteral("Opportunities.csv"));
        QFile file(csv);
        if (file.open(QIODevice::WriteOnly))
            file.write("Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                       "006B1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2020-02-15,2020-05-31\r\n"
                       "006B2,Small press,Beta Ltd,Ann Lee,Prospecting,80,2020-03-01,2020-04-30\r\n");
        return csv;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        // A dialog that has just closed leaves no window active without a window manager.
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QWidget *target = window->focusWidget() != nullptr ? window->focusWidget() : window.get();
        QTest::keyClick(target, key, modifiers);
    }

    /// Text of any script, as an input method delivers it.
    static void type(QWidget *into, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(into, &event);
    }

    QUrl m_wanted;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
