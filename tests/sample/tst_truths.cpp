// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/sample/telling.h"

#include "exchange/sample/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using domain::Activity;
using domain::ActivityKind;
using domain::Direction;
using exchange::sample::dayOf;
using exchange::sample::minuteOf;
using telling::DealStory;
using telling::today;
using telling::usual;
using testing::Contains;
using testing::Not;

namespace {

std::vector<const domain::Record *> activitiesOf(const std::string &person)
{
    std::vector<const domain::Record *> found;
    for (const domain::Record &record : usual().records) {
        const auto *activity = std::get_if<Activity>(&record.fact());
        if (activity != nullptr && activity->actor && activity->actor->text() == person && activity->direction == Direction::Out)
            found.push_back(&record);
    }
    return found;
}

const Activity &activityOf(const domain::Record *record)
{
    return std::get<Activity>(record->fact());
}

template <class Holds>
double shareOf(const std::vector<const domain::Record *> &records, Holds holds)
{
    return static_cast<double>(std::ranges::count_if(records, holds))
           / static_cast<double>(std::max<std::size_t>(1, records.size()));
}

bool hasEvidence(const DealStory &deal, const std::set<std::string> &kinds)
{
    return std::ranges::any_of(deal.evidence, [&](const domain::Record *record) {
        return kinds.contains(std::get<domain::Evidence>(record->fact()).kind.text());
    });
}

template <class Body>
std::size_t countOf(const DealStory &deal)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        deal.events, [](const domain::Record *record) { return telling::Telling::body<Body>(*record) != nullptr; }));
}

std::size_t rolesOf(const DealStory &deal)
{
    std::set<std::string> roles;
    for (const domain::Record *record : deal.events) {
        if (const auto *role = telling::Telling::body<domain::RoleSet>(*record))
            roles.insert(role->role.text());
    }
    return roles.size();
}

const DealStory &dealOf(const std::string &id)
{
    return usual().deals.at(id);
}

std::string fieldOf(const DealStory &deal, const std::string &field)
{
    const auto found = deal.fields.find(field);
    return found == deal.fields.end() ? "" : found->second;
}

/// The open deals whose field has that value.
std::vector<std::string> openWith(const std::string &field, const std::string &value)
{
    std::vector<std::string> ids;
    for (const auto &[id, deal] : usual().deals) {
        if (deal.open && fieldOf(deal, field) == value)
            ids.push_back(id);
    }
    return ids;
}

const std::set<std::string> decisionProofs{"purchase_process", "price_comparison", "technical_confirmation"};

} // namespace

TEST(SampleTruths, EveryPlantedPatternIsThere)
{
    for (const std::string_view truth : {"back_fill",
                                         "filler",
                                         "coasting_star",
                                         "slow_response",
                                         "speed_pays",
                                         "bounce_pattern",
                                         "stage_bounce",
                                         "neglected",
                                         "no_answer",
                                         "inquiry_open",
                                         "no_material",
                                         "demo_unanswered",
                                         "meetings_missed",
                                         "tender_unmatched",
                                         "close_passed",
                                         "close_pushed",
                                         "intent_unproven",
                                         "potential_unproven",
                                         "progress_unproven",
                                         "hard_but_warm",
                                         "signed_unpaid",
                                         "rushed",
                                         "rival_on_price",
                                         "renewal_due",
                                         "dormant_lead",
                                         "honest_short_calls",
                                         "honest_late_recording",
                                         "honest_hard"})
        EXPECT_GE(usual().count(truth), 1U) << truth;
}

TEST(SampleTruths, AMinorityOfOpenDealsBearsOne)
{
    std::set<std::string> labelled;
    std::size_t open = 0;
    for (const exchange::sample::Truth &truth : usual().truths)
        labelled.insert(truth.subject);
    std::size_t both = 0;
    for (const auto &[id, deal] : usual().deals) {
        open += deal.open ? 1U : 0U;
        both += deal.open && labelled.contains(id) ? 1U : 0U;
    }
    EXPECT_GT(both * 100, open * 15);
    EXPECT_LT(both * 100, open * 45);
}

