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
    Conversed = 1U << 2U,   ///< neither a tender nor a page view
    Demoed = 1U << 3U,      ///< a demo
    Met = 1U << 4U,         ///< a meeting of the customer's, with us
    Missed = 1U << 5U,      ///< … at which none of us was
    Substantial = 1U << 6U, ///< something concrete
    Heard = 1U << 7U,       ///< from the customer
    GoodWord = 1U << 8U,    ///< … who speaks well of us
    Inquired = 1U << 9U,    ///< … and asks
    Said = 1U << 10U,       ///< from us to the customer
    Sent = 1U << 11U,       ///< … with material
    Compared = 1U << 12U,   ///< both a competitor and a price were named
};

/// The effects of activities under one playbook. Kind and direction are looked up and the rest is added without a branch,
/// since talk is most of what there is to read and follows no pattern that a processor could guess.
class TalkEffects {
public:
    TalkEffects() = default;
    explicit TalkEffects(const domain::HealthSettings &settings);

    [[nodiscard]] std::uint16_t of(const history::Act &act) const
    {
        const auto bits = domain::ActivityBits::unpack(act.bits);
        const std::uint32_t plain = m_plain[place(bits.kind, bits.direction)];
        const auto when = [](bool holds, TalkEffect effect) { return holds ? std::uint32_t{effect} : 0U; };
        std::uint32_t effects = plain;
        effects |= when((plain & Conversed) != 0 && domain::has(act.signals, domain::Signal::Substance), Substantial);
        effects |= when((plain & Heard) != 0 && domain::has(act.signals, domain::Signal::GoodTalk), GoodWord);
        effects |= when((plain & Conversed) != 0 && domain::has(act.signals, domain::Signal::Competitor)
                            && domain::has(act.signals, domain::Signal::Price),
                        Compared);
        // Where the customer met without us nothing passed between us, though they had called us.
        const bool missed = (plain & Met) != 0 && act.actor == 0;
        effects &= ~(missed ? std::uint32_t{Met | Heard | Substantial | GoodWord} : 0U);
        effects |= when(missed, Missed);
        effects |= when((plain & Said) != 0 && bits.withMaterial, Sent);
        return static_cast<std::uint16_t>(effects);
    }

private:
    [[nodiscard]] static std::size_t place(domain::ActivityKind kind, domain::Direction direction)
    {
        return (static_cast<std::size_t>(kind) * 4 + static_cast<std::size_t>(direction)) % 64;
    }

    std::array<std::uint16_t, 64> m_plain{};
};

} // namespace engine
