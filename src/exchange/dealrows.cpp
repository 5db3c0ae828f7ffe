// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dealcells.h"
#include "exchange/dealplans.h"
#include "exchange/importstate.h"
#include "exchange/keeping.h"
#include "exchange/survey.h"
#include "exchange/textcell.h"
#include "exchange/toldbefore.h"

#include <array>

namespace exchange {

namespace {

using support::Instant;

/// What a deal's row may say of other things, kept with the deal.
constexpr std::array keptOfDeal{Meaning::ContactName, Meaning::FirstName, Meaning::LastName, Meaning::Title,  Meaning::Phone,
                                Meaning::Email,       Meaning::Website,   Meaning::Source,   Meaning::Channel};

domain::Times at(Instant instant)
{
    return {instant, instant, false};
}

/// The row of a deal, on its way to becoming its creation and what happened to it since.
class DealRow {
public:
    DealRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts)
        : m_state(state)
        , m_cells(cells)
        , m_input(input)
        , m_facts(facts)
    {}

    Read<RowFate> convert()
    {
        auto id = identify();
        if (!id)
            return tl::unexpected(id.error());
        m_begin = m_state.begins.contains(*id) ? &m_state.begins.at(*id) : nullptr;
        const auto fate = m_cells.text(Meaning::DealId).empty() ? claimUnnamed(m_state, m_cells, Meaning::DealId, *id, m_facts)
                                                                : claimId(m_state, m_cells, Meaning::DealId, *id, m_facts);
        if (!fate || *fate == RowFate::Repeated)
            return fate;
        const auto deal = domain::DealId::parse(*id);
        if (!deal)
            return m_cells.trouble(Meaning::DealId, RefusalReason::BadText);
        if (auto known = knownDeal(m_state.context, *deal))
            m_known.emplace(*std::move(known));
        m_lead = m_state.lead(leadId());
        for (const auto step : {&DealRow::readTimes, &DealRow::readState, &DealRow::addCreation, &DealRow::addAmount,
                                &DealRow::addBegin, &DealRow::addPlans, &DealRow::addOutcome, &DealRow::weighAge}) {
            if (const auto done = (this->*step)(*deal); !done)
                return tl::unexpected(done.error());
        }
        if (!m_owner.empty())
            m_state.histories[*id].owner = std::move(m_owner);
        return RowFate::Told;
    }

private:
    Read<std::string> identify()
    {
        if (const std::string own = m_cells.text(Meaning::DealId); !own.empty())
            return m_state.things.ownId(own);
        return essenceOf(m_cells).map([&](const std::string &essence) { return m_state.things.ownId(essence); });
    }

    Read<void> readTimes(const domain::DealId &)
    {
        return timesIn(m_cells, m_begin).map([&](const DealTimes &said) { m_times = said; });
    }

    /// What the row says of where the deal stands, and whether its stage is what says that it ended.
    void readTarget()
    {
        const std::string stage = m_cells.text(Meaning::Stage);
        if (m_known && m_known->stands() && m_state.isUnheardOf(stage))
            m_cells.notes().add("stage_kept", stage);
        else if (!stage.empty())
            m_target = m_state.stageTarget(stage, m_cells.notes());
        const std::string ofStage = m_target;
        const std::string outcome = m_cells.text(Meaning::Outcome);
        const auto known = exchange::stageTarget(m_cells.columns().profile, outcome);
        if (known && (*known == "won" || *known == "lost" || m_target.empty()))
            m_target = *known;
        else if (!outcome.empty() && !known)
            m_cells.notes().add("word_unknown", std::string(name(Meaning::Outcome)), outcome);
        m_endIsStage = !stage.empty() && m_target == ofStage;
    }

    Read<void> readState(const domain::DealId &)
    {
        readTarget();
        m_isClosed = m_target == "won" || m_target == "lost";
        if (const auto end = settleEnd(); !end)
            return end;
        if (m_known && m_known->description())
            m_creation = at(m_known->description()->occurredAt());
        else
            settleCreation();
        m_current = m_times.entered ? *m_times.entered : m_times.modified ? *m_times.modified : m_creation.occurred;
        return {};
    }

