// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/coverage.h"

#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gmock/gmock.h>

using domain::Comparison;
using domain::Measure;
using engine::Coverage;
using fakes::compare;
using fakes::Story;

namespace {

Coverage coverage(std::string_view lines, int day)
{
    Story told(fakes::smallPlaybook(), lines);
    const support::Instant start = told.board("0d")->asOf;
    return engine::coverageAt(*told.history(), start + support::days(day));
}

} // namespace

TEST(Coverage, KnowsWhatIsRecordedAndFromWhenOn)
{
    constexpr std::string_view lines = "0d deal D1\n 1d call in D1\n 2d file D1 E1 quotation\n 3d role D1 tech kim\n"
                                       " 4d payment D1 10 CNY\n 5d/9d call out D1";
    EXPECT_EQ(coverage(lines, 0), Coverage());
    EXPECT_EQ(coverage(lines, 1), (Coverage{.talk = true}));
    EXPECT_EQ(coverage(lines, 2), (Coverage{.talk = true, .files = true, .health = true}));
    EXPECT_EQ(coverage(lines, 3), (Coverage{.talk = true, .files = true, .roles = true, .health = true}));
    EXPECT_EQ(coverage(lines, 4), (Coverage{true, true, true, true, true}));
}

TEST(Coverage, CountsTalkThatNamesTheCustomerOnly)
{
    EXPECT_EQ(coverage("0d deal D1\n 1d call in @acme", 1), (Coverage{.talk = true}));
}

TEST(Coverage, TellsTheHealthByTalkTogetherWithRolesOrFiles)
{
    EXPECT_FALSE(coverage("0d deal D1\n 1d file D1 E1 quotation\n 2d role D1 tech kim", 3).health);
    EXPECT_TRUE(coverage("0d deal D1\n 1d call in D1\n 2d role D1 tech kim", 3).health);
}

TEST(Coverage, IsNeededByAnAbsenceAndNotByWhatIsThere)
{
    using domain::Condition;
    EXPECT_EQ(engine::neededBy(compare(Measure::DaysSinceInteraction, Comparison::More, 7)), (Coverage{.talk = true}));
    EXPECT_EQ(engine::neededBy(compare(Measure::Payments, Comparison::Less, 1)), (Coverage{.payments = true}));
    EXPECT_EQ(engine::neededBy(compare(Measure::Health, Comparison::Less, 60)), (Coverage{.health = true}));
    EXPECT_EQ(engine::neededBy(compare(Measure::DaysInStage, Comparison::More, 7)), Coverage());
    EXPECT_EQ(engine::neededBy(Condition{domain::EvidenceTest{{}, 1, false}}), (Coverage{.files = true}));
    EXPECT_EQ(engine::neededBy(Condition{domain::EvidenceTest{{}, 1, true}}), Coverage());
    const Condition both{domain::ConditionGroup{
        domain::GroupKind::All,
        {compare(Measure::RolesMissing, Comparison::AtLeast, 1), compare(Measure::KeyFiles, Comparison::Less, 2)}}};
    EXPECT_EQ(engine::neededBy(both), (Coverage{.files = true, .roles = true}));
}

TEST(Coverage, LeavesRulesOutThatHaveNothingToGoBy)
{
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.rules = {fakes::ruleOn("quiet", compare(Measure::DaysSinceInteraction, Comparison::More, 7)),
                      fakes::ruleOn("long", compare(Measure::DaysInStage, Comparison::More, 7))};
    Story told(playbook, "0d deal D1");
    const auto silent = engine::silentRules(playbook, Coverage());
    EXPECT_THAT(silent, testing::ElementsAre(true, false));
    const engine::RuleSet rest = told.rules().without(silent);
    EXPECT_EQ(rest.find(0), nullptr);
    EXPECT_NE(rest.find(1), nullptr);
    EXPECT_EQ(rest.silent(), silent);
}
