// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/factjson.h"

#include "tests/fakes/arbitraryrecords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using domain::Record;
using support::ErrorCode;
using support::Instant;

namespace {

const Instant importTime = *support::parseInstant("2026-03-01T00:00:00Z");

support::Result<Record> read(std::string_view line)
{
    exchange::FactReader reader;
    return reader.read(line, importTime);
}

template <class T>
T factOf(std::string_view line)
{
    const auto record = read(line);
    EXPECT_TRUE(record) << (record ? "" : record.error().detail + " " + record.error().subject);
    return std::get<T>(record->fact());
}

template <class Body>
Body bodyOf(std::string_view keys)
{
    const std::string line = R"({"type":"event","deal":"d","occurred_at":"2026-01-01T00:00:00Z",)" + std::string(keys) + "}";
    return std::get<Body>(factOf<domain::DealEvent>(line).body);
}

void expectRefused(std::string_view line, ErrorCode code, std::string_view subject)
{
    const auto record = read(line);
    ASSERT_FALSE(record) << line;
    EXPECT_EQ(support::name(record.error().code), support::name(code)) << line << "\n" << record.error().detail;
    EXPECT_EQ(record.error().subject, subject) << line;
    EXPECT_NE(record.error().detail, "");
}

constexpr std::string_view times = R"("occurred_at":"2026-01-01T09:00:00+08:00")";

std::string line(std::string_view keys)
{
    return "{" + std::string(keys) + "," + std::string(times) + "}";
}

} // namespace

TEST(FactJson, ReadsEveryKeyOfACustomer)
{
    const auto customer = factOf<domain::Customer>(
        R"({"type":"customer","id":"c1","name":"远景诊断","industry":"医疗","size":"500+","region":"华东",)"
        R"("first_contact_channel":"展会","lat":31.2,"lon":121.5,"owner":"p1"})");
    EXPECT_EQ(customer.name.text(), "远景诊断");
    EXPECT_EQ(customer.firstContactChannel->text(), "展会");
    EXPECT_EQ(customer.lat->value(), 31.2);
    EXPECT_EQ(customer.owner->text(), "p1");
}

TEST(FactJson, TakesTheTypeFromAnyPlaceInTheLine)
{
    EXPECT_EQ(factOf<domain::Team>(R"({"name":"N","id":"t","type":"team"})").id.text(), "t");
}

TEST(FactJson, ReadsEscapesInStringsAndKeys)
{
    EXPECT_EQ(factOf<domain::Team>(R"({"type":"team","\u0069d":"t","name":"\u5927\u533a \"\ud83d\ude00\""})").name.text(),
              "大区 \"😀\"");
}

TEST(FactJson, TakesAnAmountAsStringOrNumberByItsLiteral)
{
    EXPECT_EQ(bodyOf<domain::AmountSet>(R"("kind":"amount","amount":"128000.50","currency":"CNY")").amount.text(), "128000.5");
    EXPECT_EQ(bodyOf<domain::AmountSet>(R"("kind":"amount","amount":90071992547409.93,"currency":"CNY")").amount.text(),
              "90071992547409.93");
    expectRefused(line(R"("type":"event","kind":"amount","deal":"d","amount":1e5,"currency":"CNY")"), ErrorCode::BadNumber,
                  "amount=1e5");
}

TEST(FactJson, NullClearsOnlyWhereSomethingCanBeCleared)
{
    EXPECT_FALSE(bodyOf<domain::CloseDateSet>(R"("kind":"close_date","date":null)").date.value);
    EXPECT_FALSE(bodyOf<domain::RoleSet>(R"("kind":"role","role":"r","contact":null)").contact.value);
    EXPECT_FALSE(bodyOf<domain::Lost>(R"("kind":"lost","reason":null)").reason);
    expectRefused(line(R"("type":"event","kind":"close_date","deal":"d")"), ErrorCode::MissingKey, "date");
    EXPECT_FALSE(bodyOf<domain::StageMoved>(R"("kind":"stage","stage":null)").stage.value);
    expectRefused(line(R"("type":"event","kind":"stage","deal":"d")"), ErrorCode::MissingKey, "stage");
}

