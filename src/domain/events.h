// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/fields.h"
#include "domain/ids.h"
#include "domain/values.h"
#include "domain/words.h"

#include <variant>

namespace domain {

// What can happen to a deal. Each struct is the part of an `event` fact that its kind adds.

/// The deal stands in a stage from then on. No stage: it is not known where it stood, as before the first word of a list that
/// tells only where deals stand now.
struct StageMoved {
    static constexpr std::string_view kind = "stage";
    Clearable<StageId> stage;
    static constexpr auto fields() { return std::tuple(Field("stage", &StageMoved::stage)); }
    friend bool operator==(const StageMoved &, const StageMoved &) = default;
};

struct AmountSet {
    static constexpr std::string_view kind = "amount";
    Decimal amount;
    support::Currency currency;
    static constexpr auto fields()
    {
        return std::tuple(Field("amount", &AmountSet::amount), Field("currency", &AmountSet::currency));
    }
    friend bool operator==(const AmountSet &, const AmountSet &) = default;
};

struct CloseDateSet {
    static constexpr std::string_view kind = "close_date";
    Clearable<support::Date> date;
    static constexpr auto fields() { return std::tuple(Field("date", &CloseDateSet::date)); }
    friend bool operator==(const CloseDateSet &, const CloseDateSet &) = default;
};

struct OwnerSet {
    static constexpr std::string_view kind = "owner";
    PersonId person;
    static constexpr auto fields() { return std::tuple(Field("person", &OwnerSet::person)); }
    friend bool operator==(const OwnerSet &, const OwnerSet &) = default;
};

struct CategorySet {
    static constexpr std::string_view kind = "category";
    ForecastCategory category;
    static constexpr auto fields() { return std::tuple(Field("category", &CategorySet::category)); }
    friend bool operator==(const CategorySet &, const CategorySet &) = default;
};

struct FieldSet {
    static constexpr std::string_view kind = "field";
    FieldId field;
    Clearable<Text> value; ///< numbers and truth values in their JSON spelling
    static constexpr auto fields() { return std::tuple(Field("field", &FieldSet::field), Field("value", &FieldSet::value)); }
    friend bool operator==(const FieldSet &, const FieldSet &) = default;
};

/// A contact takes a role of the decision chain; no contact leaves the role empty.
struct RoleSet {
    static constexpr std::string_view kind = "role";
    RoleId role;
    Clearable<ContactId> contact;
    static constexpr auto fields() { return std::tuple(Field("role", &RoleSet::role), Field("contact", &RoleSet::contact)); }
    friend bool operator==(const RoleSet &, const RoleSet &) = default;
};

struct ItemChecked {
    static constexpr std::string_view kind = "check";
    StageId stage;
    ItemId item;
    bool done;
    static constexpr auto fields()
    {
        return std::tuple(Field("stage", &ItemChecked::stage), Field("item", &ItemChecked::item),
                          Field("done", &ItemChecked::done));
    }
    friend bool operator==(const ItemChecked &, const ItemChecked &) = default;
};

struct NextStepSet {
    static constexpr std::string_view kind = "next_step";
    Text text;
    std::optional<support::Date> due;
    static constexpr auto fields() { return std::tuple(Field("text", &NextStepSet::text), Field("due", &NextStepSet::due)); }
    friend bool operator==(const NextStepSet &, const NextStepSet &) = default;
};

/// Without an amount the deal's own amount was won; without a currency, the deal's own currency.
struct Won {
    static constexpr std::string_view kind = "won";
    std::optional<Decimal> amount;
    std::optional<support::Currency> currency;
    static constexpr auto fields() { return std::tuple(Field("amount", &Won::amount), Field("currency", &Won::currency)); }
    friend bool operator==(const Won &, const Won &) = default;
};

struct Lost {
    static constexpr std::string_view kind = "lost";
    std::optional<Text> reason;
    static constexpr auto fields() { return std::tuple(Field("reason", &Lost::reason)); }
    friend bool operator==(const Lost &, const Lost &) = default;
};

struct Reopened {
    static constexpr std::string_view kind = "reopened";
    static constexpr auto fields() { return std::tuple(); }
    friend bool operator==(const Reopened &, const Reopened &) = default;
};

struct PaymentReceived {
    static constexpr std::string_view kind = "payment";
    Decimal amount;
    support::Currency currency;
    static constexpr auto fields()
    {
        return std::tuple(Field("amount", &PaymentReceived::amount), Field("currency", &PaymentReceived::currency));
    }
    friend bool operator==(const PaymentReceived &, const PaymentReceived &) = default;
};

/// A manager let the deal pass the gate of `stage` with conditions unmet.
struct GateOverridden {
    static constexpr std::string_view kind = "override";
    StageId stage;
    Text reason;
    static constexpr auto fields()
    {
        return std::tuple(Field("stage", &GateOverridden::stage), Field("reason", &GateOverridden::reason));
    }
    friend bool operator==(const GateOverridden &, const GateOverridden &) = default;
};

struct EvidenceJudged {
    static constexpr std::string_view kind = "verdict";
    EvidenceId evidence;
    Verdict verdict; ///< pending takes an earlier verdict back
    std::optional<Text> reason;
    static constexpr auto fields()
    {
        return std::tuple(Field("evidence", &EvidenceJudged::evidence), Field("verdict", &EvidenceJudged::verdict),
                          Field("reason", &EvidenceJudged::reason));
    }
    friend bool operator==(const EvidenceJudged &, const EvidenceJudged &) = default;
};

using EventBody = std::variant<StageMoved, AmountSet, CloseDateSet, OwnerSet, CategorySet, FieldSet, RoleSet, ItemChecked,
                               NextStepSet, Won, Lost, Reopened, PaymentReceived, GateOverridden, EvidenceJudged>;

/// What every event has, whatever its kind.
struct EventHead {
    DealId deal;
    std::optional<PersonId> actor;
    static constexpr auto fields() { return std::tuple(Field("deal", &EventHead::deal), Field("actor", &EventHead::actor)); }
    friend bool operator==(const EventHead &, const EventHead &) = default;
};

/// Something that happened to a deal. It has no id: its content is its identity.
struct DealEvent : EventHead {
    static constexpr std::string_view type = "event";
    static constexpr Timing timing = Timing::Required;

    EventBody body;
    friend bool operator==(const DealEvent &, const DealEvent &) = default;
};

} // namespace domain
