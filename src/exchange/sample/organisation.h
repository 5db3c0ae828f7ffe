// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/facts.h"
#include "exchange/sample/random.h"
#include "exchange/sample/vocabulary.h"

#include <optional>

namespace exchange::sample {

/// How a rep works: what is planted in the people.
enum class Habit : std::uint8_t {
    Plain,
    BackFills,   ///< types the whole week's visits on Friday afternoon, each in seconds
    Fills,       ///< writes empty phrases
    Coasts,      ///< lives on old customers and hardly speaks with the open ones
    AnswersLate, ///< first response after most of a day
    ShortCalls,  ///< honest: many short calls, each with something in it
    TypesLate,   ///< honest: on the road without a network, types real visits in the evening or on Saturday
};

struct Rep {
    std::string id;
    std::string name;
    Habit habit = Habit::Plain;
    domain::PersonLevel level = domain::PersonLevel::Junior;
    std::size_t team = 0;
    support::Date joined;
    std::optional<support::Date> left;
    std::optional<support::Date> moved;
    std::size_t movedTo = 0;
    int skill = 100; ///< percent of the usual chance to win

    [[nodiscard]] bool worksIn(std::size_t team, support::Date day) const;
};

struct SalesTeam {
    std::string id;
    std::string name;
    std::size_t region = 0;
    std::string manager;
    std::string presales;
    bool fast = false; ///< sends a tailored case within two days of a demo
};

/// Who sells: 43 reps in five teams and three regions for a sample of the usual size, more for more deals.
class Organisation {
public:
    Organisation(const Spec &spec, support::Date start);

    [[nodiscard]] const std::vector<SalesTeam> &teams() const { return m_teams; }
    [[nodiscard]] const std::vector<Rep> &reps() const { return m_reps; }
    [[nodiscard]] std::size_t regionCount() const { return m_regionCount; }
    [[nodiscard]] support::Date start() const { return m_start; }
    [[nodiscard]] support::Date today() const { return m_today; }
    [[nodiscard]] std::string directorOf(std::size_t region) const { return "dir-" + std::to_string(region + 1); }
    [[nodiscard]] std::string regionId(std::size_t region) const { return "region-" + std::to_string(region + 1); }
    /// Somebody of the quality or operations staff.
    [[nodiscard]] std::string checker(std::uint64_t number) const { return "qa-" + std::to_string(number % 2 + 1); }

    /// A rep who works in `team` on `day`.
    [[nodiscard]] const Rep &owner(Random &random, std::size_t team, support::Date day) const;

    void tell(Facts &facts) const;
    void tellTruths(const std::function<void(const Truth &)> &truth) const;

private:
    void tellTeams(Facts &facts) const;
    void tellRep(Facts &facts, const Rep &rep) const;
    void tellStaff(Facts &facts) const;

    support::Date m_start;
    support::Date m_today;
    std::size_t m_regionCount = 3;
    std::vector<SalesTeam> m_teams;
    std::vector<Rep> m_reps;
};

} // namespace exchange::sample
