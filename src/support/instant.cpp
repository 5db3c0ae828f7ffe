// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/instant.h"

#include "support/civil.h"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

namespace support {

namespace {

/// Takes digits and signs off the front of a text; once a step has failed, the rest fail too.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool sees(std::string_view anyOf) const
    {
        return !m_rest.empty() && anyOf.find(m_rest.front()) != std::string_view::npos;
    }

    int number(std::size_t digits)
    {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!sees("0123456789")) {
                m_failed = true;
                return 0;
            }
            value = value * 10 + (take() - '0');
        }
        return value;
    }

    char sign(std::string_view anyOf)
    {
        if (!sees(anyOf)) {
            m_failed = true;
            return '\0';
        }
        return take();
    }

    /// The digits of a fraction, as microseconds; digits past the sixth are cut.
    std::int64_t fraction()
    {
        std::int64_t micros = 0;
        std::int64_t unit = 100'000;
        if (!sees("0123456789"))
            m_failed = true;
        for (; sees("0123456789"); unit /= 10)
            micros += (take() - '0') * unit;
        return micros;
    }

private:
    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

std::optional<Duration> scanTimeOfDay(Scanner &in)
{
    const int hour = in.number(2);
    in.sign(":");
    const int minute = in.number(2);
    int second = 0;
    std::int64_t micros = 0;
    if (in.sees(":")) {
        in.sign(":");
        second = in.number(2);
        if (in.sees(".,")) {
            in.sign(".,");
            micros = in.fraction();
        }
    }
    if (in.failed() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return hours(hour) + minutes(minute) + seconds(second) + Duration{micros};
}

std::optional<Duration> scanOffset(Scanner &in)
{
    const char sign = in.sign("Zz+-");
    if (sign == 'Z' || sign == 'z')
        return Duration{};
    const int hour = in.number(2);
    int minute = 0;
    if (in.sees(":"))
        in.sign(":");
    if (!in.atEnd())
        minute = in.number(2);
    if (in.failed() || hour > 18 || minute > 59)
        return std::nullopt;
    const Duration offset = hours(hour) + minutes(minute);
    return sign == '-' ? offset * -1 : offset;
}

} // namespace

Result<Instant> parseInstant(std::string_view text)
{
    const auto refuse = [&] { return failure(ErrorCode::BadTime, text, "a time is written 2026-03-01T09:30:00+08:00"); };
    if (text.size() < 17)
        return refuse();
    const auto date = parseDate(text.substr(0, 10));
    Scanner in(text.substr(10));
    in.sign("Tt ");
    const auto timeOfDay = scanTimeOfDay(in);
    if (!date || !timeOfDay)
        return refuse();
    const auto offset = scanOffset(in);
    if (!offset || in.failed() || !in.atEnd())
        return refuse();
    return Instant{} + days(date->days) + *timeOfDay - *offset;
}

std::string toText(Instant instant)
{
    const std::int64_t perDay = days(1).micros;
    std::int64_t day = instant.micros / perDay;
    std::int64_t rest = instant.micros % perDay;
    if (rest < 0) {
        rest += perDay;
        --day;
    }
    const std::int64_t wholeSeconds = rest / 1'000'000;
    const std::int64_t micros = rest % 1'000'000;
    std::string text = fmt::format("{}T{:02}:{:02}:{:02}", toText(Date{static_cast<std::int32_t>(day)}), wholeSeconds / 3600,
                                   wholeSeconds / 60 % 60, wholeSeconds % 60);
    if (micros != 0) {
        text += fmt::format(".{:06}", micros);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text + 'Z';
}

} // namespace support
