// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"
#include "exchange/sample/course.h"

#include <algorithm>

namespace exchange::sample {

using support::days;
using support::Instant;

namespace {

struct Share {
    Trait trait;
    int perMille;
};

/// How many of a thousand open deals in a stage bear which trait.
constexpr std::array<std::array<Share, 10>, stageCount> shares{{
    {{{Trait::Neglected, 50},
      {Trait::NoAnswer, 28},
      {Trait::InquiryOpen, 26},
      {Trait::NoMaterial, 36},
      {Trait::IntentUnproven, 34},
      {Trait::PotentialUnproven, 30}}},
    {{{Trait::Neglected, 50},
      {Trait::NoAnswer, 28},
      {Trait::InquiryOpen, 26},
      {Trait::NoMaterial, 30},
      {Trait::IntentUnproven, 40},
      {Trait::PotentialUnproven, 42},
      {Trait::ClosePassed, 20}}},
    {{{Trait::Neglected, 50},
      {Trait::DemoUnanswered, 300},
      {Trait::ProgressUnproven, 48},
      {Trait::Rushed, 44},
      {Trait::HardButWarm, 56},
      {Trait::MeetingsMissed, 42},
      {Trait::ClosePassed, 24},
      {Trait::NoAnswer, 24}}},
    {{{Trait::Neglected, 40},
      {Trait::ProgressUnproven, 48},
      {Trait::Rushed, 50},
      {Trait::HardButWarm, 48},
      {Trait::MeetingsMissed, 42},
      {Trait::TenderUnmatched, 95},
      {Trait::ClosePassed, 44},
      {Trait::InquiryOpen, 28},
      {Trait::NoAnswer, 24},
      {Trait::RivalPrice, 76}}},
    {{{Trait::SignedUnpaid, 240}, {Trait::Neglected, 30}}},
    {{{Trait::SignedUnpaid, 90}, {Trait::ClosePassed, 25}}},
}};

Trait drawn(Random &random, int stage)
{
    std::int64_t rest = random.below(1000);
    for (const Share &share : shares.at(static_cast<std::size_t>(stage))) {
        if (rest < share.perMille)
            return share.trait;
        rest -= share.perMille;
    }
    return Trait::None;
}

/// Whether there has been time for `trait` to come about.
bool fits(Trait trait, const Course &course, Instant asOf)
{
    const support::Duration age = asOf - course.created;
    switch (trait) {
    case Trait::None: return false;
    case Trait::Neglected: return age > days(18) && course.lastMove(asOf) < asOf - days(13);
    case Trait::NoAnswer: return age > days(24);
    case Trait::InquiryOpen: return age > days(9);
    case Trait::NoMaterial: return age > days(9);
    case Trait::DemoUnanswered: return course.demo && *course.demo < asOf - days(3) && *course.demo > asOf - days(19);
    case Trait::MeetingsMissed: return age > days(45);
    case Trait::TenderUnmatched: return age > days(20);
    case Trait::ClosePassed: return age > days(40);
    case Trait::IntentUnproven:
    case Trait::PotentialUnproven: return age > days(8);
    case Trait::ProgressUnproven:
    case Trait::HardButWarm: return age > days(20);
    case Trait::Rushed: return age > days(12);
    case Trait::RivalPrice: return course.lastMove(asOf) < asOf - days(6);
    case Trait::SignedUnpaid: return course.stay(Signing) && course.stay(Signing)->first < asOf - days(17);
    }
    return false;
}

bool spoken(const Rep &rep)
{
    return rep.habit == Habit::Plain || rep.habit == Habit::ShortCalls || rep.habit == Habit::TypesLate;
}

} // namespace

std::string_view wordOf(Trait trait)
{
    switch (trait) {
    case Trait::None: return "none";
    case Trait::Neglected: return "neglected";
    case Trait::NoAnswer: return "no_answer";
    case Trait::InquiryOpen: return "inquiry_open";
    case Trait::NoMaterial: return "no_material";
    case Trait::DemoUnanswered: return "demo_unanswered";
    case Trait::MeetingsMissed: return "meetings_missed";
    case Trait::TenderUnmatched: return "tender_unmatched";
    case Trait::ClosePassed: return "close_passed";
    case Trait::IntentUnproven: return "intent_unproven";
    case Trait::PotentialUnproven: return "potential_unproven";
    case Trait::ProgressUnproven: return "progress_unproven";
    case Trait::HardButWarm: return "hard_but_warm";
    case Trait::SignedUnpaid: return "signed_unpaid";
    case Trait::Rushed: return "rushed";
    case Trait::RivalPrice: return "rival_on_price";
    }
    return "none";
}

void plantTrait(const Spec &spec, Course &course)
{
    // A quiet tail is the end of a lost deal; while it is open at the as-of it is neglect like any other.
    if (!course.openAt(spec.asOf))
        return;
    Random random(spec.seed, Stream::Deal, course.number);
    const Trait trait = drawn(random, course.stageAt(spec.asOf));
    const bool quiet = course.quietFrom < spec.asOf - days(7);
    if (!quiet)
        course.quietFrom = Instant::max();
    if (quiet || !spoken(course.ownerAt(spec.asOf)) || course.lostBefore || course.bounced || !fits(trait, course, spec.asOf)) {
        course.trait = quiet ? Trait::Neglected : Trait::None;
        return;
    }
    course.trait = trait;
    if (trait == Trait::Neglected)
        course.quietFrom = std::max(spec.asOf - days(random.between(11, 30)), course.lastMove(spec.asOf) + days(2));
    if (trait == Trait::InquiryOpen)
        course.quietFrom = spec.asOf - days(5);
}

void guessCloses(const Spec &spec, Course &course)
{
    Random random(spec.seed, Stream::Evidence, course.number);
    const support::Date lastDay = dayOf(course.end);
    support::Date last =
        course.won ? lastDay + static_cast<int>(random.between(0, 12)) : lastDay + static_cast<int>(random.between(8, 60));
    if (course.trait == Trait::ClosePassed)
        last = dayOf(spec.asOf) + -static_cast<int>(random.between(4, 22));
    constexpr std::array<int, 4> weights{66, 27, 5, 2};
    const auto pushes = course.trait == Trait::ClosePassed ? 0 : static_cast<std::int64_t>(random.weighted(weights));
    const std::int64_t life = course.end - course.created > days(12) ? (course.end - course.created).micros : 0;
    Instant guessed = officeTimeAfter(random, course.created, support::hours(random.between(3, 60)));
    for (std::int64_t i = 0; i < pushes && life > 0; ++i) {
        const support::Duration into{life / 100 * (30 + 65 * (i * 2 + 1 + random.below(2)) / (pushes * 2 + 1))};
        const Instant push = officeTimeAfter(random, course.created, into);
        if (push >= course.end || push < guessed + days(4))
            continue;
        course.closes.push_back({dayOf(push) + static_cast<int>(random.between(1, 6)), guessed});
        guessed = push;
    }
    const support::Date least = dayOf(guessed) + 7;
    course.closes.push_back({course.trait == Trait::ClosePassed ? last : workdayFrom(std::max(last, least)), guessed});
}

} // namespace exchange::sample
