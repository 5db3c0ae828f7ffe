// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkeffects.h"

#include <algorithm>

namespace engine {

using domain::ActivityKind;
using domain::Direction;

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

TalkEffects::Traits TalkEffects::traitsAt(std::size_t place)
{
    const auto get = [place](unsigned from, unsigned to) { return place >> from & ((1U << (to - from)) - 1); };
    return {static_cast<ActivityKind>(get(0, directionAt)), static_cast<Direction>(get(directionAt, materialAt)),
            get(materialAt, someoneAt) != 0, get(someoneAt, signalsAt) != 0, static_cast<domain::Signals>(get(signalsAt, end))};
}

TalkEffects::TalkEffects(const domain::HealthSettings &settings)
{
    for (std::size_t place = 0; place < m_effects.size(); ++place)
        m_effects[place] = static_cast<std::uint16_t>(effectsOf(traitsAt(place), settings));
}

} // namespace engine
