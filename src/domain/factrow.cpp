// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/factrow.h"

#include "support/civil.h"

namespace domain {

namespace {

/// Fills a row from a fact. One overload of `read` for each type that the engine looks at.
class Reducer {
public:
    Reducer(FactRow &row, Interner &symbols, const Lexicon &lexicon) : m_row(row), m_symbols(symbols), m_lexicon(lexicon) {}

    void read(const Team &) {}
    void read(const Person &) {}
    void read(const Membership &) {}
    void read(const Product &) {}
    void read(const Target &) {}
    void read(const Assessment &) {}
    void read(const Article &) {}
    void read(const PlaybookPublished &) {}
    void read(const CustomerMerged &) {}

    void read(const Customer &customer)
    {
        m_row.kind = RowKind::Customer;
        m_row.subject = key(SymbolKind::Customer, customer.id);
        m_row.object = key(SymbolKind::Word, customer.region);
        m_row.a = key(SymbolKind::Word, customer.industry);
        m_row.b = key(SymbolKind::Word, customer.size);
        m_row.c = key(SymbolKind::Word, customer.firstContactChannel);
        m_row.d = key(SymbolKind::Person, customer.owner);
    }

    void read(const Contact &contact)
    {
        m_row.kind = RowKind::Contact;
        m_row.subject = key(SymbolKind::Contact, contact.id);
        m_row.object = key(SymbolKind::Customer, contact.customer);
    }

    void read(const Lead &lead)
    {
        m_row.kind = RowKind::Lead;
        m_row.subject = key(SymbolKind::Lead, lead.id);
        m_row.object = key(SymbolKind::Customer, lead.customer);
        m_row.a = m_symbols.intern(SymbolKind::Word, lead.source.text());
        m_row.b = key(SymbolKind::Word, lead.channel);
        m_row.c = key(SymbolKind::Word, lead.region);
        m_row.d = key(SymbolKind::Person, lead.owner);
    }

    void read(const Deal &deal)
    {
        m_row.kind = RowKind::Deal;
        m_row.subject = key(SymbolKind::Deal, deal.id);
        m_row.object = key(SymbolKind::Customer, deal.customer);
        m_row.a = key(SymbolKind::Person, deal.owner);
        m_row.b = deal.pipeline ? key(SymbolKind::Pipeline, deal.pipeline) : m_symbols.intern(SymbolKind::Pipeline, "default");
        m_row.c = key(SymbolKind::Product, deal.product);
        m_row.d = key(SymbolKind::Team, deal.team);
        m_row.value =
            static_cast<std::int64_t>(key(SymbolKind::Lead, deal.lead)) << 32U | (deal.currency ? deal.currency->packed() : 0U);
    }

    void read(const DealEvent &event)
    {
        m_row.subject = key(SymbolKind::Deal, event.deal);
        m_row.d = key(SymbolKind::Person, event.actor);
        std::visit([this](const auto &body) { read(body); }, event.body);
    }

    void read(const StageMoved &body) { set(RowKind::StageMoved, key(SymbolKind::Stage, body.stage.value)); }
    void read(const AmountSet &body) { money(RowKind::AmountSet, body.amount, body.currency); }
    void read(const CloseDateSet &body) { day(RowKind::CloseDateSet, body.date.value); }
    void read(const OwnerSet &body) { set(RowKind::OwnerSet, key(SymbolKind::Person, body.person)); }
    void read(const CategorySet &body) { set(RowKind::CategorySet, static_cast<std::uint32_t>(body.category)); }
    void read(const NextStepSet &body)
    {
        day(RowKind::NextStepSet, body.due);
        m_row.a = body.text.text().empty() && !body.due ? 1 : 0;
    }
    void read(const Lost &) { set(RowKind::Lost, 0); }
    void read(const Reopened &) { set(RowKind::Reopened, 0); }
    void read(const PaymentReceived &body) { money(RowKind::PaymentReceived, body.amount, body.currency); }
    void read(const GateOverridden &body) { set(RowKind::GateOverridden, key(SymbolKind::Stage, body.stage)); }

    void read(const FieldSet &body)
    {
        set(RowKind::FieldSet, key(SymbolKind::FieldName, body.field));
        if (!body.value.value)
            return;
        const std::string &text = body.value.value->text();
        if (const auto date = support::parseDate(text)) {
            m_row.a = 1;
            m_row.value = date->days;
        } else if (!text.empty()) {
            m_row.value = valueHash(text);
        }
    }

    void read(const RoleSet &body)
    {
        set(RowKind::RoleSet, key(SymbolKind::Role, body.role));
        m_row.a = key(SymbolKind::Contact, body.contact.value);
    }

    void read(const ItemChecked &body)
    {
        set(RowKind::ItemChecked, key(SymbolKind::Item, body.item));
        m_row.a = key(SymbolKind::Stage, body.stage);
        m_row.b = body.done ? 1 : 0;
    }

