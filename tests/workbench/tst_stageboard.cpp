// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/stageboard.h"

#include "desk.h"

#include <fmt/format.h>
#include <rapidcheck/gtest.h>

#include <map>

using support::ErrorCode;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::dealId;
using tests::Desk;
using namespace workbench;

namespace {

std::shared_ptr<const StageBoard> boardOf(const Desk &desk, StageBoardRequest request = {})
{
    if (request.asOf == support::Instant())
        request.asOf = desk.now();
    const auto board = stageBoard(*desk.workbench, request);
    EXPECT_TRUE(board);
    return board.value();
}

/// The columns with cards, as "stage: deal deal".
std::vector<std::string> told(const StageBoard &board)
{
    std::vector<std::string> lines;
    for (std::size_t column = 0; column < board.view().columns.size(); ++column) {
        const StageColumn &stage = board.view().columns[column];
        if (stage.cards.empty())
            continue;
        std::string line = stage.stage + ':';
        for (std::size_t place = 0; place < stage.cards.size(); ++place)
            line += ' ' + board.card(column, place)->deal.id->text();
        lines.push_back(line);
    }
    return lines;
}

/// What stands in one stage, as "2 deals, 10 CNY, 3 USD".
std::string told(const StageSum &sum)
{
    std::string text = fmt::format("{} deals", sum.deals);
    for (const support::Money &money : sum.money)
        text += fmt::format(", {} {}", support::decimal(money), money.currency.text());
    return text;
}

/// Sums by stage and currency from the list of all scores, which knows nothing of boards; "" for stages that nobody knows.
struct SlowSums {
    std::map<std::string, std::size_t> deals;
    std::map<std::pair<std::string, std::string>, std::int64_t> money;

    void add(const std::string &stage, const std::optional<support::Money> &amount)
    {
        ++deals[stage];
        if (amount)
            money[{stage, amount->currency.text()}] += amount->minor;
    }
    void add(const std::string &stage, const StageSum &sum)
    {
        if (sum.deals > 0)
            deals[stage] += sum.deals;
        for (const support::Money &one : sum.money)
            money[{stage, one.currency.text()}] += one.minor;
    }
    friend bool operator==(const SlowSums &, const SlowSums &) = default;
};

std::pair<SlowSums, SlowSums> slowly(const Desk &desk)
{
    std::pair<SlowSums, SlowSums> sums;
    const auto add = [&](const ScoreLine &line) {
        sums.first.add(line.stageKnown ? line.claimed : std::string(), line.amount);
        sums.second.add(line.proven, line.amount);
    };
    EXPECT_TRUE(scores(*desk.workbench, desk.now(), std::nullopt, add));
    return sums;
}

/// Deals with stages the playbook knows and does not know, with amounts in three currencies or none, some of them closed.
std::string anyDeals()
{
    const auto count = *rc::gen::inRange(1, 25);
    std::string lines(tests::story);
    for (int i = 0; i < count; ++i) {
        const std::string owner = *rc::gen::element<std::string>("ann", "bob");
        const std::string stage = *rc::gen::element<std::string>("lead_confirmed", "demonstrated", "signed", "elsewhere");
        const std::string currency = *rc::gen::element<std::string>("CNY", "USD", "JPY", "");
        const std::string happened = R"("occurred_at":"2026-02-0)" + std::to_string(*rc::gen::inRange(2, 9));
        lines += fmt::format(R"({{"type":"deal","id":"R{}","customer":"zen","name":"随机{}","owner":"{}",{}T09:00:00+08:00"}}
{{"type":"event","deal":"R{}","kind":"stage","stage":"{}",{}T10:00:00+08:00"}}
)",
                             i, i, owner, happened, i, stage, happened);
        if (!currency.empty())
            lines +=
                fmt::format(R"({{"type":"event","deal":"R{}","kind":"amount","amount":"{}","currency":"{}",{}T11:00:00+08:00"}})"
                            "\n",
                            i, *rc::gen::inRange(1, 1'000'000), currency, happened);
        if (*rc::gen::element(false, false, true))
            lines += fmt::format(R"({{"type":"event","deal":"R{}","kind":"lost",{}T12:00:00+08:00"}})"
                                 "\n",
                                 i, happened);
    }
    return lines;
}

} // namespace

