// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "domain/words.h"

namespace domain {

// The words of a playbook's enumerations, in playbook files and in `--json`, in the order of the enumerators.

template <>
struct Words<Comparison> {
    static constexpr std::array<std::string_view, 6> list{"<", "<=", "=", "!=", ">=", ">"};
};
template <>
struct Words<StageRelation> {
    static constexpr std::array<std::string_view, 3> list{"before", "at", "after"};
};
template <>
struct Words<Quadrant> {
    static constexpr std::array<std::string_view, 5> list{"none", "high_short", "low_short", "high_long", "low_long"};
};
template <>
struct Words<GroupKind> {
    static constexpr std::array<std::string_view, 3> list{"all", "any", "none"};
};
template <>
struct Words<FieldType> {
    static constexpr std::array<std::string_view, 6> list{"text", "number", "money", "date", "choice", "flag"};
};
template <>
struct Words<RuleSubject> {
    static constexpr std::array<std::string_view, 4> list{"open_deal", "won_deal", "lead", "person"};
};
template <>
struct Words<Severity> {
    static constexpr std::array<std::string_view, 3> list{"notice", "warning", "critical"};
};
template <>
struct Words<Proposal> {
    static constexpr std::array<std::string_view, 13> list{
        "ask_rep",      "assign_task",     "hand_over",       "step_in",     "send_material", "follow_up", "confirm_date",
        "verify_stage", "collect_payment", "prepare_renewal", "prepare_bid", "wake_lead",     "coach"};
};
template <>
struct Words<Missing> {
    static constexpr std::array<std::string_view, 8> list{"roles",     "key_files", "fields",   "stage_evidence",
                                                          "checklist", "payment",   "feedback", "material"};
};

/// The bits of `Signal` are no dense enumeration: each with its word.
inline constexpr std::array<std::pair<std::string_view, Signal>, 7> signalWords{{
    {"substance", Signal::Substance},
    {"competitor", Signal::Competitor},
    {"price", Signal::Price},
    {"good_talk", Signal::GoodTalk},
    {"request", Signal::Request},
    {"filler", Signal::Filler},
    {"not", Signal::Nothing},
}};

/// What has the measures that a rule on `subject` may ask for.
constexpr MeasureOwner ownerOf(RuleSubject subject)
{
    switch (subject) {
    case RuleSubject::OpenDeal:
    case RuleSubject::WonDeal: return MeasureOwner::Deal;
    case RuleSubject::Lead: return MeasureOwner::Lead;
    case RuleSubject::Person: return MeasureOwner::Person;
    }
    return MeasureOwner::Deal;
}

/// What a stage may require beside the playbook's own fields: attributes that every deal or its customer has.
inline constexpr std::array<std::string_view, 4> builtInFields{"amount", "close_date", "next_step", "first_contact_channel"};

constexpr bool isBuiltIn(std::string_view field)
{
    for (const std::string_view name : builtInFields) {
        if (name == field)
            return true;
    }
    return false;
}

} // namespace domain
