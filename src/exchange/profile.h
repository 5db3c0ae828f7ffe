// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "exchange/datecell.h"
#include "exchange/meaning.h"
#include "exchange/moneycell.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exchange {

/// From when on the amount in a deal's row was known: back-tests are honest only when it does not appear too early.
enum class AmountKnown : std::uint8_t { AtCreation, AtLastChange, AtClose };

/// How one table of a system is recognised and read.
struct TableProfile {
    TableRole role = TableRole::Deals;
    std::string called = {}; ///< what people know the export by ("Accounts"); empty where it has no name of its own
    /// Header keys that must all be there; each entry is a set of alternatives.
    std::vector<std::vector<std::string>> identify;
    /// Header keys and what they say, in order of preference.
    std::vector<std::pair<std::string, Meaning>> columns;
    /// Header keys that are left out, each with its reason ("leak", "derived", "constant").
    std::vector<std::pair<std::string, std::string>> ignored;
    /// What the columns of a file without a header hold ("hex32", "time", "word"), and how they are called.
    std::vector<std::string> shape;
    std::vector<std::string> positions;
    bool keepRest = true; ///< columns that nobody names are kept as custom fields
    AmountKnown amountKnown = AmountKnown::AtLastChange;
    /// The stage that a deal enters when it is created: for systems whose deals get a date only there.
    std::optional<domain::StageId> createdIn;
    /// By header key: how dates and amounts were written that could be read in two ways. A file that shows it is believed first.
    std::map<std::string, DateOrder> dateOrders;
    std::map<std::string, DecimalSign> decimalSigns;
    /// What every row says without a column: "won" for a table of won deals, a kind for a table of calls.
    std::map<Meaning, std::string> constants;
};

/// A system whose exports we know. Profiles are data: resources/profiles, described there.
struct Profile {
    std::string id;
    std::string title;
    bool generic = false; ///< tried only when no other fits
    std::string prefix;   ///< before the ids of this system, so that two systems' "1" are two things
    std::optional<support::Currency> currency;
    std::string owner; ///< the id of the person who has deals that name nobody; empty: it is asked
    std::vector<std::string> placeholders;
    /// The outcome of a stage's name (case folded): a stage id, "won", "lost", "ignore" or "deleted".
    std::map<std::string, std::string> stages;
    /// Spellings that are replaced, by what their column says.
    std::map<Meaning, std::map<std::string, std::string>> values;
    /// The system's own stages, which the import adds to the playbook; none: its stages are those of the default pipeline.
    std::optional<domain::Pipeline> pipeline;
    /// A deal without a customer gets one of its own, named like the deal, instead of being refused.
    bool customerFromDeal = false;
    std::vector<TableProfile> tables;
};

using Profiles = std::vector<Profile>;

/// Reads one profile. Fails with UnknownProfile; the subject says where in the document.
[[nodiscard]] support::Result<Profile> parseProfile(std::string_view json);

/// Reads one profile from each of `documents`; the first that fails ends it.
[[nodiscard]] support::Result<Profiles> parseProfiles(std::span<const std::string_view> documents);

} // namespace exchange
