// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/processviews.h"

namespace workbench {

// Where business breaks off, and where deals jump between stages (56, 113).

/// The period of a question, and what it is about.
struct PeriodQuestion {
    support::Instant asOf;
    Scope scope = {};
    std::optional<support::Date> from = {};
    std::optional<support::Date> to = {}; ///< the last day
};

/// A share of which not all is known yet (engine::TimedShare).
struct TimedShareView {
    double share = 0;
    double low = 0; ///< 95 %
    double high = 1;
    std::uint32_t of = 0;  ///< the effective number it is a share of
    double withinDays = 0; ///< for so long somebody was watched
};

/// What the three breakpoints count; engine::Breakpoints says what each means.
enum class BreakCount : std::uint8_t {
    Leads,
    Touched,
    Effective,
    ReadUnanswered,
    Unanswered,
    Untouched,
    BecameDeals,
    Created, ///< deals created in the period
    Signed,
    Unproven,
    Buyers,
    OpenedNew,
    BoughtAgain
};
inline constexpr std::size_t breakCounts = 13;

struct BreakpointsView {
    Ground ground;
    std::array<std::uint32_t, breakCounts> counts{}; ///< by BreakCount
    std::optional<TimedShareView> becomeDeals;
    std::optional<TimedShareView> areSigned;
    std::optional<TimedShareView> openNewDeals;
    std::optional<TimedShareView> buyAgain;
    int againDays = 0; ///< within which a customer has to buy again, as the playbook says

    [[nodiscard]] std::uint32_t count(BreakCount which) const { return counts.at(static_cast<std::size_t>(which)); }
};

[[nodiscard]] support::Result<BreakpointsView> breakpoints(const Workbench &workbench, const PeriodQuestion &question,
                                                           const std::stop_token &stop = {});

struct LeadSummary {
    std::string id;
    std::string customer;
    std::string owner;
    support::Instant cameIn;
};

/// What a count of the breakpoints counts: leads, or deals; a buyer is told by the deal with which they bought, or bought again.
struct BrokenOff {
    std::vector<LeadSummary> leads; ///< the newest first
    DealList deals;
    std::size_t total = 0;
};
[[nodiscard]] support::Result<BrokenOff> behindBreakpoint(const Workbench &workbench, const PeriodQuestion &question,
                                                          BreakCount count, std::size_t limit, const std::stop_token &stop = {});

/// What was found to be more than chance (engine::BouncePattern).
struct BouncePatternView {
    std::optional<int> hourOfWeek; ///< from 0, Monday 0:00 to 1:00; none: it is the segment
    std::string segment;
    double share = 0; ///< of the changes in bounces
    double usual = 0; ///< of the other changes
    std::uint32_t deals = 0;
    double chance = 1;
};

struct BounceSegment {
    std::string name;          ///< empty: not told
    std::uint32_t deals = 0;   ///< that bounced
    std::uint32_t changes = 0; ///< in bounces
};

struct BounceView {
    Ground ground;
    std::optional<int> moreThan; ///< what the playbook calls a bounce; none: it has no such rule, and nothing is asked
    int withinDays = 0;
    std::uint32_t changedDeals = 0; ///< with a change of stage in the period
    std::uint32_t bouncedDeals = 0;
    std::uint32_t changes = 0;                              ///< of stage, in the period
    std::uint32_t bounceChanges = 0;                        ///< of these, in bounces
    std::array<std::uint32_t, std::size_t{7} * 24> hours{}; ///< changes in bounces of the segment, by hour of the week
    std::vector<BounceSegment> segments;                    ///< with bounces, the most changes first
    std::vector<BouncePatternView> patterns;                ///< the greatest share first; of all segments
};

struct BounceQuestion {
    PeriodQuestion period;
    std::optional<std::string> segment = {}; ///< the industry of the customers; empty: those of whom it is not told; none: all
};

[[nodiscard]] support::Result<BounceView> bounces(const Workbench &workbench, const BounceQuestion &question,
                                                  const std::stop_token &stop = {});
/// The deals that bounced: with a change of a bounce in this hour of the week, or all.
[[nodiscard]] support::Result<DealList> dealsThatBounced(const Workbench &workbench, const BounceQuestion &question,
                                                         std::optional<int> hourOfWeek, std::size_t limit,
                                                         const std::stop_token &stop = {});

} // namespace workbench
