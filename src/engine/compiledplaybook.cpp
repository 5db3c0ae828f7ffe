// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/compiledplaybook.h"

#include "domain/factrow.h"
#include "domain/playbookwords.h"

#include "support/civil.h"

#include <algorithm>

namespace engine {

using domain::SymbolKind;

std::size_t Slots::add(domain::SymbolKey key)
{
    if (const auto known = find(key))
        return *known;
    const std::size_t slot = m_count++;
    if (key == 0)
        return slot;
    if (++m_named * 4 > m_table.size()) {
        std::vector<Entry> old(m_table.size() * 2);
        old.swap(m_table);
        --m_shift;
        for (const Entry &entry : old)
            enter(entry);
    }
    enter({key, static_cast<std::uint32_t>(slot)});
    return slot;
}

void Slots::enter(Entry entry)
{
    if (entry.key == 0)
        return;
    std::size_t at = place(entry.key);
    while (m_table[at].key != 0)
        at = (at + 1) & (m_table.size() - 1);
    m_table[at] = entry;
}

WantedValue wantedValue(std::string_view text)
{
    const auto date = support::parseDate(text);
    return {date.has_value(), date ? date->days : domain::valueHash(text)};
}

std::optional<int> CompiledPipeline::place(domain::SymbolKey stage) const
{
    const auto slot = stageSlots.find(stage);
    return slot ? std::optional(static_cast<int>(*slot)) : std::nullopt;
}

CompiledPlaybook::CompiledPlaybook(domain::Playbook playbook, domain::Interner &symbols) : m_playbook(std::move(playbook))
{
    compileNames(symbols);
    for (const domain::Pipeline &pipeline : m_playbook.pipelines) {
        CompiledPipeline compiled;
        compiled.pipeline = &pipeline;
        compiled.key = symbols.intern(SymbolKind::Pipeline, pipeline.id.text());
        for (const domain::Stage &stage : pipeline.stages) {
            compiled.stages.push_back(compileStage(stage, symbols));
            compiled.stageSlots.add(compiled.stages.back().key);
        }
        m_pipelineSlots.add(compiled.key);
        m_pipelines.push_back(std::move(compiled));
    }
    m_talkEffects = TalkEffects(m_playbook.health);
    if (m_playbook.serviceEndField)
        m_serviceEnd = fieldSlot(*m_playbook.serviceEndField);
    if (m_playbook.bidField)
        m_bid = fieldSlot(*m_playbook.bidField);
}

void CompiledPlaybook::compileNames(domain::Interner &symbols)
{
    for (const domain::RoleDefinition &role : m_playbook.roles)
        m_roles.add(symbols.intern(SymbolKind::Role, role.id.text()));
    for (std::size_t i = 0; i < domain::builtInFields.size(); ++i)
        m_fieldIds.emplace_back(*domain::FieldId::parse(domain::builtInFields[i]), i);
    for (const domain::FieldDefinition &field : m_playbook.fields)
        m_fieldIds.emplace_back(field.id, BuiltIns + m_fields.add(symbols.intern(SymbolKind::FieldName, field.id.text())));
    for (const domain::EvidenceKindDefinition &kind : m_playbook.evidenceKinds) {
        m_kindIds.emplace_back(kind.id, m_evidenceKinds.add(symbols.intern(SymbolKind::EvidenceKind, kind.id.text())));
        m_keyEvidence.push_back(std::ranges::find(m_playbook.health.minorEvidence, kind.id)
                                == m_playbook.health.minorEvidence.end());
    }
    for (const domain::Rule &rule : m_playbook.rules)
        m_rules.add(symbols.intern(SymbolKind::Rule, rule.id.text()));
}

CompiledStage CompiledPlaybook::compileStage(const domain::Stage &stage, domain::Interner &symbols)
{
    CompiledStage compiled;
    compiled.stage = &stage;
    compiled.key = symbols.intern(SymbolKind::Stage, stage.id.text());
    for (const domain::FieldDemand &demand : stage.requiredFields) {
        const auto slot = fieldSlot(demand.id);
        if (!slot)
            continue;
        compiled.fields.push_back(*slot);
        auto &values = compiled.values.emplace_back();
        for (const domain::Name &value : demand.values)
            values.push_back(wantedValue(value.text()));
    }
    for (const domain::ChecklistItem &item : stage.checklist)
        compiled.items.push_back(m_items.add(symbols.intern(SymbolKind::Item, item.id.text())));
    for (const domain::EvidenceAction &action : stage.evidence) {
        auto &kinds = compiled.evidenceKinds.emplace_back();
        for (const domain::EvidenceKindId &kind : action.kinds) {
            if (const auto slot = kindSlot(kind))
                kinds.push_back(*slot);
        }
    }
    for (const domain::RoleId &role : stage.roles) {
        // By its place and not by its symbol: a role that no fact has named yet has none, and is still one role.
        const auto defined = std::ranges::find(m_playbook.roles, role, &domain::RoleDefinition::id);
        if (defined != m_playbook.roles.end())
            compiled.roles.push_back(static_cast<std::size_t>(defined - m_playbook.roles.begin()));
    }
    compiled.asksNothing = compiled.fields.empty() && compiled.items.empty() && compiled.evidenceKinds.empty()
                           && compiled.roles.empty() && stage.wait.micros == 0;
    return compiled;
}

std::optional<std::size_t> CompiledPlaybook::fieldSlot(const domain::FieldId &field) const
{
    const auto found = std::ranges::find(m_fieldIds, field, &std::pair<domain::FieldId, std::size_t>::first);
    return found == m_fieldIds.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> CompiledPlaybook::kindSlot(const domain::EvidenceKindId &kind) const
{
    const auto found = std::ranges::find(m_kindIds, kind, &std::pair<domain::EvidenceKindId, std::size_t>::first);
    return found == m_kindIds.end() ? std::nullopt : std::optional(found->second);
}

} // namespace engine
