// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/view.h"

#include <QString>

#include <optional>

namespace ui {

/// A page and what it looks at, as a line that can be copied, sent and opened again:
/// "plumbline:funnel?team=east&day=2026-03-12&period=quarter&proven=1". It holds ids of people and teams, and no numbers.
struct ViewAddress {
    QString page; ///< the part of the action's id after "view.": today, funnel, map
    View view;

    friend bool operator==(const ViewAddress &, const ViewAddress &) = default;
};

[[nodiscard]] QString toText(const ViewAddress &address);

/// What is wrong with a text that is to be an address.
struct BadAddress {
    enum class Why : std::uint8_t { NoAddress, UnknownPart, BadValue } why = Why::NoAddress;
    QString part; ///< the part that is meant
};

/// Either an address or what is wrong. Nothing of a text with a part that cannot be understood is taken: it would show something
/// else than what was meant.
struct ReadAddress {
    std::optional<ViewAddress> address;
    BadAddress wrong = {};
};
[[nodiscard]] ReadAddress readAddress(const QString &text);

} // namespace ui
