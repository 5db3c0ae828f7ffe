// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

using fakes::Story;
using testing::ElementsAre;

namespace {

Story story(std::string_view lines)
{
    return Story(fakes::smallPlaybook(), lines);
}

engine::HealthCounts counts(Story &told, std::string_view asOf)
{
    return told.deal("D1", asOf).row.counts;
}

} // namespace

TEST(Health, IsThirtyARoleFifteenAFileTenAnInquiryAndFiveADayOff)
{
    Story told = story(R"(
        0d deal D1
        1d role D1 tech kim
        1d role D1 budget lee
        1d file D1 E1 quotation
        1d call in D1)");
    EXPECT_EQ(told.health("D1", "1d"), 30 * 2 + 15 + 10);
    EXPECT_EQ(told.health("D1", "5d"), 30 * 2 + 15 + 10 - 5 * 3);
}

TEST(Health, CountsADayAsStaleFromOneMicrosecondPastFortyEightHours)
{
    Story told = story("0d deal D1\n 1d next D1");
    EXPECT_EQ(counts(told, "3d").staleDays, 0);
    EXPECT_EQ(counts(told, "3d1us").staleDays, 1);
    EXPECT_EQ(counts(told, "3d1s").staleDays, 1);
    EXPECT_EQ(counts(told, "3d23h59m59s").staleDays, 1);
    EXPECT_EQ(counts(told, "4d").staleDays, 2);
    EXPECT_EQ(counts(told, "33d").staleDays, 31);
}

TEST(Health, CountsFromTheCreationWhereNothingWasDone)
{
    Story told = story("0d deal D1");
    EXPECT_EQ(told.health("D1", "2d"), 0);
    EXPECT_EQ(told.health("D1", "2d1s"), -5);
}

TEST(Health, TakesAnUpdateFromBeforeTheCreationWhereThereIsNoOther)
{
    Story told = story("0d deal D1\n -1d call out D1");
    EXPECT_EQ(counts(told, "1d1s").staleDays, 1);
}

TEST(Health, OfExactlySixtyIsNotRed)
{
    Story told = story(R"(
        0d deal D1
        0d role D1 tech kim
        0d role D1 final lee)");
    EXPECT_EQ(told.health("D1", "2d"), 60);
    EXPECT_FALSE(told.deal("D1", "2d").row.red);
    EXPECT_TRUE(told.deal("D1", "2d1s").row.red);
}

TEST(Health, CountsInquiriesOfTheLastSevenDaysWithoutTheOneAtItsStart)
{
    Story told = story(R"(
        0d  deal D1
        3d  call in D1
        10d chat in D1)");
    EXPECT_EQ(counts(told, "10d").asks, 1) << "exactly seven days ago is outside, now is inside";
    EXPECT_EQ(counts(told, "3d").asks, 1);
    EXPECT_EQ(counts(told, "9d23h59m59s").asks, 1);
    EXPECT_EQ(counts(told, "17d").asks, 0);
}

TEST(Health, CountsAsInquiryOnlyWhatTheCustomerBegan)
{
    Story told = story(R"(
        0d deal D1
        1d call in D1
        1d email in D1
        1d chat in D1
        1d visit in D1
        1d meeting in D1
        1d demo in D1
        1d file in D1
        1d note in D1
        1d page_view in D1
        1d tender in D1
        1d feedback in D1
        1d call out D1
        1d call internal D1)");
    EXPECT_EQ(counts(told, "1d").asks, 5);
}

TEST(Health, FillsARoleOnceAndEmptiesItWhenItIsCleared)
{
    Story told = story(R"(
        0d deal D1
        1d role D1 tech kim
        2d role D1 tech lee
        3d role D1 tech none
        1d role D1 unheard kim)");
    EXPECT_EQ(counts(told, "2d").roles, 1);
    EXPECT_EQ(counts(told, "3d").roles, 0);
}

TEST(Health, CountsTwoFilesWithOneContentOnce)
{
    Story told = story(R"(
        0d deal D1
        1d file D1 E1 quotation hash=a
        2d file D1 E2 minutes hash=a
        3d file D1 E3 minutes hash=b
        4d file D1 E4 minutes
        4d file D1 E5 minutes)");
    EXPECT_EQ(counts(told, "1d").files, 1);
    EXPECT_EQ(counts(told, "2d").files, 1);
    EXPECT_EQ(counts(told, "3d").files, 2);
    EXPECT_EQ(counts(told, "4d").files, 4) << "files without a hash are all different";
}

TEST(Health, CountsTheSecondOfTwoEqualFilesWhenTheFirstIsRejected)
{
    Story told = story(R"(
        0d deal D1
        1d file D1 E1 quotation hash=a
        1d file D1 E2 quotation hash=a
        2d verdict D1 E1 rejected
        3d verdict D1 E2 rejected)");
    EXPECT_EQ(counts(told, "1d").files, 1);
    EXPECT_EQ(counts(told, "2d").files, 1);
    EXPECT_THAT(engine::healthTerms(told.deal("D1", "2d").state, {}, fakes::at("2d"))[1].records, ElementsAre(3));
    EXPECT_EQ(counts(told, "3d").files, 0);
}

