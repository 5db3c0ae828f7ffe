// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/rowcheck.h"

#include <algorithm>
#include <array>

namespace store {

using domain::FactRow;
using domain::RowKind;

namespace {

constexpr std::uint32_t any = 0xFFFF'FFFFU;
constexpr std::uint32_t symbol = 0xFFFF'FFFEU;

/// The greatest value of the columns whose meaning depends on the kind; see domain::FactRow for what they hold.
struct Limits {
    std::uint32_t object = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

template <class E>
constexpr std::uint32_t lastOf = static_cast<std::uint32_t>(domain::Words<E>::list.size()) - 1;

constexpr std::uint32_t lastKind = static_cast<std::uint32_t>(RowKind::Task);

constexpr std::array<Limits, lastKind + 1> limits{{
    {},                                                                                      // Other
    {symbol, symbol, symbol, symbol},                                                        // Customer
    {symbol},                                                                                // Contact
    {symbol, symbol, symbol, symbol},                                                        // Lead
    {symbol, symbol, symbol, symbol},                                                        // Deal
    {symbol},                                                                                // StageMoved
    {any},                                                                                   // AmountSet
    {1},                                                                                     // CloseDateSet
    {symbol},                                                                                // OwnerSet
    {lastOf<domain::ForecastCategory>},                                                      // CategorySet
    {symbol, 1},                                                                             // FieldSet
    {symbol, symbol},                                                                        // RoleSet
    {symbol, symbol, 1},                                                                     // ItemChecked
    {1, 1},                                                                                  // NextStepSet
    {any, 1},                                                                                // Won
    {},                                                                                      // Lost
    {},                                                                                      // Reopened
    {any},                                                                                   // PaymentReceived
    {symbol},                                                                                // GateOverridden
    {symbol, lastOf<domain::Verdict>},                                                       // EvidenceJudged
    {symbol, any, symbol, any},                                                              // Activity
    {symbol, symbol, lastOf<domain::Verdict>},                                               // Evidence
    {symbol, lastOf<domain::FlagAct>, static_cast<std::uint32_t>(domain::SymbolKind::Word)}, // FlagDecision
    {symbol, lastOf<domain::TaskState>, lastOf<domain::TaskKind>, symbol},                   // Task
}};

bool bitsFit(std::uint32_t bits)
{
    return (bits & 0xFFU)
               <= lastOf<domain::ActivityKind> && (bits >> 8U & 0xFFU) <= lastOf<domain::Direction> && bits >> 18U == 0;
}

} // namespace

bool isPlausible(const FactRow &row, domain::SymbolKey lastSymbol)
{
    if (static_cast<std::uint32_t>(row.kind) > lastKind)
        return false;
    const auto fits = [lastSymbol](std::uint32_t value, std::uint32_t limit) {
        return limit == symbol ? value <= lastSymbol : value <= limit;
    };
    const Limits &limit = limits[static_cast<std::size_t>(row.kind)];
    const bool columns = fits(row.subject, symbol) && fits(row.d, symbol) && fits(row.object, limit.object)
                         && fits(row.a, limit.a) && fits(row.b, limit.b) && fits(row.c, limit.c);
    if (row.kind == RowKind::Activity)
        return columns && bitsFit(row.a);
    if (row.kind == RowKind::Deal)
        return columns && fits(static_cast<std::uint32_t>(static_cast<std::uint64_t>(row.value) >> 32U), symbol);
    return columns;
}

} // namespace store
