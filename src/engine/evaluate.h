// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/board.h"

#include "support/civil.h"

#include <memory>

namespace engine {

/// An instant, and the day that it is in the organisation's time zone.
struct When {
    When(support::Instant instant, support::TimeZone organisation)
        : asOf(instant)
        , zone(organisation)
        , today(organisation.dateOf(instant))
    {}

    support::Instant asOf;
    support::TimeZone zone;
    support::Date today;
};

/// The board at an instant. `forEach` may spread the work over threads; a requested stop ends it early and gives nothing.
[[nodiscard]] std::shared_ptr<const Board>
evaluate(const Source &source, When when, const history::ForEach &forEach = history::inOrder, std::stop_token stop = {});

/// What the rows of a board are made from. It refers; the owner keeps it alive.
struct Basis {
    Source source;
    const Calibration &calibration;
    When when;
};

[[nodiscard]] inline Basis basisOf(const Source &source, const Board &board)
{
    return {source, *board.calibration, {board.asOf, board.zone}};
}

/// The measures of a lead and of a person; `noValue` for those of other subjects.
[[nodiscard]] double measure(domain::Measure which, const LeadRow &lead);
[[nodiscard]] double measure(domain::Measure which, const PersonRow &person);

/// What evaluating one deal yields, with its state for whoever wants to open it.
struct DealEvaluation {
    DealState state;
    DealContext context;
    DealRow row;
};

/// One deal as the board has it; nothing where it does not exist at as-of.
[[nodiscard]] std::optional<DealEvaluation> evaluateDeal(const history::History &history, const CompiledPlaybook &playbook,
                                                         const Calibration &calibration, When when, history::DealIndex deal);

} // namespace engine
