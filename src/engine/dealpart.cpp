// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/dealpart.h"

#include "engine/fold.h"
#include "engine/live.h"
#include "engine/score.h"

#include <algorithm>

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
    row.firstResponseHours = noValue;
    return row;
}

/// Copies the deal at `index` from `old`, where it is there.
void copyDeal(const Part<DealRow> &old, std::uint32_t index, Part<DealRow> &part, LiveWriter &live)
{
    const auto row = std::ranges::lower_bound(old.rows, index, {}, &DealRow::index);
    if (row == old.rows.end() || row->index() != index)
        return;
    const auto place = static_cast<std::uint16_t>(row - old.rows.begin());
    const auto kept = std::ranges::lower_bound(old.live->rows, place);
    if (kept != old.live->rows.end() && *kept == place)
        live.copy(static_cast<std::uint16_t>(part.rows.size()), *old.live,
                  static_cast<std::size_t>(kept - old.live->rows.begin()));
    addRow(*row, part);
}

} // namespace

void evaluateState(const history::History &history, const CompiledPlaybook &playbook, const Calibration &calibration, When when,
                   DealEvaluation &deal)
{
    const domain::Playbook &settings = playbook.playbook();
    deal.context = {when.asOf, when.today, provenPlace(deal.state, when.asOf), 0, noValue};
    deal.row = rowOf(history, deal.state, deal.context);
    const Score score = scoreOf(rawCounts(deal.state, settings.health, when.asOf), deal.row, playbook, calibration, when.asOf);
    deal.context.health = score.health;
    deal.context.daysToClose = score.days ? score.days->days : noValue;
    const RowMeasures measures{measure(domain::Measure::DaysSinceSubstance, deal.state, playbook, deal.context),
                               measure(domain::Measure::FirstResponseHours, deal.state, playbook, deal.context)};
    write(score, measures, settings, when.asOf, deal.row);
}

std::shared_ptr<const Part<DealRow>> dealPart(const Basis &basis, std::size_t block, const Part<DealRow> *old,
                                              const Slotted &anew, const std::stop_token &stop)
{
    const auto &[history, playbook, rules] = basis.source;
    const support::Instant asOf = basis.when.asOf;
    // Nothing on the board comes of the talk about a deal that was closed and is past the response window, unless a rule asks.
    const support::Instant talkFrom =
        rules.asksWonDealsForTalk() ? support::Instant::min() : responsesFrom(playbook.playbook().windows, asOf);
    auto part = std::make_shared<Part<DealRow>>();
    part->rows.reserve(history::Block::slots);
    part->owners.reserve(history::Block::slots);
    part->customers.reserve(history::Block::slots);
    LiveWriter live(playbook, rules.layout());
    DealState state;
    const std::size_t first = block * history::Block::slots;
    const std::size_t end = std::min<std::size_t>(history.deals().size(), first + history::Block::slots);
    for (std::size_t i = first; i < end && !stop.stop_requested(); ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        if (!anew[i - first]) {
            copyDeal(*old, index, *part, live);
            continue;
        }
        fold(history, playbook, {index}, {asOf, Depth::Scores, talkFrom}, state);
        if (!state.exists)
            continue;
        const DealContext context{asOf, basis.when.today, provenPlace(state, asOf), 0, noValue};
        const DealRow row = rowOf(history, state, context);
        if (changesWithTime(row, rules, playbook.playbook(), asOf))
            live.add(static_cast<std::uint16_t>(part->rows.size()), state, context);
        addRow(row, *part);
    }
    part->live = std::move(live).finish();
    if (!stop.stop_requested())
        score(basis, *part);
    return part;
}

} // namespace engine
