// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dealspan.h"

#include "exchange/stagewords.h"

#include <algorithm>

namespace exchange {

using support::Instant;

namespace {

domain::Times at(Instant instant)
{
    return {instant, instant, false};
}

class SpanReader {
public:
    SpanReader(const ImportState &state, const Cells &cells, const std::string &input, const SpanBasis &basis)
        : m_state(state)
        , m_cells(cells)
        , m_input(input)
        , m_basis(basis)
        , m_isClosed(isEndWord(basis.target))
    {}

    Read<DealSpan> read()
    {
        const auto said = timesIn(m_cells, m_basis.begin);
        if (!said)
            return tl::unexpected(said.error());
        m_span.said = *said;
        if (const auto end = settleEnd(); !end)
            return tl::unexpected(end.error());
        if (m_basis.known != nullptr && m_basis.known->description())
            m_span.creation = at(m_basis.known->description()->occurredAt());
        else
            settleCreation();
        const DealTimes &times = m_span.said;
        m_span.current = times.entered ? *times.entered : times.modified ? *times.modified : m_span.creation.occurred;
        m_span.inStage = inStage();
        return m_span;
    }

private:
    /// When a closed deal was closed: on the day it says, else when it came to the stage that is its end, else on the day it was
    /// to close on, else when it was last touched, else by the import. What no cell says is told.
    Read<void> settleEnd()
    {
        DealTimes &times = m_span.said;
        if (m_isClosed && !times.closed && m_basis.endIsStage)
            times.closed = times.entered;
        if (!m_isClosed || times.closed)
            return {};
        const auto planned = m_cells.pastTimeOrNone(Meaning::CloseDate);
        if (!planned)
            return tl::unexpected(planned.error());
        if (*planned && mayEndOn(**planned)) {
            times.closed = m_basis.known != nullptr ? std::max(**planned, m_basis.known->last()) : **planned;
            if (m_basis.begin == nullptr && plansApart(m_cells) && !endStands())
                m_cells.notes().add("closed_when_planned");
        } else if (times.modified) {
            assumeClosed(*times.modified, "closed_when_changed");
        }
        return {};
    }

    /// What is known to have gone on after a day did not end on it, nor did what was closed when its row was last changed end
    /// after that.
    [[nodiscard]] bool mayEndOn(Instant planned) const
    {
        const support::TimeZone &zone = m_state.context.zone;
        const support::Date day = zone.dateOf(planned);
        return m_basis.endsAsPlanned && !(m_basis.known != nullptr && day < zone.dateOf(m_basis.known->last()))
               && !(m_span.said.modified && day > zone.dateOf(*m_span.said.modified));
    }

    /// The history of a deal tells its end better than its row.
    void assumeClosed(Instant when, std::string note, std::string day = {})
    {
        m_span.said.closed = when;
        m_span.endAssumed = true;
        if (m_basis.begin == nullptr && !endStands())
            m_cells.notes().add(std::move(note), std::move(day));
    }

    /// Whether the workspace knows how the deal ended, and with it when.
    [[nodiscard]] bool endStands() const { return m_basis.known != nullptr && m_basis.known->endedAs(m_basis.target); }

    void settleCreation()
    {
        DealTimes &times = m_span.said;
        std::optional<Instant> created = times.created;
        if (!created && m_basis.lead != nullptr)
            created = m_basis.lead->since;
        if (!created && m_basis.begin != nullptr)
            created = m_basis.begin->first;
        if (!created)
            created = times.entered;
        if (!created && m_isClosed)
            created = times.closed;
        m_span.creation = created ? at(*created) : m_state.timeOf(m_cells.columns().table, m_input);
        if (!created)
            m_cells.notes().add("creation_assumed", dayOf(m_span.creation.occurred));
        const Instant imported = m_state.timeOf(m_input).occurred;
        if (m_isClosed && !times.closed)
            assumeClosed(imported, "closed_assumed", dayOf(imported));
        if (m_isClosed && *times.closed < m_span.creation.occurred && m_basis.begin == nullptr) {
            m_cells.notes().add("closed_before_created");
            m_span.creation = at(*times.closed);
        }
    }

    [[nodiscard]] domain::Times inStage() const
    {
        const bool isListed = m_basis.begin == nullptr && !m_isClosed && !m_span.said.entered;
        if (isListed && m_basis.beginsThere)
            return m_span.creation; // nothing says that it was ever elsewhere
        if (!isListed || m_span.said.modified)
            return {m_span.current, m_span.current, m_span.creation.assumed && m_span.current == m_span.creation.occurred};
        const domain::Times seen = exported();
        return seen.occurred > m_span.creation.occurred ? seen : m_span.creation;
    }

    /// When the table was exported, which nobody says: not before its newest day, and not after the import. A list that ends over
    /// a year ago is kept from then; of any other the deals are seen now, so that none is called late for want of a day.
    [[nodiscard]] domain::Times exported() const
    {
        const domain::Times imported = m_state.timeOf(m_input);
        const domain::Times named = m_state.timeOf(m_cells.columns().table, m_input);
        return imported.occurred - named.occurred > support::days(365) ? named : imported;
    }

    [[nodiscard]] std::string dayOf(Instant when) const { return support::toText(m_state.context.zone.dateOf(when)); }

    const ImportState &m_state;
    const Cells &m_cells;
    const std::string &m_input;
    const SpanBasis &m_basis;
    bool m_isClosed;
    DealSpan m_span;
};

} // namespace

Read<DealSpan> spanOf(const ImportState &state, const Cells &cells, const std::string &input, const SpanBasis &basis)
{
    return SpanReader(state, cells, input, basis).read();
}

} // namespace exchange
