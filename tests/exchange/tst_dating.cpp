// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dating.h"
#include "exchange/factjson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

using domain::Record;
using support::Instant;

namespace {

constexpr std::string_view imported = "2026-06-01T00:00:00Z";

/// A fact of the import; without a time of its own it is dated by the import.
Record fact(std::string_view line)
{
    return exchange::FactReader().read(line, *support::parseInstant(imported)).value();
}

/// Since when each thing is known after the import of `lines`, by its id; of facts that are no descriptions, nothing.
std::map<std::string, std::string> known(const std::vector<std::string_view> &lines, const std::string &knownBefore = {})
{
    exchange::ImportContext context;
    context.importTime = *support::parseInstant(imported);
    context.knowsThing = [&](std::string_view, const std::string &id) { return id == knownBefore; };
    std::map<std::string, std::string> since;
    exchange::Dating dating(context, [&](const exchange::RowPlace &, const Record &record) -> support::Result<void> {
        const auto note = [&](const auto &body) {
            if constexpr (requires { body.id.text(); })
                since[body.id.text()] = support::toText(record.recordedAt()).substr(0, 10);
            EXPECT_EQ(record.occurredAt(), record.recordedAt());
        };
        std::visit(note, record.fact());
        return {};
    });
    for (const std::string_view line : lines)
        EXPECT_TRUE(dating.take({}, fact(line)));
    EXPECT_TRUE(dating.finish());
    return since;
}

constexpr std::string_view team = R"({"type":"team","id":"T","name":"North"})";
constexpr std::string_view ann = R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"T"})";
constexpr std::string_view acme = R"({"type":"customer","id":"acme","name":"Acme","industry":"steel"})";
constexpr std::string_view kim = R"({"type":"contact","id":"kim","customer":"acme","name":"Kim"})";
constexpr std::string_view deal =
    R"({"type":"deal","id":"D1","customer":"acme","name":"Deal","owner":"ann","occurred_at":"2025-03-01T00:00:00Z"})";
constexpr std::string_view older =
    R"({"type":"deal","id":"D2","customer":"acme","name":"Deal","owner":"ann","occurred_at":"2024-11-05T00:00:00Z"})";

} // namespace

TEST(Dating, KnowsAThingSinceTheEarliestFactThatNamesIt)
{
    const auto since = known({team, ann, acme, deal, older});
    EXPECT_EQ(since.at("acme"), "2024-11-05");
    EXPECT_EQ(since.at("ann"), "2024-11-05");
    EXPECT_EQ(since.at("T"), "2024-11-05") << "a team is as old as what is known of its people";
    EXPECT_EQ(since.at("D1"), "2025-03-01") << "what has a time of its own keeps it";
}

TEST(Dating, KnowsAContactSinceItIsNamedOrElseWithItsCustomer)
{
    EXPECT_EQ(known({acme, kim, deal}).at("kim"), "2025-03-01");
    constexpr std::string_view role =
        R"({"type":"event","deal":"D1","kind":"role","role":"final","contact":"kim","occurred_at":"2025-04-01T00:00:00Z"})";
    EXPECT_EQ(known({acme, kim, deal, role}).at("kim"), "2025-04-01");
    constexpr std::string_view call =
        R"({"type":"activity","id":"A1","kind":"call","direction":"in","customer":"acme","contact":"kim","occurred_at":"2025-01-09T00:00:00Z"})";
    const auto since = known({acme, kim, deal, call});
    EXPECT_EQ(since.at("kim"), "2025-01-09");
    EXPECT_EQ(since.at("acme"), "2025-01-09") << "who speaks for a customer shows that there is one";
}

TEST(Dating, LeavesWhatNoFactNamesToTheDayOfTheImport)
{
    const auto since = known({team, ann, acme, kim});
    for (const char *id : {"T", "ann", "acme", "kim"})
        EXPECT_EQ(since.at(id), "2026-06-01") << id;
}

TEST(Dating, TakesANewDescriptionOfWhatIsKnownForNewsOfTheImport)
{
    const auto since = known({team, ann, acme, deal}, "acme");
    EXPECT_EQ(since.at("acme"), "2026-06-01") << "nobody knew of it before, so no past changes";
    EXPECT_EQ(since.at("ann"), "2025-03-01");
}

TEST(Dating, KeepsATimeThatARowStates)
{
    constexpr std::string_view dated = R"({"type":"customer","id":"acme","name":"Acme","recorded_at":"2025-12-01T00:00:00Z"})";
    EXPECT_EQ(known({dated, deal}).at("acme"), "2025-12-01");
}

TEST(Dating, EndsWithTheErrorOfWhoeverTakesTheFacts)
{
    exchange::ImportContext context;
    context.importTime = *support::parseInstant(imported);
    exchange::Dating dating(context, [](const exchange::RowPlace &, const Record &) -> support::Result<void> {
        return support::failure(support::ErrorCode::DiskFull, "", "full");
    });
    ASSERT_TRUE(dating.take({}, fact(acme))) << "it is kept until it can be dated";
    EXPECT_EQ(dating.take({}, fact(deal)).error().code, support::ErrorCode::DiskFull);
    EXPECT_EQ(dating.finish().error().code, support::ErrorCode::DiskFull);
}
