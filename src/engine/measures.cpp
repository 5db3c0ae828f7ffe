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

/// How a measure is computed, and which facts it is made of.
struct Definition {
    Measure measure;
    double (*value)(const Query &);
    Records (*records)(const DealState &);
};

double daysSince(const Query &q, support::Instant then)
{
    return support::inDays(q.context.asOf - then);
}

double hoursSince(const Query &q, const std::optional<Mark> &mark)
{
    return mark ? static_cast<double>((q.context.asOf - mark->at).micros) / 3600e6 : noValue;
}

const domain::Stage *claimedStage(const DealState &state)
{
    if (!state.pipeline || state.claimed < 0)
        return nullptr;
    return state.pipeline->stages[static_cast<std::size_t>(state.claimed)].stage;
}

double firstResponseHours(const Query &q)
{
    if (!q.state.talk.firstInquiry)
        return noValue;
    const support::Instant answered = q.state.talk.firstResponse ? q.state.talk.firstResponse->at : q.context.asOf;
    return static_cast<double>((answered - q.state.talk.firstInquiry->at).micros) / 3600e6;
}

double hoursWithoutMaterial(const Query &q)
{
    if (!q.state.contactKnown)
        return noValue;
    // Who was known before is new to this deal; nobody could have sent anything for it earlier.
    const Mark known{std::max(q.state.contactKnown->at, q.state.created.at)};
    const auto &sent = q.state.talk.material;
    return sent && sent->at >= known.at ? noValue : hoursSince(q, known);
}

double majorAmount(const Query &q)
{
    return q.state.amount ? inMajor(*q.state.amount, q.state.currency) : noValue;
}

double daysToServiceEnd(const Query &q)
{
    const auto slot = q.playbook.serviceEndSlot();
    if (!slot || !q.state.fields[*slot].filled || !q.state.fields[*slot].isDate)
        return noValue;
    return static_cast<double>(q.state.fields[*slot].value - q.context.today.days);
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
    const auto inWindow = std::ranges::count_if(moves, [&](const Move &move) { return move.at > from; });
    // Saying where the deal started is no change of stage.
    const bool start = !moves.empty() && moves.front().at > from && (!q.state.startedUnmoved() || moves.front().place == 0);
    return static_cast<double>(inWindow - (start ? 1 : 0));
}

double provenGap(const Query &q)
{
    const bool known = q.state.claimed >= 0 && q.context.proven >= 0;
    return known ? std::max(0, q.state.claimed - q.context.proven) : noValue;
}

double daysPastClose(const Query &q)
{
    const bool past = q.state.closeDay && *q.state.closeDay < q.context.today.days;
    return past ? q.context.today.days - *q.state.closeDay : noValue;
}

double daysSinceSigned(const Query &q)
{
    const auto signedAt = q.state.signedAt();
    return signedAt ? daysSince(q, *signedAt) : noValue;
}