TEST(FactJson, KeepsNumbersAndTruthOfAFieldInTheirSpelling)
{
    EXPECT_EQ(bodyOf<domain::FieldSet>(R"("kind":"field","field":"f","value":12.50)").value.value->text(), "12.50");
    EXPECT_EQ(bodyOf<domain::FieldSet>(R"("kind":"field","field":"f","value":true)").value.value->text(), "true");
    expectRefused(line(R"("type":"event","kind":"field","deal":"d","field":"f","value":[1])"), ErrorCode::BadSyntax, "value=[1]");
}

TEST(FactJson, KeepsUnknownKeysAsCompactJson)
{
    const auto record = read(R"({"type":"team","id":"t","name":"N","b": [ 1.50 , "a \" b" ],"a":null, "c":"\u4e2d"})");
    ASSERT_TRUE(record);
    using Pair = std::pair<std::string, domain::Json>;
    EXPECT_THAT(record->extras(),
                testing::ElementsAre(Pair{"a", {"null"}}, Pair{"b", {R"([1.50,"a \" b"])"}}, Pair{"c", {"\"中\""}}));
}

TEST(FactJson, RefusesCustomFieldsThatNestTooDeep)
{
    EXPECT_TRUE(read(R"({"type":"team","id":"t","name":"N","x":[[[[[[[[1]]]]]]]]})"));
    expectRefused(R"({"type":"team","id":"t","name":"N","x":[[[[[[[[[1]]]]]]]]]})", ErrorCode::TooLarge, "x");
}

TEST(FactJson, RefusesWhatIsNoJsonObject)
{
    for (const std::string_view text :
         {"", "[]", "1", "\"a\"", "{", "{\"type\":\"team\"", "{\"type\":\"team\"}{}", "{\"type\":tru}", "{type:1}",
          R"({"type":"team","id":"t","name":"N",})", R"({"type":"team","id":"t" "name":"N"})",
          "{\"type\":\"team\",\"id\":\"t\",\"name\":\"N\",\"parent\":n)ll}",
          R"({"type":"team","id":"t","name":"N","parent":nulls})", R"({"type":"team","id":"t","name":"N","x":[1,]})",
          R"({"type":"team","id":"t","name":"N","x":{"a":tru}})", R"({"type":"team","id":"t","name":"N"} x)",
          R"({"type":"team","id":"t","name":"N","x":01})"}) {
        const auto record = read(text);
        ASSERT_FALSE(record) << text;
        EXPECT_EQ(record.error().code, ErrorCode::BadSyntax) << text;
    }
}

TEST(FactJson, ShowsTheBeginningOfWhatIsNoJsonObject)
{
    expectRefused("[1, 2]", ErrorCode::BadSyntax, "[1, 2]");
    expectRefused("  deal,customer,amount", ErrorCode::BadSyntax, "deal,customer,amount");
    const std::string chinese = "商机名称客户名称销售阶段商机金额负责人创建日期";
    expectRefused(chinese, ErrorCode::BadSyntax, chinese.substr(0, 39));
    EXPECT_EQ(read("[1, 2]").error().detail, "this is no JSON object");
}

TEST(FactJson, RefusesBytesThatAreNotUtf8)
{
    expectRefused("{\"type\":\"team\",\"id\":\"t\",\"name\":\"\xC3\x28\"}", ErrorCode::BadText, "");
    expectRefused("{\"type\":\"team\",\"id\":\"t\",\"name\":\"N\",\"x\":\"\xED\xA0\x80\"}", ErrorCode::BadText, "");
}

TEST(FactJson, RefusesAKeyThatStandsTwice)
{
    expectRefused(R"({"type":"team","id":"t","name":"N","id":"t"})", ErrorCode::BadSyntax, "id");
    expectRefused(R"({"type":"team","id":"t","name":"N","x":1,"\u0078":1})", ErrorCode::BadSyntax, "x");
}

