// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/choicepopover.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/today/todayhead.h"
#include "ui/widgets/toast.h"

#include <QListView>

#include <algorithm>

/// What a decision is about, and what becomes of it when it is refused.
class DecisionsTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(300, 3)); }

    void init()
    {
        show();
        open();
    }

    void cleanup()
    {
        close();
        QFile::remove(file());
        QVERIFY(make(300, 3));
    }

    void dismissesTheFlagThatItAskedAboutWhicheverIsTheFirstByThen()
    {
        const auto two = [](const workbench::TodayItem &item) {
            return std::ranges::count(flagsOf(item), workbench::FlagState::Open, &workbench::Flag::state) > 1;
        };
        const auto &listed = model().today().listed;
        const auto item = std::ranges::find_if(listed, two);
        QVERIFY(item != listed.end());
        const domain::DealId deal = *item->deal.id;
        window->navigation().showDeal(deal);
        QTRY_VERIFY(window->findChild<ui::DealPage *>()->isVisible() && !session->isBusy());
        const std::vector<std::string> open = rulesOf(deal, workbench::FlagState::Open);
        QVERIFY(open.size() > 1);
        settle([this] {
            QTest::keyClick(target(), Qt::Key_E);
            QTest::keyClick(target(), Qt::Key_D); // sooner than the answer
        });
        QTRY_VERIFY(!session->isBusy());
        settle([this] { QTest::keyClick(target(), Qt::Key_1); });
        QCOMPARE(rulesOf(deal, workbench::FlagState::Dismissed), std::vector{open.front()});
        QCOMPARE(rulesOf(deal, workbench::FlagState::Open), std::vector(open.begin() + 1, open.end()));
    }

    void snoozesTheDealThatItAskedAboutAlthoughThatLeftTheList()
    {
        const int row = rowWithOneFlag();
        QVERIFY(row >= 0);
        list()->setCurrentIndex(model().index(row));
        const workbench::TodayItem item = *model().item(list()->currentIndex());
        const auto rule = domain::RuleId::parse(item.flags.front().rule).value();
        QTest::keyClick(target(), Qt::Key_S);
        QVERIFY(window->findChild<ui::SnoozePopover *>() != nullptr);
        session->apply(workbench::DecideFlag{*item.deal.id, rule, domain::FlagAct::Dismissed, {}, "elsewhere"});
        QTRY_VERIFY(!session->isBusy() && model().item(list()->currentIndex())->deal.id != item.deal.id);
        const auto neighbour = model().item(list()->currentIndex())->deal.id;
        settle([this] { QTest::keyClick(target(), Qt::Key_1); });
        QCOMPARE(rulesOf(*item.deal.id, workbench::FlagState::Snoozed), std::vector{item.flags.front().rule});
        QVERIFY(rulesOf(*neighbour, workbench::FlagState::Snoozed).empty());
        QVERIFY(model().item(list()->currentIndex())->deal.id == neighbour); // nobody has decided on it
    }

    void decidesNothingWhereThePastCameToBeShownMeanwhile()
    {
        const std::uint64_t facts = session->workbench()->facts();
        QTest::keyClick(target(), Qt::Key_S);
        QPointer<ui::SnoozePopover> popover = window->findChild<ui::SnoozePopover *>();
        QVERIFY(popover != nullptr);
        session->setDay(session->today() + -1);
        QTest::keyClick(target(), Qt::Key_1);
        QTRY_VERIFY(popover == nullptr && !session->isBusy());
        QCOMPARE(session->workbench()->facts(), facts);
        session->setDay({});
        QVERIFY(!window->actions().action(ui::Action::Undo)->isEnabled());
    }

    void takesNoQuestionAlongIntoAnotherWorkspace()
    {
        const QString other = folder.filePath(QStringLiteral("other.plumb"));
        QVERIFY(QFile::exists(other) || QFile::copy(file(), other));
        QTest::keyClick(target(), Qt::Key_S);
        QPointer<ui::SnoozePopover> popover = window->findChild<ui::SnoozePopover *>();
        QVERIFY(popover != nullptr);
        window->opening().openFile(other);
        QTRY_VERIFY(session->isOpen() && !session->isBusy());
        QVERIFY(popover == nullptr);
    }

    void keepsADecisionWhoseUndoWasRefusedAsTheNextToBeTakenBack()
    {
        const auto first = acknowledgeCurrent();
        const auto second = acknowledgeCurrent();
        actAsAStranger();
        QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(isSeen(first) && isSeen(second));
        actAsNobody();
        undo();
        QVERIFY(isSeen(first) && !isSeen(second));
        undo();
        QVERIFY(!isSeen(first));
    }

    void saysWhatWasDoneAndToWhomBesideTheListAndItsHead()
    {
        const QString customer = ui::qstring(model().item(list()->currentIndex())->deal.customer);
        settle([this] {
            QTest::keyClick(target(), Qt::Key_D);
            QTest::keyClick(target(), Qt::Key_2);
        });
        const auto *toast = window->navigation().today().findChild<ui::Toast *>();
        QVERIFY(toast->isVisible());
        QVERIFY(toast->text().startsWith(QStringLiteral("Dismissed %1:").arg(customer)));
        const auto area = [this](const QWidget *part) { return QRect(part->mapTo(window.get(), QPoint()), part->size()); };
        for (const QWidget *part : {static_cast<QWidget *>(list()), static_cast<QWidget *>(window->findChild<ui::TodayHead *>())})
            QVERIFY(!area(toast).intersects(area(part)));
        settle([this] {
            QTest::keyClick(target(), Qt::Key_S);
            QTest::keyClick(target(), Qt::Key_1);
        });
        QVERIFY(toast->text().startsWith(QStringLiteral("Snoozed ")));
        QVERIFY(toast->text().contains(QStringLiteral(" until ")));
    }

    void redoesWhatCouldNotBeRedoneTheFirstTime()
    {
        const auto deal = acknowledgeCurrent();
        undo();
        actAsAStranger();
        QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(!isSeen(deal));
        actAsNobody();
        settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); });
        QVERIFY(isSeen(deal));
    }

    void takesBackByOneKeyWhatWasDecidedBeforeAllThatWasRefused()
    {
        const auto deal = acknowledgeCurrent();
        actAsAStranger();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(target(), Qt::Key_E);
        QTRY_VERIFY(!session->isBusy());
        actAsNobody();
        undo();
        QVERIFY(!isSeen(deal));
        QVERIFY(!window->actions().action(ui::Action::Undo)->isEnabled());
    }

    void endsWhereItWasAskedToWhenStepsAreAskedForFasterThanTheyAreWritten()
    {
        const workbench::TodayItem item = *model().item(list()->currentIndex());
        settle([this] {
            QTest::keyClick(target(), Qt::Key_E);
            QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier);
        });
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(!isSeen(item));
        settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); });
        QVERIFY(isSeen(item));
    }

