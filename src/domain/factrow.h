// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "domain/signals.h"
#include "domain/symbols.h"

#include <cstdint>

namespace domain {

/// The kind of a fact as the engine sees it. The values are stored in workspace files: new kinds go at the end.
enum class RowKind : std::uint8_t {
    Other,
    Customer,
    Contact,
    Lead,
    Deal,
    StageMoved,
    AmountSet,
    CloseDateSet,
    OwnerSet,
    CategorySet,
    FieldSet,
    RoleSet,
    ItemChecked,
    NextStepSet,
    Won,
    Lost,
    Reopened,
    PaymentReceived,
    GateOverridden,
    EvidenceJudged,
    Activity,
    Evidence,
    FlagDecision,
    Task,
};

/// A fact reduced to the numbers that the engine computes with. Names are symbols; what a column means depends on the kind:
///
/// | kind            | subject  | object        | a               | b            | c        | d     | value                |
/// |-----------------|----------|---------------|-----------------|--------------|----------|-------|----------------------|
/// | Customer        | customer | region word   | industry word   | size word    | channel  | owner |                      |
/// | Contact         | contact  | customer      |                 |              |          |       |                      |
/// | Lead            | lead     | customer      | source word     | channel word | region   | owner |                      |
/// | Deal            | deal     | customer      | owner           | pipeline     | product  | team  | lead « 32, currency  |
/// | StageMoved      | deal     | stage, or 0   |                 |              |          | actor |                      |
/// | AmountSet       | deal     | currency      |                 |              |          | actor | minor units          |
/// | CloseDateSet    | deal     | 1 when set    |                 |              |          | actor | day                  |
/// | OwnerSet        | deal     | person        |                 |              |          | actor |                      |
/// | CategorySet     | deal     | category      |                 |              |          | actor |                      |
/// | FieldSet        | deal     | field         | 1 when a date   |              |          | actor | date's day, or hash  |
/// | RoleSet         | deal     | role          | contact, or 0   |              |          | actor |                      |
/// | ItemChecked     | deal     | item          | stage           | done         |          | actor |                      |
/// | NextStepSet     | deal     | 1 when due    | 1 when cleared  |              |          | actor | due day              |
/// | Won             | deal     | currency or 0 | 1 with amount   |              |          | actor | minor units, or 1/1000 |
/// | Lost, Reopened  | deal     |               |                 |              |          | actor |                      |
/// | PaymentReceived | deal     | currency      |                 |              |          | actor | minor units          |
/// | GateOverridden  | deal     | stage         |                 |              |          | actor |                      |
/// | EvidenceJudged  | deal     | evidence      | verdict         |              |          | actor |                      |
/// | Activity        | deal, 0  | customer or 0 | activity bits   | contact      | signals  | actor | read at, µs, or 0    |
/// | Evidence        | deal     | evidence      | kind            | verdict      |          | actor | hash of content, 0   |
/// | FlagDecision    | deal …   | rule          | act             | subject kind |          | actor | until, µs, or 0      |
/// | Task            | deal, 0  | task          | state           | task kind    | assignee | actor | due day, or min      |
struct FactRow {
    RowKind kind = RowKind::Other;
    SymbolKey subject = 0;
    SymbolKey object = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
    SymbolKey d = 0;
    std::int64_t value = 0;
    support::Instant occurred;
    support::Instant recorded;
    /// From when on a newer version of the same thing holds instead of this one, by recorded time.
    support::Instant until = support::Instant::max();
    /// The place in the order of arrival, from 1: what a term of an explanation points at.
    std::uint32_t number = 0;

    friend bool operator==(const FactRow &, const FactRow &) = default;
};

/// The bits of column `a` of an activity.
struct ActivityBits {
    ActivityKind kind;
    Direction direction;
    bool automatic;
    bool withMaterial;

    [[nodiscard]] constexpr std::uint32_t packed() const
    {
        return static_cast<std::uint32_t>(kind) | static_cast<std::uint32_t>(direction) << 8U | (automatic ? 1U : 0U) << 16U
               | (withMaterial ? 1U : 0U) << 17U;
    }
    [[nodiscard]] static constexpr ActivityBits unpack(std::uint32_t bits)
    {
        return {static_cast<ActivityKind>(bits & 0xFFU), static_cast<Direction>(bits >> 8U & 0xFFU), (bits >> 16U & 1U) != 0,
                (bits >> 17U & 1U) != 0};
    }
};

/// A 63-bit hash of a field's value or of a file's content; never 0, the same on every machine.
[[nodiscard]] std::int64_t valueHash(std::string_view text);

/// The numbers of `record`; `until` and `number` are the store's to set. Interns what it names.
[[nodiscard]] FactRow reduce(const Record &record, Interner &symbols, const Lexicon &lexicon);

} // namespace domain
