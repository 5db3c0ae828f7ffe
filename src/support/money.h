// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace support {

/// An ISO-4217 currency code, as three capital letters.
class Currency {
public:
    /// Fails with BadCurrency unless `code` is that of a currency; the detail says what people mean who write RMB.
    [[nodiscard]] static Result<Currency> parse(std::string_view code);
    /// The code of a fact that was taken once: any three letters. Fails with BadCurrency on anything else.
    [[nodiscard]] static Result<Currency> fromLetters(std::string_view code);
    /// The currency whose `packed()` this was; only for values that came from `packed()`.
    [[nodiscard]] static Currency unpack(std::uint32_t packed);

    [[nodiscard]] std::string text() const { return {m_code.data(), m_code.size()}; }
    [[nodiscard]] std::uint32_t packed() const;
    /// Digits after the point of the major unit (ISO 4217): 2 for most, 0 for JPY, 3 for KWD, 4 for CLF.
    [[nodiscard]] int exponent() const;

    friend auto operator<=>(const Currency &, const Currency &) = default;

private:
    explicit Currency(std::array<char, 3> code) : m_code(code) {}

    std::array<char, 3> m_code;
};

/// An amount in minor units of one currency.
struct Money {
    std::int64_t minor;
    Currency currency;

    /// Reads a decimal in major units ("128000.50", "-3"). Fails with BadMoney on anything else, on more digits than the
    /// currency has, and past 64 bits.
    [[nodiscard]] static Result<Money> parse(std::string_view decimal, Currency currency);

    friend auto operator<=>(const Money &, const Money &) = default;
};

/// The decimal in major units that `Money::parse` reads back to the same value.
[[nodiscard]] std::string decimal(const Money &money);

/// The sum; fails with CurrencyMismatch between currencies and OutOfRange past 64 bits.
[[nodiscard]] Result<Money> add(const Money &a, const Money &b);

} // namespace support
