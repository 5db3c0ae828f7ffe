// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include "ui/actions/actionset.h"
#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/models/rowroles.h"
#include "ui/pages/deal/dealheader.h"
#include "ui/pages/today/quietday.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/figurerow.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QListWidget>
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

} // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        QWidget window;
        ui::ActionSet actions(&window);
        ui::QuietDay quiet(actions);
        const ui::Format format(english, support::TimeZone::utc());
        workbench::Today today;
        quiet.setToday(today, ui::QuietDay::Day::Now, format);
        QVERIFY(says(quiet, QStringLiteral("There is no open deal in this scope")));
        today.openLeads = 7;
        quiet.setToday(today, ui::QuietDay::Day::Now, format);
        QVERIFY(says(quiet, QStringLiteral("There are 7 open lead")));
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