    /// When a closed deal was closed: on the day it says, else when it came to the stage that is its end, else on the day it was
    /// to close on, else when it was last touched, else by the import. What no cell says is told.
    Read<void> settleEnd()
    {
        if (m_isClosed && !m_times.closed && m_endIsStage)
            m_times.closed = m_times.entered;
        if (!m_isClosed || m_times.closed)
            return {};
        const auto planned = m_cells.pastTimeOrNone(Meaning::CloseDate);
        if (!planned)
            return tl::unexpected(planned.error());
        if (*planned && mayEndOn(**planned)) {
            m_times.closed = m_known ? std::max(**planned, m_known->last()) : **planned;
            if (m_begin == nullptr && plansApart(m_cells) && !endStands())
                m_cells.notes().add("closed_when_planned");
        } else if (m_times.modified) {
            assumeClosed(*m_times.modified, "closed_when_changed");
        }
        return {};
    }

    /// What is known to have gone on after a day did not end on it, nor did what was closed when its row was last changed end
    /// after that.
    [[nodiscard]] bool mayEndOn(Instant planned) const
    {
        const support::TimeZone &zone = m_state.context.zone;
        const support::Date day = zone.dateOf(planned);
        return !(m_known && day < zone.dateOf(m_known->last())) && !(m_times.modified && day > zone.dateOf(*m_times.modified));
    }

    /// The history of a deal tells its end better than its row.
    void assumeClosed(Instant when, std::string note, std::string day = {})
    {
        m_times.closed = when;
        m_endAssumed = true;
        if (m_begin == nullptr && !endStands())
            m_cells.notes().add(std::move(note), std::move(day));
    }

    /// Whether the workspace knows how the deal ended, and with it when.
    [[nodiscard]] bool endStands() const { return m_known && m_known->endedAs(m_target); }

    void settleCreation()
    {
        std::optional<Instant> created = m_times.created;
        if (!created && m_lead)
            created = m_lead->since;
        if (!created && m_begin != nullptr)
            created = m_begin->first;
        if (!created)
            created = m_times.entered;
        if (!created && m_isClosed)
            created = m_times.closed;
        m_creation = created ? at(*created) : m_state.timeOf(m_cells.columns().table, m_input);
        if (!created)
            m_cells.notes().add("creation_assumed", support::toText(m_state.context.zone.dateOf(m_creation.occurred)));
        if (m_isClosed && !m_times.closed)
            assumeClosed(m_state.timeOf(m_input).occurred, "closed_assumed",
                         support::toText(m_state.context.zone.dateOf(m_state.timeOf(m_input).occurred)));
        if (m_isClosed && *m_times.closed < m_creation.occurred && m_begin == nullptr) {
            m_cells.notes().add("closed_before_created");
            m_creation = at(*m_times.closed);
        }
    }

    [[nodiscard]] std::string leadId() const
    {
        const std::string own = m_cells.text(Meaning::LeadId);
        return own.empty() ? own : m_state.things.ownId(own);
    }

    Read<domain::PersonId> owner()
    {
        const auto named = m_state.things.owner(m_cells, m_facts);
        if (!named)
            return tl::unexpected(named.error());
        m_saidOwner = *named;
        if (*named)
            return **named;
        if (const auto present = m_known ? m_known->owner() : std::nullopt)
            return *present;
        return m_begin == nullptr ? m_state.nobody(m_cells, m_facts) : m_state.beginner(*m_begin, m_cells, m_facts);
    }

    Read<domain::CustomerId> customer(const domain::DealId &id, const std::string &dealName)
    {
        const auto named = m_state.things.customer(m_cells, m_facts);
        if (!named)
            return tl::unexpected(named.error());
        if (*named)
            return **named;
        // What was made up for want of a customer gives way to one that is known.
        const domain::Deal *before = described();
        const bool isMadeUp = before == nullptr || before->customer.text() == id.text();
        if (!isMadeUp)
            return before->customer;
        if (m_lead && m_lead->customer) {
            m_cells.notes().add("customer_from_lead");
            return *m_lead->customer;
        }
        if (before != nullptr)
            return before->customer;
        if (!m_cells.columns().profile.customerFromDeal)
            return withoutCustomer(m_cells);
        m_cells.notes().add("deal_without_customer");
        return m_state.things.customerFor(id.text(), dealName, m_facts);
    }

