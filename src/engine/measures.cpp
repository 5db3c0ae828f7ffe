// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/measures.h"

#include "support/money.h"

#include <algorithm>
#include <cmath>

namespace engine {

using domain::Measure;

namespace {

struct Query {
    const DealState &state;
    const CompiledPlaybook &playbook;
    const DealContext &context;
};

using Records = std::vector<std::uint32_t>;

/// Whether the talk about a deal, with its customer's, can change a measure, or its own facts alone.
enum From : std::uint8_t { Own, Talk };

/// How a measure is computed, and which facts it is made of.
struct Definition {
    Measure measure;
    From from;
    Course course;
    double (*origin)(const Query &);
    Records (*records)(const DealState &);
};

double when(support::Instant instant)
{
    return static_cast<double>(instant.micros);
}

double when(const std::optional<Mark> &mark)
{
    return mark ? when(mark->at) : noValue;
}

double firstResponseHours(const Query &q)
{
    if (!q.state.talk.firstInquiry)
        return noValue;
    const support::Instant answered = q.state.talk.firstResponse ? q.state.talk.firstResponse->at : q.context.asOf;
    return hoursBetween(when(q.state.talk.firstInquiry->at), when(answered));
}

/// Since when a contact is known to whom no material was sent.
double withoutMaterial(const Query &q)
{
    if (!q.state.contactKnown)
        return noValue;
    // Who was known before is new to this deal; nobody could have sent anything for it earlier.
    const support::Instant known = std::max(q.state.contactKnown->at, q.state.created.at);
    const auto &sent = q.state.talk.material;
    return sent && sent->at >= known ? noValue : when(known);
}

double majorAmount(const Query &q)
{
    return q.state.amount ? inMajor(*q.state.amount, q.state.currency) : noValue;
}

double serviceEnd(const Query &q)
{
    const auto slot = q.playbook.serviceEndSlot();
    if (!slot || !q.state.fields[*slot].filled || !q.state.fields[*slot].isDate)
        return noValue;
    return static_cast<double>(q.state.fields[*slot].value);
}

double tenderUnmatched(const Query &q)
{
    const auto slot = q.playbook.bidSlot();
    const bool prepared = slot && q.state.fields[*slot].filled;
    return q.state.talk.tender && !prepared ? 1 : 0;
}

double stageChanges(const Query &q)
{
    const support::Instant from = q.context.asOf - support::days(q.playbook.playbook().windows.bounceDays);
    const auto &moves = q.state.moves;
    int changes = 0;
    for (std::size_t i = 0; i < moves.size(); ++i)
        changes += moves[i].at > from && q.state.isStageChange(i) ? 1 : 0;
    return changes;
}

double provenGap(const Query &q)
{
    const bool known = q.state.claimed >= 0 && q.context.proven >= 0;
    return known ? std::max(0, q.state.claimed - q.context.proven) : noValue;
}

double closeDay(const Query &q)
{
    return q.state.closeDay ? *q.state.closeDay : noValue;
}

double signedSince(const Query &q)
{
    const auto signedAt = q.state.signedAt();
    return signedAt ? when(*signedAt) : noValue;
}

template <Measure which>
double settingOf(const Query &q)
{
    return setting(which, q.playbook, q.state.pipeline ? static_cast<int>(q.state.pipelineAt) : -1, q.state.claimed);
}

double absent(const Query &)
{
    return noValue;
}

Records none(const DealState &)
{
    return {};
}

Records one(const std::optional<Mark> &mark)
{
    return mark && mark->number != 0 ? Records{mark->number} : Records{};
}

Records moveFacts(const DealState &state)
{
    Records numbers;
    std::ranges::transform(state.moves, std::back_inserter(numbers), &Move::number);
    return numbers;
}

Records stageFact(const DealState &state)
{
    return {state.moves.empty() ? state.created.number : state.moves.back().number};
}

Records fieldFact(const DealState &state, std::size_t slot)
{
    return state.fields[slot].filled ? Records{state.fields[slot].number} : Records{};
}

Records roleFacts(const DealState &state)
{
    Records numbers;
    for (const RoleState &role : state.roles) {
        if (role.contact != 0)
            numbers.push_back(role.number);
    }
    return numbers;
}

Records fileFacts(const DealState &state)
{
    Records numbers;
    for (const FileState &file : state.files)
        numbers.push_back(file.file.number);
    return numbers;
}

Records paymentFacts(const DealState &state)
{
    Records numbers;
    std::ranges::transform(state.payments, std::back_inserter(numbers), &Mark::number);
    return numbers;
}

using S = const DealState &;
using Q = const Query &;

// In the order of the enumeration, which the assertion below holds.
constexpr std::array<Definition, domain::measures.size()> definitions{{
    {Measure::Health, Talk, Course::Scored, [](Q q) { return static_cast<double>(q.context.health); }, none},
    {Measure::RedLine, Own, Course::Setting, settingOf<Measure::RedLine>, none},
    {Measure::RolesFilled, Own, Course::Fixed, [](Q q) { return double(q.state.rolesFilled()); }, roleFacts},
    {Measure::RolesMissing, Own, Course::Fixed, [](Q q) { return double(q.state.roles.size()) - q.state.rolesFilled(); },
     roleFacts},
    {Measure::KeyFiles, Own, Course::Fixed, [](Q q) { return double(q.state.keyFiles()); }, fileFacts},
    {Measure::Inquiries, Talk, Course::Fixed, [](Q q) { return double(q.state.talk.inquiries); },
     [](S s) { return s.inquiryFacts; }},
    {Measure::StaleDays, Talk, Course::StaleDays, [](Q q) { return when(q.state.progress.at); },
     [](S s) { return one(s.progress); }},
    {Measure::DaysSinceProgress, Talk, Course::Days, [](Q q) { return when(q.state.progress.at); },
     [](S s) { return one(s.progress); }},
    {Measure::DaysInStage, Own, Course::Days, [](Q q) { return when(q.state.claimedSince); }, stageFact},
    {Measure::StageLimitDays, Own, Course::Setting, settingOf<Measure::StageLimitDays>, none},
    {Measure::StageStaleDays, Own, Course::Setting, settingOf<Measure::StageStaleDays>, none},
    {Measure::ContactsUnanswered, Talk, Course::Fixed, [](Q q) { return double(q.state.talk.unanswered); },
     [](S s) { return s.unansweredFacts; }},
    {Measure::DaysSinceInteraction, Talk, Course::Days,
     [](Q q) { return when(q.state.talk.interaction.value_or(q.state.created).at); },
     [](S s) { return one(s.talk.interaction.value_or(s.created)); }},
    {Measure::DaysSinceSubstance, Talk, Course::Days,
     [](Q q) { return when(q.state.talk.substance.value_or(q.state.created).at); },
     [](S s) { return one(s.talk.substance.value_or(s.created)); }},
    {Measure::HoursDemoUnanswered, Talk, Course::Hours,
     [](Q q) { return q.state.talk.demoAnswered ? noValue : when(q.state.talk.demo); }, [](S s) { return one(s.talk.demo); }},
    {Measure::HoursWithoutMaterial, Talk, Course::Hours, withoutMaterial, [](S s) { return one(s.contactKnown); }},
    {Measure::MeetingsMissed, Talk, Course::Fixed, [](Q q) { return double(q.state.talk.meetingsMissed); },
     [](S s) { return s.missedFacts; }},
    {Measure::TenderUnmatched, Talk, Course::Fixed, tenderUnmatched, [](S s) { return one(s.talk.tender); }},
    {Measure::DaysToServiceEnd, Own, Course::DaysTo, serviceEnd, none},
    {Measure::HoursInquiryOpen, Talk, Course::Hours,
     [](Q q) { return q.state.talk.inquiryAnswered ? noValue : when(q.state.talk.inquiry); },
     [](S s) { return one(s.talk.inquiry); }},
    {Measure::FirstResponseHours, Talk, Course::Response, firstResponseHours, [](S s) { return one(s.talk.firstInquiry); }},
    {Measure::DaysSinceRivalPrice, Talk, Course::Days, [](Q q) { return when(q.state.talk.rivalPrice); },
     [](S s) { return one(s.talk.rivalPrice); }},
    {Measure::GoodTalks, Talk, Course::Fixed, [](Q q) { return double(q.state.talk.goodTalks); },
     [](S s) { return s.goodTalkFacts; }},
    {Measure::Payments, Own, Course::Fixed, [](Q q) { return double(q.state.payments.size()); }, paymentFacts},
    {Measure::DaysSinceSigned, Own, Course::Days, signedSince, moveFacts},
    {Measure::StageChangesWeek, Own, Course::Fixed, stageChanges, moveFacts},
    {Measure::ClosePushes, Own, Course::Fixed, [](Q q) { return double(q.state.closePushes); }, [](S s) { return s.closeFacts; }},
    {Measure::DaysPastClose, Own, Course::DaysPast, closeDay, [](S s) { return fieldFact(s, CompiledPlaybook::CloseDate); }},
    {Measure::DaysToClose, Own, Course::Scored, [](Q q) { return q.context.daysToClose; }, none},
    {Measure::ProvenGap, Own, Course::Fixed, provenGap, moveFacts},
    {Measure::DaysOpen, Own, Course::Days, [](Q q) { return when(q.state.created.at); }, [](S s) { return one(s.created); }},
    {Measure::Amount, Own, Course::Fixed, majorAmount, [](S s) { return fieldFact(s, CompiledPlaybook::Amount); }},
    {Measure::LeadAgeDays, Own, Course::Fixed, absent, none},
    {Measure::LeadDaysSinceAction, Own, Course::Fixed, absent, none},
    {Measure::LeadDaysUnread, Own, Course::Fixed, absent, none},
    {Measure::ShareWithoutSubstance, Own, Course::Fixed, absent, none},
    {Measure::MedianResponseHours, Own, Course::Fixed, absent, none},
    {Measure::OpenDeals, Own, Course::Fixed, absent, none},
}};

constexpr bool inEnumOrder()
{
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        if (definitions[i].measure != static_cast<Measure>(i))
            return false;
    }
    return true;
}
static_assert(inEnumOrder());

} // namespace

