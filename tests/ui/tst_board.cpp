// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/bulkmovepopover.h"
#include "ui/dialogs/personpopover.h"
#include "ui/pages/funnel/boardbar.h"
#include "ui/pages/funnel/boardhead.h"
#include "ui/pages/funnel/boardpane.h"
#include "ui/pages/funnel/carddrag.h"
#include "ui/pages/funnel/funnelpage.h"
#include "ui/widgets/toast.h"

#include "samplewindow.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using Target = ui::BoardColumn::Target;

/// The board in a real window, driven by mouse and keyboard.
class BoardTest : public QObject, private SampleWindow {
    Q_OBJECT

private:
    [[nodiscard]] ui::BoardPane *board() const { return window->findChild<ui::BoardPane *>(); }
    [[nodiscard]] ui::BoardColumn *column(int at) const { return board()->columns()[static_cast<std::size_t>(at)]; }
    [[nodiscard]] ui::CardList *list(int at) const { return column(at)->list(); }
    [[nodiscard]] QString said() const { return board()->findChild<ui::Toast *>()->text(); }
    template <class Popover>
    [[nodiscard]] Popover *popover() const
    {
        const auto all = window->findChildren<Popover *>();
        const auto shown = std::ranges::find_if(all, [](const Popover *one) { return one->isVisible(); });
        return shown == all.end() ? nullptr : *shown;
    }

    [[nodiscard]] domain::DealId dealAt(int col, int row) const
    {
        return *column(col)->cards().card(column(col)->cards().index(row))->deal.id;
    }

    /// In which column the card of a deal is.
    [[nodiscard]] int columnOf(std::uint32_t number) const
    {
        const auto &columns = board()->columns();
        const auto has = [&](ui::BoardColumn *one) { return one->cards().rowOf(number) >= 0; };
        const auto found = std::ranges::find_if(columns, has);
        return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
    }

    [[nodiscard]] std::uint32_t number(int col, int row) const
    {
        return column(col)->cards().number(column(col)->cards().index(row));
    }

    /// A row of the column that the gate lets pass to the stage at `to`, or holds back.
    [[nodiscard]] int rowThat(bool mayGo, int from, int to) const
    {
        const auto stage = domain::StageId::parse(column(to)->stage()).value();
        for (int row = 0; row < column(from)->cards().rowCount(); ++row) {
            if (session->workbench()->judgeMove(dealAt(from, row), stage)->empty() == mayGo)
                return row;
        }
        return -1;
    }

    void choose(int col, int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        const QModelIndex index = column(col)->cards().index(row);
        list(col)->scrollTo(index);
        QTest::mouseClick(list(col)->viewport(), Qt::LeftButton, modifiers, list(col)->visualRect(index).center());
    }

    /// Takes the card at `row` to another column, and lets go there unless told to hold it.
    void drag(int from, int row, int to, bool released = true) const
    {
        const QModelIndex index = column(from)->cards().index(row);
        list(from)->scrollTo(index);
        QWidget *source = list(from)->viewport();
        const QPoint start = list(from)->visualRect(index).center();
        const QPoint end = source->mapFrom(window.get(), list(to)->viewport()->mapTo(window.get(), QPoint(60, 60)));
        QTest::mousePress(source, Qt::LeftButton, {}, start);
        QTest::mouseMove(source, start + QPoint(30, 4));
        QTest::mouseMove(source, (start + end) / 2);
        QTest::mouseMove(source, end);
        QTRY_VERIFY(column(to)->target() == Target::Allowed || column(to)->target() == Target::Refused);
        if (released)
            letGo(from, to);
    }

