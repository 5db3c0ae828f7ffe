// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/fields.h"
#include "domain/record.h"
#include "domain/valuetext.h"

#include <array>
#include <utility>

namespace domain {

// Building a fact from the texts of its fields: what the canonical bytes and JSON Lines have in common.

template <class T>
struct OptionalOf : std::false_type {};
template <class T>
struct OptionalOf<std::optional<T>> : std::true_type {
    using Value = T;
};
template <class T>
struct ClearableOf : std::false_type {};
template <class T>
struct ClearableOf<Clearable<T>> : std::true_type {
    using Value = T;
};

/// Builds a `Struct` by asking `read.template operator()<T>(key)` for the value of each field, in order; the first failure ends
/// it. The reader returns Result<T>, with T the member's own type, optional and clearable included.
template <class Struct, class Read>
[[nodiscard]] support::Result<Struct> build(Read &&read)
{
    constexpr auto fields = Struct::fields();
    support::Error error{};
    const auto one = [&]<class F>(const F &field) -> std::optional<typename F::Type> {
        if (!error.detail.empty())
            return std::nullopt;
        support::Result<typename F::Type> value = read.template operator()<typename F::Type>(field.key);
        if (!value) {
            error = std::move(value.error());
            return std::nullopt;
        }
        return *std::move(value);
    };
    // A braced list is evaluated from left to right, which keeps "the first failure" true.
    auto values = std::apply(
        [&]<class... F>(const F &...field) { return std::tuple<std::optional<typename F::Type>...>{one(field)...}; }, fields);
    if (!error.detail.empty())
        return tl::unexpected(std::move(error));
    return std::apply([](auto &...value) { return Struct{*std::move(value)...}; }, values);
}

} // namespace domain
