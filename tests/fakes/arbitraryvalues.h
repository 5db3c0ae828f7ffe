// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/build.h"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>

namespace fakes {

// Any value that a fact may hold, for property tests. Ids come from a small pool, so that facts meet; texts carry what breaks
// parsers; times lie in 2000 to 2100.

template <class T>
T any();

/// A number from `from` up to and including `to`.
inline std::int64_t anyNumber(std::int64_t from, std::int64_t to)
{
    // At its full size from the first case on: the kinds of facts are numbers too, and all of them matter.
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(from, to + 1));
}

inline bool anyTruth()
{
    return *rc::gen::arbitrary<bool>();
}

inline std::string anyLine()
{
    static const std::vector<std::string> pieces{"a", "Z9", "客户", "报价单", " ", "\"",     "\\", "/", "é",
                                                 "😀", "{",  "]",    ",",      "'", "\u2028", "%",  "=", "-"};
    std::string text = "x";
    for (std::int64_t n = anyNumber(0, 6); n > 0; --n)
        text += pieces[static_cast<std::size_t>(anyNumber(0, std::int64_t(pieces.size()) - 1))];
    return text + "y";
}

inline std::string anyText()
{
    static const std::vector<std::string> ends{"", "\n", "\r\n第二行", "\t", "\x01\x1f", " "};
    return *rc::gen::weightedElement<std::string>({{1, ""}, {6, anyLine()}}) + *rc::gen::elementOf(ends);
}

inline std::string anyDecimal()
{
    const std::string sign = anyNumber(0, 9) == 0 ? "-" : "";
    return sign + std::to_string(anyNumber(0, 1'000'000'000)) + '.' + std::to_string(anyNumber(0, 99));
}

inline domain::Measures anyMeasures()
{
    domain::Measures measures;
    for (const std::string name : {"dwell_s", "downloads", "页面"}) {
        if (anyTruth())
            measures.emplace_back(*domain::Name::parse(name), static_cast<double>(anyNumber(-1'000'000, 1'000'000)) / 64);
    }
    std::ranges::sort(measures);
    return measures;
}

inline domain::Json anyJson()
{
    static const std::vector<std::string> values{"null",
                                                 "true",
                                                 "-12.50",
                                                 "1e300",
                                                 "\"\"",
                                                 "\"值 \\\" \\\\\"",
                                                 "[]",
                                                 "{}",
                                                 "[1,{\"a\":[null]}]",
                                                 "{\"k\":\"a b\",\"深\":{\"x\":1.0}}"};
    return {*rc::gen::elementOf(values)};
}

inline domain::Sha256 anyHash()
{
    std::string hex(64, '0');
    for (char &digit : hex)
        digit = "0123456789abcdef"[anyNumber(0, 15)];
    return *domain::Sha256::parse(hex);
}

template <class T>
struct IsBounded : std::false_type {};
template <std::int64_t Min, std::int64_t Max>
struct IsBounded<domain::Bounded<Min, Max>> : std::true_type {
    static domain::Bounded<Min, Max> any() { return *domain::Bounded<Min, Max>::of(anyNumber(Min, Max)); }
};
template <class T>
struct IsDegrees : std::false_type {};
template <int Max>
struct IsDegrees<domain::Degrees<Max>> : std::true_type {
    static domain::Degrees<Max> any()
    {
        return *domain::Degrees<Max>::of(static_cast<double>(anyNumber(-Max * 1000, Max * 1000)) / 1000);
    }
};
template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<support::Id<Tag>> : std::true_type {
    static support::Id<Tag> any()
    {
        return *support::Id<Tag>::parse(*rc::gen::elementOf(std::vector<std::string>{"", "号 ", "\""})
                                        + std::to_string(anyNumber(1, 12)));
    }
};

/// A value of any type that a field may have.
template <class T>
T any()
{
    if constexpr (domain::OptionalOf<T>::value)
        return anyTruth() ? T(any<typename domain::OptionalOf<T>::Value>()) : T();
    else if constexpr (domain::ClearableOf<T>::value)
        return T{any<std::optional<typename domain::ClearableOf<T>::Value>>()};
    else if constexpr (IsId<T>::value || IsBounded<T>::value || IsDegrees<T>::value)
        return std::conditional_t<IsId<T>::value, IsId<T>,
                                  std::conditional_t<IsBounded<T>::value, IsBounded<T>, IsDegrees<T>>>::any();
    else if constexpr (std::is_same_v<T, bool>)
        return anyTruth();
    else if constexpr (std::is_enum_v<T>)
        return static_cast<T>(anyNumber(0, std::int64_t(domain::Words<T>::list.size()) - 1));
    else if constexpr (std::is_same_v<T, domain::Name>)
        return *domain::Name::parse(anyLine());
    else if constexpr (std::is_same_v<T, domain::Text>)
        return *domain::Text::parse(anyText());
    else if constexpr (std::is_same_v<T, domain::Decimal>)
        return *domain::Decimal::parse(anyDecimal());
    else if constexpr (std::is_same_v<T, domain::Sha256>)
        return anyHash();
    else if constexpr (std::is_same_v<T, domain::Period>)
        return *domain::Period::parse(*rc::gen::elementOf(std::vector<std::string>{"2026", "2025-Q3", "2026-02"}));
    else if constexpr (std::is_same_v<T, domain::Measures>)
        return anyMeasures();
    else if constexpr (std::is_same_v<T, domain::Tags>)
        return T(static_cast<std::size_t>(anyNumber(0, 3)), *domain::Name::parse(anyLine()));
    else if constexpr (std::is_same_v<T, domain::Json>)
        return anyJson();
    else if constexpr (std::is_same_v<T, support::Currency>)
        return *support::Currency::parse(*rc::gen::elementOf(std::vector<std::string>{"CNY", "USD", "EUR", "KWD"}));
    else if constexpr (std::is_same_v<T, support::Date>)
        return T{static_cast<std::int32_t>(anyNumber(10'957, 47'482))};
    else
        return T{anyNumber(946'684'800'000'000, 4'102'444'800'000'000)};
}

} // namespace fakes