double inMajor(std::int64_t minor, std::uint32_t currency)
{
    const int exponent = currency == 0 ? 2 : support::Currency::unpack(currency).exponent();
    constexpr std::array<double, 5> minorUnits{1, 10, 100, 1000, 10'000};
    return static_cast<double>(minor) / minorUnits.at(static_cast<std::size_t>(exponent));
}

double setting(Measure which, const CompiledPlaybook &playbook, int pipeline, int stage)
{
    if (which == Measure::RedLine)
        return playbook.playbook().health.redBelow;
    if (pipeline < 0 || stage < 0)
        return noValue;
    const domain::Stage &claimed =
        *playbook.pipelines()[static_cast<std::size_t>(pipeline)].stages[static_cast<std::size_t>(stage)].stage;
    return which == Measure::StageLimitDays ? claimed.limitDays : claimed.staleDays;
}

Course courseOf(Measure which)
{
    return definitions[static_cast<std::size_t>(which)].course;
}

double origin(Measure which, const DealState &state, const CompiledPlaybook &playbook, const DealContext &context)
{
    return definitions[static_cast<std::size_t>(which)].origin({state, playbook, context});
}

double measure(Measure which, const DealState &state, const CompiledPlaybook &playbook, const DealContext &context)
{
    const Clock clock{context.asOf, context.today, playbook.playbook().health.fresh};
    return valueAt(courseOf(which), origin(which, state, playbook, context), clock);
}

bool comesFromTalk(Measure which)
{
    return definitions[static_cast<std::size_t>(which)].from == Talk;
}

std::vector<std::uint32_t> measureRecords(Measure which, const DealState &state)
{
    return definitions[static_cast<std::size_t>(which)].records(state);
}

} // namespace engine
