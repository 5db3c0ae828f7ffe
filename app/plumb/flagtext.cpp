// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/flagtext.h"

#include "app/plumb/table.h"
#include "domain/playbookwords.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumb {

using domain::Unit;

namespace {

/// How the sentences of playbooks name a unit after its number, and how a length is told in its place.
struct Tongue {
    std::string_view days;
    std::string_view hours;
    bool chinese;
};

constexpr std::array<Tongue, 2> tongues{{{" days", " hours", false}, {" 天", " 小时", true}}};

/// "12 days"; hours that are many are told in days.
std::string lengthText(double value, Unit unit, bool inChinese)
{
    constexpr double manyHours = 72;
    constexpr double hoursADay = 24;
    if (unit == Unit::Hours && value >= manyHours)
        return lengthText(value / hoursADay, Unit::Days, inChinese);
    const std::int64_t whole = domain::wholeLength(value);
    const bool inDays = unit == Unit::Days;
    if (inChinese)
        return fmt::format("{}{} {}", whole == 0 ? "不到 " : "", whole == 0 ? 1 : whole, inDays ? "天" : "小时");
    if (whole == 0)
        return inDays ? "less than a day" : "less than an hour";
    return fmt::format("{} {}{}", whole, inDays ? "day" : "hour", whole == 1 ? "" : "s");
}

std::string numberText(double value, Unit unit)
{
    switch (unit) {
    case Unit::Count:
    case Unit::Points: return fmt::format("{:.0f}", std::round(value));
    case Unit::Days:
    case Unit::Hours: return std::to_string(domain::wholeLength(value));
    case Unit::Share: return percent(value);
    case Unit::Money: return fmt::format("{:.0f}", value);
    }
    return {};
}

void replaceAll(std::string &text, const std::string &mark, const std::string &with)
{
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size()))
        text.replace(at, mark.size(), with);
}

/// `text` with what `flag` quotes in the places of the marks.
std::string filled(std::string text, const workbench::Flag &flag)
{
    for (const workbench::QuotedMeasure &quoted : flag.quoted) {
        const domain::MeasureInfo &info = domain::info(quoted.measure);
        const std::string mark = fmt::format("{{{}}}", info.id);
        for (const Tongue &tongue : tongues) {
            if (info.unit == Unit::Days || info.unit == Unit::Hours)
                replaceAll(text, mark + std::string(info.unit == Unit::Days ? tongue.days : tongue.hours),
                           lengthText(quoted.value, info.unit, tongue.chinese));
        }
        replaceAll(text, mark, numberText(quoted.value, info.unit));
    }
    return text;
}

} // namespace

domain::Label reasonLabel(const workbench::Flag &flag)
{
    return {filled(flag.sentence.en, flag), filled(flag.sentence.zh, flag)};
}

std::string_view word(workbench::FlagState state)
{
    constexpr std::array<std::string_view, 5> words{"open", "acknowledged", "snoozed", "resolved", "dismissed"};
    return words.at(static_cast<std::size_t>(state));
}

std::string missingText(const std::vector<workbench::MissingItem> &missing, bool inChinese)
{
    std::string text;
    for (const workbench::MissingItem &item : missing) {
        text += text.empty() ? "" : "; ";
        if (item.names.empty()) {
            std::string kind(domain::word(item.kind));
            std::ranges::replace(kind, '_', ' ');
            text += kind;
        }
        for (std::size_t i = 0; i < item.names.size(); ++i) {
            const std::string_view before = i == 0 ? "" : i + 1 == item.names.size() ? " or " : ", ";
            text += fmt::format("{}{}", before, inChinese ? item.names[i].zh : item.names[i].en);
        }
    }
    return text;
}

std::string daysText(const std::optional<double> &days)
{
    if (!days)
        return "—";
    const std::int64_t whole = domain::wholeLength(*days);
    return whole == 0 ? "today" : std::to_string(whole);
}

} // namespace plumb
