// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dealplans.h"
#include "exchange/dealspan.h"
#include "exchange/importstate.h"
#include "exchange/keeping.h"
#include "exchange/stagewords.h"
#include "exchange/textcell.h"
#include "exchange/toldbefore.h"

#include <array>

namespace exchange {

namespace {

using support::Instant;

/// What a deal's row may say of other things, kept with the deal.
constexpr std::array keptOfDeal{Meaning::ContactName, Meaning::FirstName, Meaning::LastName, Meaning::Title,  Meaning::Phone,
                                Meaning::Email,       Meaning::Website,   Meaning::Source,   Meaning::Channel};

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
        for (const auto step : {&DealRow::readState, &DealRow::addCreation, &DealRow::addAmount, &DealRow::addBegin,
                                &DealRow::addPlans, &DealRow::addOutcome, &DealRow::weighAge}) {
            if (const auto done = (this->*step)(*deal); !done)
                return tl::unexpected(done.error());
            if (!m_deletedAs.empty() && !m_known) {
                m_cells.notes().add("deal_deleted", m_deletedAs);
                return RowFate::Repeated;
            }
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
        if (known && (isEndWord(*known) || *known == deletedWord || m_target.empty()))
            m_target = *known;
        else if (!outcome.empty() && !known)
            m_cells.notes().add("word_unknown", std::string(name(Meaning::Outcome)), outcome);
        m_endIsStage = !stage.empty() && m_target == ofStage;
        if (m_target == deletedWord)
            takeAsDeleted(known ? outcome : stage);
    }

    /// A deal that the other system deleted is over: one that is open here was lost, how one ended stands, and one that was never
    /// here does not come.
    void takeAsDeleted(const std::string &word)
    {
        m_deletedAs = word;
        m_endIsStage = false;
        m_target = m_known && !m_known->isClosed() ? "lost" : "ignore";
    }

    Read<void> readState(const domain::DealId &)
    {
        readTarget();
        m_isClosed = isEndWord(m_target);
        const SpanBasis basis{m_begin,
                              m_known ? &*m_known : nullptr,
                              m_lead ? &*m_lead : nullptr,
                              m_target,
                              m_endIsStage,
                              beginsThere(),
                              m_deletedAs.empty()};
        return spanOf(m_state, m_cells, m_input, basis).map([&](const DealSpan &span) { m_span = span; });
    }

    /// Whether the row's stage is the one in which its table's deals begin.
    [[nodiscard]] bool beginsThere() const
    {
        const auto &begin = m_cells.columns().table.createdIn;
        return m_target == (begin ? std::string_view(begin->text()) : firstStage(m_cells.columns().profile));
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
            return m_facts.add(std::move(deal), m_span.creation, std::move(extras));
        extras = keptExtras(m_cells, std::move(extras), *m_known->description());
        return m_known->describe(std::move(deal), std::move(extras), m_span.said.modified, ownerIsRows, m_facts);
    }

    Read<void> addAmount(const domain::DealId &id)
    {
        const AmountKnown known = m_cells.columns().table.amountKnown;
        if (!m_amount || known == AmountKnown::AtClose)
            return {};
        if (m_begin != nullptr && m_state.historyHasAmount)
            return afterHistory(id, domain::AmountSet{m_amount->decimal, m_amount->currency});
        if (m_known)
            return m_known->say(domain::AmountSet{m_amount->decimal, m_amount->currency}, m_span.said.modified, m_facts);
        const Instant when = known == AmountKnown::AtCreation   ? m_span.creation.occurred
                             : m_isClosed && m_begin == nullptr ? *m_span.said.closed
                                                                : m_span.current;
        return event(id, domain::AmountSet{m_amount->decimal, m_amount->currency}, when);
    }

    /// The stage in which a deal was created, where its table tells one: a row that is closed by now names only its end. Without
    /// that, nobody knows where a deal stood that is past the first stage when it is first heard of.
    Read<void> addBegin(const domain::DealId &id)
    {
        const auto &stage = m_cells.columns().table.createdIn;
        if (!stage)
            return addUntold(id);
        if (!m_span.said.created || m_begin != nullptr || m_target == stage->text())
            return {};
        if (m_known)
            return m_known->say(domain::StageMoved{{*stage}}, std::max(*m_span.said.created, m_span.creation.occurred), m_facts);
        return event(id, domain::StageMoved{{*stage}}, m_span.creation.occurred);
    }

