// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace support {

namespace {

constexpr std::uint32_t pack(std::string_view code)
{
    const auto byte = [code](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(code[i])); };
    return byte(0) << 16U | byte(1) << 8U | byte(2);
}

template <std::size_t count>
constexpr std::array<std::uint32_t, count> packed(const std::array<std::string_view, count> &codes)
{
    std::array<std::uint32_t, count> numbers{};
    std::ranges::transform(codes, numbers.begin(), pack);
    return numbers;
}

// In the order of the alphabet, in which they are searched.

/// The codes of ISO 4217 that money is counted in: those in force, with the units of account that contracts name, and those that
/// went out of force since 2015, which records of those years still bear. Metals, XTS and XXX are no money.
constexpr auto known = packed<179>(
    {"AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND",
     "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BYR", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CLF", "CLP", "CNY", "COP",
     "COU", "CRC", "CUC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL",
     "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
     "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LVL",
     "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRO", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD",
     "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF",
     "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SLL", "SOS", "SRD", "SSP", "STD", "STN", "SVC", "SYP", "SZL", "THB",
     "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VED", "VEF",
     "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XDR", "XOF", "XPF", "XSU", "XUA", "YER", "ZAR", "ZMW", "ZWG", "ZWL"});
constexpr auto withoutMinorUnit = packed<17>(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"});
constexpr auto withThreeDigits = packed<7>({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"});
constexpr auto withFourDigits = packed<2>({"CLF", "UYW"}); // units of account: nobody pays with them, but contracts name them
static_assert(std::ranges::is_sorted(known));
static_assert(std::ranges::includes(known, withoutMinorUnit) && std::ranges::includes(known, withThreeDigits)
              && std::ranges::includes(known, withFourDigits));

/// What people write for a code that it is not, with the code.
struct Mistaken {
    std::string_view written;
    std::string_view code;
};
constexpr std::array<Mistaken, 4> mistaken{{{"RMB", "CNY"}, {"CNH", "CNY"}, {"NTD", "TWD"}, {"UKP", "GBP"}}};

/// Why the three letters `code` are no currency.
std::string unknownCode(std::string_view code)
{
    const auto found = std::ranges::find(mistaken, code, &Mistaken::written);
    return found == mistaken.end() ? "ISO 4217 has no such code of a currency in use"
                                   : fmt::format("{} is written {}", found->written, found->code);
}

} // namespace

Result<Currency> Currency::parse(std::string_view code)
{
    const auto letters = fromLetters(code);
    if (letters && !std::ranges::binary_search(known, letters->packed()))
        return failure(ErrorCode::BadCurrency, code, unknownCode(letters->text()));
    return letters;
}

Result<Currency> Currency::fromLetters(std::string_view code)
{
    if (code.size() != 3)
        return failure(ErrorCode::BadCurrency, code, "a currency is three letters, as CNY");
    std::array<char, 3> letters{};
    for (std::size_t i = 0; i < 3; ++i) {
        const char c = code[i];
        const bool lower = c >= 'a' && c <= 'z';
        if (!lower && !(c >= 'A' && c <= 'Z'))
            return failure(ErrorCode::BadCurrency, code, "a currency is three letters, as CNY");
        letters[i] = static_cast<char>(lower ? c - 'a' + 'A' : c);
    }
    return Currency(letters);
}

Currency Currency::unpack(std::uint32_t packed)
{
    return Currency(
        {static_cast<char>(packed >> 16U & 0xFFU), static_cast<char>(packed >> 8U & 0xFFU), static_cast<char>(packed & 0xFFU)});
}

std::uint32_t Currency::packed() const
{
    return pack({m_code.data(), m_code.size()});
}

int Currency::exponent() const
{
    const std::uint32_t code = packed();
    if (std::ranges::binary_search(withoutMinorUnit, code))
        return 0;
    if (std::ranges::binary_search(withFourDigits, code))
        return 4;
    return std::ranges::binary_search(withThreeDigits, code) ? 3 : 2;
}

Result<Money> Money::parse(std::string_view decimal, Currency currency)
{
    const auto refuse = [&] {
        return failure(ErrorCode::BadMoney, decimal, fmt::format("an amount of {} is written 128000.50", currency.text()));
    };
    const bool negative = decimal.starts_with('-');
    const std::string_view digits = decimal.substr(negative ? 1 : 0);
    const std::size_t point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
    const auto exponent = static_cast<std::size_t>(currency.exponent());
    // "128000.500" names no finer amount than "128000.50"; "0.005" does, and is refused rather than rounded.
    const std::size_t significant = fraction.find_last_not_of('0') + 1;
    if (whole.empty() || (point != std::string_view::npos && fraction.empty()) || significant > exponent)
        return refuse();
    std::string minor(whole);
    minor += fraction.substr(0, exponent);
    minor.append(exponent - std::min(exponent, fraction.size()), '0');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::ranges::all_of(minor, isDigit) || !std::ranges::all_of(fraction, isDigit))
        return refuse();
    if (negative)
        minor.insert(minor.begin(), '-');
    std::int64_t value = 0;
    if (std::from_chars(minor.data(), minor.data() + minor.size(), value).ec != std::errc())
        return refuse();
    return Money{value, currency};
}

std::string decimal(const Money &money)
{
    const auto exponent = static_cast<std::size_t>(money.currency.exponent());
    std::string digits = fmt::format("{}", money.minor);
    const std::string sign = money.minor < 0 ? "-" : "";
    digits.erase(0, sign.size());
    if (exponent == 0)
        return sign + digits;
    if (digits.size() <= exponent)
        digits.insert(0, exponent + 1 - digits.size(), '0');
    return sign + digits.substr(0, digits.size() - exponent) + '.' + digits.substr(digits.size() - exponent);
}

Result<Money> add(const Money &a, const Money &b)
{
    if (a.currency != b.currency)
        return failure(ErrorCode::CurrencyMismatch, b.currency.text(), "sums of different currencies need a rate");
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.minor, b.minor, &sum))
        return failure(ErrorCode::OutOfRange, decimal(b), "the sum does not fit 64 bits");
    return Money{sum, a.currency};
}

} // namespace support
