// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "history/log.h"

#include <array>
#include <cstdint>

namespace engine {

/// What an activity is to the talk about a deal; several at once.
enum TalkEffect : std::uint16_t {
    Progress = 1U << 0U,    ///< an update of the deal
    Tendered = 1U << 1U,    ///< the customer published a tender
    Demoed = 1U << 2U,      ///< a demo
    Met = 1U << 3U,         ///< a meeting of the customer's, with us
    Missed = 1U << 4U,      ///< … at which none of us was
    Substantial = 1U << 5U, ///< something concrete
    Heard = 1U << 6U,       ///< from the customer
    GoodWord = 1U << 7U,    ///< … who speaks well of us
    Inquired = 1U << 8U,    ///< … and asks
    Said = 1U << 9U,        ///< from us to the customer
    Sent = 1U << 10U,       ///< … with material
    Compared = 1U << 11U,   ///< both a competitor and a price were named
};

/// The effects of activities under one playbook: worked out once for everything that an activity can be, and then looked up,
/// since talk is most of what there is to read and follows no pattern that a processor could guess.
class TalkEffects {
public:
    TalkEffects() = default;
    explicit TalkEffects(const domain::HealthSettings &settings);

    [[nodiscard]] std::uint16_t of(const history::Act &act) const
    {
        const auto bits = domain::ActivityBits::unpack(act.bits);
        return m_effects[place({bits.kind, bits.direction, bits.withMaterial, act.actor != 0, act.signals})];
    }

private:
    /// What the effects of an activity depend on.
    struct Traits {
        domain::ActivityKind kind;
        domain::Direction direction;
        bool withMaterial;
        bool someoneOfUs; ///< was there
        domain::Signals signals;
    };
    // Where each of them lies in the place of an activity.
    static constexpr unsigned directionAt = 4;
    static constexpr unsigned materialAt = 6;
    static constexpr unsigned someoneAt = 7;
    static constexpr unsigned signalsAt = 8;
    static constexpr unsigned end = 12;
    static_assert(domain::Signals{1} << (end - signalsAt) > static_cast<domain::Signals>(domain::Signal::GoodTalk));

    [[nodiscard]] static std::size_t place(const Traits &traits)
    {
        const auto put = [](auto value, unsigned from, unsigned to) {
            return (static_cast<std::size_t>(value) & ((1U << (to - from)) - 1)) << from;
        };
        return put(traits.kind, 0, directionAt) | put(traits.direction, directionAt, materialAt)
               | put(traits.withMaterial, materialAt, someoneAt) | put(traits.someoneOfUs, someoneAt, signalsAt)
               | put(traits.signals, signalsAt, end);
    }
    [[nodiscard]] static Traits traitsAt(std::size_t place);
    [[nodiscard]] static bool speaks(const Traits &traits, domain::Signal signal) { return domain::has(traits.signals, signal); }
    [[nodiscard]] static std::uint32_t saidEffects(const Traits &traits);
    [[nodiscard]] static std::uint32_t heardEffects(const Traits &traits);
    [[nodiscard]] static std::uint32_t effectsOf(const Traits &traits, const domain::HealthSettings &settings);

    std::array<std::uint16_t, std::size_t{1} << end> m_effects{};
};

} // namespace engine
