// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/calibration.h"
#include "engine/gate.h"
#include "engine/health.h"
#include "engine/ruleset.h"
#include "engine/sheet.h"

#include <vector>

namespace engine {

/// What a board is a function of, beside the instant. It refers; the owner keeps them alive.
struct Source {
    const history::History &history;
    const CompiledPlaybook &playbook;
    const RuleSet &rules;
};

/// One deal on the board.
struct DealRow {
    history::DealIndex deal;
    domain::SymbolKey key = 0;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    domain::SymbolKey team = 0;
    domain::SymbolKey product = 0;
    std::uint32_t currency = 0;
    std::int64_t amount = 0; ///< minor units; 0 unless `hasAmount`
    support::Instant created;
    support::Instant claimedSince;
    support::Instant closed = support::Instant::max();
    std::int64_t health = 0; ///< open deals only
    HealthCounts counts;
    float daysToClose = 0;
    double daysSinceSubstance = 0; ///< open deals only
    double firstResponseHours = 0; ///< of open deals and of those created in the response window; not a number where nobody asked
    std::int32_t closeDay = 0;
    std::int16_t pipeline = -1; ///< its place in the playbook; -1: unknown to it
    std::int16_t claimed = -1;
    std::int16_t proven = -1;
    Status status = Status::Open;
    domain::Quadrant quadrant = domain::Quadrant::None;
    bool hasAmount = false;
    bool hasCloseDay = false;
    bool hasDaysToClose = false;
    DaysFrom daysFrom = DaysFrom::History;
    bool red = false;

    [[nodiscard]] std::uint32_t index() const { return deal.value; }
};

struct LeadRow {
    history::LeadIndex lead;
    domain::SymbolKey key = 0;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    double ageDays = 0;
    double daysSinceAction = 0;
    double daysUnread = 0; ///< not a number where nothing is unread
    bool converted = false;

    [[nodiscard]] std::uint32_t index() const { return lead.value; }
};

struct PersonRow {
    domain::SymbolKey person = 0;
    std::uint32_t openDeals = 0;
    std::uint32_t withoutSubstance = 0;
    double medianResponseHours = 0; ///< not a number without inquiries
};

/// Everything that is true at an instant. Never changes once made; the same for the same input, byte for byte.
struct Board {
    support::Instant asOf;
    support::Date today; ///< in `zone`
    support::TimeZone zone = support::TimeZone::utc();
    std::shared_ptr<const Calibration> calibration;
    Sheet<DealRow> deals;
    Sheet<LeadRow> leads;
    std::vector<PersonRow> people; ///< with a deal at as-of, by key
    std::vector<FlagRow> personFlags;
    std::vector<bool> silent; ///< by rule: had nothing to go by and was not asked; empty when all were
};

} // namespace engine
