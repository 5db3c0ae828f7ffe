// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/talkeffects.h"

#include <algorithm>

namespace engine {

using domain::ActivityKind;
using domain::Direction;

std::uint32_t TalkEffects::effectsOf(const Traits &traits, const domain::HealthSettings &settings)
{
    const ActivityKind kind = traits.kind;
    const auto isIn = [kind](const std::vector<ActivityKind> &list) { return std::ranges::find(list, kind) != list.end(); };
    const std::uint32_t progress = isIn(settings.noProgressKinds) ? 0U : std::uint32_t{Progress};
    if (kind == ActivityKind::Tender)
        return progress | Tendered;
    if (kind == ActivityKind::PageView)
        return progress;
    std::uint32_t effects = progress | saidEffects(traits);
    if (traits.direction == Direction::In && isIn(settings.inquiryKinds))
        effects |= Inquired;
    if (kind == ActivityKind::Demo)
        effects |= Demoed;
    if (speaks(traits, domain::Signal::Competitor) && speaks(traits, domain::Signal::Price))
        effects |= Compared;
    return effects | heardEffects(traits);
}

std::uint32_t TalkEffects::saidEffects(const Traits &traits)
{
    if (traits.direction != Direction::Out || traits.kind == ActivityKind::Note)
        return 0;
    const bool sent = traits.kind == ActivityKind::File || traits.withMaterial;
    return std::uint32_t{Said} | (sent ? std::uint32_t{Sent} : 0U);
}

std::uint32_t TalkEffects::heardEffects(const Traits &traits)
{
    const bool in = traits.direction == Direction::In;
    const bool meeting = in && traits.kind == ActivityKind::Meeting;
    // Where the customer met without us nothing passed between us, though they had called us.
    if (meeting && !traits.someoneOfUs)
        return Missed;
    const bool concrete = traits.kind == ActivityKind::Demo || traits.kind == ActivityKind::Feedback;
    std::uint32_t effects = meeting ? std::uint32_t{Met} : 0U;
    if (concrete || speaks(traits, domain::Signal::Substance))
        effects |= Substantial;
    if (in)
        effects |= Heard;
    if (in && speaks(traits, domain::Signal::GoodTalk))
        effects |= GoodWord;
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
