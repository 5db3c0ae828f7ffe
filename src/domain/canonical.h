// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// The content of a fact, times left out, as bytes: equal facts have equal bytes, in every version of the program. Fields
/// are written by their position, absent ones not at all, so that a type may grow at its end without changing old bytes.
[[nodiscard]] std::string canonicalBytes(const Fact &fact, const Extras &extras);

/// Reads what `canonicalBytes` wrote and gives it `times`. Fails with BadSyntax on damaged bytes, UnknownType on a type of
/// a newer program, and as `Record::make` does.
[[nodiscard]] support::Result<Record> fromCanonicalBytes(std::string_view bytes, Times times);

/// What makes a fact the same fact when it is seen again. A thing (anything with an id; a target by its subject and period)
/// is recognised by that alone: other content is a new version of it. Everything else is its content, and an event is its
/// content and its times.
[[nodiscard]] std::string identityBytes(const Record &record);

/// The identity of the activity with this id, whatever is said about it.
[[nodiscard]] std::string activityIdentity(std::string_view id);

/// The identities of things of every type that has ids, were they called `id`.
[[nodiscard]] std::vector<std::string> thingIdentities(std::string_view id);

/// True when facts of this type are versions of one thing: the newest recorded one holds.
[[nodiscard]] bool isVersioned(const Fact &fact);

} // namespace domain
