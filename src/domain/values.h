// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/civil.h"
#include "support/error.h"
#include "support/money.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain {

/// What people call something: 1 to 500 bytes of UTF-8 on one line, without surrounding space.
class Name {
public:
    static constexpr std::size_t maxBytes = 500;

    [[nodiscard]] static support::Result<Name> parse(std::string_view text);
    [[nodiscard]] const std::string &text() const { return m_text; }
    friend auto operator<=>(const Name &, const Name &) = default;

private:
    explicit Name(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

/// Free text of any number of lines, possibly empty: UTF-8 of at most 128 KiB.
class Text {
public:
    static constexpr std::size_t maxBytes = 128 * 1024;

    [[nodiscard]] static support::Result<Text> parse(std::string_view text);
    [[nodiscard]] const std::string &text() const { return m_text; }
    friend auto operator<=>(const Text &, const Text &) = default;

private:
    explicit Text(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

/// A decimal number as it was written, in one canonical spelling ("128000.5"): at most 18 digits, 6 of them after the point.
class Decimal {
public:
    [[nodiscard]] static support::Result<Decimal> parse(std::string_view text);
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// The amount in `currency`; fails with BadMoney where the currency has no unit so small.
    [[nodiscard]] support::Result<support::Money> in(support::Currency currency) const;
    friend auto operator<=>(const Decimal &, const Decimal &) = default;

private:
    explicit Decimal(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

/// The SHA-256 of a file.
class Sha256 {
public:
    /// Reads 64 hexadecimal digits.
    [[nodiscard]] static support::Result<Sha256> parse(std::string_view hex);
    [[nodiscard]] std::string hex() const;
    [[nodiscard]] const std::array<std::uint8_t, 32> &bytes() const { return m_bytes; }
    friend auto operator<=>(const Sha256 &, const Sha256 &) = default;

private:
    explicit Sha256(std::array<std::uint8_t, 32> bytes) : m_bytes(bytes) {}
    std::array<std::uint8_t, 32> m_bytes;
};

/// A whole number between two bounds that are part of its type.
template <std::int64_t Min, std::int64_t Max>
class Bounded {
public:
    [[nodiscard]] static support::Result<Bounded> of(std::int64_t value)
    {
        if (value < Min || value > Max)
            return support::failure(support::ErrorCode::OutOfRange, std::to_string(value), "a number out of its range");
        return Bounded(value);
    }
    [[nodiscard]] std::int64_t value() const { return m_value; }
    friend auto operator<=>(const Bounded &, const Bounded &) = default;

private:
    explicit Bounded(std::int64_t value) : m_value(value) {}
    std::int64_t m_value;
};

using Score = Bounded<0, 100>;
using Seconds = Bounded<0, 100 * 366 * 86'400LL>;
using Bytes = Bounded<0, (1LL << 50)>;

/// Degrees of latitude or longitude, within ±`Max`.
template <int Max>
class Degrees {
public:
    [[nodiscard]] static support::Result<Degrees> of(double value)
    {
        if (!(value >= -Max && value <= Max))
            return support::failure(support::ErrorCode::OutOfRange, std::to_string(value), "degrees out of range");
        return Degrees(value);
    }
    [[nodiscard]] double value() const { return m_value; }
    friend auto operator<=>(const Degrees &, const Degrees &) = default;

private:
    explicit Degrees(double value) : m_value(value) {}
    double m_value;
};

using Latitude = Degrees<90>;
using Longitude = Degrees<180>;

/// A calendar month ("2026-03"), quarter ("2026-Q1") or year ("2026").
class Period {
public:
    [[nodiscard]] static support::Result<Period> parse(std::string_view text);
    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] support::Date first() const { return m_first; }
    /// The day after the last one.
    [[nodiscard]] support::Date end() const { return m_end; }
    friend auto operator<=>(const Period &, const Period &) = default;

private:
    Period(std::string text, support::Date first, support::Date end) : m_text(std::move(text)), m_first(first), m_end(end) {}
    std::string m_text;
    support::Date m_first;
    support::Date m_end;
};

/// Numbers under names (a lead's behaviour), sorted by name.
using Measures = std::vector<std::pair<Name, double>>;
using Tags = std::vector<Name>;

/// A JSON value that we keep and pass on without looking inside, in compact spelling.
struct Json {
    std::string text;
    friend auto operator<=>(const Json &, const Json &) = default;
};

/// A value that must be said, where saying "none" takes it away.
template <class T>
struct Clearable {
    std::optional<T> value;
    friend auto operator<=>(const Clearable &, const Clearable &) = default;
};

} // namespace domain
