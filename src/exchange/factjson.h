// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace exchange {

/// The longest line that is read, in bytes: room for the longest text with every byte of it escaped.
inline constexpr std::size_t maxLineBytes = 1024 * 1024;
/// How deep a custom field may nest objects and arrays; a published playbook's document may nest as deep as its conditions need.
inline constexpr int maxNesting = 8;

/// Reads facts of the interchange format, one JSON object each. It keeps its buffers from line to line: one for each thread.
class FactReader {
public:
    FactReader();
    FactReader(const FactReader &) = delete;
    FactReader &operator=(const FactReader &) = delete;
    ~FactReader();

    /// The fact on `line`. `importTime` is when a description of a thing holds from that says no time itself. Keys that the
    /// format does not know become extras. An error's subject is the key at fault, or "key=value":
    /// BadSyntax (no JSON object, a key twice, the wrong JSON type), BadText (not UTF-8), TooLarge (bytes or nesting),
    /// MissingKey, UnknownType (of a fact, or kind of an event), what the values themselves refuse, and as Record::make.
    [[nodiscard]] support::Result<domain::Record> read(std::string_view line, support::Instant importTime);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Appends `record` as one line without its line end: keys in a fixed order, both times in UTC. What FactReader reads back is
/// equal to `record`, but for `assumed`. An extra that bears the name of a key that was just written is left out.
void appendJson(std::string &out, const domain::Record &record);

[[nodiscard]] std::string toJson(const domain::Record &record);

} // namespace exchange