    void letGo(int from, int to) const
    {
        QWidget *source = list(from)->viewport();
        QTest::mouseRelease(source, Qt::LeftButton, {},
                            source->mapFrom(window.get(), list(to)->viewport()->mapTo(window.get(), QPoint(60, 60))));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(400, 3)); }

    void init()
    {
        QFile::remove(file());
        QFile::remove(file() + QStringLiteral("-columns"));
        QVERIFY(make(400, 3));
        show();
        open();
        window->navigation().show(ui::Action::ShowFunnel);
        QTRY_VERIFY(board()->board() != nullptr && !session->isBusy());
        QVERIFY(board()->columns().size() >= 6);
    }

    void cleanup() { close(); }

    void showsEachStageWithItsDealsAndTheirMoney()
    {
        const auto today = session->workbench()->today({}, session->asOf());
        std::size_t cards = 0;
        for (int i = 0; i < 6; ++i)
            cards += static_cast<std::size_t>(column(i)->cards().rowCount());
        QCOMPARE(cards, today->openDeals);
        QVERIFY(board()->bar()->text().contains(QString::number(cards)));
    }

    void aCardThatMayGoIsDraggedToAnotherStageAndBroughtBack()
    {
        const int row = rowThat(true, 1, 2);
        QVERIFY(row >= 0);
        const std::uint32_t card = number(1, row);
        drag(1, row, 2, false);
        QCOMPARE(column(2)->target(), Target::Allowed);
        QVERIFY(board()->findChild<ui::CardDrag *>()->isVisible());
        settle([&] { letGo(1, 2); });
        QTRY_COMPARE(columnOf(card), 2);
        QVERIFY(said().contains(column(2)->name()));
        QVERIFY(!board()->findChild<ui::CardDrag *>()->isVisible());
        QVERIFY2(list(2)->hasFocus(), "the work goes on where the card went");
        undo();
        QTRY_COMPARE(columnOf(card), 1);
    }

    void aCardThatTheGateHoldsBackTellsWhatItLacksAndPassesWithAReason()
    {
        const int row = rowThat(false, 0, 3);
        QVERIFY(row >= 0);
        const std::uint32_t card = number(0, row);
        const std::uint64_t facts = session->workbench()->facts();
        drag(0, row, 3, false);
        QCOMPARE(column(3)->target(), Target::Refused);
        letGo(0, 3);
        QTRY_VERIFY(popover<ui::MovePopover>() != nullptr && !session->isBusy());
        QCOMPARE(popover<ui::MovePopover>()->stage(), column(3)->stage());
        QTest::keyClick(target(), Qt::Key_Escape);
        QVERIFY(popover<ui::MovePopover>() == nullptr);
        QCOMPARE(session->workbench()->facts(), facts);
        QCOMPARE(columnOf(card), 0);

        drag(0, column(0)->cards().rowOf(card), 3);
        QTRY_VERIFY(popover<ui::MovePopover>() != nullptr && !session->isBusy());
        auto *reason = popover<ui::MovePopover>()->findChild<QLineEdit *>();
        QVERIFY(reason->isVisible());
        reason->setText(QStringLiteral("framework contract"));
        settle([&] { QTest::keyClick(reason, Qt::Key_Return); });
        QTRY_COMPARE(columnOf(card), 3);
        undo();
        QTRY_COMPARE(columnOf(card), 0);
    }

    void aDragThatIsGivenUpDoesNothing()
    {
        const int row = rowThat(true, 1, 2);
        const std::uint64_t facts = session->workbench()->facts();
        drag(1, row, 2, false);
        QTest::keyClick(target(), Qt::Key_Escape);
        QVERIFY(!board()->findChild<ui::CardDrag *>()->isVisible());
        QCOMPARE(column(2)->target(), Target::None);
        letGo(1, 2);
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(session->workbench()->facts(), facts);
    }

    void aCardIsMovedByKey()
    {
        const int row = rowThat(true, 1, 2);
        const std::uint32_t card = number(1, row);
        choose(1, row);
        settle([&] { QTest::keyClick(target(), Qt::Key_Right, Qt::ControlModifier); });
        QTRY_COMPARE(columnOf(card), 2);
        QTRY_VERIFY(list(2)->hasFocus());
        QCOMPARE(column(2)->cards().number(list(2)->currentIndex()), card);
        settle([&] { QTest::keyClick(target(), Qt::Key_Left, Qt::ControlModifier); });
        QTRY_COMPARE(columnOf(card), 1);
        undo();
        QTRY_COMPARE(columnOf(card), 2);
    }

    void aCardIsMovedInADialog()
    {
        const int row = rowThat(true, 1, 2);
        const std::uint32_t card = number(1, row);
        choose(1, row);
        QTest::keyClick(target(), Qt::Key_M);
        QTRY_VERIFY(popover<ui::MovePopover>() != nullptr && !session->isBusy());
        QCOMPARE(popover<ui::MovePopover>()->stage(), column(2)->stage());
        settle([&] { QTest::keyClick(target(), Qt::Key_Return); });
        QTRY_COMPARE(columnOf(card), 2);
    }

    void theArrowsLeadFromCardToCardAndFromColumnToColumn()
    {
        choose(0, 0);
        QTest::keyClick(target(), Qt::Key_Down);
        QCOMPARE(list(0)->currentIndex().row(), 1);
        QTest::keyClick(target(), Qt::Key_J);
        QCOMPARE(list(0)->currentIndex().row(), 2);
        QTest::keyClick(target(), Qt::Key_K);
        QTest::keyClick(target(), Qt::Key_Right);
        QVERIFY(list(1)->hasFocus());
        QCOMPARE(list(1)->currentIndex().row(), 1);
        QCOMPARE(board()->chosen().numbers, (std::vector{number(1, 1)}));
        std::vector<domain::DealId> opened;
        connect(board(), &ui::BoardPane::dealRequested, this, [&](const domain::DealId &deal) { opened.push_back(deal); });
        const domain::DealId current = dealAt(1, 1);
        QTest::keyClick(target(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1U);
        QVERIFY(opened.front() == current);
    }

    void spaceChoosesOneAfterTheOtherAndEscNone()
    {
        choose(0, 0);
        QTest::keyClick(target(), Qt::Key_Down);
        QTest::keyClick(target(), Qt::Key_Space);
        QVERIFY2(board()->chosen().numbers.empty(), "it was chosen already");
        QTest::keyClick(target(), Qt::Key_Space);
        QTest::keyClick(target(), Qt::Key_Down);
        QTest::keyClick(target(), Qt::Key_Right);
        QTest::keyClick(target(), Qt::Key_Space);
        QCOMPARE(board()->chosen().numbers.size(), 2U);
        QVERIFY(board()->bar()->text().startsWith(QLatin1Char('2')));
        choose(3, 0, Qt::ControlModifier);
        QCOMPARE(board()->chosen().numbers.size(), 3U);
        choose(2, 0);
        QCOMPARE(board()->chosen().numbers, (std::vector{number(2, 0)}));
        QTest::keyClick(target(), Qt::Key_Escape);
        QVERIFY(board()->chosen().numbers.empty());
    }

    void ofSeveralCardsThoseGoThatMayAndAllComeBackAtOnce()
    {
        const int goes = rowThat(true, 1, 2);
        const int stays = rowThat(false, 1, 2);
        QVERIFY(goes >= 0 && stays >= 0);
        const std::uint32_t may = number(1, goes);
        const std::uint32_t mayNot = number(1, stays);
        choose(1, goes);
        choose(1, stays, Qt::ControlModifier);
        QTest::keyClick(target(), Qt::Key_M);
        QTRY_VERIFY(popover<ui::BulkMovePopover>() != nullptr);
        auto *move = popover<ui::BulkMovePopover>();
        move->setStage(column(2)->stage());
        QTRY_COMPARE(move->moved().size(), 1U);
        settle([&] { QTest::keyClick(target(), Qt::Key_Return); });
        QTRY_COMPARE(columnOf(may), 2);
        QCOMPARE(columnOf(mayNot), 1);
        undo();
        QTRY_COMPARE(columnOf(may), 1);
        QTRY_VERIFY(!session->isBusy());

        choose(1, column(1)->cards().rowOf(may));
        choose(1, column(1)->cards().rowOf(mayNot), Qt::ControlModifier);
        drag(1, column(1)->cards().rowOf(mayNot), 2);
        QTRY_VERIFY(popover<ui::BulkMovePopover>() != nullptr);
        move = popover<ui::BulkMovePopover>();
        QCOMPARE(move->stage(), column(2)->stage());
        QTRY_COMPARE(move->moved().size(), 1U);
        move->findChild<QLineEdit *>()->setText(QStringLiteral("agreed"));
        QCOMPARE(move->moved().size(), 2U);
        settle([&] { QTest::keyClick(move->findChild<QLineEdit *>(), Qt::Key_Return); });
        QTRY_COMPARE(columnOf(mayNot), 2);
        QCOMPARE(columnOf(may), 2);
        undo();
        QTRY_COMPARE(columnOf(mayNot), 1);
        QTRY_COMPARE(columnOf(may), 1);
    }

    void severalCardsGetAnotherOwnerInOneStep()
    {
        choose(0, 0);
        choose(1, 0, Qt::ControlModifier);
        const std::vector<domain::DealId> deals{dealAt(0, 0), dealAt(1, 0)};
        const auto owner = [&](std::size_t i) { return session->workbench()->deal(deals[i], session->asOf())->summary.ownerId; };
        const std::string before = owner(0);
        Q_EMIT board()->bar()->handOver();
        QTRY_VERIFY(popover<ui::PersonPopover>() != nullptr);
        popover<ui::PersonPopover>()->findChild<QComboBox *>()->setCurrentIndex(0);
        const std::string after = popover<ui::PersonPopover>()->person();
        settle([&] { QTest::keyClick(target(), Qt::Key_Return); });
        QCOMPARE(owner(0), after);
        QCOMPARE(owner(1), after);
        undo();
        QCOMPARE(owner(0), before);
    }

    void nothingIsMovedInThePastAndThereIsAReason()
    {
        session->setDay(session->today() + -10);
        QTRY_VERIFY(!session->isBusy());
        const std::uint64_t facts = session->workbench()->facts();
        choose(0, 0);
        QTest::keyClick(target(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(said().contains(QStringLiteral("past")));
        QTest::keyClick(target(), Qt::Key_M);
        QVERIFY(popover<ui::MovePopover>() == nullptr);
        QTRY_VERIFY(!session->isBusy());
        QCOMPARE(session->workbench()->facts(), facts);
    }

    void theProvenStagesAreShownAndNotMovedIn()
    {
        const int claimed = column(0)->cards().rowCount();
        ui::View view = session->view();
        view.proven = true;
        session->setView(view);
        QTRY_VERIFY(board()->board()->view().proven && !session->isBusy());
        QVERIFY(column(0)->cards().rowCount() != claimed);
        choose(0, 0);
        QTest::keyClick(target(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(said().contains(QStringLiteral("proves")));
    }

    void namesAreFilteredAndTheBoardSaysWhenNoneIsLeft()
    {
        const QString customer = column(0)->cards().index(0).data().toString();
        QLineEdit *field = board()->head()->field();
        field->setText(customer);
        QTRY_VERIFY(board()->board()->view().columns[0].cards.size() < 5 && !session->isBusy());
        QCOMPARE(column(0)->cards().index(0).data().toString(), customer);
        field->setText(QStringLiteral("qqqq"));
        QTRY_VERIFY(!list(0)->isVisible());
        const auto labels = board()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("qqqq")); }));
    }

    void aScreenReaderHearsColumnsAndCards()
    {
        QAccessibleInterface *cards = QAccessible::queryAccessibleInterface(list(0));
        QVERIFY(cards != nullptr);
        QVERIFY(cards->text(QAccessible::Name).contains(column(0)->name()));
        QVERIFY(cards->childCount() > 0);
        const QString card = cards->child(0)->text(QAccessible::Name);
        QVERIFY2(card.contains(column(0)->cards().index(0).data().toString()), qPrintable(card));
        QVERIFY(column(0)->accessibleName().contains(QStringLiteral("proven")));
    }
};

QTEST_MAIN(BoardTest)
#include "tst_board.moc"
