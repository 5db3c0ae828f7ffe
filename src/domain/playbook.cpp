// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/playbook.h"

#include <algorithm>

namespace domain {

namespace {

template <class T, class Id>
const T *byId(const std::vector<T> &list, const Id &id)
{
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Choice *FieldDefinition::choice(std::string_view value) const
{
    const auto found = std::ranges::find(choices, value, [](const Choice &choice) { return choice.id.text(); });
    return found == choices.end() ? nullptr : &*found;
}

const Pipeline *Playbook::pipeline(const PipelineId &pipeline) const
{
    return byId(pipelines, pipeline);
}

const Rule *Playbook::rule(const RuleId &rule) const
{
    return byId(rules, rule);
}

const FieldDefinition *Playbook::field(const FieldId &field) const
{
    return byId(fields, field);
}

} // namespace domain