    [[nodiscard]] std::optional<support::Currency> knownCurrency() const
    {
        return described() == nullptr ? std::nullopt : described()->currency;
    }

    /// What the workspace has as the deal's description; null where it has none.
    [[nodiscard]] const domain::Deal *described() const { return m_known ? m_known->deal() : nullptr; }

    /// Whether a row from which nothing was chosen has no say in it: its table has no such column, or it has a name that several
    /// bear. What the deal has stays, then.
    [[nodiscard]] bool isSilent(Meaning id, Meaning named) const
    {
        const TableUse &table = m_cells.columns().table;
        return (!table.has(id) && !table.has(named)) || !m_cells.text(named).empty();
    }

    Read<void> addCreation(const domain::DealId &id)
    {
        // A name that is made up never takes the place of the one that is there.
        const bool isNamed = !m_cells.text(Meaning::DealName).empty() || described() == nullptr;
        const std::string called = isNamed ? nameOf(m_cells, id) : described()->name.text();
        const auto dealNamed = domain::Name::parse(called);
        if (!dealNamed)
            return m_cells.trouble(Meaning::DealName, RefusalReason::BadText);
        const auto whose = customer(id, called);
        const auto rep = owner();
        const auto product = m_state.things.product(m_cells, m_facts);
        auto amount = m_cells.money(Meaning::Amount, knownCurrency());
        if (auto trouble = firstTrouble(whose, rep, product, amount))
            return tl::unexpected(*std::move(trouble));
        m_amount = *amount;
        domain::Deal deal{id, *whose, *dealNamed, std::nullopt, *rep, std::nullopt, *product, std::nullopt, std::nullopt};
        if (const auto &pipeline = m_cells.columns().profile.pipeline)
            deal.pipeline = pipeline->id;
        if (m_amount)
            deal.currency = m_amount->currency;
        if (described() != nullptr && !deal.product && isSilent(Meaning::ProductId, Meaning::ProductName))
            deal.product = described()->product;
        if (m_lead)
            deal.lead = domain::LeadId::parse(leadId()).value();
        const bool ownerIsRows = m_begin == nullptr || !m_begin->tellsOwner; // else the history tells
        if (m_begin != nullptr && !m_known)
            m_owner = rep->text();
        domain::Extras extras = m_cells.extras(keptOfDeal);
        if (described() == nullptr)
            return m_facts.add(std::move(deal), m_creation, std::move(extras));
        extras = keptExtras(m_cells, std::move(extras), *m_known->description());
        return m_known->describe(std::move(deal), std::move(extras), m_times.modified, ownerIsRows, m_facts);
    }

    Read<void> addAmount(const domain::DealId &id)
    {
        const AmountKnown known = m_cells.columns().table.amountKnown;
        if (!m_amount || known == AmountKnown::AtClose)
            return {};
        if (m_begin != nullptr && m_state.historyHasAmount)
            return afterHistory(id, domain::AmountSet{m_amount->decimal, m_amount->currency});
        if (m_known)
            return m_known->say(domain::AmountSet{m_amount->decimal, m_amount->currency}, m_times.modified, m_facts);
        const Instant when = known == AmountKnown::AtCreation   ? m_creation.occurred
                             : m_isClosed && m_begin == nullptr ? *m_times.closed
                                                                : m_current;
        return event(id, domain::AmountSet{m_amount->decimal, m_amount->currency}, when);
    }

    /// The stage in which a deal was created, where its table tells one: a row that is closed by now names only its end.
    Read<void> addBegin(const domain::DealId &id)
    {
        const auto &stage = m_cells.columns().table.createdIn;
        if (!stage || !m_times.created || m_begin != nullptr || m_target == stage->text())
            return {};
        if (m_known)
            return m_known->say(domain::StageMoved{*stage}, std::max(*m_times.created, m_creation.occurred), m_facts);
        return event(id, domain::StageMoved{*stage}, m_creation.occurred);
    }

