// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace ui {

/// How well `pattern` names `text`; more is better, none: not at all. Every word of the pattern has to be found, as a piece of
/// the text (best at the start of a word) or with its letters in order ("gtd" in "go to deal"). Case does not matter.
[[nodiscard]] std::optional<int> likeness(const QString &pattern, const QString &text);

/// The best over several texts.
[[nodiscard]] std::optional<int> likeness(const QString &pattern, const QStringList &texts);

} // namespace ui
