// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/course.h"

#include "exchange/sample/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using support::Date;
using support::days;
using support::Instant;

namespace {

/// Median days in a stage, and the chance in a thousand to go on from it.
constexpr std::array<std::int64_t, stageCount> medianDays{10, 15, 12, 22, 10, 34};
constexpr std::array<std::int64_t, stageCount> goesOn{760, 820, 745, 670, 985, 995};

support::Duration stayIn(Random &random, const Buyer &buyer, int stage)
{
    const std::int64_t median = medianDays.at(static_cast<std::size_t>(stage)) * 24 * 60 * buyer.industry->dwell / 100;
    return support::minutes(random.around(median, stage == Signing ? Spread::Narrow : Spread::Middle));
}

/// Draws one deal's course, stage by stage.
class Planner {
public:
    Planner(const Spec &spec, const Organisation &organisation, const Buyer &buyer, Course &course)
        : m_organisation(organisation)
        , m_buyer(buyer)
        , m_course(course)
        , m_random(spec.seed, Stream::Course, course.number)
    {}

    void plan()
    {
        m_course.owner = chooseOwner();
        chooseProduct();
        Instant now = m_course.created;
        int stage = Lead;
        while (true) {
            m_course.moves.push_back({stage, now});
            const support::Duration stay = stayThrough(stage, now);
            const bool on = m_random.chance(chanceToGoOn(stage));
            const Instant leaves = officeTimeAfter(m_random, now, on ? stay : days(4) + support::Duration{stay.micros * 17 / 10});
            if (!on || stage == Delivery) {
                m_course.won = on;
                m_course.end = leaves;
                break;
            }
            now = stage == Negotiation ? beforeQuarterEnd(now, leaves) : leaves;
            ++stage;
        }
        perhapsReopen();
        perhapsQuiet();
        handOver();
    }

private:
    const Rep *chooseOwner()
    {
        const Date day = dayOf(m_course.created);
        const Rep *owner = &m_organisation.owner(m_random, m_buyer.team, day);
        // Who coasts sits on more customers than the others, and opens nothing new.
        const bool recent = day > m_organisation.today() + -24;
        for (int attempt = 0; attempt < (recent ? 20 : 2); ++attempt) {
            if ((owner->habit == Habit::Coasts) != recent)
                break;
            owner = &m_organisation.owner(m_random, m_buyer.team, day);
        }
        return owner;
    }

