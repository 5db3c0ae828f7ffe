// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/evaluate.h"

#include "engine/flags.h"
#include "engine/fold.h"
#include "engine/leadstate.h"

#include "support/money.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

DealRow rowOf(const history::History &history, const DealState &state, const DealContext &context)
{
    DealRow row;
    row.deal = state.deal;
    row.key = history.deals().key(state.deal);
    row.customer = state.customer;
    row.owner = state.owner;
    row.team = state.team;
    row.product = state.product;
    const auto amount = state.wonAmount ? state.wonAmount : state.amount;
    row.currency = state.wonAmount ? state.wonCurrency : state.currency;
    row.hasAmount = amount.has_value();
    row.amount = amount.value_or(0);
    row.created = state.created.at;
    row.claimedSince = state.claimedSince;
    row.closed = state.closed;
    row.pipeline = static_cast<std::int16_t>(state.pipeline ? static_cast<int>(state.pipelineAt) : -1);
    row.claimed = static_cast<std::int16_t>(state.pipeline ? state.claimed : -1);
    row.proven = static_cast<std::int16_t>(context.proven);
    row.status = state.status;
    row.hasCloseDay = state.closeDay.has_value();
    row.closeDay = state.closeDay.value_or(0);
    return row;
}

domain::Quadrant quadrantOf(bool high, bool isShort)
{
    if (high)
        return isShort ? domain::Quadrant::HighShort : domain::Quadrant::HighLong;
    return isShort ? domain::Quadrant::LowShort : domain::Quadrant::LowLong;
}

/// Scores the deal in `out.state` and fills the rest of `out`.
void evaluateState(const history::History &history, const CompiledPlaybook &playbook, const Calibration &calibration, When when,
                   DealEvaluation &out)
{
    const domain::Playbook &settings = playbook.playbook();
    out.context = {when.asOf, when.today, provenPlace(out.state, when.asOf), 0, noValue};
    const HealthCounts counts = healthCounts(out.state, settings.health, when.asOf);
    const auto days = out.state.status == Status::Open ? daysToClose(out.state, playbook, calibration, when.asOf) : std::nullopt;
    out.context.health = health(counts, settings.health);
    out.context.daysToClose = days ? days->days : noValue;
    out.row = rowOf(history, out.state, out.context);
    out.row.daysSinceSubstance = measure(domain::Measure::DaysSinceSubstance, out.state, playbook, out.context);
    out.row.firstResponseHours = measure(domain::Measure::FirstResponseHours, out.state, playbook, out.context);
    if (out.state.status != Status::Open)
        return;
    out.row.health = out.context.health;
    out.row.counts = counts;
    out.row.red = out.row.health < settings.health.redBelow;
    if (!days)
        return;
    out.row.hasDaysToClose = true;
    out.row.daysToClose = static_cast<float>(days->days);
    out.row.daysFromPlaybook = days->fromPlaybook;
    out.row.quadrant =
        quadrantOf(out.row.health >= settings.map.healthCut, days->days <= calibration.pipelines[out.state.pipelineAt].daysCut);
}

/// What one block of deals puts on the board.
struct Part {
    std::vector<DealRow> rows;
    std::vector<FlagRow> flags;
};

void raiseFlags(const DealEvaluation &deal, const CompiledPlaybook &playbook, const std::vector<RuleSet::Entry> &rules,
                Part &part)
{
    for (const RuleSet::Entry &entry : rules) {
        if (!entry.condition.holds(deal.state, playbook, deal.context, deal.row.quadrant))
            continue;
        FlagRow flag;
        flag.row = static_cast<std::uint32_t>(part.rows.size());
        flag.rule = static_cast<std::uint16_t>(entry.slot);
        const Decision *decision = deal.state.decisionOn(entry.slot);
        flag.state = flagState(decision, deal.context.asOf);
        if (decision) {
            flag.decided = decision->at;
            flag.until = decision->until;
        }
        part.flags.push_back(flag);
    }
}

const std::vector<RuleSet::Entry> &rulesFor(const DealRow &row, const RuleSet &rules)
{
    static const std::vector<RuleSet::Entry> none;
    switch (row.status) {
    case Status::Open: return rules.about(domain::RuleSubject::OpenDeal);
    case Status::Won: return rules.about(domain::RuleSubject::WonDeal);
    case Status::Lost: return none;
    }
    return none;
}

void joinParts(std::vector<Part> &parts, Board &board)
{
    for (Part &part : parts) {
        const auto offset = static_cast<std::uint32_t>(board.deals.size());
        board.deals.insert(board.deals.end(), part.rows.begin(), part.rows.end());
        for (FlagRow flag : part.flags) {
            flag.row += offset;
            board.dealFlags.push_back(flag);
        }
        part = {};
    }
}