TEST(SampleTruths, TheBackFillerTypesTheWeekOnFridayAfternoonInSeconds)
{
    const auto records = activitiesOf(usual().subjectsOf("back_fill").front());
    ASSERT_GT(records.size(), 300U);
    const auto onFriday = [](const domain::Record *record) {
        return support::weekday(dayOf(record->recordedAt())) == 4 && minuteOf(record->recordedAt()) >= 15 * 60;
    };
    EXPECT_GT(shareOf(records, onFriday), 0.97);
    std::vector<const domain::Record *> visits;
    std::ranges::copy_if(records, std::back_inserter(visits),
                         [](const auto *record) { return activityOf(record).kind == ActivityKind::Visit; });
    EXPECT_GT(
        shareOf(visits,
                [](const auto *record) { return activityOf(record).duration && activityOf(record).duration->value() < 40; }),
        0.97);
}

TEST(SampleTruths, WhoTypesLateForAReasonSpentRealTimeThere)
{
    const auto records = activitiesOf(usual().subjectsOf("honest_late_recording").front());
    std::vector<const domain::Record *> visits;
    std::ranges::copy_if(records, std::back_inserter(visits),
                         [](const auto *record) { return activityOf(record).kind == ActivityKind::Visit; });
    ASSERT_GT(visits.size(), 20U);
    EXPECT_GT(shareOf(visits, [](const auto *record) { return activityOf(record).duration->value() > 1000; }), 0.97);
    EXPECT_GT(shareOf(visits, [](const auto *record) { return record->recordedAt() - record->occurredAt() > support::hours(2); }),
              0.8);
}

TEST(SampleTruths, FillersRepeatThemselvesAndShortCallersDoNot)
{
    const auto longTexts = [](const std::string &person) {
        return shareOf(activitiesOf(person), [](const auto *record) {
            const auto &words = activityOf(record).text;
            return words && words->text().size() > 45;
        });
    };
    for (const std::string &person : usual().subjectsOf("filler"))
        EXPECT_LT(longTexts(person), 0.3);
    const std::string caller = usual().subjectsOf("honest_short_calls").front();
    EXPECT_GT(longTexts(caller), 0.5);
    std::vector<const domain::Record *> calls;
    std::ranges::copy_if(activitiesOf(caller), std::back_inserter(calls),
                         [](const auto *record) { return activityOf(record).kind == ActivityKind::Call; });
    EXPECT_GT(shareOf(calls, [](const auto *record) { return activityOf(record).duration->value() < 60; }), 0.95);
}

TEST(SampleTruths, TheFiveContradictionsContradict)
{
    for (const std::string &id : usual().subjectsOf("intent_unproven")) {
        EXPECT_EQ(fieldOf(dealOf(id), "intent"), "强烈") << id;
        EXPECT_EQ(fieldOf(dealOf(id), "budget_range"), "") << id;
        EXPECT_LT(rolesOf(dealOf(id)), 3U) << id;
    }
    for (const std::string &id : usual().subjectsOf("progress_unproven")) {
        EXPECT_EQ(fieldOf(dealOf(id), "self_rating"), "推进顺利") << id;
        EXPECT_FALSE(hasEvidence(dealOf(id), decisionProofs)) << id;
    }
    for (const std::string &id : usual().subjectsOf("potential_unproven")) {
        EXPECT_EQ(fieldOf(dealOf(id), "self_rating"), "高潜力") << id;
        EXPECT_FALSE(hasEvidence(dealOf(id), {"requirement"})) << id;
    }
    for (const std::string &id : usual().subjectsOf("signed_unpaid"))
        EXPECT_EQ(countOf<domain::PaymentReceived>(dealOf(id)), 0U) << id;
    for (const std::string &id : usual().subjectsOf("hard_but_warm"))
        EXPECT_EQ(fieldOf(dealOf(id), "self_rating"), "困难") << id;
}

TEST(SampleTruths, NobodyElseContradictsThemselves)
{
    for (const std::string &id : openWith("intent", "强烈")) {
        const bool proven = fieldOf(dealOf(id), "budget_range") != "" || rolesOf(dealOf(id)) == 3;
        EXPECT_TRUE(proven || std::ranges::count(usual().subjectsOf("intent_unproven"), id) > 0) << id;
    }
    for (const std::string &id : openWith("self_rating", "推进顺利")) {
        const bool proven = hasEvidence(dealOf(id), decisionProofs);
        EXPECT_NE(proven, std::ranges::count(usual().subjectsOf("progress_unproven"), id) > 0) << id;
    }
}

