// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using engine::GatePart;
using fakes::Story;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr std::string_view foundPassed = R"(
    0d deal D1
    0d field D1 pain much
    0d check D1 found ask
    0d file D1 E1 quotation verdict=accepted)";

constexpr std::string_view shownPassed = R"(
    0d stage D1 shown
    0d role D1 tech kim
    0d file D1 E2 minutes verdict=accepted
    0d file D1 E3 report verdict=accepted)";

Story story(std::string_view lines, std::string_view more = {}, std::string_view evenMore = {})
{
    return Story(fakes::smallPlaybook(), std::string(lines) + '\n' + std::string(more) + '\n' + std::string(evenMore));
}

std::vector<GatePart> unmet(Story &told, std::size_t place, std::string_view asOf)
{
    std::vector<GatePart> parts;
    for (const engine::Unmet &one : engine::judgeGate(told.deal("D1", asOf).state, place, fakes::at(asOf)).unmet)
        parts.push_back(one.part);
    return parts;
}

int proven(Story &told, std::string_view asOf)
{
    return told.deal("D1", asOf).row.proven;
}

} // namespace

TEST(Gate, NamesEachConditionThatIsNotMet)
{
    Story told = story("0d deal D1");
    EXPECT_THAT(unmet(told, 0, "0d"), ElementsAre(GatePart::Field, GatePart::Item, GatePart::Evidence));
    EXPECT_THAT(unmet(told, 1, "0d"), ElementsAre(GatePart::Evidence, GatePart::Role, GatePart::Wait));
    EXPECT_THAT(unmet(told, 3, "0d"), ElementsAre(GatePart::Field, GatePart::Field, GatePart::Field, GatePart::Field));
}

TEST(Gate, HoldsWhenAllIsMet)
{
    Story told = story(foundPassed);
    EXPECT_THAT(unmet(told, 0, "0d"), IsEmpty());
    EXPECT_EQ(proven(told, "0d"), 1);
}

TEST(Gate, FallsWithEachOfItsConditions)
{
    for (const std::string_view undone : {"1d field D1 pain none", "1d uncheck D1 found ask", "1d verdict D1 E1 rejected"}) {
        Story told = story(foundPassed, undone);
        EXPECT_EQ(unmet(told, 0, "1d").size(), 1U) << undone;
        EXPECT_EQ(proven(told, "1d"), 0) << undone;
        EXPECT_EQ(proven(told, "0d"), 1) << undone;
    }
}

TEST(Gate, WantsAcceptedEvidence)
{
    Story told = story("0d deal D1\n 0d field D1 pain much\n 0d check D1 found ask\n 0d file D1 E1 quotation");
    EXPECT_THAT(unmet(told, 0, "0d"), ElementsAre(GatePart::Evidence));
    told.tell("2d verdict D1 E1 accepted");
    EXPECT_THAT(unmet(told, 0, "2d"), IsEmpty());
}

TEST(Gate, TakesTheAcceptedOneOfTwoEqualFiles)
{
    Story told = story(R"(
        0d deal D1
        0d field D1 pain much
        0d check D1 found ask
        1d file D1 E1 quotation hash=a
        2d file D1 E2 quotation hash=a
        3d verdict D1 E2 accepted)");
    EXPECT_THAT(unmet(told, 0, "3d"), IsEmpty());
}

TEST(Gate, DoesNotTakeOneContentForTwoProofs)
{
    Story told = story("0d deal D1\n 0d stage D1 shown\n 0d role D1 tech kim", R"(
        0d file D1 E1 minutes hash=a verdict=accepted
        0d file D1 E2 report hash=a verdict=accepted)");
    EXPECT_THAT(unmet(told, 1, "2d"), ElementsAre(GatePart::Evidence));
}

TEST(Gate, LetsNoMinorFileTakeAKeyFilesPlace)
{
    for (const std::string_view order : {"0d photo 1d quotation", "1d photo 0d quotation"}) {
        Story told = story("0d deal D1\n 0d field D1 pain much\n 0d check D1 found ask");
        told.tell(std::string(order.substr(0, 2)) + " file D1 E1 photo hash=a verdict=accepted");
        told.tell(std::string(order.substr(9, 2)) + " file D1 E2 quotation hash=a verdict=accepted");
        EXPECT_THAT(unmet(told, 0, "2d"), IsEmpty()) << order;
        for (const engine::FileState &file : told.deal("D1", "2d").state.files)
            EXPECT_EQ(file.duplicate, !file.key) << "one content is one proof";
    }
}

