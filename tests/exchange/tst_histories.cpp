// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "importfixture.h"

#include <gmock/gmock.h>

namespace exchange {

using testing::ElementsAre;

namespace {

const std::string header = "OpportunityId,StageName,CreatedDate\n";
const std::string deals = "Id,Name,AccountId,StageName,CloseDate,CreatedDate,OwnerId,Amount\n";

/// What is told of the deal `id` that is an event, as its kind or stage with its day, in the order of the times.
std::vector<std::string> wayOf(const Imported &set, const std::string &id)
{
    std::vector<std::string> way;
    for (const std::string &fact : set.facts) {
        const auto part = [&](const std::string &key) {
            const std::size_t at = fact.find('"' + key + "\":\"");
            const std::size_t from = at + key.size() + 4;
            return at == std::string::npos ? std::string() : fact.substr(from, fact.find('"', from) - from);
        };
        const std::string kind = part("kind");
        const bool state = kind == "stage" || kind == "won" || kind == "lost" || kind == "reopened";
        if (part("type") == "event" && part("deal") == id && state)
            way.push_back(part("occurred_at").substr(0, 13) + ' ' + (kind == "stage" ? part("stage") : kind));
    }
    std::ranges::stable_sort(way, {}, [](const std::string &one) { return one.substr(0, 13); });
    return way;
}

Imported importFiles(const std::string &dealRows, const std::vector<std::string> &histories)
{
    std::vector<Input> inputs;
    if (!dealRows.empty())
        inputs.push_back(memoryInput("deals.csv", deals + dealRows));
    for (const std::string &rows : histories)
        inputs.push_back(memoryInput("history" + std::to_string(inputs.size()) + ".csv", header + rows));
    return importAll(inputs);
}

} // namespace

TEST(Histories, ThatBeginWithTheNewestAreToldAsTheyHappened)
{
    const auto set = importFiles("", {"1,Closed Won,2026-10-09 10:00\n2,Needs Analysis,2026-10-08 10:00\n"
                                      "1,Needs Analysis,2026-10-05 10:00\n2,Prospecting,2026-10-04 10:00\n"
                                      "1,Closed Lost,2026-10-03 10:00\n1,Prospecting,2026-10-01 10:00\n"});
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_THAT(wayOf(set, "1"), ElementsAre("2026-10-01T02 lead_confirmed", "2026-10-03T02 lost", "2026-10-05T02 reopened",
                                             "2026-10-05T02 needs_diagnosed", "2026-10-09T02 won"));
    EXPECT_THAT(wayOf(set, "2"), ElementsAre("2026-10-04T02 lead_confirmed", "2026-10-08T02 needs_diagnosed"));
}

TEST(Histories, ThatBeginWithTheNewestHaveTheLaterOfOneTimeAboveTheEarlier)
{
    for (const std::string between : {"", "2,Prospecting,2026-10-02 09:00\n"}) {
        const auto set = importFiles("", {"1,Closed Won,2026-10-02 10:00\n1,Needs Analysis,2026-10-02 10:00\n" + between
                                          + "1,Prospecting,2026-10-01 10:00\n"});
        EXPECT_THAT(wayOf(set, "1"),
                    ElementsAre("2026-10-01T02 lead_confirmed", "2026-10-02T02 needs_diagnosed", "2026-10-02T02 won"));
    }
}

TEST(Histories, ByDaysThatBeginWithTheNewestTellTheOneDayOfADealFromBelow)
{
    const auto set = importFiles("", {"2,Closed Won,2026-10-12\n1,Closed Won,2026-10-09\n2,Needs Analysis,2026-10-09\n"
                                      "1,Needs Analysis,2026-10-09\n2,Prospecting,2026-10-08\n1,Prospecting,2026-10-09\n"});
    std::vector<std::string> way;
    for (const std::string &fact : set.facts) {
        if (fact.find(R"("deal":"1")") != std::string::npos)
            way.push_back(fact.find(R"("won")") != std::string::npos          ? "won"
                          : fact.find("needs_diagnosed") != std::string::npos ? "needs_diagnosed"
                                                                              : "lead_confirmed");
    }
    EXPECT_THAT(way, ElementsAre("lead_confirmed", "needs_diagnosed", "won"));
}

TEST(Histories, OfOneDealInTwoFilesAreOneWhicheverComesFirst)
{
    const std::string old = "1,Prospecting,2026-10-01 10:00\n1,Closed Lost,2026-10-03 10:00\n";
    const std::string young = "1,Needs Analysis,2026-10-05 10:00\n";
    const auto inOrder = wayOf(importFiles("", {old, young}), "1");
    EXPECT_THAT(inOrder, ElementsAre("2026-10-01T02 lead_confirmed", "2026-10-03T02 lost", "2026-10-05T02 reopened",
                                     "2026-10-05T02 needs_diagnosed"));
    EXPECT_EQ(wayOf(importFiles("", {young, old}), "1"), inOrder);
}

TEST(Histories, TellTheHourAtWhichADealWasCreatedWhoseRowSaysOnlyTheDay)
{
    const auto set = importFiles("1,A,9,Needs Analysis,2026-12-20,2026-10-01,7,500\n"
                                 "2,B,9,Needs Analysis,2026-12-20,2026-10-01 09:00,7,500\n"
                                 "3,C,9,Needs Analysis,2026-12-20,2026-09-30,7,500\n",
                                 {"1,Needs Analysis,2026-10-01 10:00\n2,Needs Analysis,2026-10-01 10:00\n"
                                  "3,Needs Analysis,2026-10-01 10:00\n"});
    const auto createdAt = [&](const std::string &id, const std::string &time) {
        return set.with({R"("type":"deal","id":")" + id + '"', R"("occurred_at":")" + time});
    };
    EXPECT_EQ(createdAt("1", "2026-10-01T02:00:00Z"), 1U) << "it never stood in another stage";
    EXPECT_EQ(createdAt("2", "2026-10-01T01:00:00Z"), 1U);
    EXPECT_EQ(createdAt("3", "2026-09-29T16:00:00Z"), 1U) << "another day is no rounding";
}

TEST(Histories, ThatStopBeforeTheirDealDoesEndAsItsRowSays)
{
    const auto set =
        importFiles("1,A,9,Closed Won,2026-10-20,2026-10-01,7,500\n2,B,9,Closed Lost,2026-10-02,2026-10-01,7,500\n"
                    "3,C,9,Needs Analysis,2026-12-20,2026-10-01,7,500\n4,D,9,Closed Won,2026-10-06,2026-10-01,7,500\n",
                    {"1,Prospecting,2026-10-01 10:00\n1,Needs Analysis,2026-10-05 10:00\n"
                     "2,Needs Analysis,2026-10-05 10:00\n3,Needs Analysis,2026-10-05 10:00\n"
                     "4,Needs Analysis,2026-10-05 10:00\n4,Closed Won,2026-10-06 10:00\n"});
    EXPECT_THAT(wayOf(set, "1"),
                ElementsAre("2026-10-01T02 lead_confirmed", "2026-10-05T02 needs_diagnosed", "2026-10-19T16 won"));
    EXPECT_THAT(wayOf(set, "2"), ElementsAre("2026-10-05T02 needs_diagnosed", "2026-10-05T02 lost")) << "not before its history";
    EXPECT_THAT(wayOf(set, "3"), ElementsAre("2026-10-05T02 needs_diagnosed"));
    EXPECT_THAT(wayOf(set, "4"), ElementsAre("2026-10-05T02 needs_diagnosed", "2026-10-06T02 won"));
    EXPECT_EQ(set.counts.notes.counts().at({"history_stops", "won", ""}), 1U);
    EXPECT_EQ(set.counts.notes.counts().at({"history_stops", "lost", ""}), 1U);
    EXPECT_EQ(set.counts.facts, set.facts.size());
}

} // namespace exchange
