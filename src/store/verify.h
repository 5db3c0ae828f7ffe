// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/workspace.h"

#include <string>
#include <string_view>
#include <vector>

namespace store {

/// What has to be true of a workspace file, whatever was done to it.
enum class Invariant : std::uint8_t {
    Pages,      ///< SQLite finds every page, index and foreign key sound
    Schema,     ///< the tables are those that the migrations make
    Settings,   ///< the time zone and the day of creation can be read
    Symbols,    ///< keys are dense from 1, kinds are known
    Bodies,     ///< every fact has its bytes, unharmed, in the canonical spelling
    Numbers,    ///< the numbers of a fact are what its bytes reduce to
    Times,      ///< both times lie within the years that can be written
    Identities, ///< every fact is found by its identity, and only once
    Versions,   ///< of each thing, every version holds exactly until the next living one
    References, ///< what a living fact names is described by a living fact
    Things,     ///< the table of things says what the newest living fact says
    Batches,    ///< batches divide the numbers without gaps, and count right
    Outbox,     ///< what waits for a server is there
};

/// The stable English name, as logs and `--json` print it.
[[nodiscard]] std::string_view name(Invariant invariant);

/// One thing that is wrong. `where` is language-free: a table, or the number of a fact, a symbol, a batch.
struct Finding {
    Invariant code;
    std::string where;
    std::string detail;

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// How many findings are listed before the search ends.
constexpr std::size_t mostFindings = 1000;

/// Looks for every broken invariant of an open file. Signals in talk are not compared: they depend on the words searched
/// for on the day. Fails with Cancelled only; whatever cannot be read is a finding.
[[nodiscard]] support::Result<std::vector<Finding>> verify(const Workspace &workspace, const Watch &watch = {});

} // namespace store
