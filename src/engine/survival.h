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
    [[nodiscard]] std::size_t spells() const { return m_spells; }
    [[nodiscard]] std::size_t ended() const { return m_ended; }

    /// The share that is still running at `length`.
    [[nodiscard]] double surviving(support::Duration length) const;
    /// The shortest length at which at most 1 − `share` are still running; nothing where the curve does not fall so far.
    [[nodiscard]] std::optional<support::Duration> quantile(double share) const;
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
    std::size_t m_spells = 0;
    std::size_t m_ended = 0;
};

enum class Ending : std::uint8_t { Censored, Event, Competing };

/// A span that ended in the event, in something that rules the event out, or was still running.
struct RivalSpell {
    support::Duration length;
    Ending ending;
};

/// The share that comes to the event in the end, from spans of which some are still running (Aalen and Johansen 1978): each
/// running one is shared out as those that ran longer went. Without running ones it is the plain share; nothing for no spans.
[[nodiscard]] std::optional<double> cumulativeIncidence(std::vector<RivalSpell> spells);

} // namespace engine
