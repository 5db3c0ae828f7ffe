// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/eventfold.h"

#include "support/money.h"

#include <algorithm>
#include <limits>

namespace engine {

using domain::RowKind;
using history::Event;
using history::Stamp;

namespace {

/// A won amount without a currency was read with three decimals; the deal's own currency may have another number of them.
std::int64_t inCurrency(std::int64_t thousandths, std::uint32_t currency)
{
    const int exponent = currency == 0 ? 2 : support::Currency::unpack(currency).exponent();
    if (exponent > 3) {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 10;
        return std::clamp(thousandths, -most, most) * 10;
    }
    std::int64_t minor = thousandths;
    for (int digits = exponent; digits < 3; ++digits)
        minor /= 10;
    return minor;
}

/// Reads the events of one deal, from the earliest to the latest occurred, after its creation: what happened to a deal may have
/// happened before it was created here, or at the same instant and written down first.
class EventFold {
public:
    EventFold(const CompiledPlaybook &playbook, DealState &state) : m_playbook(playbook), m_state(state) {}

    void take(const Stamp &stamp, const Event &event)
    {
        if (isUpdate(event))
            m_state.progress = {stamp.occurred, event.number};
        switch (event.kind) {
        case RowKind::Deal: m_state.owner = event.a; return;
        case RowKind::StageMoved: return move(stamp, event);
        case RowKind::AmountSet: return setAmount(stamp, event);
        case RowKind::CloseDateSet: return setCloseDate(stamp, event);
        case RowKind::OwnerSet: m_state.owner = event.object; return;
        case RowKind::CategorySet: m_state.category = static_cast<domain::ForecastCategory>(event.object); return;
        case RowKind::FieldSet: return setField(stamp, event);
        case RowKind::RoleSet: return setRole(stamp, event);
        case RowKind::ItemChecked: return checkItem(stamp, event);
        case RowKind::NextStepSet: return setBuiltIn(CompiledPlaybook::NextStep, stamp, event, event.a == 0);
        case RowKind::Won: return close(stamp, Status::Won, &event);
        case RowKind::Lost: return close(stamp, Status::Lost, nullptr);
        case RowKind::Reopened: return reopen(stamp);
        case RowKind::PaymentReceived: m_state.payments.push_back({stamp.occurred, event.number}); return;
        case RowKind::GateOverridden: return overrideGate(stamp, event);
        case RowKind::FlagDecision: return decide(stamp, event);
        case RowKind::EvidenceJudged:
        case RowKind::Task:
        case RowKind::Other:
        case RowKind::Customer:
        case RowKind::Contact:
        case RowKind::Lead:
        case RowKind::Activity:
        case RowKind::Evidence: return;
        }
    }

    void create(const Stamp &stamp, const Event &event)
    {
        m_state.exists = true;
        m_state.created = {stamp.occurred, event.number};
        m_openSince = stamp.occurred;
        m_state.customer = event.object;
        m_state.product = event.c;
        m_state.team = event.d;
        m_state.lead = static_cast<domain::SymbolKey>(event.value >> 32U);
        m_state.currency = static_cast<std::uint32_t>(event.value & 0xFFFFFFFF);
        if (const auto at = m_playbook.pipeline(event.b)) {
            m_state.pipelineAt = *at;
            m_state.pipeline = &m_playbook.pipelines()[*at];
            m_state.overridden.resize(m_state.pipeline->stages.size());
        }
    }

    /// What can only be said when all events are read.
    void finish()
    {
        if (m_state.status == Status::Open)
            m_state.openSpans.emplace_back(m_openSince, support::Instant::max());
        m_state.claimedSince = m_state.created.at;
        if (!m_state.moves.empty()) {
            m_state.claimed = m_state.moves.back().place;
            m_state.claimedSince = m_state.moves.back().at;
        }
        const support::Instant since = m_state.claimedSince;
        m_state.claimedSince = since + m_state.closedTime(since, support::Instant::max());
    }

private:
    [[nodiscard]] bool isUpdate(const Event &event) const
    {
        if (event.kind == RowKind::StageMoved)
            return event.object != 0 && !isStageUntold();
        return event.kind != RowKind::Deal && event.kind != RowKind::FlagDecision && event.kind != RowKind::Task;
    }

    /// Whether nobody knows where the deal stands. That it is then seen somewhere does not say when it came there.
    [[nodiscard]] bool isStageUntold() const { return !m_state.moves.empty() && m_state.moves.back().stage == 0; }

    void move(const Stamp &stamp, const Event &event)
    {
        const int place = m_state.pipeline ? m_state.pipeline->place(event.object).value_or(-1) : -1;
        // Saying the same stage again is no move.
        if (!m_state.moves.empty() && m_state.moves.back().stage == event.object)
            return;
        if (takesBack(stamp, event, place)) {
            m_state.moves.pop_back();
            m_state.overridden = m_state.overriddenBefore;
        } else {
            m_state.overriddenBefore = m_state.overridden;
            std::ranges::replace(m_state.overriddenBefore, std::optional(stamp.occurred), std::nullopt);
            forgetOverridesFrom(place);
            m_state.moves.push_back({stamp.occurred, event.object, place, event.number});
        }
        m_moveRecorded = stamp.recorded;
    }

