// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"

#include "domain/playbook.h"

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>

namespace ui {

// What the delegates and small widgets draw alike. Everything takes its colours from the palette that it is handed.

struct ToneColours {
    QColor ink;
    QColor soft; ///< behind the ink
};
[[nodiscard]] ToneColours toneColours(const QPalette &palette, Tone tone);
[[nodiscard]] Tone toneOf(domain::Severity severity);

/// One line of text in the painter's font and pen, elided at its end.
void drawText(QPainter &painter, const QRectF &area, const QString &text,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Text with every digit in a cell of one width, so that figures stand below one another although the font's are
/// proportional. Aligned right.
void drawFigure(QPainter &painter, const QRectF &area, const QString &text);
[[nodiscard]] qreal figureWidth(const QFont &font, const QString &text);

/// Lines of wrapped text, elided after `lines`; the height they take in `width`.
struct Paragraph {
    QString text;
    QFont font;
    int lines = 3;

    [[nodiscard]] qreal height(qreal width) const;
    void draw(QPainter &painter, const QRectF &area) const;
};

inline constexpr qreal chipHeight = 20;
[[nodiscard]] qreal chipWidth(const QString &text);
/// Of a chip whose text is broken into lines to fit into `width`.
[[nodiscard]] qreal longChipHeight(const QString &text, qreal width);
/// A word in a soft frame; `area` gives the left edge and the middle, the width is what the word needs or the area has.
void drawChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &tones);
void drawChip(QPainter &painter, const QRectF &area, const QString &text, Tone tone, const QPalette &palette);

/// The same over several lines, where no line is wide enough.
void drawLongChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &tones);

/// The health badge: the raw score, red below the red line. No health: nothing. `healthSize` is what the score needs.
[[nodiscard]] QSizeF healthSize(std::optional<qint64> health);
void drawHealth(QPainter &painter, const QRectF &area, std::optional<qint64> health, bool red, const QPalette &palette);

/// The background of a row: selected, with the accent at its edge; under the pointer; or nothing.
struct RowState {
    bool selected = false;
    bool hovered = false;
    bool focused = false; ///< the view has the keyboard
};
void drawRowBackground(QPainter &painter, const QRectF &area, RowState state, const QPalette &palette);

} // namespace ui