    void read(const Won &body)
    {
        set(RowKind::Won, body.currency ? body.currency->packed() : 0);
        if (!body.amount)
            return;
        // Without a currency of its own the amount is in the deal's. Three decimals, the dinar's, are kept of it; an import takes
        // no more of such an amount.
        const auto money = body.amount->in(body.currency.value_or(*support::Currency::parse("KWD")));
        m_row.a = money ? 1 : 0;
        m_row.value = money ? money->minor : 0;
    }

    void read(const EvidenceJudged &body)
    {
        set(RowKind::EvidenceJudged, key(SymbolKind::Evidence, body.evidence));
        m_row.a = static_cast<std::uint32_t>(body.verdict);
    }

    void read(const Activity &activity)
    {
        m_row.kind = RowKind::Activity;
        m_row.subject = key(SymbolKind::Deal, activity.deal);
        m_row.object = key(SymbolKind::Customer, activity.customer);
        m_row.a = ActivityBits{activity.kind, activity.direction, activity.origin == Origin::Auto, activity.material.has_value()}
                      .packed();
        m_row.b = key(SymbolKind::Contact, activity.contact);
        m_row.c = activity.text ? m_lexicon.signalsOf(activity.text->text()) : 0;
        m_row.d = key(SymbolKind::Person, activity.actor);
        m_row.value = activity.readAt ? activity.readAt->micros : 0;
    }

    void read(const Evidence &evidence)
    {
        m_row.kind = RowKind::Evidence;
        m_row.subject = key(SymbolKind::Deal, evidence.deal);
        m_row.object = key(SymbolKind::Evidence, evidence.id);
        m_row.a = key(SymbolKind::EvidenceKind, evidence.kind);
        m_row.b = static_cast<std::uint32_t>(evidence.verdict.value_or(Verdict::Pending));
        m_row.d = key(SymbolKind::Person, evidence.actor);
        m_row.value = evidence.sha256 ? valueHash(evidence.sha256->hex()) : 0;
    }

    void read(const FlagDecision &decision)
    {
        m_row.kind = RowKind::FlagDecision;
        const SymbolKind kind = decision.deal ? SymbolKind::Deal : decision.lead ? SymbolKind::Lead : SymbolKind::Person;
        m_row.subject = key(SymbolKind::Deal, decision.deal) | key(SymbolKind::Lead, decision.lead)
                        | key(SymbolKind::Person, decision.person);
        m_row.object = key(SymbolKind::Rule, decision.rule);
        m_row.a = static_cast<std::uint32_t>(decision.act);
        m_row.b = static_cast<std::uint32_t>(kind);
        m_row.d = key(SymbolKind::Person, decision.actor);
        m_row.value = decision.until ? decision.until->micros : 0;
    }

    void read(const Task &task)
    {
        m_row.kind = RowKind::Task;
        m_row.subject = key(SymbolKind::Deal, task.deal);
        m_row.object = key(SymbolKind::Task, task.id);
        m_row.a = static_cast<std::uint32_t>(task.state);
        m_row.b = static_cast<std::uint32_t>(task.kind);
        m_row.c = key(SymbolKind::Person, task.assignee);
        m_row.d = key(SymbolKind::Person, task.actor);
        m_row.value = task.due ? task.due->days : std::numeric_limits<std::int64_t>::min();
    }

private:
    template <class T>
    [[nodiscard]] SymbolKey key(SymbolKind kind, const T &id)
    {
        return m_symbols.intern(kind, id.text());
    }

    template <class T>
    [[nodiscard]] SymbolKey key(SymbolKind kind, const std::optional<T> &id)
    {
        return id ? m_symbols.intern(kind, id->text()) : 0;
    }

    void set(RowKind kind, std::uint32_t object)
    {
        m_row.kind = kind;
        m_row.object = object;
    }

    void money(RowKind kind, const Decimal &amount, support::Currency currency)
    {
        set(kind, currency.packed());
        m_row.value = amount.in(currency)->minor; // a Record proves that this exists
    }

    void day(RowKind kind, const std::optional<support::Date> &date)
    {
        set(kind, date ? 1 : 0);
        m_row.value = date ? date->days : 0;
    }

    FactRow &m_row;
    Interner &m_symbols;
    const Lexicon &m_lexicon;
};

} // namespace

std::int64_t valueHash(std::string_view text)
{
    // FNV-1a, 64 bits (Fowler, Noll, Vo): it must be the same on every machine and in every version, not fast or secure.
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    const auto positive = static_cast<std::int64_t>(hash >> 1U);
    return positive == 0 ? 1 : positive;
}

FactRow reduce(const Record &record, Interner &symbols, const Lexicon &lexicon)
{
    FactRow row;
    row.occurred = record.occurredAt();
    row.recorded = record.recordedAt();
    Reducer reducer(row, symbols, lexicon);
    std::visit([&](const auto &fact) { reducer.read(fact); }, record.fact());
    return row;
}

} // namespace domain
