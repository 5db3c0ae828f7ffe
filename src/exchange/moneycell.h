// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/money.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace exchange {

/// Which sign separates the fraction; the other one groups the digits.
enum class DecimalSign : std::uint8_t { Point, Comma };

/// An amount as a cell holds it.
struct MoneyCell {
    std::string decimal;                       ///< plain: "22700.00", "-1200"
    std::optional<support::Currency> currency; ///< as the cell says by sign, word or code

    friend bool operator==(const MoneyCell &, const MoneyCell &) = default;
};

/// Reads "$22,700.00", "1.234,56", "¥1,234.50", 12.5万, 3亿, "(1,200)", "USD 1 200", "$342.09K", 1200元, 100美元, "1.5E+06". ¥
/// and 元 alone are CNY; spaces and apostrophes may be those of a typesetter. `zeros` are added to the number. Fails with
/// BadMoney.
[[nodiscard]] support::Result<MoneyCell> parseMoneyCell(std::string_view cell, DecimalSign sign, int zeros = 0);

/// The currency that the whole of `cell` names: by its code, a sign or a word as "RMB", "人民币", "¥", "US$".
[[nodiscard]] std::optional<support::Currency> currencyNamed(std::string_view cell);

/// Whether `cell` holds a number and names neither a unit nor a currency.
[[nodiscard]] bool isPlainNumber(std::string_view cell);

/// What a header says of plain numbers below it.
struct HeaderUnit {
    bool tenThousands = false;                 ///< "金额(万元)", "(万)", "万美元"
    std::optional<support::Currency> currency; ///< behind the 万; 元 there names none, as any may be meant
};
[[nodiscard]] HeaderUnit unitIn(std::string_view header);

/// A plain decimal with at most `digits` behind the point; halves are rounded away from zero.
[[nodiscard]] std::string roundedTo(std::string_view decimal, int digits);

/// Learns from all the cells of a column which sign separates fractions and which currencies it names.
class MoneyColumn {
public:
    void learn(std::string_view cell);

    [[nodiscard]] std::uint64_t cells() const { return m_cells; }
    [[nodiscard]] std::uint64_t amounts() const { return m_amounts; }
    /// The sign that the cells prove, or nothing.
    [[nodiscard]] std::optional<DecimalSign> provenSign() const;
    /// True when some amount reads differently under the two signs ("1.234") and no cell proves one.
    [[nodiscard]] bool ambiguous() const { return m_different > 0 && !provenSign(); }
    /// Codes of the currencies that cells name.
    [[nodiscard]] const std::set<std::string> &currencies() const { return m_currencies; }
    [[nodiscard]] const std::string &example() const { return m_example; }

private:
    std::uint64_t m_cells = 0;
    std::uint64_t m_amounts = 0;
    std::uint64_t m_onlyPoint = 0;
    std::uint64_t m_onlyComma = 0;
    std::uint64_t m_different = 0;
    std::set<std::string> m_currencies;
    std::string m_example;
};

} // namespace exchange
