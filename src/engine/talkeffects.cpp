// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkeffects.h"

#include <algorithm>

namespace engine {

using domain::ActivityKind;
using domain::Direction;

namespace {

constexpr std::array kinds{ActivityKind::Call,     ActivityKind::Email,  ActivityKind::Chat,    ActivityKind::Visit,
                           ActivityKind::Meeting,  ActivityKind::Demo,   ActivityKind::File,    ActivityKind::Note,
                           ActivityKind::PageView, ActivityKind::Tender, ActivityKind::Feedback};
constexpr std::array directions{Direction::In, Direction::Out, Direction::Internal};

} // namespace

std::uint32_t TalkEffects::effectsOf(const Traits &traits, const domain::HealthSettings &settings)
{
    const auto isIn = [&](const std::vector<ActivityKind> &list) { return std::ranges::find(list, traits.kind) != list.end(); };
    const auto speaks = [&](domain::Signal signal) { return domain::has(traits.signals, signal); };
    std::uint32_t effects = 0;
    const auto add = [&](bool holds, TalkEffect effect) { effects |= holds ? std::uint32_t{effect} : 0U; };
    const ActivityKind kind = traits.kind;
    add(!isIn(settings.noProgressKinds), Progress);
    add(kind == ActivityKind::Tender, Tendered);
    if (kind == ActivityKind::Tender || kind == ActivityKind::PageView)
        return effects;
    const bool in = traits.direction == Direction::In;
    const bool said = traits.direction == Direction::Out && kind != ActivityKind::Note;
    // Where the customer met without us nothing passed between us, though they had called us.
    const bool missed = in && kind == ActivityKind::Meeting && !traits.someoneOfUs;
    add(kind == ActivityKind::Demo, Demoed);
    add(in && kind == ActivityKind::Meeting && !missed, Met);
    add(missed, Missed);
    add(!missed && (kind == ActivityKind::Demo || kind == ActivityKind::Feedback || speaks(domain::Signal::Substance)),
        Substantial);
    add(in && !missed, Heard);
    add(in && !missed && speaks(domain::Signal::GoodTalk), GoodWord);
    add(in && isIn(settings.inquiryKinds), Inquired);
    add(said, Said);
    add(said && (kind == ActivityKind::File || traits.withMaterial), Sent);
    add(speaks(domain::Signal::Competitor) && speaks(domain::Signal::Price), Compared);
    return effects;
}

TalkEffects::TalkEffects(const domain::HealthSettings &settings)
{
    for (domain::Signals signals = 0; signals < 1U << signalBits; ++signals) {
        for (const ActivityKind kind : kinds) {
            for (const Direction direction : directions) {
                for (const unsigned rest : {0U, 1U, 2U, 3U}) {
                    const Traits traits{kind, direction, (rest & 1U) != 0, (rest & 2U) != 0, signals};
                    m_effects.at(place(traits)) = static_cast<std::uint16_t>(effectsOf(traits, settings));
                }
            }
        }
    }
}

} // namespace engine
