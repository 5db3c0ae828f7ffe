// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/organisation.h"

#include "exchange/sample/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using support::Date;

namespace {

constexpr std::size_t usualReps = 43;
constexpr std::uint64_t usualDeals = 1200;

std::uint64_t squareRoot(std::uint64_t n)
{
    std::uint64_t root = 0;
    for (std::uint64_t bit = 1ULL << 31U; bit != 0; bit >>= 1U) {
        if ((root + bit) * (root + bit) <= n)
            root += bit;
    }
    return root;
}

/// The number of people grows with the 3/4th power of the deals: large organisations also have more deals a head.
std::size_t repCount(std::uint64_t deals)
{
    if (deals <= usualDeals)
        return usualReps;
    const auto power = [](std::uint64_t n) { return squareRoot(squareRoot(n * n * n) * 10'000); };
    return usualReps * power(std::min<std::uint64_t>(deals, 2'000'000)) / power(usualDeals);
}

Habit habitOf(std::size_t rep)
{
    switch (rep % usualReps) {
    case 7:
    case 28: return Habit::Fills;
    case 12: return Habit::BackFills;
    case 20: return Habit::ShortCalls;
    case 24: return Habit::AnswersLate;
    case 31: return Habit::TypesLate;
    case 37: return Habit::Coasts;
    default: return Habit::Plain;
    }
}

domain::PersonLevel levelOf(std::size_t rep, Random &random)
{
    using domain::PersonLevel;
    const std::size_t place = rep % usualReps;
    if (place == 6 || place == 24 || place == 33 || place == 40)
        return PersonLevel::New;
    if (place == 37)
        return PersonLevel::Senior;
    constexpr std::array<PersonLevel, 8> levels{PersonLevel::Junior, PersonLevel::Junior,    PersonLevel::Junior,
                                                PersonLevel::Senior, PersonLevel::Junior,    PersonLevel::Senior,
                                                PersonLevel::Senior, PersonLevel::Consultant};
    return random.pick(levels);
}

int skillOf(const Rep &rep, Random &random)
{
    switch (rep.level) {
    case domain::PersonLevel::New: return static_cast<int>(random.between(72, 95));
    case domain::PersonLevel::Junior: return static_cast<int>(random.between(85, 108));
    case domain::PersonLevel::Senior: return rep.habit == Habit::Coasts ? 125 : static_cast<int>(random.between(96, 118));
    case domain::PersonLevel::Consultant: return static_cast<int>(random.between(104, 124));
    }
    return 100;
}

constexpr std::array<std::string_view, 12> ordinals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

std::string ordinal(std::size_t number)
{
    return number < ordinals.size() ? std::string(ordinals.at(number)) : std::to_string(number + 1);
}

} // namespace

bool Rep::worksIn(std::size_t wanted, Date day) const
{
    const bool here = !left || day < *left;
    const bool gone = moved && day >= *moved;
    return here && joined <= day && (gone ? movedTo : team) == wanted;
}

Organisation::Organisation(const Spec &spec, Date start) : m_start(start), m_today(dayOf(spec.asOf))
{
    const std::size_t count = repCount(spec.deals);
    const std::size_t teamSize = std::min<std::size_t>(9 + count / 100, 45);
    const std::size_t teamCount = std::max<std::size_t>(5, count / teamSize);
    m_regionCount = teamCount <= 9 ? 3 : regions().size();
    std::vector<std::size_t> inRegion(m_regionCount, 0);
    for (std::size_t t = 0; t < teamCount; ++t) {
        const std::size_t region = t * m_regionCount / teamCount;
        m_teams.push_back({fmt::format("team-{:02}", t + 1),
                           fmt::format("{}{}部", regions()[region].name, ordinal(inRegion[region]++)), region,
                           fmt::format("mgr-{:02}", t + 1), fmt::format("pre-{:02}", t + 1), t % 5 == 3});
    }
    for (std::size_t r = 0; r < count; ++r) {
        Random random(spec.seed, Stream::Person, r);
        Rep rep;
        rep.id = fmt::format("rep-{:03}", r + 1);
        rep.name = personName(spec.seed * 131 + r);
        rep.habit = habitOf(r);
        rep.level = levelOf(r, random);
        rep.skill = skillOf(rep, random);
        rep.team = r * teamCount / count;
        const bool fresh = rep.level == domain::PersonLevel::New;
        rep.joined = fresh ? workdayFrom(m_today + -static_cast<int>(random.between(95, 190)))
                           : workdayFrom(m_start + -static_cast<int>(random.between(60, 1500)));
        if (r % usualReps == 15)
            rep.left = workdayFrom(m_today + -static_cast<int>(random.between(110, 150)));
        if (r % usualReps == 3 || r % usualReps == 18) {
            rep.moved = support::startOfMonth(m_today + -static_cast<int>(random.between(200, 400)));
            rep.movedTo = (rep.team + 1) % teamCount;
        }
        m_reps.push_back(std::move(rep));
    }
}

const Rep &Organisation::owner(Random &random, std::size_t team, Date day) const
{
    // The team's own seats first; whoever moved in from the neighbour sits behind them.
    const std::size_t first = (team * m_reps.size() + m_teams.size() - 1) / m_teams.size();
    const std::size_t seats = m_reps.size() / m_teams.size();
    for (int attempt = 0; attempt < 40; ++attempt) {
        const std::size_t seat = first + static_cast<std::size_t>(random.below(static_cast<std::int64_t>(seats + 1)));
        const Rep &rep = m_reps[std::min(seat, m_reps.size() - 1)];
        if (rep.worksIn(team, day))
            return rep;
    }
    const auto found = std::ranges::find_if(m_reps, [&](const Rep &rep) { return rep.worksIn(team, day); });
    return found != m_reps.end() ? *found : m_reps.front();
}

void Organisation::tell(Facts &facts) const
{
    tellTeams(facts);
    tellStaff(facts);
    for (const Rep &rep : m_reps)
        tellRep(facts, rep);
}

void Organisation::tellTeams(Facts &facts) const
{
    const When founded(at(m_start + -30, 9 * 60));
    facts.add(domain::Team{value<domain::TeamId>("hq"), name("销售中心"), {}, {}}, founded);
    for (std::size_t r = 0; r < m_regionCount; ++r)
        facts.add(domain::Team{value<domain::TeamId>(regionId(r)), name(std::string(regions()[r].name) + "大区"),
                               value<domain::TeamId>("hq"), domain::TeamKind::Region},
                  founded);
    for (const SalesTeam &team : m_teams)
        facts.add(domain::Team{value<domain::TeamId>(team.id), name(team.name), value<domain::TeamId>(regionId(team.region)),
                               domain::TeamKind::Team},
                  founded);
}

void Organisation::tellStaff(Facts &facts) const
{
    using domain::PersonRole;
    const When founded(at(m_start + -30, 9 * 60, 1));
    std::uint64_t number = 1000;
    const auto add = [&](const std::string &id, PersonRole role, const std::string &team) {
        facts.add(
            domain::Person{value<domain::PersonId>(id), name(personName(number++)), role, value<domain::TeamId>(team), {}, true},
            founded);
        facts.add(domain::Membership{value<domain::PersonId>(id), value<domain::TeamId>(team), m_start + -30, {}}, founded);
    };
    for (std::size_t r = 0; r < m_regionCount; ++r)
        add(directorOf(r), PersonRole::Director, regionId(r));
    for (const SalesTeam &team : m_teams) {
        add(team.manager, PersonRole::Manager, team.id);
        add(team.presales, PersonRole::Presales, team.id);
    }
    for (const std::string id : {"ops-1", "ops-2"})
        add(id, PersonRole::Ops, "hq");
    for (const std::string id : {"qa-1", "qa-2"})
        add(id, PersonRole::Qa, "hq");
    add("legal-1", PersonRole::Legal, "hq");
    add("product-1", PersonRole::Product, "hq");
}

void Organisation::tellRep(Facts &facts, const Rep &rep) const
{
    const auto person = [&](std::size_t team, bool active) {
        return domain::Person{value<domain::PersonId>(rep.id),         name(rep.name), domain::PersonRole::Rep,
                              value<domain::TeamId>(m_teams[team].id), rep.level,      active};
    };
    const auto membership = [&](std::size_t team, Date from, std::optional<Date> to) {
        return domain::Membership{value<domain::PersonId>(rep.id), value<domain::TeamId>(m_teams[team].id), from, to};
    };
    const When joined(at(std::max(rep.joined, m_start + -30), 9 * 60, 2));
    facts.add(person(rep.team, true), joined);
    if (!rep.moved) {
        facts.add(membership(rep.team, rep.joined, rep.left), joined);
    } else {
        const When moved(at(*rep.moved, 9 * 60));
        facts.add(membership(rep.team, rep.joined, *rep.moved), joined);
        facts.add(membership(rep.movedTo, *rep.moved, rep.left), moved);
        facts.add(person(rep.movedTo, true), moved);
    }
    if (rep.left)
        facts.add(person(rep.team, false), When(at(*rep.left, 18 * 60)));
}

void Organisation::tellTruths(const std::function<void(const Truth &)> &truth) const
{
    const auto say = [&](const Rep &rep, std::string_view what, std::string_view detail) {
        truth({std::string(what), rep.id, at(std::max(rep.joined, m_start), 0), at(m_today + 1, 0), std::string(detail)});
    };
    for (const Rep &rep : m_reps) {
        switch (rep.habit) {
        case Habit::Plain: break;
        case Habit::BackFills: say(rep, "back_fill", "types the week's visits on Friday afternoons, each under 40 s"); break;
        case Habit::Fills: say(rep, "filler", "nearly all of the talk is empty phrases"); break;
        case Habit::Coasts:
            say(rep, "coasting_star", "high results from old customers, four of five open deals without substance");
            break;
        case Habit::AnswersLate: say(rep, "slow_response", "first response after 7 to 20 hours"); break;
        case Habit::ShortCalls: say(rep, "honest_short_calls", "many calls under a minute, each with something concrete"); break;
        case Habit::TypesLate:
            say(rep, "honest_late_recording", "real visits in the country, typed in the evening or on Saturday");
            break;
        }
    }
    for (const SalesTeam &team : m_teams) {
        if (team.fast)
            truth({"speed_pays", team.id, at(m_start, 0), at(m_today + 1, 0),
                   "a tailored case within 48 hours of most demos, and more wins"});
    }
}

} // namespace exchange::sample