TEST(Health, KeepsAKeyFileThatAMinorFileHadTheContentOf)
{
    Story told = story(R"(
        0d deal D1
        1d file D1 E1 photo hash=a
        2d file D1 E2 quotation hash=a)");
    EXPECT_EQ(counts(told, "1d").files, 0);
    EXPECT_EQ(counts(told, "2d").files, 1);
}

TEST(Health, CountsAKindThatThePlaybookDoesNotKnowAsKeyFile)
{
    Story told = story("0d deal D1\n 1d file D1 E1 tape");
    EXPECT_EQ(counts(told, "1d").files, 1);
}

TEST(Health, KnowsAVerdictOnlyFromWhenItWasRecorded)
{
    Story told = story(R"(
        0d    deal D1
        1d    file D1 E1 quotation
        2d/5d verdict D1 E1 rejected
        6d    verdict D1 E1 accepted)");
    EXPECT_EQ(counts(told, "4d").files, 1);
    EXPECT_EQ(counts(told, "5d").files, 0);
    EXPECT_EQ(counts(told, "6d").files, 1);
}

TEST(Health, OfTheRejectedUploadIsNothing)
{
    Story told = story("0d deal D1\n 1d file D1 E1 quotation verdict=rejected");
    EXPECT_EQ(counts(told, "1d").files, 0);
}

TEST(Health, OfLastTuesdayIsNotImprovedByAVisitTypedOnFriday)
{
    Story told = story(R"(
        0d    deal D1
        4d/8d visit in D1)");
    EXPECT_EQ(told.health("D1", "5d"), -5 * 4);
    EXPECT_EQ(told.health("D1", "8d"), 10 - 5 * 3) << "known now: an inquiry four days ago, and two days past 48 hours";
}

TEST(Health, TakesNothingThatIsRecordedBeforeItHappened)
{
    Story told = story("0d deal D1\n 4d/1d visit in D1");
    EXPECT_EQ(counts(told, "3d").asks, 0);
    EXPECT_EQ(counts(told, "4d").asks, 1);
}

TEST(Health, IsOfOpenDealsOnly)
{
    Story told = story("0d deal D1\n 0d role D1 tech kim\n 1d lost D1\n 2d reopened D1");
    EXPECT_EQ(told.health("D1", "0d"), 30);
    EXPECT_EQ(told.health("D1", "1d"), 0);
    EXPECT_FALSE(told.deal("D1", "1d").row.red);
    EXPECT_EQ(told.health("D1", "2d"), 30);
}

TEST(Health, SeesNoProgressInPageViewsAndTenders)
{
    Story told = story("0d deal D1\n 3d page_view in D1\n 3d tender in D1");
    EXPECT_EQ(counts(told, "3d").staleDays, 2);
}

TEST(Health, SeesProgressInAnyEventFileOrOtherActivity)
{
    for (const std::string_view line :
         {"3d check D1 found ask", "3d close D1 none", "3d file D1 E1 photo", "3d note internal D1"}) {
        Story told = story("0d deal D1");
        told.tell(line);
        EXPECT_EQ(counts(told, "5d").staleDays, 0) << line;
    }
}

TEST(Health, SeesNoProgressInDecisionsAndTasks)
{
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.rules = {fakes::ruleOn("red", fakes::compare(domain::Measure::Health, domain::Comparison::Less, 60))};
    Story told(playbook, "0d deal D1\n 3d flag D1 red acknowledged\n 3d task D1 T1 open");
    EXPECT_EQ(counts(told, "3d").staleDays, 2);
}

TEST(Health, MayHaveItsTermsCapped)
{
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.health.fileCap = 1;
    playbook.health.askCap = 2;
    playbook.health.staleCap = 3;
    Story told(playbook, R"(
        0d deal D1
        1d file D1 E1 minutes
        1d file D1 E2 minutes
        1d call in D1 id=a
        1d call in D1 id=b
        1d call in D1 id=c)");
    EXPECT_EQ(told.health("D1", "1d"), 15 + 20);
    EXPECT_EQ(told.health("D1", "30d"), 15 - 5 * 3);
}

TEST(Health, OpensIntoTermsWithTheFactsBehindThem)
{
    Story told = story(R"(
        0d deal D1
        1d role D1 tech kim
        1d file D1 E1 minutes
        1d call in D1)");
    const auto terms = engine::healthTerms(told.deal("D1", "4d").state, {}, fakes::at("4d"));
    EXPECT_THAT(terms[0].records, ElementsAre(2));
    EXPECT_THAT(terms[1].records, ElementsAre(3));
    EXPECT_THAT(terms[2].records, ElementsAre(4));
    EXPECT_THAT(terms[3].records, ElementsAre(4)) << "the last progress";
    EXPECT_EQ(terms[3].value, -10);
    const auto sum = std::accumulate(terms.begin(), terms.end(), std::int64_t{0},
                                     [](std::int64_t all, const engine::HealthTerm &term) { return all + term.value; });
    EXPECT_EQ(sum, told.health("D1", "4d"));
}