TEST(Gate, WantsTheWholeWaitingTime)
{
    Story told = story(foundPassed, shownPassed);
    EXPECT_THAT(unmet(told, 1, "23h59m59s"), ElementsAre(GatePart::Wait));
    EXPECT_THAT(unmet(told, 1, "24h"), IsEmpty());
    EXPECT_EQ(proven(told, "24h"), 2);
}

TEST(Gate, MeasuresTheWaitingTimeOfTheLastStay)
{
    Story told = story(foundPassed, shownPassed, "3d stage D1 found\n 4d stage D1 shown\n 4d12h stage D1 talked");
    EXPECT_THAT(unmet(told, 1, "3d"), IsEmpty());
    EXPECT_THAT(unmet(told, 1, "9d"), ElementsAre(GatePart::Wait));
}

TEST(Gate, StopsWaitingWhenTheDealIsClosed)
{
    Story told = story(foundPassed, shownPassed, "12h lost D1");
    EXPECT_THAT(unmet(told, 1, "9d"), ElementsAre(GatePart::Wait));
}

TEST(Gate, IsProvenByAnOverrideAndSaysSo)
{
    Story told = story("0d deal D1\n 1d override D1 found");
    const auto view = engine::judgeGate(told.deal("D1", "1d").state, 0, fakes::at("1d"));
    EXPECT_TRUE(view.open());
    EXPECT_TRUE(view.overridden);
    EXPECT_FALSE(view.holds);
    EXPECT_EQ(proven(told, "1d"), 1);
    EXPECT_EQ(proven(told, "0d"), 0);
}

TEST(Gate, IsOpenSinceItsOverrideWhereItsConditionsDoNotHold)
{
    Story told = story("0d deal D1\n 40d override D1 found\n 50d override D1 found");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "41d").state, 0, fakes::at("41d")), fakes::at("40d"));
    EXPECT_EQ(engine::gateSince(told.deal("D1", "51d").state, 0, fakes::at("51d")), fakes::at("40d")) << "the first lets it pass";
}

TEST(Gate, IsOpenSinceItsConditionsHoldOrItsOverrideWhicheverCameFirst)
{
    Story told = story("2d override D1 found", foundPassed, "12h field D1 pain none\n 1d field D1 pain more");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "3d").state, 0, fakes::at("3d")), fakes::at("1d"));
    told.tell("3d12h field D1 pain none\n 4d field D1 pain most");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "4d").state, 0, fakes::at("4d")), fakes::at("2d"));
}

TEST(Gate, IsOpenNoLaterForWhatIsSaidAgain)
{
    Story told = story(foundPassed, "5d field D1 pain more\n 6d check D1 found ask\n 7d verdict D1 E1 accepted");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "9d").state, 0, fakes::at("9d")), fakes::at("0d"));
    told.tell("0d amount D1 1 CNY\n 0d close D1 5d\n 0d next D1\n 0d customer acme channel=fair");
    told.tell("5d amount D1 2 CNY\n 6d close D1 9d\n 7d next D1\n 8d customer acme channel=web");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "9d").state, 3, fakes::at("9d")), fakes::at("0d"));
    told.tell("0d stage D1 shown\n 0d role D1 tech kim\n 0d file D1 E2 minutes verdict=accepted");
    told.tell("0d file D1 E3 report verdict=accepted\n 9d role D1 tech lee");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "9d").state, 1, fakes::at("9d")), fakes::at("1d")) << "when the wait was over";
}

TEST(Gate, IsOpenSinceTheValueThatItWantsIsHeld)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.pipelines[0].stages[0].requiredFields = {{*domain::FieldId::parse("pain"), {*domain::Name::parse("much")}}};
    Story told(book, std::string(foundPassed) + "\n 1d field D1 pain less\n 2d field D1 pain much\n 3d field D1 pain much");
    EXPECT_EQ(engine::gateSince(told.deal("D1", "4d").state, 0, fakes::at("4d")), fakes::at("2d"));
}

TEST(Gate, KeepsItsOverrideWhenAMoveBackOrForwardIsTakenBack)
{
    Story told = story("0d deal D1\n 1d override D1 found\n 1d override D1 shown\n 1d stage D1 talked");
    ASSERT_EQ(proven(told, "2d"), 2);
    told.tell("3d stage D1 found\n 3d/3d5s stage D1 talked");
    EXPECT_EQ(proven(told, "3d"), 0);
    EXPECT_EQ(proven(told, "4d"), 2) << "the move back was none";
    told.tell("5d override D1 talked\n 6d stage D1 signed\n 6d/6d5s stage D1 talked");
    EXPECT_TRUE(told.deal("D1", "7d").state.overridden[2]) << "it stood before the move";
    told.tell("8d override D1 signed\n 8d stage D1 paid\n 8d/8d5s stage D1 talked");
    EXPECT_FALSE(told.deal("D1", "9d").state.overridden[3]) << "it was for the move that was taken back";
}

