// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/absences.h"

#include "engine/conditions.h"

#include <algorithm>

namespace engine {

namespace {

class Walk {
public:
    Walk(const CompiledPlaybook &playbook, const DealState &state) : m_playbook(playbook), m_state(state) {}

    /// `denied` under a group that asks for none of its parts.
    void visit(const domain::Condition &condition, bool denied)
    {
        std::visit([&](const auto &test) { look(test, denied); }, condition.test);
    }

    [[nodiscard]] Absences found() && { return std::move(m_found); }

private:
    void look(const domain::ConditionGroup &group, bool denied)
    {
        for (const domain::Condition &part : group.parts)
            visit(part, denied != (group.kind == domain::GroupKind::None));
    }

    void look(const domain::EvidenceTest &test, bool denied)
    {
        if (asksForAbsence(test, denied))
            m_found.evidence.push_back(test.kinds);
    }

    void look(const domain::FieldTest &test, bool denied)
    {
        // A field that holds another value than the one in question lacks nothing.
        if (test.value.empty() && asksForAbsence(test, denied))
            add(test.field);
    }

    void look(const domain::MeasureTest &test, bool denied)
    {
        const auto &bid = m_playbook.playbook().bidField;
        if (test.measure != domain::Measure::TenderUnmatched || denied || !bid)
            return;
        const auto slot = m_playbook.bidSlot();
        if (m_state.talk.tender && slot && !m_state.fields[*slot].filled)
            add(*bid);
    }

    static void look(const domain::StageTest &, bool) {}
    static void look(const domain::QuadrantTest &, bool) {}

    template <class Test>
    [[nodiscard]] bool asksForAbsence(const Test &test, bool denied) const
    {
        const bool holds = CompiledCondition({test}, m_playbook).isRecorded(m_state);
        return test.present == denied && holds != denied;
    }

    void add(const domain::FieldId &field)
    {
        if (std::ranges::find(m_found.fields, field) == m_found.fields.end())
            m_found.fields.push_back(field);
    }

    const CompiledPlaybook &m_playbook;
    const DealState &m_state;
    Absences m_found;
};

} // namespace

Absences absences(const domain::Condition &condition, const CompiledPlaybook &playbook, const DealState &state)
{
    Walk walk(playbook, state);
    walk.visit(condition, false);
    return std::move(walk).found();
}

} // namespace engine