    Read<void> addUntold(const domain::DealId &id)
    {
        if (m_target.empty() || m_target == "ignore" || beginsThere() || m_begin != nullptr)
            return {};
        domain::StageMoved untold;
        if (m_known) {
            m_known->repeatSaid(untold, m_span.creation.occurred, m_facts);
            return {};
        }
        const Instant seen = m_isClosed ? *m_span.said.closed : m_span.inStage.occurred;
        if (seen <= m_span.creation.occurred)
            return {};
        m_cells.notes().add("way_untold");
        return event(id, std::move(untold), m_span.creation);
    }

    /// What an open deal's row says about its future: when it is to close, how sure it is, what comes next.
    Read<void> addPlans(const domain::DealId &id)
    {
        if (m_isClosed)
            return {};
        auto plans = plansIn(m_cells, m_known ? &*m_known : nullptr, m_span.said.modified);
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
        return m_known ? m_known->say(std::move(body), m_span.said.modified, m_facts)
                       : event(id, std::move(body), m_span.current);
    }

    /// A row without a time of change may be that of an older export.
    Read<void> weighAge(const domain::DealId &)
    {
        if (described() != nullptr && isTimeless())
            exchange::weighAge(m_state.context, *m_known, m_saidOwner, m_facts);
        return {};
    }

    /// Whether nothing says when the row was as it is.
    [[nodiscard]] bool isTimeless() const { return !m_span.said.modified && !m_span.said.entered && m_begin == nullptr; }

    /// What is compared with where the deal's history ends.
    Read<void> afterHistory(const domain::DealId &id, domain::EventBody body)
    {
        m_facts.ends.push_back({id, {}, std::move(body), {m_span.current, m_span.said.modified}});
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
        if (auto *lost = std::get_if<domain::Lost>(&*body); lost != nullptr && !lost->reason && !m_deletedAs.empty())
            lost->reason = domain::Text::parse(m_deletedAs).value();
        if (m_begin != nullptr)
            m_facts.ends.push_back({id, m_target, *std::move(body), since()});
        else if (m_known)
            return m_known->sayState(*std::move(body), since(), m_facts);
        else
            return tellState(id, *std::move(body));
        return {};
    }

    Read<void> tellState(const domain::DealId &id, domain::EventBody body)
    {
        if (m_isClosed)
            return event(id, std::move(body), *m_span.said.closed);
        if (m_span.inStage.occurred > m_span.current)
            m_cells.notes().add("stage_seen", support::toText(m_state.context.zone.dateOf(m_span.inStage.occurred)));
        return event(id, std::move(body), m_span.inStage);
    }

    [[nodiscard]] StandsSince since() const
    {
        const auto &begin = m_cells.columns().table.createdIn;
        const bool entersNow =
            begin && m_target == begin->text() && m_known && m_span.said.created && *m_span.said.created > m_known->last();
        const std::optional<Instant> entered = m_span.said.entered ? m_span.said.entered
                                               : entersNow         ? m_span.said.created
                                                                   : m_span.said.modified;
        return {m_isClosed ? m_span.said.closed
                : m_known  ? entered
                           : m_span.current,
                std::max(m_span.said.modified, m_span.said.entered), m_isClosed && m_span.endAssumed,
                m_cells.columns().table.has(Meaning::LostReason), isTimeless()};
    }

    Read<void> event(const domain::DealId &id, domain::EventBody body, Instant when)
    {
        // An assumed time stays assumed for all that hangs on it.
        const bool assumed = (m_span.creation.assumed && when == m_span.creation.occurred)
                             || (m_span.endAssumed && when == m_state.context.importTime);
        return event(id, std::move(body), domain::Times{when, when, assumed});
    }

    Read<void> event(const domain::DealId &id, domain::EventBody body, const domain::Times &times)
    {
        return m_facts.add(domain::DealEvent{{id, std::nullopt}, std::move(body)}, times);
    }

    ImportState &m_state;
    const Cells &m_cells;
    const std::string &m_input;
    RowFacts &m_facts;
    const HistoryBegin *m_begin = nullptr;
    std::optional<KnownDeal> m_known;
    std::optional<KnownLead> m_lead;
    DealSpan m_span;
    std::optional<domain::PersonId> m_saidOwner;
    std::string m_owner;     ///< of a new deal, from whom its history goes on
    std::string m_target;    ///< a stage's id, "won", "lost", "ignore" or nothing
    std::string m_deletedAs; ///< the other system's word for a deal that it deleted; empty for any other
    bool m_isClosed = false;
    bool m_endIsStage = false; ///< the cell of the stage says that it has ended
    std::optional<Amount> m_amount;
};

} // namespace

Read<RowFate> dealRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts)
{
    return DealRow(state, cells, input, facts).convert();
}

} // namespace exchange
