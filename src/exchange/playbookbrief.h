// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"

namespace exchange {

// Parts of a playbook that are an id alone as long as nothing else is said of them.

/// The part of which nothing but `id` is said.
template <class T>
[[nodiscard]] T inBrief(decltype(T::id) id)
{
    return T{.id = std::move(id)};
}

/// A choice that has no name of its own is called what facts call it.
template <>
[[nodiscard]] inline domain::Choice inBrief<domain::Choice>(domain::Name id)
{
    domain::Label name{id.text(), id.text()};
    return {std::move(id), std::move(name)};
}

[[nodiscard]] inline bool isBrief(const domain::Choice &choice)
{
    return choice.name == domain::Label{choice.id.text(), choice.id.text()};
}

[[nodiscard]] inline bool isBrief(const domain::FieldDemand &demand)
{
    return demand.values.empty();
}

} // namespace exchange
