// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/moneycell.h"

#include "exchange/textcell.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace exchange {

using support::Currency;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

struct Word {
    std::string_view text;
    std::string_view currency;
};

/// Signs and words for currencies, longest first where one starts another; compared in lower case.
constexpr std::array<Word, 26> currencyWords{
    {{"us$", "USD"},      {"hk$", "HKD"},        {"nt$", "TWD"},          {"a$", "AUD"},   {"c$", "CAD"},
     {"r$", "BRL"},       {"cn\xC2\xA5", "CNY"}, {"美元", "USD"},         {"美金", "USD"}, {"欧元", "EUR"},
     {"英镑", "GBP"},     {"港元", "HKD"},       {"港币", "HKD"},         {"日元", "JPY"}, {"韩元", "KRW"},
     {"澳元", "AUD"},     {"加元", "CAD"},       {"新台币", "TWD"},       {"$", "USD"},    {"\xE2\x82\xAC", "EUR"},
     {"\xC2\xA3", "GBP"}, {"\xC2\xA5", "CNY"},   {"\xE2\x82\xB9", "INR"}, {"rmb", "CNY"},  {"人民币", "CNY"},
     {"元", "CNY"}}};

struct Unit {
    std::string_view text;
    int zeros;
};

/// 千万 and 百万 end in 万: they are tried before it.
constexpr std::array<Unit, 8> units{{{"亿", 8}, {"百万", 6}, {"千万", 7}, {"万", 4}, {"千", 3}, {"bn", 9}, {"k", 3}, {"m", 6}}};

struct Sign {
    std::string_view written;
    char plain;
};

/// What spreadsheets and web pages write between groups and before negative amounts, and what it stands for.
constexpr std::array<Sign, 8> typographicSigns{{{"\xC2\xA0", ' '},       // no-break space
                                                {"\xE2\x80\xAF", ' '},   // narrow no-break space
                                                {"\xE2\x80\x89", ' '},   // thin space
                                                {"\xE2\x80\x87", ' '},   // figure space
                                                {"\xE2\x80\x99", '\''},  // right quotation mark
                                                {"\xCA\xBC", '\''},      // letter apostrophe
                                                {"\xC2\xB4", '\''},      // acute accent
                                                {"\xE2\x88\x92", '-'}}}; // minus

std::string plainSigns(std::string text)
{
    for (const Sign &sign : typographicSigns) {
        for (std::size_t at = text.find(sign.written); at != std::string::npos; at = text.find(sign.written, at + 1))
            text.replace(at, sign.written.size(), 1, sign.plain);
    }
    return text;
}

bool takeStart(std::string_view &text, std::string_view word)
{
    const bool found = text.starts_with(word);
    if (found)
        text = support::trimmed(text.substr(word.size()));
    return found;
}

bool takeEnd(std::string_view &text, std::string_view word)
{
    const bool found = text.ends_with(word);
    if (found)
        text = support::trimmed(text.substr(0, text.size() - word.size()));
    return found;
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// A three-letter code at either end, if letters do not go on.
std::optional<Currency> takeCode(std::string_view &text)
{
    const auto code = [](std::string_view letters) -> std::optional<Currency> {
        const bool all = letters.size() == 3 && std::ranges::all_of(letters, isLetter);
        const auto parsed = all ? Currency::parse(letters) : failure(ErrorCode::BadCurrency, letters, "not a code");
        return parsed ? std::optional(*parsed) : std::nullopt;
    };
    if (text.size() <= 3)
        return std::nullopt;
    if (const auto front = code(text.substr(0, 3)); front && !isLetter(text[3])) {
        text = support::trimmed(text.substr(3));
        return front;
    }
    if (const auto back = code(text.substr(text.size() - 3)); back && !isLetter(text[text.size() - 4])) {
        text = support::trimmed(text.substr(0, text.size() - 3));
        return back;
    }
    return std::nullopt;
}

std::optional<Currency> takeCurrency(std::string_view &text)
{
    for (const Word &word : currencyWords) {
        if (takeStart(text, word.text) || takeEnd(text, word.text))
            return *Currency::parse(word.currency);
    }
    return takeCode(text);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Drops the grouping signs of `digits` if they group: inner groups of two (12,34,567), three or four digits (1,2345), the last
/// of three or four.
std::optional<std::string> ungrouped(std::string_view digits, char group)
{
    std::string plain;
    std::size_t inGroup = 0;
    std::size_t groups = 0;
    for (const char c : digits) {
        if (isDigit(c)) {
            plain += c;
            ++inGroup;
            continue;
        }
        const bool separates = c == group || c == ' ' || c == '\'';
        const bool ends = groups == 0 ? inGroup > 0 : inGroup >= 2 && inGroup <= 4;
        if (!separates || !ends)
            return std::nullopt;
        ++groups;
        inGroup = 0;
    }
    const bool closed = groups == 0 || inGroup == 3 || inGroup == 4;
    return closed && !plain.empty() ? std::optional(plain) : std::nullopt;
}

/// Moves the point of whole.fraction `zeros` places to the right, or to the left where they are below zero.
std::string shifted(std::string whole, std::string fraction, int zeros)
{
    for (int i = 0; i < zeros; ++i) {
        whole += fraction.empty() ? '0' : fraction.front();
        if (!fraction.empty())
            fraction.erase(0, 1);
    }
    for (int i = 0; i > zeros; --i) {
        fraction.insert(0, 1, whole.back());
        whole.pop_back();
        if (whole.empty())
            whole = "0";
    }
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    return fraction.empty() ? whole : whole + '.' + fraction;
}

std::optional<std::string> plainDecimal(std::string_view text, DecimalSign sign, int zeros)
{
    const char point = sign == DecimalSign::Point ? '.' : ',';
    const char group = sign == DecimalSign::Point ? ',' : '.';
    const std::size_t at = text.rfind(point);
    const std::string_view whole = text.substr(0, at);
    const std::string_view fraction = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    const bool digitsOnly = std::ranges::all_of(fraction, isDigit);
    const auto plain = whole.empty() && !fraction.empty() ? std::optional<std::string>("0") : ungrouped(whole, group);
    if (!digitsOnly || !plain)
        return std::nullopt;
    return shifted(*plain, std::string(fraction), zeros);
}

/// The exponent at the end of a computed number ("1.5e+06"), which has no groups.
int takeExponent(std::string_view &text)
{
    const std::size_t at = text.find('e');
    if (at == 0 || at == std::string_view::npos || !isDigit(text[at - 1]) || text.find_first_of(" '") < at)
        return 0;
    std::string_view digits = text.substr(at + 1);
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 2 || !std::ranges::all_of(digits, isDigit))
        return 0;
    text = text.substr(0, at);
    const int exponent = std::atoi(std::string(digits).c_str());
    return negative ? -exponent : exponent;
}

int takeUnit(std::string_view &text)
{
    for (const Unit &unit : units) {
        if (takeEnd(text, unit.text))
            return unit.zeros;
    }
    return 0;
}

} // namespace

