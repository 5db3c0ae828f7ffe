// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/session.h"

#include "support/money.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumb {

// What the commands that read have in common.

/// A workspace and the instant that was asked about; without a workspace, how to end.
struct Asked {
    std::unique_ptr<workbench::Workbench> workbench;
    support::Instant asOf;
    Exit otherwise = Exit::CannotOpen;
};

/// Opens the workspace for reading. Who asks about today what ended long ago gets an answer, and a word about it.
[[nodiscard]] Asked ask(const Common &common);

/// The days of --from and --to; where they are no period, which is told, how to end.
struct AskedPeriod {
    std::optional<support::Date> from;
    std::optional<support::Date> to;
};
[[nodiscard]] tl::expected<AskedPeriod, Exit> periodOf(const Common &common, const std::string &from, const std::string &to);

/// Said where the answer is empty: for want of deals it would look like a failure.
void noteNoDeals(const Asked &asked, const Common &common);

/// "128000.50 CNY", or "—".
[[nodiscard]] std::string amountText(const std::optional<support::Money> &amount);

/// A word of the format as people read it, with `gap` in the place of "_": "ask rep", "high/short".
[[nodiscard]] std::string spelt(std::string_view word, char gap);

} // namespace plumb
