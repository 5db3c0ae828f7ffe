// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/coverage.h"

namespace engine {

using domain::Measure;
using domain::RowKind;
using history::Event;
using history::Stamp;

namespace {

Coverage joined(const Coverage &a, const Coverage &b)
{
    return {a.talk || b.talk, a.files || b.files, a.roles || b.roles, a.payments || b.payments, a.health || b.health};
}

void lookAt(const history::AsOf &view, Coverage &found)
{
    if (!found.talk)
        view.acts([&](const Stamp &, const history::Act &) { found.talk = true; });
    if (!found.files)
        view.files([&](const Stamp &, const history::File &) { found.files = true; });
    if (found.roles && found.payments)
        return;
    view.events([&](const Stamp &, const Event &event) {
        found.roles = found.roles || event.kind == RowKind::RoleSet;
        found.payments = found.payments || event.kind == RowKind::PaymentReceived;
    });
}

/// What a block could add to `found`, whatever counts of it.
bool mayAdd(const history::Block &block, const Coverage &found)
{
    return (!found.talk && block.holds(RowKind::Activity)) || (!found.files && block.holds(RowKind::Evidence))
           || (!found.roles && block.holds(RowKind::RoleSet)) || (!found.payments && block.holds(RowKind::PaymentReceived));
}

template <class I>
void lookThrough(const history::Shelf<I> &shelf, support::Instant asOf, Coverage &found)
{
    for (std::uint32_t i = 0; i < shelf.size();) {
        const I subject{i};
        if (mayAdd(shelf.block(subject), found)) {
            lookAt(history::view(shelf, subject, asOf), found);
            ++i;
        } else {
            i += static_cast<std::uint32_t>(history::Block::slots - history::Shelf<I>::slot(subject));
        }
    }
}

Coverage neededFor(Measure measure)
{
    switch (measure) {
    case Measure::Health: return {.health = true};
    case Measure::StaleDays:
    case Measure::DaysSinceProgress:
    case Measure::DaysSinceInteraction:
    case Measure::DaysSinceSubstance:
    case Measure::HoursWithoutMaterial:
    case Measure::LeadDaysSinceAction:
    case Measure::ShareWithoutSubstance: return {.talk = true};
    case Measure::RolesFilled:
    case Measure::RolesMissing: return {.roles = true};
    case Measure::KeyFiles: return {.files = true};
    case Measure::Payments: return {.payments = true};
    // What follows counts or dates something that is there.
    case Measure::Inquiries:
    case Measure::DaysInStage:
    case Measure::StageLimitDays:
    case Measure::StageStaleDays:
    case Measure::ContactsUnanswered:
    case Measure::HoursDemoUnanswered:
    case Measure::MeetingsMissed:
    case Measure::TenderUnmatched:
    case Measure::DaysToServiceEnd:
    case Measure::HoursInquiryOpen:
    case Measure::FirstResponseHours:
    case Measure::GoodTalks:
    case Measure::RedLine:
    case Measure::DaysSinceRivalPrice:
    case Measure::DaysSinceSigned:
    case Measure::StageChangesWeek:
    case Measure::ClosePushes:
    case Measure::DaysPastClose:
    case Measure::DaysToClose:
    case Measure::ProvenGap:
    case Measure::DaysOpen:
    case Measure::Amount:
    case Measure::LeadAgeDays:
    case Measure::LeadDaysUnread:
    case Measure::MedianResponseHours:
    case Measure::OpenDeals: return {};
    }
    return {};
}

struct Needs {
    Coverage operator()(const domain::ConditionGroup &group) const
    {
        Coverage needed;
        for (const domain::Condition &part : group.parts)
            needed = joined(needed, engine::neededBy(part));
        return needed;
    }
    Coverage operator()(const domain::MeasureTest &test) const
    {
        const auto *other = std::get_if<Measure>(&test.limit);
        return joined(neededFor(test.measure), other ? neededFor(*other) : Coverage());
    }
    Coverage operator()(const domain::EvidenceTest &test) const { return {.files = !test.present}; }
    Coverage operator()(const domain::QuadrantTest &) const { return neededFor(Measure::Health); }
    Coverage operator()(const domain::FieldTest &) const { return {}; }
    Coverage operator()(const domain::StageTest &) const { return {}; }
};

} // namespace

Coverage coverageAt(const history::History &history, support::Instant asOf)
{
    Coverage found;
    lookThrough(history.deals(), asOf, found);
    if (!found.talk)
        lookThrough(history.customers(), asOf, found);
    found.health = found.talk && (found.roles || found.files);
    return found;
}

Coverage neededBy(const domain::Condition &condition)
{
    return std::visit(Needs{}, condition.test);
}

std::vector<bool> silentRules(const domain::Playbook &playbook, const Coverage &there)
{
    std::vector<bool> silent;
    silent.reserve(playbook.rules.size());
    for (const domain::Rule &rule : playbook.rules)
        silent.push_back(!there.has(neededBy(rule.when)));
    return silent;
}

} // namespace engine
