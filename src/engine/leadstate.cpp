// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/leadstate.h"

#include "engine/flags.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace engine {

using domain::ActivityBits;
using domain::ActivityKind;
using domain::Direction;
using domain::Measure;
using domain::RowKind;
using history::Act;
using history::Event;
using history::Stamp;

namespace {

/// What was done about a lead: the talk with its customer since it came in.
void readTalk(const history::AsOf &view, support::Instant cameIn, LeadRow &row)
{
    support::Instant lastAction = cameIn;
    support::Instant unread = support::Instant::max();
    view.acts([&](const Stamp &stamp, const Act &act) {
        const ActivityBits bits = ActivityBits::unpack(act.bits);
        if (stamp.occurred < cameIn || bits.kind == ActivityKind::PageView || bits.kind == ActivityKind::Tender)
            return;
        if (bits.direction == Direction::In) {
            unread = support::Instant::max(); // who answers has read
            return;
        }
        lastAction = stamp.occurred;
        const bool message = bits.kind == ActivityKind::Chat || bits.kind == ActivityKind::Email;
        const bool wasRead = act.read && view.block().readAt(act.number) <= view.asOf();
        if (message && bits.direction == Direction::Out && !wasRead && unread == support::Instant::max())
            unread = stamp.occurred;
    });
    row.daysSinceAction = support::inDays(view.asOf() - lastAction);
    row.daysUnread = unread == support::Instant::max() ? noValue : support::inDays(view.asOf() - unread);
}

std::optional<LeadRow> evaluateLead(const history::History &history, const Calibration &calibration, support::Instant asOf,
                                    history::LeadIndex index)
{
    std::optional<LeadRow> row;
    support::Instant cameIn;
    history::view(history.leads(), index, asOf).events([&](const Stamp &stamp, const Event &event) {
        if (event.kind != RowKind::Lead)
            return;
        row.emplace();
        row->lead = index;
        row->key = history.leads().key(index);
        row->customer = event.object;
        row->owner = event.d;
        cameIn = stamp.occurred;
    });
    if (!row)
        return row;
    row->ageDays = row->daysSinceAction = support::inDays(asOf - cameIn);
    row->daysUnread = noValue;
    row->converted = std::ranges::binary_search(calibration.convertedLeads, row->key);
    if (const auto customer = history.customers().find(row->customer))
        readTalk(history::view(history.customers(), *customer, asOf), cameIn, *row);
    return row;
}

bool holds(const RuleSet::Entry &entry, const std::optional<LeadRow> &lead)
{
    return lead && !lead->converted && entry.condition.holds([&](Measure which) { return measure(which, *lead); });
}

void raiseFlags(const Basis &basis, const LeadRow &lead, std::vector<FlagRow> &flags)
{
    const auto &[history, playbook, rules] = basis.source;
    for (const RuleSet::Entry &entry : rules.about(domain::RuleSubject::Lead)) {
        if (!holds(entry, lead))
            continue;
        FlagRow flag{lead.index(), static_cast<std::uint16_t>(entry.slot), FlagState::Open, {}, {}};
        applyDecisions(history::view(history.leads(), lead.lead, basis.when.asOf), playbook, flag);
        if (isPutAside(flag)) {
            const Looks looks = looksSince(flag, basis.when.asOf, basis.when.zone, history.leads(), lead.lead);
            revive(flag, basis.when.asOf, looks, [&](support::Instant instant) {
                return holds(entry, evaluateLead(history, basis.calibration, instant, lead.lead));
            });
        }
        flags.push_back(flag);
    }
}

} // namespace

double measure(Measure which, const LeadRow &lead)
{
    if (which == Measure::LeadAgeDays)
        return lead.ageDays;
    if (which == Measure::LeadDaysSinceAction)
        return lead.daysSinceAction;
    return which == Measure::LeadDaysUnread ? lead.daysUnread : noValue;
}

void applyDecisions(const history::AsOf &view, const CompiledPlaybook &playbook, FlagRow &flag)
{
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind != RowKind::FlagDecision || playbook.rules().find(event.object) != flag.rule)
            return;
        const Decision decision{flag.rule, static_cast<domain::FlagAct>(event.a), stamp.occurred, support::Instant{event.value}};
        flag.state = flagState(&decision, view.asOf());
        flag.decided = decision.at;
        flag.until = decision.until;
    });
}

