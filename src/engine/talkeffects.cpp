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

std::uint32_t plainEffects(ActivityKind kind, Direction direction, const domain::HealthSettings &settings)
{
    const auto isIn = [kind](const std::vector<ActivityKind> &list) { return std::ranges::find(list, kind) != list.end(); };
    std::uint32_t effects = 0;
    const auto add = [&](bool holds, TalkEffect effect) { effects |= holds ? std::uint32_t{effect} : 0U; };
    add(!isIn(settings.noProgressKinds), Progress);
    add(kind == ActivityKind::Tender, Tendered);
    if (kind == ActivityKind::Tender || kind == ActivityKind::PageView)
        return effects;
    const bool in = direction == Direction::In;
    const bool said = direction == Direction::Out && kind != ActivityKind::Note;
    add(true, Conversed);
    add(kind == ActivityKind::Demo, Demoed);
    add(in && kind == ActivityKind::Meeting, Met);
    add(kind == ActivityKind::Demo || kind == ActivityKind::Feedback, Substantial);
    add(in, Heard);
    add(in && isIn(settings.inquiryKinds), Inquired);
    add(said, Said);
    add(said && kind == ActivityKind::File, Sent);
    return effects;
}

} // namespace

TalkEffects::TalkEffects(const domain::HealthSettings &settings)
{
    for (const ActivityKind kind : kinds) {
        for (const Direction direction : directions)
            m_plain.at(place(kind, direction)) = static_cast<std::uint16_t>(plainEffects(kind, direction, settings));
    }
}

} // namespace engine
