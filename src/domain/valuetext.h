// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/values.h"
#include "domain/words.h"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace domain {

// Every value of a fact as one canonical text, and back: `fromText<T>(valueText(v)) == v`. Two equal values have one text, so
// texts can be compared and hashed. JSON Lines and the canonical bytes are both made of these.

template <class T>
concept ParsedText = requires(std::string_view text, const T &value)
{
    {
        T::parse(text)
        } -> std::same_as<support::Result<T>>;
    {value.text()};
};

template <class T>
concept NumberValue = requires(T value)
{
    {
        T::of(value.value())
        } -> std::same_as<support::Result<T>>;
};

[[nodiscard]] std::string numberText(double number);
[[nodiscard]] std::string numberText(std::int64_t number);
[[nodiscard]] support::Result<double> parseDouble(std::string_view text);
[[nodiscard]] support::Result<std::int64_t> parseInteger(std::string_view text);
[[nodiscard]] support::Result<Measures> parseMeasures(std::string_view text);
[[nodiscard]] support::Result<Tags> parseTags(std::string_view text);

[[nodiscard]] inline std::string valueText(bool value)
{
    return value ? "true" : "false";
}
[[nodiscard]] inline std::string valueText(support::Instant value)
{
    return support::toText(value);
}
[[nodiscard]] inline std::string valueText(support::Date value)
{
    return support::toText(value);
}
[[nodiscard]] inline std::string valueText(const Sha256 &value)
{
    return value.hex();
}
[[nodiscard]] inline std::string valueText(const Json &value)
{
    return value.text;
}
[[nodiscard]] std::string valueText(const Measures &value);
[[nodiscard]] std::string valueText(const Tags &value);

template <ParsedText T>
[[nodiscard]] std::string valueText(const T &value)
{
    return std::string(value.text());
}

template <NumberValue T>
[[nodiscard]] std::string valueText(const T &value)
{
    return numberText(value.value());
}

template <class E>
    requires std::is_enum_v<E>
[[nodiscard]] std::string valueText(E value)
{
    return std::string(word(value));
}

/// Reads what `valueText` wrote. Fails with the error of the value's own type, or BadChoice for a word that is not in the list.
template <class T>
[[nodiscard]] support::Result<T> fromText(std::string_view text)
{
    if constexpr (ParsedText<T>) {
        return T::parse(text);
    } else if constexpr (std::is_same_v<T, Sha256>) {
        return Sha256::parse(text);
    } else if constexpr (std::is_same_v<T, bool>) {
        if (text == "true" || text == "false")
            return text == "true";
        return support::failure(support::ErrorCode::BadChoice, text, "true or false");
    } else if constexpr (std::is_enum_v<T>) {
        if (const auto value = fromWord<T>(text))
            return *value;
        return support::failure(support::ErrorCode::BadChoice, text, "a word that is not in the list");
    } else if constexpr (std::is_same_v<T, support::Instant>) {
        return support::parseInstant(text);
    } else if constexpr (std::is_same_v<T, support::Date>) {
        return support::parseDate(text);
    } else if constexpr (std::is_same_v<T, Measures>) {
        return parseMeasures(text);
    } else if constexpr (std::is_same_v<T, Tags>) {
        return parseTags(text);
    } else if constexpr (std::is_same_v<T, Json>) {
        return Json{std::string(text)};
    } else if constexpr (std::is_same_v<decltype(std::declval<T>().value()), double>) {
        return parseDouble(text).and_then([](double number) { return T::of(number); });
    } else {
        return parseInteger(text).and_then([](std::int64_t number) { return T::of(number); });
    }
}

} // namespace domain