    /// What an open deal's row says about its future: when it is to close, how sure it is, what comes next.
    Read<void> addPlans(const domain::DealId &id)
    {
        if (m_isClosed)
            return {};
        auto plans = plansIn(m_cells, m_known ? &*m_known : nullptr, m_times.modified);
        if (!plans)
            return tl::unexpected(plans.error());
        const bool historyTells = m_begin != nullptr && m_state.historyHasCloseDate;
        for (domain::EventBody &body : *plans) {
            const auto *close = std::get_if<domain::CloseDateSet>(&body);
            const bool ofHistory = close != nullptr && historyTells;
            if (ofHistory && !close->date.value)
                continue;
            if (const auto done = ofHistory ? afterHistory(id, std::move(body)) : plan(id, std::move(body)); !done)
                return done;
        }
        return {};
    }

    Read<void> plan(const domain::DealId &id, domain::EventBody body)
    {
        return m_known ? m_known->say(std::move(body), m_times.modified, m_facts) : event(id, std::move(body), m_current);
    }

    /// A row without a time of change may be that of an older export.
    Read<void> weighAge(const domain::DealId &)
    {
        if (described() != nullptr && isTimeless())
            exchange::weighAge(m_state.context, *m_known, m_saidOwner, m_facts);
        return {};
    }

    /// Whether nothing says when the row was as it is.
    [[nodiscard]] bool isTimeless() const { return !m_times.modified && !m_times.entered && m_begin == nullptr; }

    /// What is compared with where the deal's history ends.
    Read<void> afterHistory(const domain::DealId &id, domain::EventBody body)
    {
        m_facts.ends.push_back({id, {}, std::move(body), {m_current, m_times.modified}});
        return {};
    }

    /// The stage or the end. The deal's history tells it better, where it goes so far.
    Read<void> addOutcome(const domain::DealId &id)
    {
        if (m_target.empty() || m_target == "ignore")
            return {};
        auto body = stateIn(m_cells, m_target, m_amount);
        if (!body)
            return tl::unexpected(body.error());
        if (m_begin != nullptr)
            m_facts.ends.push_back({id, m_target, *std::move(body), since()});
        else if (m_known)
            return m_known->sayState(*std::move(body), since(), m_facts);
        else
            return event(id, *std::move(body), since().day.value_or(m_current));
        return {};
    }

    [[nodiscard]] StandsSince since() const
    {
        const auto &begin = m_cells.columns().table.createdIn;
        const bool entersNow =
            begin && m_target == begin->text() && m_known && m_times.created && *m_times.created > m_known->last();
        const std::optional<Instant> entered = m_times.entered ? m_times.entered : entersNow ? m_times.created : m_times.modified;
        return {m_isClosed ? m_times.closed
                : m_known  ? entered
                           : m_current,
                std::max(m_times.modified, m_times.entered), m_isClosed && m_endAssumed,
                m_cells.columns().table.has(Meaning::LostReason), isTimeless()};
    }

    Read<void> event(const domain::DealId &id, domain::EventBody body, Instant when)
    {
        // An assumed time stays assumed for all that hangs on it.
        const bool assumed =
            (m_creation.assumed && when == m_creation.occurred) || (m_endAssumed && when == m_state.context.importTime);
        return m_facts.add(domain::DealEvent{{id, std::nullopt}, std::move(body)}, {when, when, assumed});
    }

    ImportState &m_state;
    const Cells &m_cells;
    const std::string &m_input;
    RowFacts &m_facts;
    const HistoryBegin *m_begin = nullptr;
    std::optional<KnownDeal> m_known;
    std::optional<KnownLead> m_lead;
    DealTimes m_times;
    domain::Times m_creation{};
    std::optional<domain::PersonId> m_saidOwner;
    std::string m_owner; ///< of a new deal, from whom its history goes on
    Instant m_current;
    std::string m_target; ///< a stage's id, "won", "lost", "ignore" or nothing
    bool m_isClosed = false;
    bool m_endIsStage = false; ///< the cell of the stage says that it has ended
    bool m_endAssumed = false; ///< no cell says the day of its end
    std::optional<Amount> m_amount;
};

} // namespace

Read<RowFate> dealRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts)
{
    return DealRow(state, cells, input, facts).convert();
}

} // namespace exchange
