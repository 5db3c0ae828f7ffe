// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/datecell.h"

#include "exchange/textcell.h"
#include "support/utf8.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::array<std::string_view, 12> monthNames{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

/// Reads a cell from left to right; every `take…` steps over what it took and says nothing where it finds something else.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_text.empty(); }

    void skip(std::string_view characters)
    {
        while (!m_text.empty() && characters.find(m_text.front()) != std::string_view::npos)
            m_text.remove_prefix(1);
    }

    bool takeWord(std::string_view word)
    {
        const bool found = m_text.starts_with(word);
        if (found)
            m_text.remove_prefix(word.size());
        return found;
    }

    struct Number {
        int value = 0;
        std::size_t digits = 0;
    };

    std::optional<Number> takeNumber()
    {
        Number number;
        while (number.digits < m_text.size() && number.digits < 9 && m_text[number.digits] >= '0' && m_text[number.digits] <= '9')
            ++number.digits;
        if (number.digits == 0)
            return std::nullopt;
        std::from_chars(m_text.data(), m_text.data() + number.digits, number.value);
        m_text.remove_prefix(number.digits);
        return number;
    }

    /// An English month by its first three letters; the rest of the word and a full stop go with it.
    std::optional<int> takeMonth()
    {
        for (std::size_t i = 0; i < monthNames.size(); ++i) {
            if (!takeWord(monthNames[i]))
                continue;
            skip("abcdefghijklmnopqrstuvwxyz");
            skip(".");
            return static_cast<int>(i) + 1;
        }
        return std::nullopt;
    }

private:
    std::string_view m_text;
};

int fullYear(const Reader::Number &year)
{
    if (year.digits > 2)
        return year.value;
    return year.value <= 68 ? 2000 + year.value : 1900 + year.value;
}

struct Parts {
    int year = 0;
    int month = 0;
    int day = 0;
};

constexpr std::string_view separators = "-/. ,";

/// After a leading year: "-03-01", "/3/1", "年3月1日".
std::optional<Parts> yearFirst(Reader &in, const Reader::Number &year)
{
    const bool chinese = in.takeWord("年");
    in.skip(separators);
    const auto named = in.takeMonth();
    const auto month = named ? std::optional(Reader::Number{*named, 2}) : in.takeNumber();
    if (!month)
        return std::nullopt;
    if (chinese && !in.takeWord("月"))
        return std::nullopt;
    in.skip("-/. ");
    const auto day = in.takeNumber();
    if (!day)
        return std::nullopt;
    if (!in.takeWord("日"))
        in.takeWord("号");
    return Parts{fullYear(year), month->value, day->value};
}

/// After a leading day or month: "/02/2026", ".3.26", " Apr, 2021", "-Apr-21".
std::optional<Parts> yearLast(Reader &in, const Reader::Number &first, DateOrder order)
{
    in.skip("-/. ,");
    if (const auto month = in.takeMonth()) {
        in.skip("-/. ,");
        const auto year = in.takeNumber();
        return year ? std::optional(Parts{fullYear(*year), *month, first.value}) : std::nullopt;
    }
    const auto second = in.takeNumber();
    in.skip("-/. ");
    const auto year = in.takeNumber();
    if (!second || !year || (year->digits != 2 && year->digits != 4))
        return std::nullopt;
    if (order == DateOrder::DayFirst)
        return Parts{fullYear(*year), second->value, first.value};
    return Parts{fullYear(*year), first.value, second->value};
}

std::optional<Parts> takeDate(Reader &in, DateOrder order)
{
    if (const auto month = in.takeMonth()) { // "Apr 15, 2021"
        in.skip(" ");
        const auto day = in.takeNumber();
        in.skip(" ,");
        const auto year = in.takeNumber();
        return day && year ? std::optional(Parts{fullYear(*year), *month, day->value}) : std::nullopt;
    }
    const auto first = in.takeNumber();
    if (!first)
        return std::nullopt;
    if (first->digits == 8)
        return Parts{first->value / 10000, first->value / 100 % 100, first->value % 100};
    return first->digits == 4 ? yearFirst(in, *first) : yearLast(in, *first, order);
}

/// The fraction of a second after its point, in microseconds; finer digits are dropped.
std::int64_t takeFraction(Reader &in)
{
    const auto fraction = in.takeWord(".") ? in.takeNumber() : std::nullopt;
    if (!fraction)
        return 0;
    std::int64_t micros = fraction->value;
    for (std::size_t i = fraction->digits; i < 6; ++i)
        micros *= 10;
    for (std::size_t i = 6; i < fraction->digits; ++i)
        micros /= 10;
    return micros;
}

