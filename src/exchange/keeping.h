// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/things.h"

namespace exchange {

/// What a row says of a thing: its description and the fields that are kept beside it.
template <class T>
struct Description {
    T thing;
    domain::Extras extras = {};
};

/// What describes the thing `id` in the workspace; nothing where nothing does.
template <class T>
[[nodiscard]] std::optional<domain::Record> knownAs(const ImportContext &context, const std::string &id)
{
    return context.describing && !id.empty() ? context.describing(T::type, id) : std::nullopt;
}

/// What a row says of a thing that the workspace knows. A table says nothing of what it has no column for: that stays as it is
/// there, fields and custom fields. An empty cell of a column that is there clears. A name that is only made of an id never takes
/// the place of one. For customers, contacts, people, products and leads.
template <class T>
[[nodiscard]] Description<T> withKept(const ImportContext &context, const Cells &cells, Description<T> said);

/// The custom fields `said` by a row, with those of `before` for which its table has no column.
[[nodiscard]] domain::Extras keptExtras(const Cells &cells, domain::Extras said, const domain::Record &before);

} // namespace exchange
