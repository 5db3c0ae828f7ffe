// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookcheck.h"

#include "domain/playbookwords.h"

#include <fmt/format.h>

#include <set>

namespace exchange {

using domain::FieldDefinition;
using domain::FieldType;
using domain::Playbook;
using domain::Stage;

namespace {

template <class List, class Id>
bool names(const List &definitions, const Id &id)
{
    return std::ranges::any_of(definitions, [&](const auto &definition) { return definition.id == id; });
}

/// Goes through a playbook with the pointer of where it is.
class Check {
public:
    Check(const Playbook &playbook, JsonFaults &faults) : m_playbook(playbook), m_faults(faults) {}

    void all()
    {
        unique(m_playbook.roles, "/roles");
        unique(m_playbook.evidenceKinds, "/evidence_kinds");
        unique(m_playbook.fields, "/fields");
        references(m_playbook.health.minorEvidence, m_playbook.evidenceKinds, "/health/minor_evidence", "kind of evidence");
        if (m_playbook.roles.empty())
            m_faults.add("/roles", "a decision chain has at least one role");
        for (std::size_t i = 0; i < m_playbook.fields.size(); ++i)
            field(m_playbook.fields[i], pointerTo("/fields", i));
        partsInMeasures();
        unique(m_playbook.pipelines, "/pipelines");
        if (!m_playbook.pipeline(*domain::PipelineId::parse("default")))
            m_faults.add("/pipelines", "a deal that names no pipeline is in \"default\", which must be there");
        for (std::size_t i = 0; i < m_playbook.pipelines.size(); ++i)
            pipeline(m_playbook.pipelines[i], pointerTo("/pipelines", i));
        unique(m_playbook.rules, "/rules");
        for (std::size_t i = 0; i < m_playbook.rules.size(); ++i)
            checkRule(m_playbook, m_playbook.rules[i], pointerTo("/rules", i), m_faults);
        lexicon();
    }

private:
    template <class List>
    void unique(const List &definitions, const std::string &pointer)
    {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < definitions.size(); ++i) {
            if (!seen.insert(definitions[i].id.text()).second)
                m_faults.add(pointerTo(pointerTo(pointer, i), "id"), "an id that is taken already");
        }
    }

    template <class Ids, class List>
    void references(const Ids &ids, const List &definitions, const std::string &pointer, std::string_view what)
    {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!names(definitions, ids[i]))
                m_faults.add(pointerTo(pointer, i), fmt::format("no {} of this playbook", what));
        }
    }

    void field(const FieldDefinition &field, const std::string &pointer)
    {
        if (domain::isBuiltIn(field.id.text()))
            m_faults.add(pointerTo(pointer, "id"), "every deal has a field of this name already");
        if (field.type == FieldType::Choice && field.choices.empty())
            m_faults.add(pointer, "a choice without choices");
        if (field.type != FieldType::Choice && !field.choices.empty())
            m_faults.add(pointerTo(pointer, "choices"), "only a choice has choices");
        std::set<std::string> seen;
        for (std::size_t i = 0; i < field.choices.size(); ++i) {
            if (!seen.insert(field.choices[i].id.text()).second)
                m_faults.add(pointerTo(pointerTo(pointer, "choices"), i), "a choice that is there already");
        }
    }

    void demand(const domain::FieldDemand &demand, const std::string &pointer)
    {
        const FieldDefinition *field = m_playbook.field(demand.id);
        if (field == nullptr && !domain::isBuiltIn(demand.id.text()))
            m_faults.add(pointer, "no field of this playbook, nor one that every deal has");
        // What every deal has can only be asked for: its value is no text.
        if (field == nullptr && !demand.values.empty())
            m_faults.add(pointerTo(pointer, "values"), "only a field of this playbook can be asked for a value");
        for (std::size_t i = 0; field != nullptr && i < demand.values.size(); ++i) {
            if (field->type == FieldType::Choice && field->choice(demand.values[i].text()) == nullptr)
                m_faults.add(pointerTo(pointerTo(pointer, "values"), i), "no choice of this field");
        }
    }

    void partsInMeasures()
    {
        if (m_playbook.serviceEndField) {
            const auto found = std::ranges::find(m_playbook.fields, *m_playbook.serviceEndField, &FieldDefinition::id);
            if (found == m_playbook.fields.end() || found->type != FieldType::Date)
                m_faults.add("/service_end_field", "no date field of this playbook");
        }
        if (m_playbook.bidField && !names(m_playbook.fields, *m_playbook.bidField))
            m_faults.add("/bid_field", "no field of this playbook");
    }

    void pipeline(const domain::Pipeline &pipeline, const std::string &pointer)
    {
        const std::string stages = pointerTo(pointer, "stages");
        if (pipeline.stages.empty())
            m_faults.add(pointer, "a pipeline has at least one stage");
        unique(pipeline.stages, stages);
        std::set<std::string> items;
        for (std::size_t i = 0; i < pipeline.stages.size(); ++i) {
            stage(pipeline.stages[i], pointerTo(stages, i));
            checklist(pipeline.stages[i], pointerTo(pointerTo(stages, i), "checklist"), items);
        }
    }

    /// A tick belongs to its deal, so an item is one thing in all stages of a pipeline.
    void checklist(const Stage &stage, const std::string &pointer, std::set<std::string> &seen)
    {
        for (std::size_t i = 0; i < stage.checklist.size(); ++i) {
            if (!seen.insert(stage.checklist[i].id.text()).second)
                m_faults.add(pointerTo(pointerTo(pointer, i), "id"), "an id that is taken already in this pipeline");
        }
    }

    void stage(const Stage &stage, const std::string &pointer)
    {
        const std::string required = pointerTo(pointer, "required_fields");
        for (std::size_t i = 0; i < stage.requiredFields.size(); ++i)
            demand(stage.requiredFields[i], pointerTo(required, i));
        references(stage.roles, m_playbook.roles, pointerTo(pointer, "roles"), "role");
        const std::string evidence = pointerTo(pointer, "evidence");
        for (std::size_t i = 0; i < stage.evidence.size(); ++i) {
            const std::string action = pointerTo(evidence, i);
            if (stage.evidence[i].kinds.empty())
                m_faults.add(action, "at least one kind of evidence");
            references(stage.evidence[i].kinds, m_playbook.evidenceKinds, pointerTo(action, "kinds"), "kind of evidence");
        }
    }

    void lexicon()
    {
        std::set<std::pair<std::string, domain::Signal>> seen;
        for (const auto &[name, signal] : domain::signalWords) {
            std::size_t index = 0;
            for (const auto &entry : m_playbook.lexicon) {
                if (entry.second != signal)
                    continue;
                if (!seen.insert(entry).second)
                    m_faults.add(pointerTo(pointerTo("/lexicon", name), index), "a word that is there already");
                ++index;
            }
        }
    }

    const Playbook &m_playbook;
    JsonFaults &m_faults;
};

} // namespace

void checkPlaybook(const Playbook &playbook, JsonFaults &faults)
{
    Check(playbook, faults).all();
}

} // namespace exchange