/// A dismissed or resolved flag comes back when the rule held anew after the decision.
void reviveFlags(const Source &source, Board &board)
{
    for (FlagRow &flag : board.dealFlags) {
        if (flag.state != FlagState::Dismissed && flag.state != FlagState::Resolved)
            continue;
        const support::Duration sinceDecision = board.asOf - flag.decided + support::days(1);
        if (heldSince(source, board, board.deals[flag.row].deal, flag.rule, sinceDecision) > flag.decided)
            flag.state = FlagState::Open;
    }
}

double medianOf(std::vector<double> &values)
{
    if (values.empty())
        return noValue;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void summarisePeople(const domain::WindowSettings &windows, Board &board)
{
    struct Tally {
        PersonRow row;
        std::vector<double> responses;
    };
    std::map<domain::SymbolKey, Tally> tallies;
    for (const DealRow &deal : board.deals) {
        Tally &tally = tallies[deal.owner];
        if (deal.status == Status::Open) {
            ++tally.row.openDeals;
            tally.row.withoutSubstance += deal.daysSinceSubstance > windows.substanceDays ? 1U : 0U;
        }
        if (deal.created > board.asOf - support::days(windows.responseDays) && !std::isnan(deal.firstResponseHours))
            tally.responses.push_back(deal.firstResponseHours);
    }
    for (auto &[person, tally] : tallies) {
        tally.row.person = person;
        tally.row.medianResponseHours = medianOf(tally.responses);
        board.people.push_back(tally.row);
    }
}

void flagPeople(const history::History &history, const CompiledPlaybook &playbook, const RuleSet &rules, Board &board)
{
    for (std::size_t i = 0; i < board.people.size(); ++i) {
        for (const RuleSet::Entry &entry : rules.about(domain::RuleSubject::Person)) {
            if (!entry.condition.holds([&](domain::Measure which) { return measure(which, board.people[i]); }))
                continue;
            FlagRow flag{static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(entry.slot), FlagState::Open, {}, {}};
            if (const auto index = history.people().find(board.people[i].person))
                applyDecisions(history::view(history.people(), *index, board.asOf), playbook, flag);
            board.personFlags.push_back(flag);
        }
    }
}

} // namespace

double measure(domain::Measure which, const PersonRow &person)
{
    if (which == domain::Measure::OpenDeals)
        return person.openDeals;
    if (which == domain::Measure::MedianResponseHours)
        return person.medianResponseHours;
    if (which == domain::Measure::ShareWithoutSubstance && person.openDeals > 0)
        return static_cast<double>(person.withoutSubstance) / person.openDeals;
    return noValue;
}

std::optional<DealEvaluation> evaluateDeal(const history::History &history, const CompiledPlaybook &playbook,
                                           const Calibration &calibration, When when, history::DealIndex deal)
{
    DealEvaluation evaluation;
    fold(history, playbook, deal, {when.asOf, Depth::Full}, evaluation.state);
    if (!evaluation.state.exists)
        return std::nullopt;
    evaluateState(history, playbook, calibration, when, evaluation);
    return evaluation;
}

std::shared_ptr<const Board> evaluate(const Source &source, When when, const history::ForEach &forEach, std::stop_token stop)
{
    const auto &[history, playbook, rules] = source;
    auto board = std::make_shared<Board>();
    board->asOf = when.asOf;
    board->today = when.today;
    board->silent = rules.silent();
    board->calibration = calibrate(history, playbook, when.asOf, forEach, stop);
    const auto &deals = history.deals();
    std::vector<Part> parts(deals.blocks());
    forEach(deals.blocks(), [&](std::size_t block) {
        DealEvaluation evaluation;
        const std::size_t end = std::min<std::size_t>(deals.size(), (block + 1) * history::Block::slots);
        for (std::size_t i = block * history::Block::slots; i < end && !stop.stop_requested(); ++i) {
            fold(history, playbook, {static_cast<std::uint32_t>(i)}, {when.asOf, Depth::Full}, evaluation.state);
            if (!evaluation.state.exists)
                continue;
            evaluateState(history, playbook, board->calibration, when, evaluation);
            raiseFlags(evaluation, playbook, rulesFor(evaluation.row, rules), parts[block]);
            parts[block].rows.push_back(evaluation.row);
        }
    });
    joinParts(parts, *board);
    if (stop.stop_requested())
        return nullptr;
    reviveFlags(source, *board);
    summarisePeople(playbook.playbook().windows, *board);
    flagPeople(history, playbook, rules, *board);
    evaluateLeads(history, playbook, rules, *board);
    return board;
}

} // namespace engine
