// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/dealpart.h"

#include "engine/flags.h"
#include "engine/focus.h"
#include "engine/fold.h"

#include <cmath>

namespace engine {

namespace {

/// Deals created after this instant make the people's median responses.
support::Instant responsesFrom(const CompiledPlaybook &playbook, support::Instant asOf)
{
    return asOf - support::days(playbook.playbook().windows.responseDays);
}

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

const std::vector<RuleSet::Entry> &rulesFor(Status status, const RuleSet &rules)
{
    static const std::vector<RuleSet::Entry> none;
    switch (status) {
    case Status::Open: return rules.about(domain::RuleSubject::OpenDeal);
    case Status::Won: return rules.about(domain::RuleSubject::WonDeal);
    case Status::Lost: return none;
    }
    return none;
}

/// A dismissed or resolved flag comes back when the rule held anew after the decision.
bool heldAnew(const Basis &basis, const DealEvaluation &deal, const FlagRow &flag)
{
    if (!isPutAside(flag))
        return false;
    const support::Duration sinceDecision = basis.when.asOf - flag.decided + support::days(1);
    return heldSince(basis, deal.row.deal, flag.rule, sinceDecision) > flag.decided;
}

void raiseFlags(const Basis &basis, const DealEvaluation &deal, std::vector<FlagRow> &flags)
{
    for (const RuleSet::Entry &entry : rulesFor(deal.row.status, basis.source.rules)) {
        if (!entry.condition.holds(deal.state, basis.source.playbook, deal.context, deal.row.quadrant))
            continue;
        FlagRow flag;
        flag.row = deal.row.index();
        flag.rule = static_cast<std::uint16_t>(entry.slot);
        const Decision *decision = deal.state.decisionOn(entry.slot);
        flag.state = flagState(decision, basis.when.asOf);
        if (decision) {
            flag.decided = decision->at;
            flag.until = decision->until;
        }
        if (heldAnew(basis, deal, flag))
            flag.state = FlagState::Open;
        flags.push_back(flag);
    }
}

} // namespace

void evaluateState(const history::History &history, const CompiledPlaybook &playbook, const Calibration &calibration, When when,
                   DealEvaluation &deal)
{
    const domain::Playbook &settings = playbook.playbook();
    const bool open = deal.state.status == Status::Open;
    deal.context = {when.asOf, when.today, provenPlace(deal.state, when.asOf), 0, noValue};
    const HealthCounts counts = healthCounts(deal.state, settings.health, when.asOf);
    const auto days = open ? daysToClose(deal.state, playbook, calibration, when.asOf) : std::nullopt;
    deal.context.health = health(counts, settings.health);
    deal.context.daysToClose = days ? days->days : noValue;
    deal.row = rowOf(history, deal.state, deal.context);
    const bool asked = open || deal.row.created > responsesFrom(playbook, when.asOf);
    deal.row.firstResponseHours =
        asked ? measure(domain::Measure::FirstResponseHours, deal.state, playbook, deal.context) : noValue;
    if (!open)
        return;
    deal.row.daysSinceSubstance = measure(domain::Measure::DaysSinceSubstance, deal.state, playbook, deal.context);
    deal.row.health = deal.context.health;
    deal.row.counts = counts;
    deal.row.red = deal.row.health < settings.health.redBelow;
    if (!days)
        return;
    deal.row.hasDaysToClose = true;
    deal.row.daysToClose = static_cast<float>(days->days);
    deal.row.daysFromPlaybook = days->fromPlaybook;
    deal.row.quadrant =
        quadrantOf(deal.row.health >= settings.healthCut(), days->days <= calibration.pipelines[deal.state.pipelineAt].daysCut);
}

std::shared_ptr<const Part<DealRow>> dealPart(const Basis &basis, std::size_t block, const Part<DealRow> *old,
                                              const Slotted &anew, const std::stop_token &stop)
{
    const auto &[history, playbook, rules] = basis.source;
    // Nothing on the board comes of the talk about a deal that was closed and is past the response window, unless a rule asks.
    const support::Instant talkFrom =
        rules.asksWonDealsForTalk() ? support::Instant::min() : responsesFrom(playbook, basis.when.asOf);
    auto part = std::make_shared<Part<DealRow>>();
    part->rows.reserve(history::Block::slots);
    part->owners.reserve(history::Block::slots);
    part->customers.reserve(history::Block::slots);
    DealEvaluation deal;
    const std::size_t first = block * history::Block::slots;
    const std::size_t end = std::min<std::size_t>(history.deals().size(), first + history::Block::slots);
    for (std::size_t i = first; i < end && !stop.stop_requested(); ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        if (!anew[i - first]) {
            copyRow(*old, index, *part);
            continue;
        }
        fold(history, playbook, {index}, {basis.when.asOf, Depth::Scores, talkFrom}, deal.state);
        if (!deal.state.exists)
            continue;
        evaluateState(history, playbook, basis.calibration, basis.when, deal);
        raiseFlags(basis, deal, part->flags);
        addRow(deal.row, *part);
    }
    rankPart(playbook, basis.calibration.usual, *part);
    return part;
}

} // namespace engine
