// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/values.h"

#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace domain {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (status != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    return value;
}

std::optional<std::uint8_t> nibble(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<std::uint8_t>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<std::uint8_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F')
        return static_cast<std::uint8_t>(c - 'A' + 10);
    return std::nullopt;
}

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<Name> Name::parse(std::string_view text)
{
    const std::string_view name = support::trimmed(text);
    if (name.empty())
        return failure(ErrorCode::BadText, text, "a name cannot be empty");
    if (name.size() > maxBytes)
        return failure(ErrorCode::TooLarge, name.substr(0, 40), "a name has at most 500 bytes");
    if (!support::isUtf8(name) || support::hasControls(name) || name.find_first_of("\t\r\n") != std::string_view::npos)
        return failure(ErrorCode::BadText, "", "a name is one line of UTF-8");
    return Name(std::string(name));
}

Result<Text> Text::parse(std::string_view text)
{
    if (text.size() > maxBytes)
        return failure(ErrorCode::TooLarge, "", "a text has at most 128 KiB");
    if (!support::isUtf8(text) || text.find('\0') != std::string_view::npos)
        return failure(ErrorCode::BadText, "", "a text is UTF-8");
    return Text(std::string(text));
}

Result<Decimal> Decimal::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    std::string_view digits = text.substr(negative ? 1 : 0);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string_view whole = digits.substr(0, point);
    std::string_view fraction = digits.substr(std::min(point + 1, digits.size()));
    if (whole.empty() || !isDigits(whole) || !isDigits(fraction) || (point < digits.size() && fraction.empty()))
        return failure(ErrorCode::BadNumber, text, "a decimal is written 128000.50");
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size() - 1));
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (whole.size() + fraction.size() > 18 || fraction.size() > 6)
        return failure(ErrorCode::OutOfRange, text, "a decimal has at most 18 digits, 6 of them after the point");
    const bool zero = whole == "0" && fraction.empty();
    std::string canonical(negative && !zero ? "-" : "");
    canonical += whole;
    if (!fraction.empty())
        canonical.append(".").append(fraction);
    return Decimal(std::move(canonical));
}

Result<support::Money> Decimal::in(support::Currency currency) const
{
    return support::Money::parse(m_text, currency);
}

Result<Sha256> Sha256::parse(std::string_view hex)
{
    std::array<std::uint8_t, 32> bytes{};
    const auto refuse = [&] { return failure(ErrorCode::BadSyntax, hex.substr(0, 70), "a SHA-256 is 64 hexadecimal digits"); };
    if (hex.size() != 64)
        return refuse();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto high = nibble(hex[2 * i]);
        const auto low = nibble(hex[2 * i + 1]);
        if (!high || !low)
            return refuse();
        bytes[i] = static_cast<std::uint8_t>(*high << 4U | *low);
    }
    return Sha256(bytes);
}

std::string Sha256::hex() const
{
    std::string text;
    text.reserve(64);
    for (const std::uint8_t byte : m_bytes)
        text += fmt::format("{:02x}", byte);
    return text;
}

Result<Period> Period::parse(std::string_view text)
{
    const auto refuse = [&] { return failure(ErrorCode::BadDate, text, "a period is written 2026-03, 2026-Q1 or 2026"); };
    const auto year = number(text.substr(0, 4));
    if (text.size() < 4 || !year)
        return refuse();
    int month = 1;
    int months = 12;
    if (text.size() == 7 && text[4] == '-') {
        const bool quarter = text[5] == 'Q';
        const auto part = number(text.substr(quarter ? 6 : 5));
        if (!part || *part < 1 || *part > (quarter ? 4 : 12))
            return refuse();
        months = quarter ? 3 : 1;
        month = (*part - 1) * months + 1;
    } else if (text.size() != 4) {
        return refuse();
    }
    const auto first = support::toDate({*year, static_cast<unsigned>(month), 1});
    if (!first)
        return refuse();
    return Period(std::string(text), *first, support::addMonths(*first, months));
}

} // namespace domain
