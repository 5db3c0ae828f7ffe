// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/valuetext.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace domain {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

/// Calls `take(line)` for each line of `text` until one fails.
template <class Take>
Result<void> eachLine(std::string_view text, Take take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const Result<void> taken = take(text.substr(0, end)); !taken)
            return taken;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

} // namespace

std::string numberText(double number)
{
    return fmt::format("{}", number);
}

std::string numberText(std::int64_t number)
{
    return fmt::format("{}", number);
}

Result<double> parseDouble(std::string_view text)
{
    double value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return failure(ErrorCode::BadNumber, text, "not a finite number");
    return value;
}

Result<std::int64_t> parseInteger(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size())
        return failure(ErrorCode::BadNumber, text, "not a whole number of 64 bits");
    return value;
}

std::string valueText(const Measures &value)
{
    std::string text;
    for (const auto &[name, number] : value)
        text += fmt::format("{} {}\n", number, name.text());
    return text;
}

std::string valueText(const Tags &value)
{
    std::string text;
    for (const Name &tag : value)
        text += tag.text() + '\n';
    return text;
}

Result<Measures> parseMeasures(std::string_view text)
{
    Measures measures;
    const auto read = eachLine(text, [&](std::string_view line) -> Result<void> {
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto number = parseDouble(line.substr(0, space));
        const auto name = Name::parse(line.substr(std::min(space + 1, line.size())));
        if (!number || !name)
            return failure(ErrorCode::BadSyntax, line, "a measure is a number and a name");
        measures.emplace_back(*name, *number);
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    std::ranges::sort(measures);
    return measures;
}

Result<Tags> parseTags(std::string_view text)
{
    Tags tags;
    const auto read = eachLine(text, [&](std::string_view line) -> Result<void> {
        auto tag = Name::parse(line);
        if (!tag)
            return tl::unexpected(tag.error());
        tags.push_back(*std::move(tag));
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return tags;
}

} // namespace domain
