// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/import/importdialog.h"
#include "ui/dialogs/import/importsdialog.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/dialogs/whodialog.h"
#include "ui/importing.h"
#include "ui/models/rowroles.h"
#include "ui/models/todaymodel.h"
#include "ui/widgets/picklist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QThread>
#include <QTreeWidget>

#include <future>

/// The import wizard driven by keys: where rows go, and a table that nobody knows.
class ImportingTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8()); // where new workspaces go
        QVERIFY(make(60, 1));
    }

    void init() { show(); }

    void cleanup() { close(); }

    void saysOnEveryPageIntoWhichWorkspaceTheRowsGo()
    {
        begin(knownExport());
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            const auto *name = m_dialog->findChild<QLabel *>(QStringLiteral("targetName"));
            const auto *path = m_dialog->findChild<QLabel *>(QStringLiteral("targetFile"));
            QVERIFY(name->isVisible() && name->text().contains(QStringLiteral("“sample”")));
            QVERIFY(path->isVisible());
            QCOMPARE(path->text(), file());
            QVERIFY(page != 1 || next()->text() == QStringLiteral("Import into the sample"));
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void beginsAtTheTopOfTheListThatAnImportLedTo()
    {
        begin(knownExport());
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr && !session->isBusy());
        // Somewhere among these days the deal at the top is another one, and the one before further down.
        for (int day = 1; day <= 30; ++day) {
            session->setDay(session->today() + -day);
            QTRY_VERIFY(!session->isBusy());
            QCOMPARE(window->navigation().today().list()->currentIndex().row(), 0);
        }
    }

    void bringsFilesIntoAWorkspaceOfTheirOwnInsteadOfTheSample()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        const std::uint64_t before = session->workbench()->facts();
        goElsewhere();
        QCOMPARE(m_dialog->findChild<QLabel *>(QStringLiteral("targetName"))->text(),
                 QStringLiteral("Into the new workspace “Offers”"));
        QCOMPARE(elsewhere()->text(), QStringLiteral("Name and place…"));
        QCOMPARE(columnField(QStringLiteral("Vorgang"))->currentIndex(), static_cast<int>(exchange::Meaning::DealName));
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr);
        QVERIFY(session->file().endsWith(QStringLiteral("Offers.plumb")));
        QTRY_VERIFY(!session->workbench()->search("A1", 5).empty());
        open();
        QCOMPARE(session->workbench()->facts(), before);
    }

    void keepsTheNewWorkspaceUnderTheNameAndInThePlaceThatAreSaid()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        goElsewhere();
        const QString usual = session->file();
        const QString taken = folder.filePath(QStringLiteral("Europe Q1.2026.plumb"));
        QVERIFY(QFile(taken).open(QIODevice::WriteOnly));
        choosePlace(folder.filePath(QStringLiteral("Europe Q1.2026")));
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog == nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT((m_dialog = window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        QVERIFY(waitForPage());
        QCOMPARE(session->file(), folder.filePath(QStringLiteral("Europe Q1.2026-2.plumb")));
        QCOMPARE(QFileInfo(taken).size(), 0);
        QTRY_VERIFY(!QFile::exists(usual));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience); // what was open before the two
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void keepsWhatWasSaidWhereTheChosenPlaceTakesNoFiles()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        goElsewhere();
        const QString usual = session->file();
        choosePlace(QStringLiteral("/proc/Europe"));
        QPointer<QMessageBox> box = m_dialog->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(box == nullptr);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(session->file(), usual);
        QCOMPARE(columnField(QStringLiteral("Vorgang"))->currentIndex(), static_cast<int>(exchange::Meaning::DealName));
        leave();
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void saysThatTheFolderChosenForTheNewWorkspaceIsNotThere()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        goElsewhere();
        choosePlace(folder.filePath(QStringLiteral("nowhere/Europe")));
        QPointer<QMessageBox> box = m_dialog->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QVERIFY(box->text().contains(QStringLiteral("There is no such folder")));
        QVERIFY(box->informativeText().contains(folder.filePath(QStringLiteral("nowhere"))));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(box == nullptr);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void keepsTheKeyboardAwayFromWhatStopsItWhileItWorks()
    {
        begin(knownExport());
        for (int page = 0; page < 2; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Space);
            QVERIFY(!next()->isVisible()); // it works
            for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
                QVERIFY(m_dialog->focusWidget() != nullptr);
                QTest::keyClick(m_dialog->focusWidget(), key);
                QVERIFY(m_dialog->isVisible());
            }
        }
        QVERIFY(waitForPage());
        QCOMPARE(next()->text(), QStringLiteral("Close"));
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void closesOnlyWhenNothingWasWrittenBeforeItStopped()
    {
        begin(knownExport());
        leadTo(QStringLiteral("Import into the sample"));
        const std::uint64_t before = session->workbench()->facts();
        std::promise<void> way;
        session->write([free = way.get_future().share()](workbench::Workbench &, const workbench::OnProgress &,
                                                         const std::stop_token &) { return free.wait(), true; },
                       [](bool) {});
        QTest::keyClick(next(), Qt::Key_Return);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!cancel()->isEnabled());
        way.set_value();
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog == nullptr, patience);
        QCOMPARE(session->workbench()->facts(), before);
    }

    void showsTheResultOfAnImportThatWasStoppedTooLate()
    {
        begin(knownExport());
        leadTo(QStringLiteral("Import into the sample"));
        const std::uint64_t before = session->workbench()->facts();
        QTest::keyClick(next(), Qt::Key_Return);
        const QDeadlineTimer late(patience);
        while (session->workbench()->facts() == before && !late.hasExpired())
            QThread::yieldCurrentThread(); // it is written, and the dialog does not know yet
        QVERIFY(session->isWriting());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(waitForPage());
        QCOMPARE(next()->text(), QStringLiteral("Close"));
        QVERIFY(button(QStringLiteral("Take the import back"))->isVisible());
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void holdsNoWorkspaceThatTheSessionHasClosed()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        const std::weak_ptr<workbench::Workbench> closed = session->workbench();
        session->close();
        QTRY_VERIFY_WITH_TIMEOUT(closed.expired(), patience);
        QVERIFY(m_dialog != nullptr);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void tellsTheFirstFactsInWordsOfTheInterface()
    {
        begin(knownExport());
        leadTo(QStringLiteral("Import into the sample"));
        const QTreeWidget *facts = nullptr;
        for (auto *table : m_dialog->findChildren<QTreeWidget *>())
            facts = table->accessibleName() == QStringLiteral("First facts") ? table : facts;
        QVERIFY(facts != nullptr && facts->topLevelItemCount() > 0);
        QStringList content;
        for (int row = 0; row < facts->topLevelItemCount(); ++row)
            content += facts->topLevelItem(row)->text(2);
        const QString all = content.join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("expected close 2026-05-31")), qPrintable(all));
        for (const char *raw : {"kind ", "row-", "close_date", "owner "})
            QVERIFY2(!all.contains(QLatin1String(raw)), qPrintable(all));
    }

    void keepsTheTicksOfCustomersThatAreOneOnTheWayBackAndForth()
    {
        begin(alikeCustomers());
        leadTo(QStringLiteral("Import into the sample"));
        QVERIFY(duplicate() != nullptr);
        duplicate()->setCheckState(0, Qt::Checked);
        QTest::keyClick(back(), Qt::Key_Space);
        QTest::keyClick(next(), Qt::Key_Return);
        leadTo(QStringLiteral("Import into the sample"));
        QCOMPARE(duplicate()->checkState(0), Qt::Checked);
        leave();
    }

    void takesWhatWasTickedAndNamedIntoTheOtherWorkspace()
    {
        begin(alikeCustomers());
        leadTo(QStringLiteral("Import into the sample"));
        duplicate()->setCheckState(0, Qt::Checked);
        QTest::keyClick(back(), Qt::Key_Space);
        keepAs()->setText(QStringLiteral("Ours"));
        QTest::keyClick(next(), Qt::Key_Return);
        leadTo(QStringLiteral("Import into the sample"));
        goElsewhere();
        QCOMPARE(keepAs()->text(), QStringLiteral("Ours"));
        keepAs()->clear();
        QTest::keyClick(next(), Qt::Key_Return);
        leadTo(QStringLiteral("Import"));
        QCOMPARE(duplicate()->checkState(0), Qt::Checked);
        leave(); // which asks: the ticks would be lost
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void opensWhatWasOpenBeforeWhereNoNewWorkspaceCanBeMade()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        const QByteArray place = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", "/proc/nowhere");
        QSignalSpy failed(session.get(), &ui::Session::failed);
        QTest::keyClick(elsewhere(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        qputenv("XDG_DATA_HOME", place);
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void offersThePeopleOfTheWorkspaceAsOwnersByName()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        QComboBox *owner = question(QStringLiteral("without an owner"));
        QVERIFY(owner != nullptr);
        const workbench::PersonView &person = window->opening().teams().back().people.back();
        const int row = owner->findText(ui::qstring(person.name));
        QVERIFY(row >= 0);
        QCOMPARE(owner->itemData(row).toString(), ui::qstring(person.id));
        owner->setCurrentIndex(row);
        for (int page = 0; page < 4; ++page) { // the files are looked at again as they were said to be
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog == nullptr && !session->isBusy(), patience);
        const auto hits = session->workbench()->search("A1", 50);
        QVERIFY(std::ranges::any_of(hits,
                                    [&](const workbench::SearchHit &hit) { return hit.deal && hit.deal->owner == person.name; }));
    }

    void asksWhoIsThereOfTheNewWorkspaceAndOfNoOther()
    {
        begin(knownExport());
        window->opening().setQuiet(false);
        QVERIFY(waitForPage());
        goElsewhere();
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(window->findChild<ui::WhoDialog *>() == nullptr); // nobody is there yet
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QPointer<ui::WhoDialog> asking;
        QTRY_VERIFY((asking = window->findChild<ui::WhoDialog *>()) != nullptr);
        QStringList people;
        const ui::PickModel &picks = asking->findChild<ui::PickList *>()->picks();
        for (int row = 0; row < picks.rowCount(); ++row)
            people += picks.row(row).heading ? QString() : picks.row(row).text;
        people.removeAll(QString());
        QCOMPARE(people, (QStringList{QStringLiteral("Nobody in particular"), QStringLiteral("Ann Lee")}));
        QTest::keyClick(asking, Qt::Key_Return);
        QTRY_VERIFY(asking == nullptr && !session->isBusy());
        QVERIFY(window->findChild<ui::WhoDialog *>() == nullptr);
        QVERIFY(settings->personAsked(session->file()) && !settings->person(session->file()));
    }

    void callsNobodyWhoHasTheDealsWithoutAnOwnerAndGivesThemNoTask()
    {
        begin(written(QStringLiteral("Ownerless.csv"),
                      "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Created Date,Close Date\r\n"
                      "006B1,Big press,Acme GmbH,Prospecting,1200.50,2025-11-15,2026-01-31\r\n"));
        QVERIFY(waitForPage());
        goElsewhere();
        leadTo(QStringLiteral("Close"));
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_VERIFY(m_dialog == nullptr && !session->isBusy());
        session->setDay({});
        QListView *list = window->navigation().today().list();
        QTRY_VERIFY(!session->isBusy() && list->currentIndex().isValid());
        QCOMPARE(list->currentIndex().data(ui::OwnerRole).toString(), QStringLiteral("Nobody yet"));
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_A);
        const auto *popover = window->findChild<ui::TaskPopover *>();
        QVERIFY(popover != nullptr);
        QVERIFY(popover->assignee().empty());
        const auto *who = popover->findChild<QComboBox *>();
        QCOMPARE(who->findData(QStringLiteral("unassigned")), -1);
        QTest::keyClick(window->findChild<ui::TaskPopover *>(), Qt::Key_Escape);
    }

    void asksNoMoreOfAWorkspaceThatIsClosed()
    {
        window->opening().setQuiet(false);
        open();
        QPointer<ui::WhoDialog> asking;
        QTRY_VERIFY((asking = window->findChild<ui::WhoDialog *>()) != nullptr);
        session->close();
        QTRY_VERIFY(asking == nullptr);
    }

    void forgetsWhoSatHereWhenTheWorkspaceDoesNotKnowThem()
    {
        const auto stranger = domain::PersonId::parse("somebody-of-elsewhere").value();
        settings->setPerson(file(), stranger);
        window->opening().setQuiet(false);
        open();
        QVERIFY(!session->person());
        QVERIFY(!settings->personAsked(file()));
        QTRY_VERIFY(window->findChild<ui::WhoDialog *>() != nullptr);
    }

    void actsAsNobodyWhenTheImportThatDescribedThemIsTakenBack()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        goElsewhere();
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr && !session->isBusy() && !window->opening().teams().empty());
        const auto person = domain::PersonId::parse(window->opening().teams().front().people.front().id).value();
        settings->setPerson(session->file(), person);
        session->actAs(person);
        const std::int64_t batch = session->workbench()->batches().back().id;
        session->write([batch](workbench::Workbench &workbench, const workbench::OnProgress &,
                               const std::stop_token &) { return workbench.withdrawBatch(batch); },
                       [](const support::Result<void> &) {});
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(!session->workbench()->knows(person));
        QVERIFY(!session->person() && !settings->personAsked(session->file()));
    }

    void comesBackToWhatWasOpenWhenTheNewWorkspaceIsNotWantedAfterAll()
    {
        begin(knownExport());
        QVERIFY(waitForPage());
        goElsewhere();
        const QString made = session->file();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(session->file(), file(), patience);
        QTRY_VERIFY(!QFile::exists(made));
        QTRY_VERIFY_WITH_TIMEOUT(!session->isBusy(), patience);
    }

    void asksNothingInTheNextWorkspaceWhenItsOwnWasCancelled()
    {
        window->importing().start({knownExport()});
        session->cancelOpening();
        open();
        QVERIFY(window->findChild<ui::ImportDialog *>() == nullptr);
    }

    void asksNothingInAWorkspaceThatWasOpenedInsteadOfItsOwn()
    {
        window->importing().start({knownExport()});
        open();
        QVERIFY(window->findChild<ui::ImportDialog *>() == nullptr);
        begin(knownExport()); // and is as it was for the next time
        QVERIFY(waitForPage());
        QCOMPARE(session->file(), file());
    }

    void asksBeforeItForgetsWhatWasSaidOfTheColumns()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QPointer<QMessageBox> box = m_dialog->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(box == nullptr);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(columnField(QStringLiteral("Vorgang"))->currentIndex(), static_cast<int>(exchange::Meaning::DealName));
        leave();
    }

    void goesOnOnlyWhenAColumnSaysWhichDealARowIsAbout()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        const auto *missing = m_dialog->findChild<QLabel *>(QStringLiteral("missing"));
        QVERIFY(!missing->isVisible());
        choose(QStringLiteral("Phase"), exchange::Meaning::Stage);
        QTest::keyClick(next(), Qt::Key_Return);
        QVERIFY(missing->isVisible());
        QVERIFY(next()->isVisible() && !session->isWriting());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        QVERIFY(!missing->isVisible());
        QTest::keyClick(next(), Qt::Key_Return);
        QVERIFY(session->isWriting());
        QVERIFY(waitForPage());
    }

    void countsTheColumnsThatSomebodySaid()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        const QAbstractItemView *tables = nullptr;
        for (auto *list : m_dialog->findChildren<QAbstractItemView *>())
            tables = list->accessibleName() == QStringLiteral("Tables") ? list : tables;
        QVERIFY(tables != nullptr);
        const auto said = [tables] { return tables->model()->index(0, 0).data(ui::TextRole).toString(); };
        const auto isKnown = [&](const QString &header) {
            const auto meaning = static_cast<exchange::Meaning>(columnField(header)->currentIndex());
            return meaning != exchange::Meaning::Custom && meaning != exchange::Meaning::Ignored;
        };
        const int known = isKnown(QStringLiteral("Phase")) + isKnown(QStringLiteral("Wer"));
        QVERIFY(!isKnown(QStringLiteral("Vorgang")));
        const QString form = QStringLiteral("%1 of 3 columns known");
        QVERIFY2(said().contains(form.arg(known)), qPrintable(said()));
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        QVERIFY2(said().contains(form.arg(known + 1)), qPrintable(said()));
    }

    void leavesWithoutAskingWhereNothingWasSaid()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void staysOnTheDayAndTheRowThatWereShownWhereNothingCameIn()
    {
        open();
        const support::Date day = session->today() + -5;
        session->setDay(day);
        QTRY_VERIFY(!session->isBusy());
        QListView *list = window->navigation().today().list();
        list->setFixedHeight(150); // so that it has to be scrolled
        QTRY_VERIFY(list->verticalScrollBar()->maximum() > 0);
        const int row = list->model()->rowCount() - 1;
        list->setCurrentIndex(list->model()->index(row, 0));
        const int scrolled = list->verticalScrollBar()->value();
        QVERIFY(row > 0 && scrolled > 0);
        start(unknownTable());
        QVERIFY(waitForPage());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_dialog == nullptr && !session->isBusy());
        QVERIFY(session->day() == day);
        QCOMPARE(list->currentIndex().row(), row);
        QCOMPARE(list->verticalScrollBar()->value(), scrolled);
    }

    void callsStagesByTheirNamesInThePlaybook()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        choose(QStringLiteral("Vorgang"), exchange::Meaning::DealName);
        choose(QStringLiteral("Phase"), exchange::Meaning::Stage);
        QTest::keyClick(next(), Qt::Key_Return);
        QVERIFY(waitForPage());
        const QComboBox *field = question(QStringLiteral("Vorgespräch"));
        QVERIFY(field != nullptr);
        const domain::Stage first = session->workbench()->playbook(session->now()).pipelines.front().stages.front();
        QCOMPARE(field->itemText(0), ui::qstring(first.name.en));
        QCOMPARE(field->itemData(0).toString(), ui::qstring(first.id.text()));
    }

    void saysBesideAColumnThatIsLeftOutWhy()
    {
        begin(written(QStringLiteral("Opps.csv"), "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId,ExpectedRevenue\r\n"
                                                  "1,A,9,Prospecting,2026-12-01,2025-10-01,7,500\r\n"));
        QVERIFY(waitForPage());
        QStringList said;
        for (auto *table : m_dialog->findChildren<QTreeWidget *>()) {
            for (int row = 0; row < table->topLevelItemCount(); ++row)
                said += table->topLevelItem(row)->text(0) + QStringLiteral(": ") + table->topLevelItem(row)->text(2);
        }
        QVERIFY2(said.contains(QStringLiteral("ExpectedRevenue: Follows from other columns")),
                 qPrintable(said.join(QChar(u'\n'))));
        QVERIFY(said.contains(QStringLiteral("Name: A")));
    }

    void readsATableWithoutAHeaderWhoseColumnsAreShownByTheirFirstCells()
    {
        begin(written(QStringLiteral("Bare.csv"), "A1;Vorgespräch;Ann\r\nA2;Vorgespräch;Ben\r\n"));
        QVERIFY(waitForPage());
        QVERIFY(columnField(QStringLiteral("A1")) != nullptr); // the first row was taken for names
        QTest::keyClick(m_dialog->findChild<QCheckBox *>(), Qt::Key_Space);
        QVERIFY(waitForPage());
        QVERIFY(m_dialog->findChild<QCheckBox *>()->isChecked());
        QVERIFY(columnField(QStringLiteral("A1")) == nullptr);
        QTreeWidget *columns = nullptr;
        for (auto *table : m_dialog->findChildren<QTreeWidget *>())
            columns = table->accessibleName() == QStringLiteral("What the columns are taken for") ? table : columns;
        QVERIFY(columns != nullptr);
        QCOMPARE(columns->topLevelItem(0)->text(0), QStringLiteral("A"));
        QCOMPARE(columns->topLevelItem(0)->text(2), QStringLiteral("A1"));
        choose(QStringLiteral("A"), exchange::Meaning::DealName);
        const std::uint64_t before = session->workbench()->facts();
        for (int page = 0; page < 3; ++page) {
            QTest::keyClick(next(), Qt::Key_Return);
            QVERIFY(waitForPage());
        }
        QTRY_VERIFY_WITH_TIMEOUT(session->workbench()->facts() > before, patience);
        QCOMPARE(session->workbench()->search("A1", 5).front().name, std::string("A1"));
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void asksNoMoreWhoseTheDealsAreWhenAColumnIsSaidToTellIt()
    {
        begin(unknownTable());
        QVERIFY(waitForPage());
        const QComboBox *owner = question(QStringLiteral("without an owner"));
        QVERIFY(owner != nullptr && owner->isVisibleTo(m_dialog));
        QCOMPARE(owner->currentText(), QStringLiteral("Nobody yet"));
        choose(QStringLiteral("Wer"), exchange::Meaning::OwnerName);
        QVERIFY(!owner->isVisibleTo(m_dialog));
        choose(QStringLiteral("Wer"), exchange::Meaning::Custom);
        QVERIFY(owner->isVisibleTo(m_dialog));
    }

    void listsWhoImportedAndHowManyRows()
    {
        open();
        const workbench::PersonView person = window->opening().teams().front().people.front();
        session->actAs(domain::PersonId::parse(person.id).value());
        start(knownExport());
        for (int page = 0; page < 3; ++page) {
            QVERIFY(waitForPage());
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr);
        ui::ImportsDialog list({*session, *settings, language, theme}, window.get());
        list.show();
        const auto *table = list.findChild<QTreeWidget *>();
        QTRY_VERIFY_WITH_TIMEOUT(table->topLevelItemCount() > 0, patience);
        const QTreeWidgetItem *newest = table->topLevelItem(0);
        QCOMPARE(newest->text(2), ui::qstring(person.name));
        QCOMPARE(newest->text(3), QStringLiteral("2"));
    }

    void paintsItsPages_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        QTest::newRow("en-light") << false << false;
        QTest::newRow("zh-dark") << true << true;
    }

    /// Into `pictures/` of the working directory, for somebody to look at, and holds that they fit a screen of 1280 × 800.
    void paintsItsPages()
    {
        QFETCH(bool, chinese);
        QFETCH(bool, dark);
        theme.apply(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
        language.apply(chinese ? ui::LanguageChoice::Chinese : ui::LanguageChoice::English);
        session->setLocale(language.locale());
        begin(troubledExport());
        for (const char *page : {"plan", "preview", "done"}) {
            QVERIFY(waitForPage());
            QVERIFY(m_dialog->minimumSizeHint().width() <= 1280 && m_dialog->minimumSizeHint().height() <= 760);
            QApplication::processEvents(); // what a page says anew is laid out
            QVERIFY(QDir().mkpath(QStringLiteral("pictures")));
            QVERIFY(m_dialog->grab().save(QStringLiteral("pictures/import-%1-%2.png").arg(page, QTest::currentDataTag())));
            QTest::keyClick(next(), Qt::Key_Return);
        }
        QTRY_VERIFY(m_dialog == nullptr);
        theme.apply(ui::ThemeChoice::Light);
        language.apply(ui::LanguageChoice::English);
    }

private:
    [[nodiscard]] QString written(const QString &name, const QByteArray &text) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }

    [[nodiscard]] QString knownExport() const
    {
        return written(QStringLiteral("Opportunities.csv"),
                       "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                       "006A1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31\r\n"
                       "006A2,Small press,Beta Ltd,Ann Lee,Prospecting,80,2026-02-15,2026-04-30\r\n");
    }

    [[nodiscard]] QString unknownTable() const
    {
        return written(QStringLiteral("Offers.csv"), "Vorgang;Phase;Wer\r\nA1;Vorgespräch;Ann\r\nA2;Vorgespräch;Ben\r\n");
    }

    /// With a column that is left out, a stage that nobody knows, an amount that is none and two customers that may be one.
    [[nodiscard]] QString troubledExport() const
    {
        return written(QStringLiteral("Troubled.csv"),
                       "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date,"
                       "Expected Revenue\r\n"
                       "006A1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31,600\r\n"
                       "006A2,Small press,ACME,Ann Lee,Vorgespräch,80,2026-02-15,2026-04-30,40\r\n"
                       "006A3,Old press,Beta Ltd,Ann Lee,Prospecting,a lot,2026-02-15,2026-04-30,40\r\n");
    }

    /// Two customers that may be one.
    [[nodiscard]] QString alikeCustomers() const
    {
        return written(QStringLiteral("Alike.csv"),
                       "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date\r\n"
                       "006A1,Big press,Acme GmbH,Ann Lee,Prospecting,1200.50,2026-01-15,2026-05-31\r\n"
                       "006A2,Small press,ACME,Ann Lee,Prospecting,80,2026-02-15,2026-04-30\r\n");
    }

    /// The row of the first pair of customers that may be one.
    [[nodiscard]] QTreeWidgetItem *duplicate() const
    {
        for (auto *table : m_dialog->findChildren<QTreeWidget *>()) {
            if (table->accessibleName() == QStringLiteral("Possible duplicates"))
                return table->topLevelItem(0);
        }
        return nullptr;
    }

    void start(const QString &csv)
    {
        window->importing().start({csv});
        m_dialog = window->findChild<ui::ImportDialog *>();
        QVERIFY(m_dialog != nullptr);
    }

    void begin(const QString &csv)
    {
        open();
        start(csv);
    }

    [[nodiscard]] QPushButton *next() const { return m_dialog->findChild<QPushButton *>(QStringLiteral("next")); }
    [[nodiscard]] QPushButton *elsewhere() const { return m_dialog->findChild<QPushButton *>(QStringLiteral("elsewhere")); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *back() const { return button(QStringLiteral("Back")); }
    [[nodiscard]] QPushButton *cancel() const { return button(QStringLiteral("Cancel")); }
    [[nodiscard]] QLineEdit *keepAs() const { return m_dialog->findChild<QLineEdit *>(); }

    /// On to the page whose next step is called `step`.
    void leadTo(const QString &step) const
    {
        QVERIFY(waitForPage());
        while (next()->text() != step) {
            QTest::keyClick(next(), Qt::Key_Return);
            QVERIFY(waitForPage());
        }
    }

    [[nodiscard]] bool waitForPage() const
    {
        return QTest::qWaitFor([this] { return m_dialog != nullptr && next()->isVisible(); }, patience);
    }

    void choosePlace(const QString &place) const
    {
        QTest::keyClick(elsewhere(), Qt::Key_Space);
        auto *picker = m_dialog->findChild<QFileDialog *>();
        QVERIFY(picker != nullptr);
        picker->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(place);
        QTest::keyClick(picker, Qt::Key_Return);
    }

    /// Although something was said that is lost with it.
    void leave()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        const auto *box = m_dialog->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::keyClick(button, Qt::Key_Space);
        }
        QTRY_VERIFY(m_dialog == nullptr);
    }

    void goElsewhere()
    {
        QTest::keyClick(elsewhere(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog == nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT((m_dialog = window->findChild<ui::ImportDialog *>()) != nullptr, patience);
        QVERIFY(waitForPage());
    }

    [[nodiscard]] QComboBox *question(const QString &part) const
    {
        for (QComboBox *field : m_dialog->findChildren<QComboBox *>()) {
            if (field->accessibleName().contains(part) && !field->accessibleName().contains(QStringLiteral("taken for")))
                return field;
        }
        return nullptr;
    }

    [[nodiscard]] QComboBox *columnField(const QString &header) const
    {
        for (QComboBox *field : m_dialog->findChildren<QComboBox *>()) {
            if (field->accessibleName() == QStringLiteral("What “%1” is taken for").arg(header))
                return field;
        }
        return nullptr;
    }

    void choose(const QString &header, exchange::Meaning meaning) const
    {
        QComboBox *field = columnField(header);
        QVERIFY(field != nullptr);
        field->setFocus();
        while (field->currentIndex() != static_cast<int>(meaning))
            QTest::keyClick(field, field->currentIndex() < static_cast<int>(meaning) ? Qt::Key_Down : Qt::Key_Up);
    }

    QPointer<ui::ImportDialog> m_dialog;
};

QTEST_MAIN(ImportingTest)
#include "tst_importing.moc"