TEST(FactJson, NamesTheKeyAtFault)
{
    expectRefused(R"({"id":"t"})", ErrorCode::MissingKey, "type");
    expectRefused(R"({"type":"teem","id":"t"})", ErrorCode::UnknownType, "type=teem");
    expectRefused(R"({"type":7})", ErrorCode::BadSyntax, "type=7");
    expectRefused(line(R"("type":"event","deal":"d","kind":"stages")"), ErrorCode::UnknownType, "kind=stages");
    expectRefused(line(R"("type":"event","deal":"d")"), ErrorCode::MissingKey, "kind");
    expectRefused(R"({"type":"team","id":"t"})", ErrorCode::MissingKey, "name");
    expectRefused(R"({"type":"team","id":5,"name":"N"})", ErrorCode::BadSyntax, "id=5");
    expectRefused(R"({"type":"team","id":"t","name":"N","kind":"land"})", ErrorCode::BadChoice, "kind=land");
    expectRefused(R"({"type":"customer","id":"c","name":"N","lat":91})", ErrorCode::OutOfRange, "lat=91");
    expectRefused(line(R"("type":"event","kind":"check","deal":"d","stage":"s","item":"i","done":1)"), ErrorCode::BadSyntax,
                  "done=1");
    expectRefused(line(R"("type":"activity","id":"a","kind":"call","direction":"in")"), ErrorCode::MissingKey, "deal");
}

TEST(FactJson, CutsALongValueInASubjectAtACharacter)
{
    std::string name;
    for (int i = 0; i < 100; ++i)
        name += "深";
    const auto record = read(R"({"type":"team","id":"t","name":"N","kind":")" + name + "\"}");
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().subject, "kind=" + name.substr(0, 60));
}

TEST(FactJson, RecordedDefaultsToOccurred)
{
    const auto record = read(line(R"("type":"event","kind":"reopened","deal":"d")"));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->recordedAt(), record->occurredAt());
    EXPECT_EQ(support::toText(record->occurredAt()), "2026-01-01T01:00:00Z");
    EXPECT_FALSE(record->times().assumed);
}

TEST(FactJson, ADescriptionWithoutTimesHoldsFromTheImport)
{
    const auto record = read(R"({"type":"team","id":"t","name":"N"})");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->times(), (domain::Times{importTime, importTime, true}));
}

TEST(FactJson, ADescriptionHoldsFromWhenItWasRecorded)
{
    const auto record = read(R"({"type":"customer","id":"t","name":"N","recorded_at":"2025-01-01T00:00:00Z"})");
    ASSERT_TRUE(record);
    const Instant recorded = *support::parseInstant("2025-01-01T00:00:00Z");
    EXPECT_EQ(record->times(), (domain::Times{recorded, recorded, false}));
}

TEST(FactJson, AnEventMustSayWhenItHappened)
{
    expectRefused(R"({"type":"event","kind":"reopened","deal":"d"})", ErrorCode::MissingKey, "occurred_at");
    expectRefused(R"({"type":"event","kind":"reopened","deal":"d","recorded_at":"2025-01-01T00:00:00Z"})", ErrorCode::MissingKey,
                  "occurred_at");
    expectRefused(R"({"type":"event","kind":"reopened","deal":"d","occurred_at":"gestern"})", ErrorCode::BadTime,
                  "occurred_at=gestern");
    expectRefused(R"({"type":"event","kind":"reopened","deal":"d","occurred_at":"2026-01-01T00:00:00"})", ErrorCode::BadTime,
                  "occurred_at=2026-01-01T00:00:00");
    expectRefused(R"({"type":"event","kind":"reopened","deal":"d","occurred_at":1767225600})", ErrorCode::BadSyntax,
                  "occurred_at=1767225600");
}

TEST(FactJson, AMembershipIsSaidInDays)
{
    const auto membership =
        factOf<domain::Membership>(R"({"type":"membership","person":"p","team":"t","from":"2025-01-01","to":null})");
    EXPECT_EQ(support::toText(membership.from), "2025-01-01");
    EXPECT_FALSE(membership.to);
    expectRefused(R"({"type":"membership","person":"p","team":"t","from":"2025-01-01T00:00:00Z"})", ErrorCode::BadDate,
                  "from=2025-01-01T00:00:00Z");
}