Result<MoneyCell> parseMoneyCell(std::string_view cell, DecimalSign sign, int zeros)
{
    const std::string folded = plainSigns(foldCase(cell));
    std::string_view text = support::trimmed(folded);
    const bool bracketed = text.starts_with('(') && text.ends_with(')');
    if (bracketed)
        text = support::trimmed(text.substr(1, text.size() - 2));
    bool negative = takeStart(text, "-") || bracketed;
    auto currency = takeCurrency(text);
    const int unit = takeUnit(text);
    if (!currency)
        currency = takeCurrency(text);
    negative = negative || takeStart(text, "-") || takeEnd(text, "-");
    takeStart(text, "+");
    const int exponent = takeExponent(text);
    const auto decimal = plainDecimal(text, sign, zeros + unit + exponent);
    if (!decimal)
        return failure(ErrorCode::BadMoney, cell.substr(0, 40), "not an amount");
    const bool zero = decimal->find_first_not_of("0.") == std::string::npos;
    return MoneyCell{(negative && !zero ? "-" : "") + *decimal, currency};
}

std::optional<Currency> currencyNamed(std::string_view cell)
{
    const std::string folded = plainSigns(foldCase(cell));
    const std::string_view text = support::trimmed(folded);
    const auto word = std::ranges::find(currencyWords, text, &Word::text);
    const auto currency = Currency::parse(word == currencyWords.end() ? text : word->currency);
    return currency ? std::optional(*currency) : std::nullopt;
}

bool isPlainNumber(std::string_view cell)
{
    return plainSigns(foldCase(cell)).find_first_not_of("0123456789.,-+ 'e()") == std::string::npos;
}

HeaderUnit unitIn(std::string_view header)
{
    const std::string folded = foldCase(header);
    for (const Word &word : currencyWords) {
        if (folded.find("万" + std::string(word.text)) != std::string::npos)
            return {true, word.text == "元" ? std::nullopt : std::optional(*Currency::parse(word.currency))};
    }
    return {folded.find("(万)") != std::string::npos || folded.find("（万）") != std::string::npos, std::nullopt};
}

std::string roundedTo(std::string_view decimal, int digits)
{
    const bool negative = decimal.starts_with('-');
    const std::string_view number = decimal.substr(negative ? 1 : 0);
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string_view fraction = number.substr(std::min(point + 1, number.size()));
    const auto kept = static_cast<std::size_t>(std::max(digits, 0));
    if (fraction.size() <= kept)
        return std::string(decimal);
    std::string rounded = '0' + std::string(number.substr(0, point)) + std::string(fraction.substr(0, kept));
    if (fraction[kept] >= '5') {
        std::size_t at = rounded.size() - 1;
        for (; rounded[at] == '9'; --at)
            rounded[at] = '0';
        ++rounded[at];
    }
    std::string whole = rounded.substr(0, rounded.size() - kept);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    const std::string cents = rounded.substr(rounded.size() - kept);
    const bool zero = (whole + cents).find_first_not_of('0') == std::string::npos;
    return (negative && !zero ? "-" : "") + whole + (cents.empty() ? "" : '.' + cents);
}

void MoneyColumn::learn(std::string_view cell)
{
    ++m_cells;
    const auto point = parseMoneyCell(cell, DecimalSign::Point);
    const auto comma = parseMoneyCell(cell, DecimalSign::Comma);
    if (!point && !comma)
        return;
    ++m_amounts;
    if (const auto &currency = point ? point->currency : comma->currency)
        m_currencies.insert(currency->text());
    if (point && !comma)
        ++m_onlyPoint;
    if (comma && !point)
        ++m_onlyComma;
    // Amounts have no thousandths, so "1,234" is grouped; but "1.234" may be a German thousand or a computed figure.
    const bool differs = point && comma && point->decimal != comma->decimal && cell.find('.') != std::string_view::npos;
    if (differs && m_different++ == 0)
        m_example = std::string(cell);
}

std::optional<DecimalSign> MoneyColumn::provenSign() const
{
    if (m_onlyPoint > m_onlyComma)
        return DecimalSign::Point;
    if (m_onlyComma > m_onlyPoint)
        return DecimalSign::Comma;
    return std::nullopt;
}

} // namespace exchange