    /// Said later of the very instant of the last move: the deal stayed where it was before. Then neither was a move, and the
    /// gates are overridden that were before.
    [[nodiscard]] bool takesBack(const Stamp &stamp, const Event &event, int place) const
    {
        const std::vector<Move> &moves = m_state.moves;
        if (moves.empty() || moves.back().at != stamp.occurred || stamp.recorded <= m_moveRecorded)
            return false;
        return moves.size() == 1 ? place == 0 : moves[moves.size() - 2].stage == event.object;
    }

    /// A gate that was passed by an override is to be passed again by who went back behind it.
    void forgetOverridesFrom(int place)
    {
        if (place >= 0 && !m_state.moves.empty() && place < m_state.moves.back().place)
            std::fill(m_state.overridden.begin() + place, m_state.overridden.end(), std::nullopt);
    }

    void setAmount(const Stamp &stamp, const Event &event)
    {
        m_state.amount = event.value;
        m_state.currency = event.object;
        setBuiltIn(CompiledPlaybook::Amount, stamp, event, true);
    }

    void setCloseDate(const Stamp &stamp, const Event &event)
    {
        takeBackCloseDate(stamp);
        const bool given = event.object != 0;
        const auto day = static_cast<std::int32_t>(event.value);
        if (given && m_state.closeDay && day > *m_state.closeDay) {
            ++m_state.closePushes;
            m_state.closeFacts.push_back(event.number);
        }
        m_state.closeDay = given ? std::optional(day) : std::nullopt;
        setBuiltIn(CompiledPlaybook::CloseDate, stamp, event, given);
    }

    /// Said later of the very instant of the last word on the close date: that one is none, and pushed nothing.
    void takeBackCloseDate(const Stamp &stamp)
    {
        FieldValue &field = m_state.fields[CompiledPlaybook::CloseDate];
        if (m_close.said.occurred == stamp.occurred && m_close.said.recorded < stamp.recorded) {
            m_state.closeDay = m_close.day;
            m_state.closePushes = m_close.pushes;
            m_state.closeFacts.resize(m_close.facts);
            field = m_close.field;
            m_close.said = stamp;
        } else {
            m_close = CloseBefore{stamp, m_state.closeDay, m_state.closePushes, m_state.closeFacts.size(), field};
        }
    }

    void setField(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.fields().find(event.object))
            m_state.fields[CompiledPlaybook::BuiltIns + *slot].say(
                {event.value, event.number, event.value != 0 || event.a != 0, event.a != 0}, stamp.occurred);
    }

    void setBuiltIn(std::size_t slot, const Stamp &stamp, const Event &event, bool filled)
    {
        m_state.fields[slot].say({event.value, event.number, filled, false}, stamp.occurred);
    }

    void setRole(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.roles().find(event.object))
            m_state.roles[*slot].say(event.a, event.number, stamp.occurred);
    }

    void checkItem(const Stamp &stamp, const Event &event)
    {
        if (const auto slot = m_playbook.items().find(event.object))
            m_state.items[*slot].say(event.b != 0, stamp.occurred);
    }

    void close(const Stamp &stamp, Status status, const Event *won)
    {
        if (m_state.status == Status::Open)
            m_state.openSpans.emplace_back(m_openSince, stamp.occurred);
        m_state.status = status;
        m_state.closed = stamp.occurred;
        m_state.wonAmount.reset();
        if (!won || won->a == 0)
            return;
        m_state.wonAmount = won->object == 0 ? inCurrency(won->value, m_state.currency) : won->value;
        m_state.wonCurrency = won->object == 0 ? m_state.currency : won->object;
    }

    void reopen(const Stamp &stamp)
    {
        if (m_state.status == Status::Open)
            return;
        m_state.status = Status::Open;
        m_state.closed = support::Instant::max();
        m_state.wonAmount.reset();
        m_openSince = stamp.occurred;
    }

    void overrideGate(const Stamp &stamp, const Event &event)
    {
        const std::optional<int> place = m_state.pipeline ? m_state.pipeline->place(event.object) : std::nullopt;
        if (place && !m_state.overridden[static_cast<std::size_t>(*place)])
            m_state.overridden[static_cast<std::size_t>(*place)] = stamp.occurred;
    }

    void decide(const Stamp &stamp, const Event &event)
    {
        if (const auto rule = m_playbook.rules().find(event.object))
            m_state.decisions.push_back(
                {*rule, static_cast<domain::FlagAct>(event.a), stamp.occurred, support::Instant{event.value}});
    }

    /// What was known before the last word on the close date.
    struct CloseBefore {
        Stamp said{support::Instant::max(), {}};
        std::optional<std::int32_t> day = {};
        int pushes = 0;
        std::size_t facts = 0;
        FieldValue field = {};
    };

    const CompiledPlaybook &m_playbook;
    DealState &m_state;
    CloseBefore m_close;
    support::Instant m_openSince;
    support::Instant m_moveRecorded; ///< when the last move was recorded
};

} // namespace

void foldEvents(const CompiledPlaybook &playbook, const history::AsOf &view, DealState &state)
{
    EventFold events(playbook, state);
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind == RowKind::Deal)
            events.create(stamp, event);
    });
    if (!state.exists)
        return;
    view.events([&](const Stamp &stamp, const Event &event) { events.take(stamp, event); });
    events.finish();
}

} // namespace engine
