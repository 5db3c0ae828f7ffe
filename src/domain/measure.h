// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace domain {

/// What a measure counts in; the interface formats by it.
enum class Unit : std::uint8_t { Count, Points, Days, Hours, Share, Money };

/// The engine's named measures, which conditions compare and sentences quote. A measure that does not apply (hours since a
/// demo where there was none) has no value, and no comparison with it holds.
enum class Measure : std::uint8_t {
    // Of a deal.
    Health,               ///< the health score (1)
    RedLine,              ///< the score below which a deal is red (2)
    RolesFilled,          ///< roles of the decision chain with a contact (3)
    RolesMissing,         ///< roles of the playbook without one
    KeyFiles,             ///< key evidence files that count (4)
    Inquiries,            ///< customer-initiated inquiries in the health window
    StaleDays,            ///< the health score's days without update
    DaysSinceProgress,    ///< since the last progress update, or the creation
    DaysInStage,          ///< since the last move into the claimed stage, while it was open
    StageLimitDays,       ///< the claimed stage's own time limit
    StageStaleDays,       ///< the claimed stage's own limit of days without progress (11)
    ContactsUnanswered,   ///< contacts by us since the customer last answered (12)
    DaysSinceInteraction, ///< since the last contact in either direction (13)
    DaysSinceSubstance,   ///< since the last contact with something concrete in it, or the creation (14)
    HoursDemoUnanswered,  ///< since a demo without feedback by the customer after it (16)
    HoursWithoutMaterial, ///< since the newest contact person became known to the deal, when nothing was sent since (17)
    MeetingsMissed,       ///< the customer's meetings in a row, up to the last, at which none of us was (18)
    TenderUnmatched,      ///< 1 when the customer published a tender and the deal is not in bid preparation (20)
    DaysToServiceEnd,     ///< until the end of the contract's service period (22)
    HoursInquiryOpen,     ///< since the customer's last inquiry without a contact by us after it (23)
    FirstResponseHours,   ///< from the customer's first inquiry to our first contact after it, running while none (24)
    DaysSinceRivalPrice,  ///< since a talk in which both a competitor and a price were named (19)
    GoodTalks,            ///< talks in which the customer spoke well of us (27)
    Payments,             ///< payments received
    DaysSinceSigned,      ///< since the deal was won or got to where it stands signed, as the playbook calls it (27)
    StageChangesWeek,     ///< stage moves in the last seven days (56)
    ClosePushes,          ///< times the expected close date was moved later (204)
    DaysPastClose,        ///< since the expected close date went by
    DaysToClose,          ///< expected days to close, by the history's survival curve
    ProvenGap,            ///< stages between the claimed and the proven one
    DaysOpen,             ///< since the creation
    Amount,               ///< the deal's amount in major units of its currency
    // Of a lead.
    LeadAgeDays,         ///< since it came in
    LeadDaysSinceAction, ///< since we last did anything, or since it came in (15)
    LeadDaysUnread,      ///< since our oldest message that the customer has not read (21)
    // Of a person.
    ShareWithoutSubstance, ///< share of the open deals without a substantive contact in the window (14)
    MedianResponseHours,   ///< median first response of the deals of the last 90 days (24)
    OpenDeals,             ///< open deals of the person
};

struct MeasureInfo {
    std::string_view id; ///< the word of playbooks and of `--json`
    Unit unit;
};

inline constexpr std::array<MeasureInfo, 38> measures{{
    {"health", Unit::Points},
    {"red_line", Unit::Points},
    {"roles_filled", Unit::Count},
    {"roles_missing", Unit::Count},
    {"key_files", Unit::Count},
    {"inquiries", Unit::Count},
    {"stale_days", Unit::Days},
    {"days_since_progress", Unit::Days},
    {"days_in_stage", Unit::Days},
    {"stage_limit_days", Unit::Days},
    {"stage_stale_days", Unit::Days},
    {"contacts_unanswered", Unit::Count},
    {"days_since_interaction", Unit::Days},
    {"days_since_substance", Unit::Days},
    {"hours_demo_unanswered", Unit::Hours},
    {"hours_without_material", Unit::Hours},
    {"meetings_missed", Unit::Count},
    {"tender_unmatched", Unit::Count},
    {"days_to_service_end", Unit::Days},
    {"hours_inquiry_open", Unit::Hours},
    {"first_response_hours", Unit::Hours},
    {"days_since_rival_price", Unit::Days},
    {"good_talks", Unit::Count},
    {"payments", Unit::Count},
    {"days_since_signed", Unit::Days},
    {"stage_changes_week", Unit::Count},
    {"close_pushes", Unit::Count},
    {"days_past_close", Unit::Days},
    {"days_to_close", Unit::Days},
    {"proven_gap", Unit::Count},
    {"days_open", Unit::Days},
    {"amount", Unit::Money},
    {"lead_age_days", Unit::Days},
    {"lead_days_since_action", Unit::Days},
    {"lead_days_unread", Unit::Days},
    {"share_without_substance", Unit::Share},
    {"median_response_hours", Unit::Hours},
    {"open_deals", Unit::Count},
}};

/// What has a measure; a rule asks for measures of its own subject only.
enum class MeasureOwner : std::uint8_t { Deal, Lead, Person };

constexpr MeasureOwner ownerOf(Measure measure)
{
    if (measure < Measure::LeadAgeDays)
        return MeasureOwner::Deal;
    return measure < Measure::ShareWithoutSubstance ? MeasureOwner::Lead : MeasureOwner::Person;
}

constexpr const MeasureInfo &info(Measure measure)
{
    return measures.at(static_cast<std::size_t>(measure));
}

/// A length of days or hours as people are told it, wherever they are: the whole ones that have passed, as ages are counted.
[[nodiscard]] inline std::int64_t wholeLength(double length)
{
    return static_cast<std::int64_t>(std::floor(length));
}

constexpr std::optional<Measure> measureNamed(std::string_view id)
{
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i].id == id)
            return static_cast<Measure>(i);
    }
    return std::nullopt;
}

} // namespace domain
