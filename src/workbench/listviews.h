// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/dealsummary.h"

#include "support/error.h"
#include "support/instant.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace workbench {

/// Which workspace this is: what people are told before something is written into it.
struct WorkspaceView {
    std::string name; ///< of its file, without folder and extension
    std::filesystem::path path;
    std::uint64_t deals = 0; ///< that are in it now, open and closed
    bool sample = false;     ///< made as a sample: nobody's own records, and a clock that stands still
};

struct PersonView {
    std::string id;
    std::string name;
    domain::PersonRole role = domain::PersonRole::Rep;
    std::string team;
    bool active = true;
};

struct TeamView {
    std::string id;
    std::string name;
    std::string parent;
    std::vector<PersonView> people;
};

enum class HitKind : std::uint8_t { Deal, Customer, Person };

struct SearchHit {
    HitKind kind;
    std::string id;
    std::string name;
    std::string detail; ///< of a deal its customer, of a person the team
    /// What tells deals of one name apart; of those that exist at the instant asked about.
    struct Deal {
        DealStatus status = DealStatus::Open;
        domain::Label stage; ///< claimed
        std::optional<support::Money> amount;
        std::string owner;
    };
    std::optional<Deal> deal = {};
};

/// A published playbook that this program cannot read; the version before it stays in force here.
struct UnreadPlaybook {
    int version = 0;
    support::Instant from;
    support::Error why;
};

struct BatchView {
    std::int64_t id = 0;
    std::string label;
    std::string kind;
    support::Instant at;
    std::uint64_t created = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;
    bool withdrawn = false;
    std::optional<std::uint64_t> rows = {}; ///< of the files it came from; nothing where nobody counted
    std::string actor = {};                 ///< the id of the person who did it; empty: nobody in particular
    /// Of a withdrawn one, how many of its facts stay because living ones have told them again.
    std::uint64_t staying = 0;
    std::vector<std::int64_t> toldBy = {};
};

} // namespace workbench
