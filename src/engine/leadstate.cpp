// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/leadstate.h"

#include "engine/flags.h"

#include <algorithm>

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
        revive(flag, basis.when.asOf, [&](support::Instant instant) {
            return holds(entry, evaluateLead(history, basis.calibration, instant, lead.lead));
        });
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
    return heldSince(basis.when.asOf, lookBack, [&](support::Instant instant) {
        return holds(*entry, evaluateLead(basis.source.history, basis.calibration, instant, lead));
    });
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

} // namespace engine