TEST(FactJson, ReadsBehaviourTagsAndDocuments)
{
    const auto lead = factOf<domain::Lead>(line(R"("type":"lead","id":"l","source":"web","behaviour":{"z":2,"a":1.5})"));
    ASSERT_EQ(lead.behaviour->size(), 2U);
    EXPECT_EQ(lead.behaviour->front().first.text(), "a");
    const auto article =
        factOf<domain::Article>(line(R"("type":"article","id":"a","kind":"case","title":"T","body":"","tags":["一","b"])"));
    EXPECT_EQ(article.tags.front().text(), "一");
    const auto playbook = factOf<domain::PlaybookPublished>(line(R"("type":"playbook","version":3,"document":{ "a": [1] })"));
    EXPECT_EQ(playbook.document.text, R"({"a":[1]})");
    expectRefused(line(R"("type":"lead","id":"l","source":"web","behaviour":{"z":"2"})"), ErrorCode::BadSyntax,
                  "behaviour={\"z\":\"2\"}");
    expectRefused(line(R"("type":"lead","id":"l","source":"web","behaviour":{"z":1,"z":2})"), ErrorCode::BadSyntax,
                  "behaviour={\"z\":1,\"z\":2}");
    expectRefused(line(R"("type":"article","id":"a","kind":"case","title":"T","body":"","tags":[1])"), ErrorCode::BadSyntax,
                  "tags=[1]");
}

TEST(FactJson, WritesKeysInAFixedOrderAndTimesInUtc)
{
    const auto record =
        read(R"({"zeta":1,"kind":"amount","currency":"cny","occurred_at":"2026-01-01T09:00:00+08:00","deal":"d\"1",)"
             R"("amount":12.50,"type":"event"})");
    ASSERT_TRUE(record);
    EXPECT_EQ(exchange::toJson(*record),
              R"({"type":"event","deal":"d\"1","kind":"amount","amount":"12.50","currency":"CNY",)"
              R"("occurred_at":"2026-01-01T01:00:00Z","recorded_at":"2026-01-01T01:00:00Z","zeta":1})");
}

TEST(FactJson, AnExtraDoesNotSpeakOverAKeyOfTheFormat)
{
    const auto record = Record::make(factOf<domain::Team>(R"({"type":"team","id":"t","name":"N"})"), {importTime, importTime},
                                     {{"name", {"\"other\""}}, {"occurred_at", {"\"2020-01-01T00:00:00Z\""}}, {"x", {"1"}}});
    ASSERT_TRUE(record);
    EXPECT_EQ(exchange::toJson(*record), R"({"type":"team","id":"t","name":"N","recorded_at":"2026-03-01T00:00:00Z","x":1})");
}

TEST(FactJson, ReadsTheLongestTextThatCanBeWritten)
{
    const auto text = domain::Text::parse(std::string(domain::Text::maxBytes, '\x01'));
    ASSERT_TRUE(text);
    const auto step = Record::make(domain::DealEvent{{*domain::DealId::parse("d"), {}}, domain::NextStepSet{*text, {}}},
                                   {importTime, importTime});
    const auto again = read(exchange::toJson(*step));
    ASSERT_TRUE(again);
    EXPECT_TRUE(*again == *step);
    expectRefused(std::string(exchange::maxLineBytes + 1, ' '), ErrorCode::TooLarge, "");
}

RC_GTEST_PROP(FactJson, ReadsBackWhatItWrote, ())
{
    const Record record = *rc::gen::arbitrary<Record>();
    const std::string text = exchange::toJson(record);
    RC_LOG() << text << "\n";
    const auto again = read(text);
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == record);
    RC_ASSERT(exchange::toJson(*again) == text);
}

RC_GTEST_PROP(FactJson, ALineCutAnywhereIsRefusedNotMisread, ())
{
    const std::string text = exchange::toJson(*rc::gen::arbitrary<Record>());
    const auto cut = *rc::gen::inRange<std::size_t>(0, text.size());
    RC_ASSERT(!read(text.substr(0, cut)));
}