std::optional<int> halfDay(Reader &in)
{
    in.skip(" ");
    if (in.takeWord("am") || in.takeWord("a.m.") || in.takeWord("上午") || in.takeWord("凌晨") || in.takeWord("早上"))
        return 0;
    if (in.takeWord("pm") || in.takeWord("p.m.") || in.takeWord("下午") || in.takeWord("晚上"))
        return 12;
    return std::nullopt;
}

std::optional<support::Duration> takeTime(Reader &in)
{
    auto half = halfDay(in);
    in.skip(" ");
    const auto hour = in.takeNumber();
    if (!hour || !(in.takeWord(":") || in.takeWord("时") || in.takeWord("点")))
        return std::nullopt;
    const auto minute = in.takeNumber();
    if (!minute)
        return std::nullopt;
    in.takeWord("分");
    const Reader::Number second = in.takeWord(":") ? in.takeNumber().value_or(Reader::Number{60, 0}) : Reader::Number{};
    const std::int64_t micros = takeFraction(in);
    if (!half)
        half = halfDay(in);
    if (hour->value > (half ? 12 : 23) || minute->value > 59 || second.value > 59)
        return std::nullopt;
    const int hours = half ? hour->value % 12 + *half : hour->value;
    return support::hours(hours) + support::minutes(minute->value) + support::seconds(second.value) + support::Duration{micros};
}

/// Reads the "02:00", "0200" or "02" of an offset, in minutes.
std::optional<int> takeOffsetMinutes(Reader &in)
{
    const auto hour = in.takeNumber();
    if (!hour)
        return std::nullopt;
    in.skip(":");
    const bool joined = hour->digits == 4;
    const auto minute = joined ? std::nullopt : in.takeNumber();
    const int hours = joined ? hour->value / 100 : hour->value;
    const int minutes = joined ? hour->value % 100 : minute.value_or(Reader::Number{}).value;
    constexpr int farthest = 14; // Kiribati
    if (hours > farthest || minutes > 59 || (hours == farthest && minutes > 0))
        return std::nullopt;
    return hours * 60 + minutes;
}

/// Reads "Z", "+02:00", "+0200", "+02" or nothing; false on anything else.
bool takeOffset(Reader &in, std::optional<support::Duration> &offset)
{
    in.skip(" ");
    if (in.atEnd())
        return true;
    if (in.takeWord("z") || in.takeWord("utc") || in.takeWord("gmt")) {
        offset = support::Duration{};
        return in.atEnd();
    }
    const bool negative = in.takeWord("-");
    if (!negative && !in.takeWord("+"))
        return false;
    const auto minutes = takeOffsetMinutes(in);
    if (!minutes)
        return false;
    offset = support::minutes(negative ? -*minutes : *minutes);
    return in.atEnd();
}

std::optional<double> plainNumber(std::string_view text)
{
    double number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    const bool whole = status == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

/// A bare number: Excel's day number between 1954 and 2119, or milliseconds since 1970.
std::optional<Result<DateCell>> fromNumber(std::string_view text)
{
    const auto number = plainNumber(text);
    if (!number)
        return std::nullopt;
    if (*number >= 20'000 && *number < 80'000)
        return fromExcelSerial(*number, false);
    if (text.size() != 13 || text.find('.') != std::string_view::npos)
        return std::nullopt;
    const auto day = static_cast<std::int32_t>(*number / 86'400'000.0);
    if (*number < 0 || !support::toDate(support::civil({day})))
        return std::nullopt;
    const auto rest = static_cast<std::int64_t>(*number) - std::int64_t{day} * 86'400'000;
    return DateCell{{day}, support::Duration{rest * 1000}, support::Duration{}};
}

constexpr std::size_t underOrder(DateOrder order)
{
    return order == DateOrder::DayFirst ? 0 : 1;
}

} // namespace