TEST(Gate, RefusesAMoveForEveryGateLeftBehind)
{
    Story told = story("0d deal D1");
    const auto state = told.deal("D1", "0d").state;
    const auto against = engine::judgeMove(state, 4, fakes::at("0d"));
    ASSERT_EQ(against.size(), 3U) << "the stage that asks for nothing has nothing against it";
    EXPECT_EQ(against[0].first, 0U);
    EXPECT_EQ(against[1].first, 1U);
    EXPECT_EQ(against[2].first, 3U);
    EXPECT_THAT(engine::judgeMove(state, 0, fakes::at("0d")), IsEmpty());
}

TEST(Gate, LetsADealMoveBack)
{
    Story told = story("0d deal D1\n 0d stage D1 talked");
    EXPECT_THAT(engine::judgeMove(told.deal("D1", "0d").state, 1, fakes::at("0d")), IsEmpty());
}

TEST(Gate, ProvesLessOrMoreThanIsClaimed)
{
    Story less = story("0d deal D1\n 0d stage D1 paid");
    EXPECT_EQ(less.deal("D1", "0d").row.claimed, 4);
    EXPECT_EQ(proven(less, "0d"), 0);
    Story more = story(foundPassed);
    EXPECT_EQ(more.deal("D1", "0d").row.claimed, 0);
    EXPECT_EQ(proven(more, "0d"), 1);
}

TEST(Gate, ThatAsksForNothingProvesOnlyWhatIsClaimed)
{
    Story told = story(foundPassed, shownPassed);
    EXPECT_EQ(proven(told, "2d"), 2);
    told.tell("3d stage D1 signed");
    EXPECT_EQ(proven(told, "3d"), 3);
}

TEST(Gate, WantsOneOfTheValuesThatItNames)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.pipelines[0].stages[0].requiredFields = {
        {*domain::FieldId::parse("pain")},
        {*domain::FieldId::parse("intent"), {*domain::Name::parse("strong"), *domain::Name::parse("2026-01-20")}}};
    Story told(book, "0d deal D1\n 0d field D1 pain much\n 0d check D1 found ask\n 0d file D1 E1 quotation verdict=accepted");
    EXPECT_THAT(unmet(told, 0, "0d"), ElementsAre(GatePart::Value));
    EXPECT_EQ(engine::judgeGate(told.deal("D1", "0d").state, 0, fakes::at("0d")).unmet[0].at, 1U);
    told.tell("1d field D1 intent weak\n 2d field D1 intent strong\n 3d field D1 intent none\n 4d field D1 intent 2026-01-20");
    EXPECT_THAT(unmet(told, 0, "1d"), ElementsAre(GatePart::Value)) << "filled, with something else";
    EXPECT_THAT(unmet(told, 0, "2d"), IsEmpty());
    EXPECT_THAT(unmet(told, 0, "3d"), ElementsAre(GatePart::Value));
    EXPECT_THAT(unmet(told, 0, "4d"), IsEmpty()) << "any of the values will do, dates too";
    EXPECT_EQ(proven(told, "1d"), 0);
    EXPECT_EQ(proven(told, "2d"), 1);
}

TEST(Gate, ReadsTheFieldsThatEveryDealHas)
{
    Story told = story("0d deal D1\n 0d amount D1 1 CNY\n 0d close D1 5d\n 0d next D1\n 0d customer acme channel=fair");
    EXPECT_THAT(unmet(told, 3, "0d"), IsEmpty());
    told.tell("1d close D1 none");
    EXPECT_THAT(unmet(told, 3, "1d"), ElementsAre(GatePart::Field));
    told.tell("2d customer acme");
    EXPECT_THAT(unmet(told, 3, "2d"), ElementsAre(GatePart::Field, GatePart::Field));
    told.tell("3d next D1 -");
    EXPECT_THAT(unmet(told, 3, "3d"), ElementsAre(GatePart::Field, GatePart::Field, GatePart::Field));
    told.tell("4d next D1");
    EXPECT_THAT(unmet(told, 3, "4d"), ElementsAre(GatePart::Field, GatePart::Field));
}
