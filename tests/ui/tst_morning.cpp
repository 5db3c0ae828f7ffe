// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/taskpopover.h"
#include "ui/widgets/keybutton.h"

#include <QListView>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace {

/// What a day's list comes down to: the deals in their order, and how each first flag stands.
QStringList gist(const workbench::Today &today)
{
    QStringList lines;
    for (const workbench::TodayItem &item : today.listed) {
        const workbench::Flag &flag = item.flags.front();
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(ui::qstring(item.deal.id->text()), ui::qstring(flag.rule))
                         .arg(static_cast<int>(flag.state)));
    }
    return lines;
}

} // namespace

/// A manager's morning, on a sample workspace in a real file.
class MorningTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(600, 1)); }

    void init()
    {
        show();
        open();
    }

    void cleanup() { close(); }

    void decidesEightTimesAndTakesAllOfItBack()
    {
        QVERIFY(model().today().listed.size() >= 8);
        const QStringList before = gist(model().today());
        const std::uint64_t facts = session->workbench()->facts();
        const QList<QByteArray> keys{"e", "s1", "s3", "d1", "a\r", "d3", "a\r", "s2"};
        for (const QByteArray &one : keys)
            decide(one);
        // A task given is two facts: the task, and that somebody has seen the flag.
        QCOMPARE(session->workbench()->facts(), facts + 8 + 2);
        QTRY_VERIFY(gist(model().today()) != before);

        for (qsizetype i = 0; i < keys.size(); ++i)
            undo();
        QTRY_COMPARE(gist(model().today()), before);
        QVERIFY(session->workbench()->facts() > facts + 10); // nothing was erased
    }

    void keepsAChosenDealAfterEveryDecision()
    {
        for (const QByteArray &one : {QByteArray("e"), QByteArray("s1"), QByteArray("d2")}) {
            decide(one);
            QVERIFY(list()->currentIndex().isValid());
            QVERIFY(list()->selectionModel()->isSelected(list()->currentIndex()));
        }
        for (int i = 0; i < 3; ++i)
            undo();
    }

    void keepsTheChosenDealOnAnotherDayWhereItIsStillThere()
    {
        const support::Instant yesterday = session->format().zone().startOf(session->today()) - support::Duration{1};
        const auto before = session->workbench()->today({}, yesterday);
        QVERIFY(before.has_value());
        const auto there = [&](const workbench::TodayItem &item) {
            const auto same = [&](const workbench::TodayItem &other) { return other.deal.id == item.deal.id; };
            return std::ranges::any_of(before->listed, same) || std::ranges::any_of(before->below, same);
        };
        const std::vector<workbench::TodayItem> listed = model().today().listed;
        int row = static_cast<int>(listed.size()) - 1;
        while (row > 0 && !there(listed[static_cast<std::size_t>(row)]))
            --row;
        QVERIFY(row > 0); // the first would be chosen anyway
        list()->setCurrentIndex(model().index(row, 0));
        const auto chosen = listed[static_cast<std::size_t>(row)].deal.id;
        QTest::keyClick(target(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(session->isPast() && !session->isBusy());
        QVERIFY(model().item(list()->currentIndex())->deal.id == chosen);
        QTest::keyClick(target(), Qt::Key_Home, Qt::AltModifier);
        QTRY_VERIFY(!session->isPast() && !session->isBusy());
        QVERIFY(model().item(list()->currentIndex())->deal.id == chosen);
    }

    void countsWhatWasDecidedAndTakenBackAndNotTheFactsOfIt()
    {
        const std::size_t before = session->status().changes;
        QTest::keyClick(target(), Qt::Key_A);
        settle([this] { QTest::keyClick(target(), Qt::Key_Return); });
        QTRY_COMPARE(session->status().changes, before + 1);
        undo();
        QTRY_COMPARE(session->status().changes, before + 2);
    }

    void givesATaskWithTheMouseAlone()
    {
        const std::uint64_t facts = session->workbench()->facts();
        QTest::keyClick(target(), Qt::Key_A);
        QPointer<ui::TaskPopover> popover = window->findChild<ui::TaskPopover *>();
        QVERIFY(popover != nullptr);
        auto *button = popover->findChild<ui::KeyButton *>();
        QVERIFY(button != nullptr && button->isVisible() && popover->rect().contains(button->geometry()));
        settle([button] { QTest::mouseClick(button, Qt::LeftButton); });
        QVERIFY(popover == nullptr || !popover->isVisible());
        QTRY_COMPARE(session->workbench()->facts(), facts + 2);
        undo();
    }

    void saysWhatTaskWasGivenToWhomAndUntilWhen()
    {
        const QPersistentModelIndex first = list()->currentIndex();
        const workbench::TodayItem item = *model().item(first);
        decide("a\r");
        QTRY_VERIFY(!session->isBusy() && !first.data(ui::SeenRole).toString().isEmpty());
        const auto flags = session->workbench()->deal(*item.deal.id, session->asOf())->flags;
        const auto flag = std::ranges::find(flags, item.flags.front().rule, &workbench::Flag::rule);
        QVERIFY(flag != flags.end() && flag->task);
        QVERIFY(flag->task->due);
        const QString form = flag->task->kind == domain::TaskKind::AskRep ? QStringLiteral("Asked %1, until %2")
                                                                          : QStringLiteral("Task given to %1, until %2");
        QCOMPARE(first.data(ui::SeenRole).toString(),
                 form.arg(ui::qstring(flag->task->assignee), session->format().shortDate(*flag->task->due)));
        undo();
        QTRY_COMPARE(first.data(ui::SeenRole).toString(), QString());
    }

    void cutsNoButtonInTheSmallestWindow()
    {
        window->resize(window->minimumSize());
        for (const ui::KeyButton *button : window->findChildren<ui::KeyButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        }
        window->resize(1280, 800);
    }

    void writesASnoozeAsAFactWithItsEnd()
    {
        const workbench::TodayItem first = *model().item(list()->currentIndex());
        decide("s3");
        const auto deal = session->workbench()->deal(*first.deal.id, session->asOf());
        QVERIFY(deal.has_value());
        const auto flag = std::find_if(deal->flags.begin(), deal->flags.end(),
                                       [&](const workbench::Flag &one) { return one.rule == first.flags.front().rule; });
        QVERIFY(flag != deal->flags.end());
        QCOMPARE(flag->state, workbench::FlagState::Snoozed);
        QCOMPARE(support::weekday(session->format().zone().dateOf(*flag->until)), 0); // a Monday
        undo();
    }

    void decidesOnPeopleAndLeadsAsOnDeals()
    {
        int row = 0;
        while (row < model().rowCount() && model().about(model().index(row)) == nullptr)
            ++row;
        QVERIFY2(row < model().rowCount(), "the sample flags somebody");
        const std::size_t before = model().today().people.size() + model().today().leads.size();
        list()->setCurrentIndex(model().index(row));
        settle([this] {
            QTest::keyClick(target(), Qt::Key_D);
            QTest::keyClick(target(), Qt::Key_2);
        });
        QTRY_COMPARE(model().today().people.size() + model().today().leads.size(), before - 1);
        undo();
        QTRY_COMPARE(model().today().people.size() + model().today().leads.size(), before);
    }

    void choosesTheFirstDealOfAnotherScopeOrDay()
    {
        const auto isFirst = [this] { return list()->currentIndex().row() == 0 && model().flag(list()->currentIndex()); };
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(target(), Qt::Key_J);
        const workbench::TeamView &team = window->opening().teams().back();
        session->setScope({domain::TeamId::parse(team.id).value(), {}});
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(model().rowCount() == 0 || isFirst());
        session->setScope({});
        session->setDay(session->today() + -90);
        QTRY_VERIFY(!session->isBusy() && model().today().asOf == session->asOf());
        QVERIFY(isFirst());
        session->setDay({});
        QTRY_VERIFY(!session->isBusy());
    }

    void showsAllThatIsBelowTheLineToWhoScrollsOn()
    {
        QTest::keyClick(target(), Qt::Key_B);
        const auto rows = [this] { return static_cast<std::size_t>(model().rowCount()); };
        session->askBelow(3);
        QTRY_VERIFY(!session->isBusy() && model().belowKnown() == 3);
        const std::size_t total = model().belowTotal();
        QVERIFY(total > 3);
        for (std::size_t known = 0; model().belowKnown() < total && known != model().belowKnown();) {
            known = model().belowKnown();
            QTest::keyClick(list(), Qt::Key_End);
            list()->verticalScrollBar()->triggerAction(QScrollBar::SliderToMinimum);
            list()->verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);
            QTRY_VERIFY(!session->isBusy());
        }
        QCOMPARE(model().belowKnown(), total);
        QVERIFY(rows() > total);
        QTest::keyClick(target(), Qt::Key_B);
    }

    void walksTheListWithJAndK()
    {
        const int row = list()->currentIndex().row();
        QTest::keyClick(target(), Qt::Key_J);
        QCOMPARE(list()->currentIndex().row(), row + 1);
        QTest::keyClick(target(), Qt::Key_K);
        QCOMPARE(list()->currentIndex().row(), row);
    }

    void opensTheDealWithEnterAndComesBackWithEscape()
    {
        QTest::keyClick(target(), Qt::Key_Return);
        QTRY_VERIFY(!window->navigation().today().isVisible());
        QTest::keyClick(target(), Qt::Key_Escape);
        QTRY_VERIFY(window->navigation().today().isVisible());
    }

    void speaksChineseInTheMiddleOfTheMorning()
    {
        const QString english = list()->currentIndex().data(ui::ReasonRole).toString();
        const QString deal = list()->currentIndex().data(ui::DealNameRole).toString();
        language.apply(ui::LanguageChoice::Chinese);
        session->setLocale(language.locale());
        QVERIFY(list()->currentIndex().data(ui::ReasonRole).toString() != english);
        QCOMPARE(list()->currentIndex().data(ui::DealNameRole).toString(), deal);
        QCOMPARE(window->navigation().today().title(), QStringLiteral("今日"));
    }

    void staysAtTheDealWhoseDecisionsWereRefused()
    {
        const QString deal = list()->currentIndex().data(ui::DealNameRole).toString();
        const std::uint64_t facts = session->workbench()->facts();
        session->actAs(domain::PersonId::parse("somebody-of-elsewhere").value());
        QTRY_VERIFY(!session->isBusy());
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(target(), Qt::Key_E);
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(session->workbench()->facts(), facts);
        QCOMPARE(list()->currentIndex().data(ui::DealNameRole).toString(), deal);
        session->actAs(std::nullopt);
        decide("e");
        QVERIFY(list()->currentIndex().data(ui::DealNameRole).toString() != deal);
        undo();
    }

    void decidesNothingInThePast()
    {
        const std::uint64_t facts = session->workbench()->facts();
        session->setDay(session->today() + -30);
        QTRY_VERIFY(session->isPast() && model().today().asOf == session->asOf());
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_S, Qt::Key_D, Qt::Key_A})
            QTest::keyClick(target(), key);
        QVERIFY(!session->isWriting());
        QCOMPARE(session->workbench()->facts(), facts);
        session->setDay({});
    }

private:
    [[nodiscard]] const ui::TodayModel &model() const { return window->navigation().today().model(); }
    [[nodiscard]] QListView *list() const { return window->navigation().today().list(); }
    void decide(const QByteArray &keys)
    {
        settle([&] {
            for (const char key : keys)
                QTest::keyClick(target(), key == '\r' ? QTest::asciiToKey('\r') : QTest::asciiToKey(key));
        });
    }
};

QTEST_MAIN(MorningTest)
#include "tst_morning.moc"