Result<DateCell> parseDateCell(std::string_view cell, DateOrder order)
{
    const std::string text = foldCase(support::trimmed(cell));
    if (auto number = fromNumber(text))
        return *std::move(number);
    Reader in(text);
    const auto parts = takeDate(in, order);
    if (!parts || parts->month < 1 || parts->day < 1)
        return failure(ErrorCode::BadDate, cell.substr(0, 40), "not a date");
    const auto date = support::toDate({parts->year, static_cast<unsigned>(parts->month), static_cast<unsigned>(parts->day)});
    if (!date)
        return failure(ErrorCode::BadDate, cell.substr(0, 40), "no such day");
    DateCell found{*date, std::nullopt, std::nullopt};
    in.skip(" ,t");
    if (in.atEnd())
        return found;
    found.time = takeTime(in);
    if (!found.time || !takeOffset(in, found.offset))
        return failure(ErrorCode::BadTime, cell.substr(0, 40), "not a time of day");
    return found;
}

support::Instant instantOf(const DateCell &cell, const support::TimeZone &zone)
{
    const support::Duration time = cell.time.value_or(support::Duration{});
    if (cell.offset)
        return support::Instant{} + support::days(cell.date.days) + time - *cell.offset;
    return cell.time ? zone.at(cell.date, time) : zone.startOf(cell.date);
}

Result<DateCell> fromExcelSerial(double serial, bool from1904)
{
    constexpr std::int32_t epoch1904 = -24'107; // 1904-01-01
    constexpr std::int32_t epoch1900 = -25'569; // 1899-12-30: Excel counts a 29 February 1900 that never was
    constexpr std::int32_t firstAfterPhantom = 61;
    const auto refuse = [&] { return failure(ErrorCode::BadDate, std::to_string(serial), "a day number outside 1900 to 2200"); };
    if (!(serial >= 0 && serial < 110'000))
        return refuse();
    auto day = static_cast<std::int32_t>(serial);
    constexpr double secondsPerDay = 86'400;
    auto second = static_cast<std::int64_t>(std::llround((serial - day) * secondsPerDay));
    if (second == 86'400) {
        second = 0;
        ++day;
    }
    const std::int32_t phantom = !from1904 && day < firstAfterPhantom ? 1 : 0;
    DateCell cell{{day + phantom + (from1904 ? epoch1904 : epoch1900)}, std::nullopt, std::nullopt};
    if (!support::toDate(support::civil(cell.date)))
        return refuse();
    if (second != 0)
        cell.time = support::seconds(second);
    return cell;
}

bool readsTwoWays(std::string_view cell)
{
    const auto dayFirst = parseDateCell(cell, DateOrder::DayFirst);
    const auto monthFirst = parseDateCell(cell, DateOrder::MonthFirst);
    return dayFirst && monthFirst && dayFirst->date != monthFirst->date;
}

std::optional<DateOrder> orderOf(std::string_view cell, support::Date day)
{
    const auto reads = [&](DateOrder order) {
        const auto read = parseDateCell(cell, order);
        return read && read->date == day;
    };
    if (reads(DateOrder::DayFirst) == reads(DateOrder::MonthFirst))
        return std::nullopt;
    return reads(DateOrder::DayFirst) ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

void DateColumn::learn(std::string_view cell)
{
    ++m_cells;
    const auto dayFirst = parseDateCell(cell, DateOrder::DayFirst);
    const auto monthFirst = parseDateCell(cell, DateOrder::MonthFirst);
    const auto note = [&](std::size_t i, const Result<DateCell> &read) {
        ++m_dates[i];
        const bool possible = !m_until || !(*m_until < read->date);
        if (possible && (!m_latest[i] || *m_latest[i] < read->date))
            m_latest[i] = read->date;
    };
    if (dayFirst)
        note(0, dayFirst);
    if (monthFirst)
        note(1, monthFirst);
    if (dayFirst && !monthFirst)
        ++m_onlyUnder[0];
    if (monthFirst && !dayFirst)
        ++m_onlyUnder[1];
    if (dayFirst && monthFirst && dayFirst->date != monthFirst->date && m_different++ == 0)
        m_example = std::string(cell);
}

std::uint64_t DateColumn::dates() const
{
    return std::max(m_dates[0], m_dates[1]);
}

std::optional<DateOrder> DateColumn::provenOrder() const
{
    // A handful of typing errors among thousands of proofs does not make the order doubtful.
    constexpr std::uint64_t margin = 50;
    if (m_onlyUnder[0] > margin * m_onlyUnder[1])
        return DateOrder::DayFirst;
    if (m_onlyUnder[1] > margin * m_onlyUnder[0])
        return DateOrder::MonthFirst;
    return std::nullopt;
}

std::optional<support::Date> DateColumn::latest(DateOrder order) const
{
    return m_latest[underOrder(order)];
}

} // namespace exchange
