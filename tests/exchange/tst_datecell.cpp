// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/datecell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

namespace exchange {

namespace {

std::string read(std::string_view cell, DateOrder order = DateOrder::DayFirst)
{
    const auto date = parseDateCell(cell, order);
    if (!date)
        return std::string(support::name(date.error().code));
    std::string text = support::toText(date->date);
    if (date->time)
        text += fmt::format(" {}s", static_cast<double>(date->time->micros) / 1e6);
    if (date->offset)
        text += fmt::format(" {}min", date->offset->micros / 60'000'000);
    return text;
}

DateColumn learned(std::initializer_list<std::string_view> cells)
{
    DateColumn column;
    for (const auto cell : cells)
        column.learn(cell);
    return column;
}

} // namespace

TEST(DateCell, ReadsTheYearFirstInAnySpelling)
{
    for (const char *cell : {"2026-03-01", "2026/3/1", "2026.03.01", "20260301", "2026年3月1日", "2026年03月01号", " 2026-3-1 ",
                             "２０２６－０３－０１", "2026-Mar-01"})
        EXPECT_EQ(read(cell), "2026-03-01") << cell;
}

TEST(DateCell, ReadsDigitsInTheOrderItIsTold)
{
    EXPECT_EQ(read("01/02/2026"), "2026-02-01");
    EXPECT_EQ(read("01/02/2026", DateOrder::MonthFirst), "2026-01-02");
    EXPECT_EQ(read("1.2.26"), "2026-02-01");
    EXPECT_EQ(read("20-10-2017"), "2017-10-20");
    EXPECT_EQ(read("20-10-2017", DateOrder::MonthFirst), "bad_date");
}

TEST(DateCell, ReadsEnglishMonths)
{
    EXPECT_EQ(read("15 Apr, 2021 00:02:00"), "2021-04-15 120s");
    EXPECT_EQ(read("Apr 15, 2021"), "2021-04-15");
    EXPECT_EQ(read("15-Apr-21"), "2021-04-15");
    EXPECT_EQ(read("September 3, 2021"), "2021-09-03");
    EXPECT_EQ(read("3 Sept. 2021 7:05 PM"), "2021-09-03 68700s");
}

TEST(DateCell, ReadsTimesOfDayAndOffsets)
{
    EXPECT_EQ(read("02/23/26 08:55 PM", DateOrder::MonthFirst), "2026-02-23 75300s");
    EXPECT_EQ(read("02/23/26 12:05 AM", DateOrder::MonthFirst), "2026-02-23 300s");
    EXPECT_EQ(read("2/26/2018 19:58", DateOrder::MonthFirst), "2018-02-26 71880s");
    EXPECT_EQ(read("2010-01-13T08:40:25.000+02:00"), "2010-01-13 31225s 120min");
    EXPECT_EQ(read("2011-10-01T00:38:44.546+02:00"), "2011-10-01 2324.546s 120min");
    EXPECT_EQ(read("2026-03-01T09:30:00Z"), "2026-03-01 34200s 0min");
    EXPECT_EQ(read("2026-03-01 09:30:00 +0800"), "2026-03-01 34200s 480min");
    EXPECT_EQ(read("2026年3月1日 下午3:05"), "2026-03-01 54300s");
    EXPECT_EQ(read("2026-03-01 9时30分"), "2026-03-01 34200s");
}

TEST(DateCell, ReadsExcelDayNumbersAndUnixMilliseconds)
{
    EXPECT_EQ(read("46082"), "2026-03-01");
    EXPECT_EQ(read("46082.5"), "2026-03-01 43200s");
    EXPECT_EQ(read("1772323200000"), "2026-03-01 0s 0min");
    EXPECT_EQ(support::toText(fromExcelSerial(1, false)->date), "1900-01-01");
    EXPECT_EQ(support::toText(fromExcelSerial(59, false)->date), "1900-02-28");
    EXPECT_EQ(support::toText(fromExcelSerial(61, false)->date), "1900-03-01");
    EXPECT_EQ(support::toText(fromExcelSerial(44620, true)->date), "2026-03-01");
    EXPECT_EQ(support::toText(fromExcelSerial(46081.9999999, false)->date), "2026-03-01");
    EXPECT_FALSE(fromExcelSerial(-1, false));
}

TEST(DateCell, RefusesNumbersOfDaysThatNoDateCanHold)
{
    EXPECT_EQ(support::toText(fromExcelSerial(109'939, false)->date), "2200-12-31");
    for (const double serial : {0.0, 0.5, 109'940.0})
        EXPECT_FALSE(fromExcelSerial(serial, false)) << serial;
    EXPECT_FALSE(fromExcelSerial(108'478, true));
    EXPECT_EQ(read("7289654399999"), "2200-12-31 86399.999s 0min");
    EXPECT_EQ(read("7289654400000"), "bad_date");
    EXPECT_EQ(read("-999999999999"), "bad_date");
}

TEST(DateCell, RefusesOffsetsThatNoZoneHas)
{
    EXPECT_EQ(read("2026-03-01 09:30 +14:00"), "2026-03-01 34200s 840min");
    EXPECT_EQ(read("2026-03-01 09:30 -02"), "2026-03-01 34200s -120min");
    for (const char *offset : {"+14:01", "+15:00", "+02:60", "+0260", "+0200:30", "+200", "-428266970"})
        EXPECT_EQ(read(std::string("2026-03-01 09:30 ") + offset), "bad_time") << offset;
}

TEST(DateCell, RefusesWhatIsNoDate)
{
    for (const char *cell : {"", "soon", "2026-02-30", "13/13/2026", "2021", "12", "2026-03", "99999999", "1/2/3/4"})
        EXPECT_EQ(read(cell), "bad_date") << cell;
    for (const char *cell :
         {"2026-03-01 25:00", "2026-03-01 13:00 PM", "2026-03-01 10:61", "2026-03-01 noon", "2026-03-01T10:00+25:00"})
        EXPECT_EQ(read(cell), "bad_time") << cell;
}

TEST(DateCell, PlacesALocalTimeInTheOrganisationsZone)
{
    const auto shanghai = support::TimeZone::named("Asia/Shanghai").value();
    EXPECT_EQ(support::toText(instantOf(*parseDateCell("2026-03-01 09:30", DateOrder::DayFirst), shanghai)),
              "2026-03-01T01:30:00Z");
    EXPECT_EQ(support::toText(instantOf(*parseDateCell("2026-03-01", DateOrder::DayFirst), shanghai)), "2026-02-28T16:00:00Z");
    EXPECT_EQ(support::toText(instantOf(*parseDateCell("2026-03-01T09:30+02:00", DateOrder::DayFirst), shanghai)),
              "2026-03-01T07:30:00Z");
}

TEST(DateColumn, DecidesTheOrderByAnyPartOverTwelve)
{
    EXPECT_EQ(learned({"01-02-2018", "20-10-2017"}).provenOrder(), DateOrder::DayFirst);
    EXPECT_EQ(learned({"01/02/2018", "10/20/2017"}).provenOrder(), DateOrder::MonthFirst);
}

TEST(DateColumn, SaysWhenItCannotKnow)
{
    const auto column = learned({"01/02/2018", "03/04/2018", "05/05/2018"});
    EXPECT_TRUE(column.ambiguous());
    EXPECT_EQ(column.example(), "01/02/2018");
    EXPECT_TRUE(learned({"20/10/2017", "10/20/2017"}).ambiguous() || !learned({"20/10/2017", "10/20/2017"}).provenOrder());
}

TEST(DateColumn, HasNoDoubtAboutDatesThatReadOneWay)
{
    EXPECT_FALSE(learned({"2018-02-01", "15 Apr, 2021", "2018年2月1日"}).ambiguous());
    EXPECT_FALSE(learned({"05/05/2018", "06/06/2018"}).ambiguous());
}

TEST(DateColumn, CountsWhatIsADateAndKnowsTheLatest)
{
    const auto column = learned({"2018-02-01", "Select", "2018-03-01", ""});
    EXPECT_EQ(column.cells(), 4U);
    EXPECT_EQ(column.dates(), 2U);
    EXPECT_EQ(support::toText(*column.latest(DateOrder::DayFirst)), "2018-03-01");
}

RC_GTEST_PROP(DateCell, ReadsBackEveryDayInEveryOrder, ())
{
    const support::Date day{*rc::gen::inRange(-25'000, 60'000)};
    const auto c = support::civil(day);
    RC_ASSERT(parseDateCell(fmt::format("{}/{}/{:04}", c.day, c.month, c.year), DateOrder::DayFirst)->date == day);
    RC_ASSERT(parseDateCell(fmt::format("{}/{}/{:04} 1:02 am", c.month, c.day, c.year), DateOrder::MonthFirst)->date == day);
    RC_ASSERT(parseDateCell(fmt::format("{}年{}月{}日", c.year, c.month, c.day), DateOrder::MonthFirst)->date == day);
    if (day.days > -5'000 && day.days < 54'000) {
        RC_ASSERT(parseDateCell(std::to_string(day.days + 25'569), DateOrder::DayFirst)->date == day);
    }
}

RC_GTEST_PROP(DateCell, SurvivesAnyText, (const std::string &text))
{
    DateColumn column;
    column.learn(text);
    RC_ASSERT(column.cells() == 1U);
}

} // namespace exchange
