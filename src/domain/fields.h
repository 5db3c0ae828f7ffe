// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>

namespace domain {

/// When a fact of a type must say when it happened.
enum class Timing {
    Required, ///< `occurred_at` must be given
    Assumed,  ///< a description of a thing: without times it holds from when we learned it
};

/// One key of the interchange format and the member that holds it. A type lists all its members, in the order of their
/// declaration, so that a codec can build the value in one step and never sees it half made.
template <class Struct, class Member>
struct Field {
    using Owner = Struct;
    using Type = Member;
    std::string_view key;
    Member Struct::*member;

    constexpr Field(std::string_view name, Member Struct::*place) : key(name), member(place) {}
};

/// Calls `visit(field, value)` for every field of `object`.
template <class Struct, class Visit>
constexpr void eachField(const Struct &object, Visit &&visit)
{
    std::apply([&](const auto &...field) { (visit(field, object.*(field.member)), ...); }, Struct::fields());
}

} // namespace domain
