// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/instant.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// A span of time, and whether it ended in the event or was still running when we looked (censored).
struct Spell {
    support::Duration length;
    bool ended = false;

    friend bool operator==(const Spell &, const Spell &) = default;
};

enum class Ending : std::uint8_t { Censored, Event, Competing };

/// The product-limit estimate of the share still running after a time (Kaplan and Meier 1958). Spells that were censored at
/// the instant of an event count as at risk in it.
class SurvivalCurve {
public:
    SurvivalCurve() = default;
    explicit SurvivalCurve(std::vector<Spell> spells);

    struct Step {
        support::Duration at;
        double surviving;
    };
    /// One step for each distinct length at which spells ended, from 1 downwards.
    [[nodiscard]] std::span<const Step> steps() const { return m_steps; }
    [[nodiscard]] std::size_t ended() const { return m_ended; }

    /// The median of what remains for a spell that has run for `spent`; nothing where the curve ends before that.
    [[nodiscard]] std::optional<support::Duration> medianRemaining(support::Duration spent) const;

private:
    void prepareLookups();
    /// How many steps lie at or before `length`.
    [[nodiscard]] std::size_t stepsUpTo(support::Duration length) const;
    [[nodiscard]] std::size_t stretchOf(support::Duration length) const;

    std::vector<Step> m_steps;
    /// A step, and when half of those whom it left have ended; the far future when they have not.
    struct Halving {
        support::Duration at;
        support::Duration half;
    };
    static constexpr support::Duration never{std::numeric_limits<std::int64_t>::max()};

    // A copy of the steps for one question that is asked for every open deal: what it needs lies together.
    std::vector<Halving> m_halvings;
    support::Duration m_firstHalf = never; ///< from the start
    std::vector<std::uint32_t> m_grid;     ///< steps before each of equal stretches of time, 2^m_gridShift µs long
    unsigned m_gridShift = 0;
    std::size_t m_ended = 0;
};

/// Spans of one group, told one by one from the shortest to the longest after all were counted: the shortest
/// lengths at which at most a half and a fifth are still running by the estimate of SurvivalCurve. Takes no room for them.
class QuantileWalk {
public:
    void expect() { ++m_atRisk; }
    void add(support::Duration length, bool ended);
    /// Nothing where the estimate does not fall so far. To be asked when all were told.
    [[nodiscard]] std::optional<support::Duration> median() const { return settled().m_median; }
    [[nodiscard]] std::optional<support::Duration> eightieth() const { return settled().m_eightieth; }

private:
    [[nodiscard]] QuantileWalk settled() const;
    void settle();

    double m_surviving = 1;
    support::Duration m_length; ///< of those told last
    std::optional<support::Duration> m_median;
    std::optional<support::Duration> m_eightieth;
    std::uint32_t m_atRisk = 0;
    std::uint32_t m_there = 0; ///< at risk at that length
    std::uint32_t m_ended = 0; ///< at that length
};

/// The share that comes to the event in the end, from spans of which some are still running (Aalen and Johansen 1978): each
/// running one is shared out as those that ran longer went. What still runs after the last end is shared to nobody, since none
/// ran longer: the share is then the least that it can come to. Without running ones it is the plain share. The spans of one
/// group are told one by one from the shortest to the longest after all were counted.
class IncidenceWalk {
public:
    void expect() { ++m_atRisk; }
    void add(support::Duration length, Ending ending);
    /// Nothing where all are still running: no end has shown where they go. To be asked when all were told.
    [[nodiscard]] std::optional<double> share() const;

private:
    void settle();

    double m_running = 1;
    double m_incidence = 0;
    support::Duration m_length; ///< of those told last
    std::uint32_t m_atRisk = 0;
    std::uint32_t m_there = 0;  ///< at risk at that length
    std::uint32_t m_events = 0; ///< at that length
    std::uint32_t m_ended = 0;  ///< at that length, events and rivals
    bool m_anyEnded = false;
};

} // namespace engine
