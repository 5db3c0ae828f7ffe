// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/resolver.h"

#include "engine/absences.h"
#include "engine/gate.h"

#include <algorithm>

namespace workbench {

namespace {

std::vector<std::string> textsOf(const std::vector<domain::EvidenceKindId> &kinds)
{
    std::vector<std::string> texts;
    std::ranges::transform(kinds, std::back_inserter(texts), &domain::EvidenceKindId::text);
    return texts;
}

/// What is missing of the gate of the stage that a deal is in.
void addUnmet(const std::vector<UnmetCondition> &conditions, GateCondition part, domain::Missing kind,
              std::vector<MissingItem> &items)
{
    for (const UnmetCondition &condition : conditions) {
        if (condition.kind == part)
            items.push_back({kind, condition.kinds.empty() ? std::vector{condition.id} : condition.kinds, {condition.name}});
    }
}

void addRoles(const domain::Playbook &playbook, const engine::DealState &state, std::vector<MissingItem> &items)
{
    for (std::size_t i = 0; i < playbook.roles.size(); ++i) {
        if (state.roles[i].contact == 0)
            items.push_back({domain::Missing::Roles, {playbook.roles[i].id.text()}, {playbook.roles[i].name}});
    }
}

} // namespace

domain::Label Resolver::fieldName(const domain::FieldId &field) const
{
    return labelOf(playbook().fields, field.text());
}

domain::Label Resolver::valueName(const domain::FieldId &field, const std::string &value) const
{
    const domain::FieldDefinition *definition = playbook().field(field);
    const domain::Choice *choice = definition ? definition->choice(value) : nullptr;
    return choice ? choice->name : domain::Label{value, value};
}

std::vector<UnmetCondition> Resolver::unmet(const engine::DealState &state, std::size_t place,
                                            const std::vector<engine::Unmet> &list) const
{
    const domain::Stage &stage = *state.pipeline->stages[place].stage;
    std::vector<UnmetCondition> conditions;
    for (const engine::Unmet &one : list) {
        UnmetCondition condition{GateCondition::Wait, stage.id.text(), stage.name, one.have, one.need};
        switch (one.part) {
        case engine::GatePart::Field:
        case engine::GatePart::Value: {
            const domain::FieldDemand &demand = stage.requiredFields[one.at];
            condition.kind = one.part == engine::GatePart::Field ? GateCondition::Field : GateCondition::Value;
            condition.id = demand.id.text();
            condition.name = fieldName(demand.id);
            for (const domain::Name &value : demand.values)
                condition.values.push_back(valueName(demand.id, value.text()));
            break;
        }
        case engine::GatePart::Item:
            condition.kind = GateCondition::Checklist;
            condition.id = stage.checklist[one.at].id.text();
            condition.name = stage.checklist[one.at].prompt;
            break;
        case engine::GatePart::Evidence:
            condition.kind = GateCondition::Evidence;
            condition.id = stage.evidence[one.at].kinds.empty() ? std::string() : stage.evidence[one.at].kinds.front().text();
            condition.kinds = textsOf(stage.evidence[one.at].kinds);
            condition.name = stage.evidence[one.at].name;
            break;
        case engine::GatePart::Role:
            condition.kind = GateCondition::Role;
            condition.id = stage.roles[one.at].text();
            condition.name = labelOf(playbook().roles, stage.roles[one.at].text());
            break;
        case engine::GatePart::Wait: break;
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

std::vector<MissingItem> Resolver::missing(const domain::Rule &rule, const engine::DealEvaluation &deal) const
{
    std::vector<MissingItem> items;
    // What the rule itself asks for is what the flag is about; without such, what the stage asks for.
    const engine::Absences absent = engine::absences(rule.when, *m_playbook.compiled, deal.state);
    for (const domain::FieldId &field : absent.fields)
        items.push_back({domain::Missing::Fields, {field.text()}, {fieldName(field)}});
    for (const std::vector<domain::EvidenceKindId> &kinds : absent.evidence) {
        MissingItem &item = items.emplace_back(MissingItem{domain::Missing::StageEvidence, textsOf(kinds), {}});
        std::ranges::transform(item.ids, std::back_inserter(item.names), [&](const auto &id) { return evidenceKind(id); });
    }
    std::vector<UnmetCondition> gate;
    if (deal.state.pipeline && deal.state.claimed >= 0) {
        const auto place = static_cast<std::size_t>(deal.state.claimed);
        std::vector<engine::Unmet> unmetParts;
        static_cast<void>(engine::gateHolds(deal.state, place, m_asOf, &unmetParts));
        gate = unmet(deal.state, place, unmetParts);
    }
    for (const domain::Missing kind : rule.missing) {
        switch (kind) {
        case domain::Missing::Roles: addRoles(playbook(), deal.state, items); break;
        case domain::Missing::Fields:
            if (absent.fields.empty()) {
                addUnmet(gate, GateCondition::Field, kind, items);
                addUnmet(gate, GateCondition::Value, kind, items);
            }
            break;
        case domain::Missing::StageEvidence:
            if (absent.evidence.empty())
                addUnmet(gate, GateCondition::Evidence, kind, items);
            break;
        case domain::Missing::Checklist: addUnmet(gate, GateCondition::Checklist, kind, items); break;
        case domain::Missing::KeyFiles:
        case domain::Missing::Payment:
        case domain::Missing::Feedback:
        case domain::Missing::Material: items.push_back({kind}); break;
        }
    }
    return items;
}

} // namespace workbench
