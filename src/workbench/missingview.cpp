// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/resolver.h"

#include "engine/gate.h"

namespace workbench {

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
    std::vector<engine::Unmet> gate;
    std::vector<UnmetCondition> conditions;
    if (deal.state.pipeline && deal.state.claimed >= 0) {
        const auto place = static_cast<std::size_t>(deal.state.claimed);
        static_cast<void>(engine::gateHolds(deal.state, place, m_asOf, &gate));
        conditions = unmet(deal.state, place, gate);
    }
    const auto addConditions = [&](domain::Missing kind, GateCondition part) {
        for (const UnmetCondition &condition : conditions) {
            if (condition.kind == part)
                items.push_back({kind, condition.id, condition.name});
        }
    };
    for (const domain::Missing kind : rule.missing) {
        switch (kind) {
        case domain::Missing::Roles:
            for (std::size_t i = 0; i < playbook().roles.size(); ++i) {
                if (deal.state.roles[i].contact == 0)
                    items.push_back({kind, playbook().roles[i].id.text(), playbook().roles[i].name});
            }
            break;
        case domain::Missing::Fields:
            addConditions(kind, GateCondition::Field);
            addConditions(kind, GateCondition::Value);
            break;
        case domain::Missing::StageEvidence: addConditions(kind, GateCondition::Evidence); break;
        case domain::Missing::Checklist: addConditions(kind, GateCondition::Checklist); break;
        case domain::Missing::KeyFiles:
        case domain::Missing::Payment:
        case domain::Missing::Feedback:
        case domain::Missing::Material: items.push_back({kind, {}, {}}); break;
        }
    }
    return items;
}

} // namespace workbench
