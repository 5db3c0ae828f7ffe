// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tableimport.h"

#include <unordered_map>
#include <unordered_set>

namespace exchange {

/// Gives the descriptions of an import their times. The row of a customer, a contact, a person, a team or a product says what
/// it is and not since when; were it dated by the import, every past as-of would know deals of customers without an industry,
/// of people without a team. So what the workspace does not know yet is dated by the earliest fact of the import that names
/// it: a deal of 2016 shows that its customer was in the other system by then. Both times are that fact's recorded time, since
/// an as-of before it shows nothing of the thing anyway; they stay marked as assumed.
///
/// What this cannot know is whether the other system filled a cell in later, so a back-test may trust such a description no
/// more than the deal's own cells, which are dated the same way. What the workspace knows already is another matter: a changed
/// description is news of the import's day, and nothing before it is rewritten. Nor is what no fact names; but a contact comes
/// with its customer, a customer's owner with the customer, and a team with its people.
class Dating {
public:
    using Sink = std::function<support::Result<void>(const RowPlace &place, domain::Record record)>;

    Dating(const ImportContext &context, Sink sink) : m_context(context), m_sink(std::move(sink)) {}

    /// Passes `record` on, or keeps it until `finish` when it has to be dated.
    [[nodiscard]] support::Result<void> take(const RowPlace &place, domain::Record record);
    /// Passes on what was kept, dated.
    [[nodiscard]] support::Result<void> finish();

private:
    struct Kept {
        RowPlace place;
        domain::Record record;
    };

    /// Notes that everything `fact` names was known at `instant`.
    void name(const domain::Fact &fact, support::Instant instant);
    /// Lets what kept facts of one type name be known no later than the things themselves.
    template <class T>
    void passOn();
    [[nodiscard]] support::Instant knownSince(const domain::Fact &fact) const;
    [[nodiscard]] support::Result<void> tell(Kept kept);

    const ImportContext &m_context;
    Sink m_sink;
    std::vector<Kept> m_kept;
    std::unordered_map<std::string, support::Instant> m_since; ///< by type and id: the earliest fact that names it
};

} // namespace exchange
