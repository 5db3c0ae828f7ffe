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
    static constexpr std::size_t kindBits = 4;
    static constexpr std::size_t directionBits = 2;
    static constexpr std::size_t signalBits = 4; // the first ones, which are those that an effect asks for
    static_assert((domain::Signals{1} << signalBits) > static_cast<domain::Signals>(domain::Signal::GoodTalk));

    [[nodiscard]] static std::size_t place(const Traits &traits)
    {
        const auto low = [](auto value, std::size_t bits) { return static_cast<std::size_t>(value) & ((1U << bits) - 1); };
        std::size_t place = low(traits.signals, signalBits);
        place = place << 1U | (traits.someoneOfUs ? 1U : 0U);
        place = place << 1U | (traits.withMaterial ? 1U : 0U);
        place = place << directionBits | low(traits.direction, directionBits);
        return place << kindBits | low(traits.kind, kindBits);
    }
    [[nodiscard]] static std::uint32_t effectsOf(const Traits &traits, const domain::HealthSettings &settings);

    std::array<std::uint16_t, std::size_t{1} << (signalBits + 2 + directionBits + kindBits)> m_effects{};
};

} // namespace engine