TEST(StageBoard, HasAColumnForEachStageWithWhatIsClaimedAndProvenThere)
{
    const Desk desk;
    const auto board = boardOf(desk);
    const auto &columns = board->view().columns;
    ASSERT_EQ(columns.size(), 6U);
    EXPECT_EQ(columns[0].stage, "lead_confirmed");
    EXPECT_EQ(told(columns[0].claimed), "2 deals, 590000.00 CNY");
    EXPECT_EQ(told(columns[1].claimed), "1 deals, 1200000.50 CNY");
    EXPECT_EQ(told(columns[0].proven), "2 deals, 1290000.50 CNY") << "D1 is no further by its evidence";
    EXPECT_EQ(told(columns[1].proven), "1 deals, 500000.00 CNY");
    EXPECT_THAT(told(*board), ElementsAre("lead_confirmed: D4 D2", "needs_diagnosed: D1"));
    EXPECT_THAT(told(*boardOf(desk, {.proven = true})), ElementsAre("lead_confirmed: D1 D2", "needs_diagnosed: D4"));
}

TEST(StageBoard, PutsDealsInStagesThatThePlaybookDoesNotKnowIntoAColumnOfTheirOwn)
{
    Desk desk;
    desk.import(R"({"type":"event","deal":"D2","kind":"stage","stage":"elsewhere","occurred_at":"2026-02-20T09:00:00+08:00"})");
    const auto board = boardOf(desk);
    ASSERT_EQ(board->view().columns.size(), 7U);
    EXPECT_EQ(told(board->view().columns[6].claimed), "1 deals, 90000.00 CNY");
    EXPECT_EQ(board->card(6, 0)->deal.stageId, "elsewhere") << "it is called as it was written";
}

TEST(StageBoard, KeepsEachCurrencyByItself)
{
    Desk desk;
    desk.import(
        R"({"type":"event","deal":"D2","kind":"amount","amount":"70","currency":"USD","occurred_at":"2026-02-20T09:00:00+08:00"}
{"type":"deal","id":"D5","customer":"zen","name":"无金额","owner":"bob","occurred_at":"2026-02-21T09:00:00+08:00"})");
    EXPECT_EQ(told(boardOf(desk)->view().columns[0].claimed), "3 deals, 500000.00 CNY, 70.00 USD");
}

TEST(StageBoard, TakesInWhatTheScopeDoes)
{
    const Desk desk;
    EXPECT_THAT(told(*boardOf(desk, {.scope = {.person = domain::PersonId::parse("bob").value()}})),
                ElementsAre("lead_confirmed: D2"));
    EXPECT_THAT(told(*boardOf(desk, {.scope = {.segment = "食品"}})), IsEmpty());
}

TEST(StageBoard, IsThatOfItsInstant)
{
    const Desk desk;
    EXPECT_THAT(told(*boardOf(desk, {.asOf = tests::at("2026-01-10T12:00:00+08:00")})), ElementsAre("lead_confirmed: D1"));
}

TEST(StageBoard, OrdersItsCardsAsItIsAsked)
{
    Desk desk;
    desk.import(R"({"type":"deal","id":"D5","customer":"zen","name":"新","owner":"bob","occurred_at":"2026-02-21T09:00:00+08:00"}
{"type":"event","deal":"D5","kind":"close_date","date":"2026-04-01","occurred_at":"2026-02-21T10:00:00+08:00"}
{"type":"event","deal":"D4","kind":"close_date","date":"2026-03-01","occurred_at":"2026-02-21T10:00:00+08:00"})");
    const auto first = [&](CardOrder order) { return told(*boardOf(desk, {.order = order})).front(); };
    EXPECT_EQ(first(CardOrder::Amount), "lead_confirmed: D4 D2 D5");
    EXPECT_EQ(first(CardOrder::DaysInStage), "lead_confirmed: D2 D4 D5");
    EXPECT_EQ(first(CardOrder::CloseDate), "lead_confirmed: D4 D5 D2");
    const auto byHealth = boardOf(desk, {.order = CardOrder::Health});
    for (std::size_t place = 1; place < 3; ++place)
        EXPECT_LE(byHealth->card(0, place - 1)->deal.health, byHealth->card(0, place)->deal.health);
    const auto byFlags = boardOf(desk);
    EXPECT_GT(byFlags->card(0, 0)->flags, 0U);
    std::vector<std::string> pressing = tests::listed(*desk.workbench->today({}, desk.now()));
    std::erase(pressing, "D1"); // of another column
    EXPECT_EQ(byFlags->card(0, 0)->deal.id->text(), pressing.front()) << "as the day's list has them";
}

TEST(StageBoard, FindsDealsByTheirOwnTheirCustomersAndTheirOwnersNames)
{
    const Desk desk;
    EXPECT_THAT(told(*boardOf(desk, {.text = "扩建"})), ElementsAre("lead_confirmed: D2"));
    EXPECT_THAT(told(*boardOf(desk, {.text = "ZENITH"})), ElementsAre("lead_confirmed: D4 D2"));
    EXPECT_THAT(told(*boardOf(desk, {.text = "bob"})), ElementsAre("lead_confirmed: D2"));
    EXPECT_THAT(told(*boardOf(desk, {.text = "yjzd"})), ElementsAre("needs_diagnosed: D1")) << "as it is spelled";
    EXPECT_THAT(told(*boardOf(desk, {.text = "没有"})), IsEmpty());
}

