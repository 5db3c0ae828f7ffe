// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/resolver.h"

#include <algorithm>

namespace workbench {

TaskView Resolver::task(const domain::Task &task) const
{
    return {task.id.text(), task.kind, task.title.text(), personNamed(task.assignee.text()), task.due, task.state};
}

std::optional<TaskView> Resolver::taskOf(const domain::Rule &rule, const history::AsOf &view) const
{
    std::map<domain::SymbolKey, std::uint32_t> open; // the fact that says so, by task
    view.events([&](const history::Stamp &, const history::Event &event) {
        if (event.kind != domain::RowKind::Task)
            return;
        if (event.a == static_cast<std::uint32_t>(domain::TaskState::Open))
            open[event.object] = event.number;
        else
            open.erase(event.object);
    });
    std::optional<TaskView> last;
    std::uint32_t lastNumber = 0;
    for (const auto &[key, number] : open) {
        const auto record = m_workbench.read([&](const store::Workspace &file) { return file.read(number); });
        const auto *given = record ? std::get_if<domain::Task>(&record->fact()) : nullptr;
        if (given && given->rule == rule.id && number > lastNumber) {
            last = task(*given);
            lastNumber = number;
        }
    }
    return last;
}

std::optional<TaskView> Resolver::taskBeside(const engine::FlagRow &row, const history::AsOf &view) const
{
    if (row.state != engine::FlagState::Acknowledged)
        return std::nullopt;
    std::uint32_t decision = 0; // the fact's number: one step's facts follow one another, the task before the decision
    view.events([&](const history::Stamp &, const history::Event &event) {
        if (event.kind == domain::RowKind::FlagDecision && m_playbook.compiled->rules().find(event.object) == row.rule)
            decision = std::max(decision, event.number);
    });
    if (decision == 0)
        return std::nullopt;
    const auto before = m_workbench.read([&](const store::Workspace &file) { return file.read(decision - 1); });
    const auto *given = before ? std::get_if<domain::Task>(&before->fact()) : nullptr;
    const bool ofThisStep = given && before->occurredAt() == row.decided && given->rule == playbook().rules[row.rule].id;
    return ofThisStep ? std::optional(task(*given)) : std::nullopt;
}

} // namespace workbench
