// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/rowroles.h"

#include "workbench/views.h"

#include <QString>

namespace ui {

/// The kinds of entries that a timeline is filtered by.
enum class TimelineKind : std::uint8_t { Talk, Moves, Money, Files, Decisions };
inline constexpr std::size_t timelineKinds = 5;

[[nodiscard]] TimelineKind kindOf(const workbench::TimelineEntry &entry);
[[nodiscard]] QString word(TimelineKind kind);

/// What happened, in one line; the words of a talk are not in it.
[[nodiscard]] QString headline(const Format &format, const workbench::TimelineEntry &entry);
/// What was said or written, where the headline does not say it already.
[[nodiscard]] QString body(const workbench::TimelineEntry &entry);
[[nodiscard]] QString iconOf(const workbench::TimelineEntry &entry);
[[nodiscard]] Tone toneOf(const workbench::TimelineEntry &entry);

} // namespace ui
