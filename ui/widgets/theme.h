// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/appsettings.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace ui {

/// The colours of one theme. Text colours keep a contrast of 4.5:1 on `surface` and `window`.
struct Colours {
    QColor window;    ///< behind everything: sidebar, bars
    QColor surface;   ///< lists, pages, inputs
    QColor raised;    ///< cards, popups
    QColor hover;     ///< a row under the pointer
    QColor selection; ///< the selected row
    QColor hairline;  ///< separators
    QColor outline;   ///< borders of inputs and buttons
    QColor text;
    QColor muted;      ///< second line, labels
    QColor faint;      ///< disabled, hints
    QColor accent;     ///< the one accent: focus, primary buttons, links
    QColor onAccent;   ///< text on it
    QColor accentSoft; ///< its tint, behind accent text
    QColor critical;
    QColor criticalSoft;
    QColor warning;
    QColor warningSoft;
    QColor good;
    QColor goodSoft;
    QColor past;     ///< the badge of a day that is not now
    QColor pastSoft; ///< its tint, behind the whole frame
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
/// The colours that go with a palette, so that a painter needs nothing but the palette it is handed.
[[nodiscard]] const Colours &colours(const QPalette &palette);

/// Distances are multiples of it, in device-independent pixels.
inline constexpr int grid = 4;

/// Steps of type, in device-independent pixels; the application's font is `Body`.
enum class Type : std::uint8_t { Small = 12, Body = 13, Strong = 14, Heading = 16, Title = 20, Figure = 28 };
[[nodiscard]] QFont font(Type type, QFont::Weight weight = QFont::Normal);

/// Puts a theme over the whole application: style, palette, style sheet, font.
class Theme final : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_dark = false;
};

} // namespace ui
