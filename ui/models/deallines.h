// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"

#include "workbench/views.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ui {

// The short lists of the Deal page, made from what the workbench told.

/// The ids of lines that are open.
using OpenLines = std::set<std::string>;

/// The health's terms, each "count × weight" with its value at the end; an open one is followed by its records.
[[nodiscard]] std::vector<Line> termLines(const Format &format, const workbench::DealPage &page, const OpenLines &open);
/// A record as a line of the list `list`, with what the page's timeline says of it.
[[nodiscard]] Line recordLine(const Format &format, const workbench::DealPage &page, const workbench::RecordRef &record,
                              const std::string &list);
/// The id of the record behind a line of `termLines`, if it is one.
[[nodiscard]] std::optional<std::uint32_t> recordOf(const std::string &lineId);

/// The decision chain: who fills each role, and the empty ones.
[[nodiscard]] std::vector<Line> roleLines(const Format &format, const workbench::DealPage &page);

/// Every flag with its state, those that stand first.
[[nodiscard]] std::vector<Line> flagLines(const Format &format, const workbench::DealPage &page, support::Instant now);

/// The first number that the flag of such a line names.
[[nodiscard]] std::optional<domain::Measure> quotedIn(const std::vector<workbench::Flag> &flags, const std::string &line);
/// Tasks with a box each; the overdue ones say so.
[[nodiscard]] std::vector<Line> taskLines(const Format &format, const workbench::DealPage &page, support::Date today);

/// Past deals like this one, with how they ended. The id of a line is the deal's.
[[nodiscard]] std::vector<Line> similarLines(const Format &format, const workbench::DealPage &page);

/// Files by the stage that asks for them, each with its verdict.
[[nodiscard]] std::vector<Line> evidenceLines(const Format &format, const workbench::DealPage &page);

/// What a stage asks: the unmet conditions of its gate, its prompts with a box each, its fields. Prompts have the id
/// "item <id>", fields "field <id>".
[[nodiscard]] std::vector<Line> gateLines(const Format &format, const workbench::StageView &stage);
/// The id behind a line of `gateLines` that begins with `prefix` ("item ", "field "), or nothing.
[[nodiscard]] std::optional<std::string> idAfter(const std::string &prefix, const std::string &lineId);

} // namespace ui