    void chooseProduct()
    {
        m_course.product = &products()[m_random.pick(m_buyer.industry->products)];
        m_course.quantity = static_cast<int>(
            std::min(m_random.between(1, m_course.product->maxQuantity), m_random.between(1, m_course.product->maxQuantity)));
        std::int64_t amount = m_random.around(m_course.product->listPrice * m_course.quantity * 92 / 100, Spread::Middle);
        if (m_course.owner->habit == Habit::Coasts)
            amount = amount * 15 / 10;
        m_course.amount = std::clamp<std::int64_t>(amount / 500 * 500, 10'000, 5'000'000);
    }

    support::Duration stayThrough(int stage, Instant entered)
    {
        support::Duration stay = stayIn(m_random, m_buyer, stage);
        if (stage != Demo)
            return perhapsBounce(stage, entered, stay);
        const Instant demo = officeTimeAfter(m_random, entered, support::hours(m_random.between(8, 90)));
        m_course.demo = demo;
        const Instant sent = officeTimeAfter(m_random, demo, caseDelay());
        m_course.tailoredCase = sent;
        stay = std::max(stay, sent - entered + days(2));
        if (m_buyer.industry->needsSeals && m_random.chance(550))
            return waitForSeals(entered, stay);
        return perhapsBounce(stage, entered, stay);
    }

    support::Duration caseDelay()
    {
        const bool fast = m_organisation.teams()[m_buyer.team].fast;
        constexpr std::array<int, 3> fastWeights{86, 9, 5};
        constexpr std::array<int, 3> usualWeights{30, 30, 40};
        switch (m_random.weighted(fast ? fastWeights : usualWeights)) {
        case 0: return support::hours(m_random.between(2, 26));
        case 1: return support::hours(m_random.between(44, 66));
        default: return support::hours(m_random.between(80, 160));
        }
    }

    std::int64_t chanceToGoOn(int stage)
    {
        std::int64_t chance = goesOn.at(static_cast<std::size_t>(stage));
        if (stage >= Signing)
            return chance;
        chance = chance * m_course.owner->skill / 100;
        if (m_course.tailoredCase && stage >= Demo) {
            const support::Duration delay = *m_course.tailoredCase - *m_course.demo;
            chance = delay <= support::hours(48) ? chance * 114 / 100 : delay > support::hours(72) ? chance * 80 / 100 : chance;
        }
        return std::min<std::int64_t>(chance, 930);
    }

    /// Papers need a stamp, the stamp needs days, and on Friday afternoon the stage's time would run out: back it goes.
    support::Duration waitForSeals(Instant entered, support::Duration stay)
    {
        Date friday = dayOf(*m_course.demo) + 1;
        while (support::weekday(friday) != 4 || !isWorkday(friday))
            friday = friday + 1;
        m_course.bounced = true;
        int stage = Demo;
        const std::int64_t moves = m_random.chance(350) ? 5 : 1;
        std::int64_t minute = 16 * 60 + m_random.between(1, 8);
        for (std::int64_t i = 0; i < moves; ++i, minute += m_random.between(4, 11)) {
            stage = stage == Demo ? Needs : Demo;
            m_course.moves.push_back({stage, at(friday, minute, m_random.below(60))});
        }
        const Date back = addWorkdays(friday, m_random.between(2, 3));
        const Instant returned = officeTime(m_random, back);
        m_course.moves.push_back({Demo, returned});
        return std::max(stay, returned - entered + days(3));
    }

    support::Duration perhapsBounce(int stage, Instant entered, support::Duration stay)
    {
        if (stage == Lead || stage >= Signing || !m_random.chance(14))
            return stay;
        const Instant back = officeTimeAfter(m_random, entered, {stay.micros / 2});
        const Instant again = officeTimeAfter(m_random, back, days(m_random.between(2, 6)));
        m_course.moves.push_back({stage - 1, back});
        m_course.moves.push_back({stage, again});
        return std::max(stay, again - entered + days(2));
    }

    /// Contracts that would be signed soon after a quarter's end are often signed just before it.
    Instant beforeQuarterEnd(Instant entered, Instant leaves)
    {
        const Date day = dayOf(leaves);
        const Date quarter = support::startOfQuarter(day);
        const Date pulled = quarter + -static_cast<int>(m_random.between(1, 9));
        if (day - quarter > 16 || !isWorkday(pulled) || pulled - dayOf(entered) < 6 || !m_random.chance(700))
            return leaves;
        return officeTime(m_random, pulled);
    }

    void perhapsReopen()
    {
        if (m_course.won || !m_random.chance(30))
            return;
        m_course.lostBefore = m_course.end;
        m_course.reopened = officeTimeAfter(m_random, m_course.end, days(m_random.between(20, 60)));
        m_course.end = officeTimeAfter(m_random, m_course.reopened, days(m_random.between(20, 50)));
    }

    void perhapsQuiet()
    {
        if (m_course.won || m_course.lostBefore || !m_random.chance(160))
            return;
        const Instant quiet = m_course.end - days(m_random.between(4, 20));
        if (quiet > m_course.moves.back().at + days(3))
            m_course.quietFrom = quiet;
    }

    void handOver()
    {
        if (!m_course.owner->left)
            return;
        const Instant leaves = at(*m_course.owner->left, 17 * 60);
        if (leaves <= m_course.created || leaves >= m_course.end)
            return;
        m_course.handedOver = leaves;
        m_course.heir = &m_organisation.owner(m_random, m_buyer.team, *m_course.owner->left);
    }

    const Organisation &m_organisation;
    const Buyer &m_buyer;
    Course &m_course;
    Random m_random;
};

} // namespace

int Course::stageAt(Instant when) const
{
    int stage = Lead;
    for (const Move &move : moves) {
        if (move.at <= when)
            stage = move.stage;
    }
    return stage;
}

Instant Course::lastMove(Instant until) const
{
    Instant last = created;
    for (const Move &move : moves) {
        if (move.at <= until)
            last = std::max(last, move.at);
    }
    return last;
}

std::optional<std::pair<Instant, Instant>> Course::stay(int stage) const
{
    for (std::size_t i = moves.size(); i-- > 0;) {
        if (moves[i].stage == stage)
            return std::pair(moves[i].at, i + 1 < moves.size() ? moves[i + 1].at : end);
    }
    return std::nullopt;
}

Course planCourse(const Spec &spec, const Organisation &organisation, const Buyer &buyer, std::uint64_t number, Instant created)
{
    Course course;
    course.number = number;
    course.id = fmt::format("D{:06}", number);
    course.created = created;
    Planner(spec, organisation, buyer, course).plan();
    plantTrait(spec, course);
    guessCloses(spec, course);
    return course;
}

} // namespace exchange::sample
