// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"

#include "support/civil.h"
#include "support/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace workbench {

/// Which deals a question is about: those that have all that is said here. Empty: all. A team stands for itself and everything
/// under it, as of the day asked about; channel and segment are the first contact channel and the industry of the customer.
struct Scope {
    std::optional<domain::TeamId> team = {};
    std::optional<domain::PersonId> person = {};
    std::optional<domain::ProductId> product = {};
    std::string channel = {};
    std::string segment = {};

    friend bool operator==(const Scope &, const Scope &) = default;
};

/// A fact that a number was made of.
struct RecordRef {
    std::uint32_t number = 0; ///< in order of arrival; `Workbench::record` opens it
    std::string id;           ///< the same in every workspace that holds the fact (recordids.h)
};

/// One term of a score: count × weight = value.
struct Term {
    std::string id; ///< roles, files, asks, stale
    std::int64_t count = 0;
    std::int64_t weight = 0;
    std::int64_t value = 0;
    std::vector<RecordRef> records;
};

enum class DealStatus : std::uint8_t { Open, Won, Lost };

/// What the expected days to close come from (engine::DaysFrom).
enum class DaysFrom : std::uint8_t { History, Age, Playbook };

/// What a list says about a deal.
struct DealSummary {
    std::optional<domain::DealId> id;
    std::string name;
    std::string customer;
    std::string customerId;
    std::string owner;
    std::string ownerId;
    std::string team;
    std::string pipeline;
    DealStatus status = DealStatus::Open;
    std::optional<support::Money> amount;
    std::optional<support::Date> closeDate; ///< the rep's own
    std::optional<double> daysToClose;      ///< expected, from the history
    DaysFrom daysFrom = DaysFrom::History;
    std::optional<std::int64_t> health; ///< open deals only
    /// The health as people are shown it: cut to 0…100 where the playbook says so. None where nobody records what it is made
    /// of (engine::Coverage::health): there it would say nothing of the deal.
    std::optional<std::int64_t> shownHealth;
    bool red = false;
    domain::Quadrant quadrant = domain::Quadrant::None;
    domain::Label stage;    ///< claimed
    std::string stageId;    ///< empty where nobody knows it
    bool stageKnown = true; ///< false for one that the playbook does not know: it is called as it was written
    domain::Label provenStage;
    std::string provenStageId;
    int provenGap = 0;
    double daysInStage = 0;
    double stageLimitDays = 0;
};

} // namespace workbench