TEST(SampleTruths, BouncesAreFridayAfternoonsAndOneKindOfCustomer)
{
    std::map<std::string, std::string> industryOf;
    for (const domain::Record &record : usual().records) {
        if (const auto *customer = std::get_if<domain::Customer>(&record.fact()))
            industryOf[customer->id.text()] = customer->industry->text();
    }
    for (const std::string &id : usual().subjectsOf("stage_bounce"))
        EXPECT_EQ(industryOf[dealOf(id).deal().customer.text()], usual().subjectsOf("bounce_pattern").front()) << id;
    EXPECT_GT(usual().count("stage_bounce"), 10U);
}

TEST(SampleTruths, TheFastTeamWinsMore)
{
    std::map<std::string, std::pair<double, double>> byTeam; // won, closed
    for (const auto &[id, deal] : usual().deals) {
        auto &[won, closed] = byTeam[deal.deal().team->text()];
        won += deal.won ? 1 : 0;
        closed += deal.open ? 0 : 1;
    }
    const std::string fast = usual().subjectsOf("speed_pays").front();
    const double rate = byTeam[fast].first / byTeam[fast].second;
    for (const auto &[team, counts] : byTeam)
        EXPECT_TRUE(team == fast || counts.first / counts.second < rate * 0.92) << team;
}

TEST(SampleTruths, NeglectedDealsAreQuiet)
{
    for (const std::string &id : usual().subjectsOf("neglected")) {
        const DealStory &deal = dealOf(id);
        const auto recent = [](const domain::Record *record) { return record->occurredAt() > today() - support::days(7); };
        EXPECT_EQ(std::ranges::count_if(deal.activities, recent), 0) << id;
        EXPECT_EQ(std::ranges::count_if(deal.evidence, recent), 0) << id;
    }
}

TEST(SampleTruths, TendersWithoutABidAreNotMatched)
{
    for (const std::string &id : usual().subjectsOf("tender_unmatched")) {
        EXPECT_EQ(fieldOf(dealOf(id), "bid_status"), "") << id;
        EXPECT_TRUE(std::ranges::any_of(dealOf(id).activities, [](const auto *record) {
            return activityOf(record).kind == ActivityKind::Tender;
        })) << id;
    }
}

TEST(SampleTruths, MeetingsMissedHadNobodyOfOurs)
{
    for (const std::string &id : usual().subjectsOf("meetings_missed")) {
        std::size_t missed = 0;
        for (const domain::Record *record : dealOf(id).activities) {
            const Activity &activity = activityOf(record);
            missed += activity.kind == ActivityKind::Meeting && activity.direction == Direction::In && !activity.actor ? 1U : 0U;
        }
        EXPECT_EQ(missed, 2U) << id;
    }
}

TEST(SampleTruths, CloseDatesPassedAndPushedAreInTheFacts)
{
    const auto closesOf = [](const DealStory &deal) {
        std::vector<support::Date> dates;
        for (const domain::Record *record : deal.events) {
            if (const auto *close = telling::Telling::body<domain::CloseDateSet>(*record))
                dates.push_back(*close->date.value);
        }
        return dates;
    };
    for (const std::string &id : usual().subjectsOf("close_passed"))
        EXPECT_LT(closesOf(dealOf(id)).back(), dayOf(today())) << id;
    for (const std::string &id : usual().subjectsOf("close_pushed"))
        EXPECT_GE(closesOf(dealOf(id)).size(), 3U) << id;
    for (const auto &[id, deal] : usual().deals) {
        const auto dates = closesOf(deal);
        if (deal.open && !dates.empty() && dates.back() < dayOf(today())) {
            EXPECT_THAT(usual().subjectsOf("close_passed"), Contains(id));
        }
    }
}

TEST(SampleTruths, AreLinesOfJson)
{
    const exchange::sample::Truth truth{"back_fill", "rep-001", support::Instant{}, support::Instant{}, "why"};
    EXPECT_EQ(exchange::sample::toJson(truth), R"({"truth":"back_fill","subject":"rep-001","from":"1970-01-01T00:00:00Z",)"
                                               R"("to":"1970-01-01T00:00:00Z","detail":"why"})");
    for (const exchange::sample::Truth &each : usual().truths) {
        EXPECT_THAT(each.detail, Not(Contains('"')));
        EXPECT_LE(each.from, each.to) << each.truth << ' ' << each.subject;
    }
}
