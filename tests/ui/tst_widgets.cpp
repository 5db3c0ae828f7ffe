// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include "ui/actions/actionset.h"
#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/models/language.h"
#include "ui/models/personwords.h"
#include "ui/models/rowroles.h"
#include "ui/pages/deal/dealheader.h"
#include "ui/pages/dealfigures.h"
#include "ui/pages/today/quietday.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/daypicker.h"
#include "ui/widgets/figurerow.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/reporttable.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/theme.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<ui::TextLabel *>();
    return std::ranges::any_of(labels, [&](const ui::TextLabel *label) { return label->text().contains(words); });
}

/// The page of a quiet day, in English.
struct Quiet {
    QWidget window;
    ui::ActionSet actions{&window};
    ui::QuietDay page{actions};

    void show(const workbench::Today &today, ui::QuietDay::Day day = ui::QuietDay::Day::Now)
    {
        page.setToday(today, day, ui::Format(english, support::TimeZone::utc()));
    }
    [[nodiscard]] bool says(const QString &words) const { return ::says(page, words); }
};

} // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsADayThatSomebodyTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("inChinese");
        QTest::addColumn<QString>("read"); // empty: it is none
        QTest::newRow("ISO") << "2026-06-30" << false << "2026-06-30";
        QTest::newRow("with points") << " 15.01.2026 " << false << "2026-01-15";
        QTest::newRow("with strokes") << "5/1/2026" << false << "2026-01-05";
        QTest::newRow("with noughts") << "2012-01-01" << false << "2012-01-01";
        QTest::newRow("as it is shown") << "8 Oct 2024" << false << "2024-10-08";
        QTest::newRow("with the whole month") << "8 October 2024" << false << "2024-10-08";
        QTest::newRow("September") << "12 Sep 2026" << false << "2026-09-12";
        QTest::newRow("September as it is shown")
            << english.toString(QDate(2026, 9, 12), QStringLiteral("d MMM yyyy")) << false << "2026-09-12";
        QTest::newRow("ISO, Chinese") << "2026-06-30" << true << "2026-06-30";
        QTest::newRow("short, Chinese") << "2026/6/3" << true << "2026-06-03";
        QTest::newRow("as it is shown, Chinese") << QString::fromUtf8("2026年6月3日") << true << "2026-06-03";
        QTest::newRow("no day of the calendar") << "2026-02-30" << false << "";
        QTest::newRow("a year of two digits") << "5/1/26" << false << "";
        QTest::newRow("words") << "yesterday" << false << "";
        QTest::newRow("nothing") << "" << false << "";
    }

    void readsADayThatSomebodyTyped()
    {
        QFETCH(QString, typed);
        QFETCH(bool, inChinese);
        QFETCH(QString, read);
        const QLocale chinese(QLocale::Chinese, QLocale::China);
        QCOMPARE(ui::readDay(typed, inChinese ? chinese : english).value_or(QDate()).toString(Qt::ISODate), read);
    }

    void makesRoomForAllThatItSaysOfADayThatItCannotRead()
    {
        ui::Language language;
        language.apply(ui::LanguageChoice::Chinese);
        ui::DayPicker picker(nullptr);
        const QDate today(2026, 3, 12);
        picker.openAt({}, {.first = today.addDays(-90), .today = today, .shown = today},
                      ui::Format(language.locale(), support::TimeZone::utc()));
        auto *typed = picker.findChild<QLineEdit *>();
        typed->setText(QStringLiteral("2026-13-45"));
        QTest::keyClick(typed, Qt::Key_Return);
        QTRY_VERIFY(says(picker, QString::fromUtf8("这不是日期")));
        const auto *calendar = picker.findChild<QCalendarWidget *>();
        QVERIFY(calendar->geometry().bottom() < typed->geometry().top());
        for (const ui::TextLabel *label : picker.findChildren<ui::TextLabel *>())
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        language.apply(ui::LanguageChoice::English);
    }

    void offersNoDayTwiceToSnoozeUntil()
    {
        const QDate monday(2026, 3, 9);
        for (int day = 0; day < 7; ++day) {
            QWidget page;
            ui::SnoozePopover popover(monday.addDays(day), english, &page);
            const auto *list = popover.findChild<QListWidget *>();
            QStringList days;
            for (int row = 0; row < 3; ++row)
                days += list->item(row)->data(ui::TrailingRole).toString();
            QCOMPARE(days.removeDuplicates(), 0);
        }
    }

    void snoozesUntilTheDayThatTheChosenRowNames()
    {
        const QDate friday(2026, 3, 13);
        QWidget page;
        ui::SnoozePopover popover(friday, english, &page);
        auto *list = popover.findChild<QListWidget *>();
        for (int row = 0; row < 3; ++row) {
            list->setCurrentRow(row);
            QCOMPARE(english.toString(popover.until(), QStringLiteral("ddd d MMM")),
                     list->item(row)->data(ui::TrailingRole).toString());
        }
        QCOMPARE(popover.until(), friday.addDays(7));
    }

    void leadsToWhomATaskIsGivenWhereNobodyIsChosenYet()
    {
        QWidget page;
        page.resize(600, 400);
        page.show();
        ui::TaskPopover popover({{.id = "p-1", .name = "Ann", .team = {}}}, {QStringLiteral("Call them"), "", 1}, &page);
        QSignalSpy confirmed(&popover, &ui::Popover::confirmed);
        popover.openAt(QRect(10, 10, 50, 20));
        QTest::keyClick(&popover, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 0);
        auto *who = qobject_cast<QComboBox *>(page.focusWidget());
        QVERIFY(who != nullptr);
        QCOMPARE(who->placeholderText(), QStringLiteral("Choose somebody"));
        QTest::keyClick(who, Qt::Key_Down);
        QTest::keyClick(&popover, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 1);
        QCOMPARE(popover.assignee(), "p-1");
    }

    void saysThatTheNextStepWasDueBeforeToday()
    {
        const ui::Format format(english, support::TimeZone::utc());
        QWidget window;
        ui::ActionSet actions(&window);
        ui::DealHeader header(actions);
        workbench::DealPage page = handmade::deal();
        const auto nextStep = [&] {
            header.setPage(page, format);
            return header.figures()->cell(4)->accessibleName();
        };
        QVERIFY(nextStep().contains(QStringLiteral("due 18 Mar")));
        page.nextStepDue = format.zone().dateOf(page.asOf) + -1;
        QVERIFY(nextStep().contains(QStringLiteral("was due 11 Mar")));
    }

    void saysThatAClaimedStageIsNotInThePlaybookAndHowItWasWritten()
    {
        const ui::Format format(english, support::TimeZone::utc());
        workbench::DealSummary deal = handmade::deal().summary;
        deal.stage = {"pilot", "pilot"};
        deal.stageKnown = false;
        const ui::Figure figure = ui::stageFigure(deal, format);
        QCOMPARE(figure.value, QStringLiteral("pilot"));
        QCOMPARE(figure.note, QStringLiteral("not in the playbook"));
    }

    void saysThatNobodyKnowsTheStageOfADealWhoseListDoesNotTellIt()
    {
        const ui::Format format(english, support::TimeZone::utc());
        workbench::DealSummary deal = handmade::deal().summary;
        deal.stage = {};
        deal.stageId.clear();
        const ui::Figure figure = ui::stageFigure(deal, format);
        QCOMPARE(figure.value, QStringLiteral("Not known"));
        QVERIFY(figure.note.isEmpty());
    }

    void promisesNothingOnAQuietDayWithoutRecordsToJudgeBy()
    {
        Quiet quiet;
        workbench::Today today;
        today.openDeals = 2;
        today.judgesHealth = false;
        today.silent = {{"One", "一"}, {"Two", "二"}};
        quiet.show(today);
        QVERIFY(!quiet.says(QStringLiteral("Nothing needs you")));
        QVERIFY(quiet.says(QStringLiteral("2 of the rules go by talk")));
        QVERIFY(quiet.says(QStringLiteral("What comes next comes with new records")));
    }

    void saysOnAQuietDayWhatComesNext()
    {
        Quiet quiet;
        workbench::Today today;
        today.openDeals = 2;
        today.upcoming = {workbench::Upcoming::Kind::CloseDate, *support::parseDate("2026-12-01"), "Deal", "Edge"};
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("Next: Edge is expected to close on")));
        today.upcoming->kind = workbench::Upcoming::Kind::StageLimit;
        today.upcoming->customer.clear();
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("Deal has been in its stage for as long as it may")));
        quiet.show(today, ui::QuietDay::Day::Past);
        QVERIFY(!quiet.says(QStringLiteral("Next:")));
    }

    void saysOnAQuietDayHowManyDealsNoRuleOfAStageJudges()
    {
        Quiet quiet;
        workbench::Today today;
        today.openDeals = 7;
        const QString words = QStringLiteral("in a stage that the playbook does not have");
        quiet.show(today);
        QVERIFY(!quiet.says(words));
        today.strayDeals = 3;
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("3 of them ") + words));
    }

    void callsTheTeamThatAnImportMadeInTheReadersLanguage()
    {
        ui::Language language;
        language.apply(ui::LanguageChoice::Chinese);
        QCOMPARE(ui::teamName("imported"), QString::fromUtf8("导入的"));
        QCOMPARE(ui::teamName("North"), QStringLiteral("North"));
        language.apply(ui::LanguageChoice::English);
        QCOMPARE(ui::teamName("imported"), QStringLiteral("imported"));
    }

    void inksTheLinksOfATextAnewWhenTheThemeChanges()
    {
        ui::Theme theme;
        ui::TextLabel label(ui::Type::Figure);
        label.setText(QStringLiteral("<a href=\"x\" style=\"text-decoration:none\"><b>HIHI</b></a>"));
        label.resize(label.sizeHint());
        const auto holds = [&label](const QColor &ink) {
            const QImage image = label.grab().toImage();
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, image.height() / 2) == ink)
                    return true;
            }
            return false;
        };
        for (const ui::ThemeChoice choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
            theme.apply(choice);
            QVERIFY(holds(choice == ui::ThemeChoice::Dark ? ui::darkColours().accent : ui::lightColours().accent));
        }
    }

    void breaksAChipThatNoLineHoldsIntoLines()
    {
        ui::ChipRow chips(ui::Tone::Bad);
        chips.setChips({QStringLiteral("Budget")});
        const int one = chips.heightForWidth(200);
        chips.setChips({QStringLiteral("Has the customer said in their own words what happens if nothing is done this year?")});
        QVERIFY(chips.heightForWidth(200) > 2 * one);
        QCOMPARE(chips.heightForWidth(2000), one);
    }

    void tellsOfLeadsWhereThereIsNoDeal()
    {
        Quiet quiet;
        workbench::Today today;
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("There is no open deal in this scope")));
        today.openLeads = 7;
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("There are 7 open lead")));
    }

    void saysThatNothingIsLeftOpenWhereEveryFlagWasPutAside()
    {
        Quiet quiet;
        workbench::Today today;
        today.openDeals = 9;
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("no rule found anything to flag")));
        today.snoozed = 3;
        quiet.show(today);
        QVERIFY(quiet.says(QStringLiteral("no flag is left open")));
        QVERIFY(!quiet.says(QStringLiteral("no rule found anything to flag")));
    }

    void offersTheWayToNowAndNoImportInAPastWithoutDeals()
    {
        Quiet quiet;
        const auto offered = [&](ui::QuietDay::Day day) {
            quiet.show({}, day);
            QStringList ids;
            for (const auto *button : quiet.page.findChildren<ui::KeyButton *>()) {
                if (!button->isHidden())
                    ids.append(button->text());
            }
            return ids;
        };
        const QStringList now = offered(ui::QuietDay::Day::Now);
        const QStringList past = offered(ui::QuietDay::Day::Past);
        QCOMPARE(now.size(), 1);
        QCOMPARE(past.size(), 1);
        QVERIFY(now != past);
        QVERIFY(!quiet.says(QStringLiteral("import")));
    }

    void givesTheLastColumnOfATableTheRoomOfTheFirst()
    {
        ui::ReportTable table;
        table.resize(600, 200);
        table.show();
        table.fill(
            {"Import", "When", "Rows", "State"},
            {{"accounts.csv, products.csv, sales_pipeline.csv, sales_teams.csv", "23 November 2026 01:32", "25,879", "counts"}},
            {2});
        QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0);
        QVERIFY(table.columnWidth(3) > table.fontMetrics().horizontalAdvance(QStringLiteral("counts")));
        const int narrow = table.columnWidth(0);
        table.resize(1200, 200);
        QTRY_VERIFY(table.columnWidth(0) > narrow);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