double staleDaysOf(const Query &q)
{
    return static_cast<double>(staleDays(q.context.asOf - q.state.progress.at, q.playbook.playbook().health.fresh));
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
    {Measure::Health, [](Q q) { return static_cast<double>(q.context.health); }, none},
    {Measure::RedLine, [](Q q) { return double(q.playbook.playbook().health.redBelow); }, none},
    {Measure::RolesFilled, [](Q q) { return double(q.state.rolesFilled()); }, roleFacts},
    {Measure::RolesMissing, [](Q q) { return double(q.state.roles.size()) - q.state.rolesFilled(); }, roleFacts},
    {Measure::KeyFiles, [](Q q) { return double(q.state.keyFiles()); }, fileFacts},
    {Measure::Inquiries, [](Q q) { return double(q.state.talk.inquiries); }, [](S s) { return s.inquiryFacts; }},
    {Measure::StaleDays, staleDaysOf, [](S s) { return one(s.progress); }},
    {Measure::DaysSinceProgress, [](Q q) { return daysSince(q, q.state.progress.at); }, [](S s) { return one(s.progress); }},
    {Measure::DaysInStage, [](Q q) { return daysSince(q, q.state.claimedSince); }, stageFact},
    {Measure::StageLimitDays, [](Q q) { return claimedStage(q.state) ? claimedStage(q.state)->limitDays : noValue; }, none},
    {Measure::StageStaleDays, [](Q q) { return claimedStage(q.state) ? claimedStage(q.state)->staleDays : noValue; }, none},
    {Measure::ContactsUnanswered, [](Q q) { return double(q.state.talk.unanswered); }, [](S s) { return s.unansweredFacts; }},
    {Measure::DaysSinceInteraction, [](Q q) { return daysSince(q, q.state.talk.interaction.value_or(q.state.created).at); },
     [](S s) { return one(s.talk.interaction.value_or(s.created)); }},
    {Measure::DaysSinceSubstance, [](Q q) { return daysSince(q, q.state.talk.substance.value_or(q.state.created).at); },
     [](S s) { return one(s.talk.substance.value_or(s.created)); }},
    {Measure::HoursDemoUnanswered, [](Q q) { return q.state.talk.demoAnswered ? noValue : hoursSince(q, q.state.talk.demo); },
     [](S s) { return one(s.talk.demo); }},
    {Measure::HoursWithoutMaterial, hoursWithoutMaterial, [](S s) { return one(s.contactKnown); }},
    {Measure::MeetingsMissed, [](Q q) { return double(q.state.talk.meetingsMissed); }, [](S s) { return s.missedFacts; }},
    {Measure::TenderUnmatched, tenderUnmatched, [](S s) { return one(s.talk.tender); }},
    {Measure::DaysToServiceEnd, daysToServiceEnd, none},
    {Measure::HoursInquiryOpen, [](Q q) { return q.state.talk.inquiryAnswered ? noValue : hoursSince(q, q.state.talk.inquiry); },
     [](S s) { return one(s.talk.inquiry); }},
    {Measure::FirstResponseHours, firstResponseHours, [](S s) { return one(s.talk.firstInquiry); }},
    {Measure::DaysSinceRivalPrice,
     [](Q q) { return q.state.talk.rivalPrice ? daysSince(q, q.state.talk.rivalPrice->at) : noValue; },
     [](S s) { return one(s.talk.rivalPrice); }},
    {Measure::GoodTalks, [](Q q) { return double(q.state.talk.goodTalks); }, [](S s) { return s.goodTalkFacts; }},
    {Measure::Payments, [](Q q) { return double(q.state.payments.size()); }, paymentFacts},
    {Measure::DaysSinceSigned, daysSinceSigned, moveFacts},
    {Measure::StageChangesWeek, stageChanges, moveFacts},
    {Measure::ClosePushes, [](Q q) { return double(q.state.closePushes); }, [](S s) { return s.closeFacts; }},
    {Measure::DaysPastClose, daysPastClose, [](S s) { return fieldFact(s, CompiledPlaybook::CloseDate); }},
    {Measure::DaysToClose, [](Q q) { return q.context.daysToClose; }, none},
    {Measure::ProvenGap, provenGap, moveFacts},
    {Measure::DaysOpen, [](Q q) { return daysSince(q, q.state.created.at); }, [](S s) { return one(s.created); }},
    {Measure::Amount, majorAmount, [](S s) { return fieldFact(s, CompiledPlaybook::Amount); }},
    {Measure::LeadAgeDays, absent, none},
    {Measure::LeadDaysSinceAction, absent, none},
    {Measure::LeadDaysUnread, absent, none},
    {Measure::ShareWithoutSubstance, absent, none},
    {Measure::MedianResponseHours, absent, none},
    {Measure::OpenDeals, absent, none},
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
    constexpr std::array<double, 4> minorUnits{1, 10, 100, 1000};
    return static_cast<double>(minor) / minorUnits.at(static_cast<std::size_t>(exponent));
}

double measure(Measure which, const DealState &state, const CompiledPlaybook &playbook, const DealContext &context)
{
    return definitions[static_cast<std::size_t>(which)].value({state, playbook, context});
}

bool comesFromTalk(Measure which)
{
    constexpr std::array fromTalk{Measure::Health,
                                  Measure::Inquiries,
                                  Measure::StaleDays,
                                  Measure::DaysSinceProgress,
                                  Measure::ContactsUnanswered,
                                  Measure::DaysSinceInteraction,
                                  Measure::DaysSinceSubstance,
                                  Measure::HoursDemoUnanswered,
                                  Measure::HoursWithoutMaterial,
                                  Measure::MeetingsMissed,
                                  Measure::TenderUnmatched,
                                  Measure::HoursInquiryOpen,
                                  Measure::FirstResponseHours,
                                  Measure::GoodTalks};
    return std::ranges::find(fromTalk, which) != fromTalk.end();
}

std::vector<std::uint32_t> measureRecords(Measure which, const DealState &state)
{
    return definitions[static_cast<std::size_t>(which)].records(state);
}

} // namespace engine