TEST(StageBoard, SaysOnACardWhatADealIsAndWhichFlagIsTheGravest)
{
    const Desk desk;
    const StageCard card = *boardOf(desk)->card(1, 0);
    const DealPage page = *desk.workbench->deal(dealId("D1"), desk.now());
    EXPECT_EQ(card.deal.name, page.summary.name);
    EXPECT_EQ(card.deal.customer, "远景诊断");
    EXPECT_EQ(card.deal.owner, "安娜");
    EXPECT_EQ(card.deal.shownHealth, page.summary.shownHealth);
    EXPECT_EQ(card.deal.provenGap, 1);
    EXPECT_EQ(card.flags, page.flags.size());
    domain::Severity worst = domain::Severity::Notice;
    for (const Flag &flag : page.flags)
        worst = std::max(worst, flag.severity);
    EXPECT_EQ(card.severity, worst);
}

TEST(StageBoard, ShowsTheBusiestPipelineOrTheOneThatIsAskedFor)
{
    const Desk desk;
    const auto board = boardOf(desk);
    const StageBoardView &view = board->view();
    EXPECT_EQ(view.pipelines[view.pipeline].deals, 3U);
    const auto same = boardOf(desk, {.pipeline = view.pipelines[view.pipeline].id});
    EXPECT_EQ(told(*same), told(*board));
    const auto unknown = stageBoard(*desk.workbench, {.asOf = desk.now(), .pipeline = domain::PipelineId::parse("x").value()});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::UnknownStage);
}

TEST(StageBoard, AnswersNoMoreWhenTheWorkspaceIsClosed)
{
    Desk desk;
    const auto board = boardOf(desk);
    const StageCard known = *board->card(0, 0);
    desk.workbench.reset();
    EXPECT_EQ(board->card(0, 0)->deal.id, known.deal.id) << "what was read is known";
    EXPECT_EQ(board->view().columns[0].claimed.deals, 2U);
}

TEST(StageBoard, EndsEarlyWhenItIsStopped)
{
    const Desk desk;
    std::stop_source stop;
    stop.request_stop();
    const auto board = stageBoard(*desk.workbench, {.asOf = desk.now()}, stop.get_token());
    ASSERT_FALSE(board);
    EXPECT_EQ(board.error().code, ErrorCode::Cancelled);
}

RC_GTEST_PROP(StageBoard, CountsEveryOpenDealOnceClaimedAndOnceProven, ())
{
    const Desk desk(anyDeals());
    const auto board = boardOf(desk, {.proven = *rc::gen::arbitrary<bool>(), .order = CardOrder::Amount});
    SlowSums claimed;
    SlowSums proven;
    std::size_t cards = 0;
    for (const StageColumn &column : board->view().columns) {
        claimed.add(column.stage, column.claimed);
        proven.add(column.stage, column.proven);
        cards += column.cards.size();
        RC_ASSERT(column.cards.size() == (board->view().proven ? column.proven : column.claimed).deals);
    }
    const auto [slowlyClaimed, slowlyProven] = slowly(desk);
    RC_ASSERT(claimed == slowlyClaimed);
    RC_ASSERT(proven == slowlyProven);
    RC_ASSERT(cards + board->view().unplaced == desk.workbench->today({}, desk.now())->openDeals);
}

TEST(JudgedMoves, AreThoseOfTheDealsOneByOne)
{
    const Desk desk;
    const auto stage = domain::StageId::parse("demonstrated").value();
    const std::vector deals{dealId("D1"), dealId("D4"), dealId("D9"), dealId("D2")};
    const auto moves = judgeMoves(*desk.workbench, deals, stage).value();
    ASSERT_EQ(moves.size(), 4U);
    for (const JudgedMove &move : moves) {
        const auto alone = desk.workbench->judgeMove(move.deal, stage);
        EXPECT_EQ(move.error.has_value(), !alone) << move.deal.text();
        EXPECT_EQ(move.unmet.size(), alone ? alone->size() : 0U);
        for (std::size_t i = 0; i < move.unmet.size(); ++i)
            EXPECT_EQ(move.unmet[i].id, (*alone)[i].id);
    }
    EXPECT_TRUE(judgeMoves(*desk.workbench, deals, domain::StageId::parse("needs_diagnosed").value())->front().there);
}

TEST(JudgedMoves, KnowTheDealsOfABoardByTheirNumbers)
{
    const Desk desk;
    const auto board = boardOf(desk);
    EXPECT_THAT(dealsOf(*desk.workbench, board->view().columns[0].cards), ElementsAre(dealId("D4"), dealId("D2")));
}