private:
    [[nodiscard]] const ui::TodayModel &model() const { return window->navigation().today().model(); }
    [[nodiscard]] QListView *list() const { return window->navigation().today().list(); }
    [[nodiscard]] static const std::vector<workbench::Flag> &flagsOf(const workbench::TodayItem &item) { return item.flags; }

    /// The rules of the deal's flags that stand so.
    [[nodiscard]] std::vector<std::string> rulesOf(const domain::DealId &deal, workbench::FlagState state) const
    {
        std::vector<std::string> rules;
        const auto page = session->workbench()->deal(deal, session->asOf());
        for (const workbench::Flag &flag : page->flags) {
            if (flag.state == state)
                rules.push_back(flag.rule);
        }
        return rules;
    }

    [[nodiscard]] bool isSeen(const workbench::TodayItem &item) const
    {
        const auto seen = rulesOf(*item.deal.id, workbench::FlagState::Acknowledged);
        return std::ranges::find(seen, item.flags.front().rule) != seen.end();
    }

    /// Not the last, so that it has a neighbour.
    [[nodiscard]] int rowWithOneFlag() const
    {
        const auto &listed = model().today().listed;
        for (std::size_t row = 0; row + 1 < listed.size(); ++row) {
            if (session->workbench()->deal(*listed[row].deal.id, session->asOf())->flags.size() == 1)
                return static_cast<int>(row);
        }
        return -1;
    }

    workbench::TodayItem acknowledgeCurrent() const
    {
        const workbench::TodayItem item = *model().item(list()->currentIndex());
        settle([this] { QTest::keyClick(target(), Qt::Key_E); });
        return item;
    }

    /// In whose name nothing can be written.
    void actAsAStranger() const { actAs(domain::PersonId::parse("somebody-of-elsewhere").value()); }
    void actAsNobody() const { actAs(std::nullopt); }
    void actAs(const std::optional<domain::PersonId> &person) const
    {
        session->actAs(person);
        QTRY_VERIFY(!session->isBusy());
    }
};

QTEST_MAIN(DecisionsTest)
#include "tst_decisions.moc"
