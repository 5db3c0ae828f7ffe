// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/ruleset.h"

#include <algorithm>

namespace engine {

namespace {

bool asksForTalk(const domain::Condition &condition)
{
    if (const auto *group = std::get_if<domain::ConditionGroup>(&condition.test))
        return std::ranges::any_of(group->parts, asksForTalk);
    const auto *test = std::get_if<domain::MeasureTest>(&condition.test);
    if (!test)
        return false;
    const auto *other = std::get_if<domain::Measure>(&test->limit);
    return comesFromTalk(test->measure) || (other && comesFromTalk(*other));
}

} // namespace

RuleSet::RuleSet(const CompiledPlaybook &playbook)
{
    const auto &rules = playbook.playbook().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].enabled)
            m_entries[static_cast<std::size_t>(rules[i].subject)].push_back(
                {&rules[i], CompiledCondition(rules[i].when, playbook), i});
    }
    for (const auto subject : {domain::RuleSubject::OpenDeal, domain::RuleSubject::WonDeal}) {
        for (Entry &entry : m_entries[static_cast<std::size_t>(subject)])
            entry.condition.prepare(m_layout);
    }
    m_asksWonDealsForTalk = std::ranges::any_of(about(domain::RuleSubject::WonDeal),
                                                [](const Entry &entry) { return asksForTalk(entry.rule->when); });
}

const RuleSet::Entry *RuleSet::find(std::size_t slot) const
{
    for (const auto &entries : m_entries) {
        const auto found = std::ranges::find(entries, slot, &Entry::slot);
        if (found != entries.end())
            return &*found;
    }
    return nullptr;
}

RuleSet RuleSet::without(std::vector<bool> silent) const
{
    RuleSet rest = *this;
    for (auto &entries : rest.m_entries)
        std::erase_if(entries, [&](const Entry &entry) { return silent[entry.slot]; });
    rest.m_silent = std::move(silent);
    return rest;
}

} // namespace engine