support::Instant heldSince(const Basis &basis, history::LeadIndex lead, std::size_t slot, support::Duration lookBack)
{
    const RuleSet::Entry *entry = basis.source.rules.find(slot);
    const support::Instant asOf = basis.when.asOf;
    const Looks looks{basis.when.zone, history::turns(basis.source.history.leads(), lead, asOf - lookBack, asOf)};
    return startOfSecond(heldSince(asOf, lookBack, looks, [&](support::Instant instant) {
        return holds(*entry, evaluateLead(basis.source.history, basis.calibration, instant, lead));
    }));
}

std::shared_ptr<const Part<LeadRow>> leadPart(const Basis &basis, std::size_t block, const Part<LeadRow> *old,
                                              const Slotted &anew, const std::stop_token &stop)
{
    const history::History &history = basis.source.history;
    auto part = std::make_shared<Part<LeadRow>>();
    const std::size_t first = block * history::Block::slots;
    const std::size_t end = std::min<std::size_t>(history.leads().size(), first + history::Block::slots);
    for (std::size_t i = first; i < end && !stop.stop_requested(); ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        if (!anew[i - first]) {
            copyRow(*old, index, *part);
            continue;
        }
        const auto row = evaluateLead(history, basis.calibration, basis.when.asOf, {index});
        if (!row)
            continue;
        raiseFlags(basis, *row, part->flags);
        addRow(*row, *part);
    }
    return part;
}

namespace {

/// When the last deal of each of some customers was opened.
class LastOpened {
public:
    void ask(domain::SymbolKey customer)
    {
        if (customer != 0)
            m_last.emplace(customer, support::Instant::min());
    }

    void read(const Sheet<DealRow> &deals)
    {
        if (m_last.empty())
            return;
        // Most deals are of other customers: a bit tells so before anything is looked up.
        std::vector<bool> asked(std::ranges::max(m_last | std::views::keys) + std::size_t{1});
        for (const domain::SymbolKey customer : m_last | std::views::keys)
            asked[customer] = true;
        for (const auto &part : deals.parts()) {
            for (std::size_t i = 0; i < part->customers.size(); ++i) {
                const domain::SymbolKey customer = part->customers[i];
                if (customer < asked.size() && asked[customer])
                    m_last[customer] = std::max(m_last[customer], part->rows[i].created);
            }
        }
    }

    [[nodiscard]] bool since(domain::SymbolKey customer, support::Instant instant) const
    {
        const auto found = m_last.find(customer);
        return found != m_last.end() && found->second >= instant;
    }

private:
    std::unordered_map<domain::SymbolKey, support::Instant> m_last;
};

support::Instant cameIn(const history::History &history, history::LeadIndex lead, support::Instant asOf)
{
    support::Instant at;
    history::view(history.leads(), lead, asOf).events([&](const Stamp &stamp, const Event &event) {
        if (event.kind == RowKind::Lead)
            at = stamp.occurred;
    });
    return at;
}

const LeadRow &rowOf(const Part<LeadRow> &part, const FlagRow &flag)
{
    return *std::ranges::lower_bound(part.rows, flag.row, {}, &LeadRow::index);
}

} // namespace

void endByDeals(const history::History &history, support::Instant asOf, const Sheet<DealRow> &deals, Sheet<LeadRow>::Parts &parts,
                const std::vector<std::size_t> &blocks)
{
    LastOpened opened;
    for (const std::size_t block : blocks) {
        for (const FlagRow &flag : parts[block]->flags)
            opened.ask(rowOf(*parts[block], flag).customer);
    }
    opened.read(deals);
    for (const std::size_t block : blocks) {
        const auto isOver = [&](const FlagRow &flag) {
            const LeadRow &lead = rowOf(*parts[block], flag);
            return opened.since(lead.customer, cameIn(history, lead.lead, asOf));
        };
        if (std::ranges::none_of(parts[block]->flags, isOver))
            continue;
        auto rest = std::make_shared<Part<LeadRow>>(*parts[block]);
        std::erase_if(rest->flags, isOver);
        parts[block] = std::move(rest);
    }
}

} // namespace engine
