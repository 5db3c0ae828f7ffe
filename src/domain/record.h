// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/acts.h"
#include "domain/decisions.h"
#include "domain/events.h"
#include "domain/things.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace domain {

/// One statement about the world. The order of the alternatives is part of the canonical bytes: new types go at the end.
using Fact = std::variant<Team, Person, Membership, Customer, Contact, Product, Lead, Deal, DealEvent, Activity, Evidence, Target,
                          Assessment, Article, FlagDecision, Task, PlaybookPublished, CustomerMerged>;

/// Keys that the format does not know, with their JSON values, sorted by key: kept as custom fields and passed on.
using Extras = std::vector<std::pair<std::string, Json>>;

/// When a fact happened in the world, and when the system learned it.
struct Times {
    support::Instant occurred;
    support::Instant recorded;
    /// Neither was given: both are the time of the import, and say nothing about the fact.
    bool assumed = false;

    friend bool operator==(const Times &, const Times &) = default;
};

/// A fact with its times. It is checked as a whole when it is made, so that no other code has to.
class Record {
public:
    /// Fails with MissingKey where a key is needed beside the ones given (a deal or a customer of an activity, the end of
    /// a snooze), BadChoice where two exclude each other, OutOfRange for an interval that ends before it starts, BadMoney
    /// for an amount finer than its currency.
    [[nodiscard]] static support::Result<Record> make(Fact fact, Times times, Extras extras = {});

    [[nodiscard]] const Fact &fact() const { return m_fact; }
    [[nodiscard]] support::Instant occurredAt() const { return m_times.occurred; }
    [[nodiscard]] support::Instant recordedAt() const { return m_times.recorded; }
    [[nodiscard]] const Times &times() const { return m_times; }
    [[nodiscard]] const Extras &extras() const { return m_extras; }

    friend bool operator==(const Record &, const Record &) = default;

private:
    Record(Fact fact, Times times, Extras extras);

    Fact m_fact;
    Times m_times;
    Extras m_extras;
};

/// The interchange format's word for the type of `fact`.
[[nodiscard]] std::string_view typeName(const Fact &fact);

} // namespace domain
