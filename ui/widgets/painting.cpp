// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/painting.h"

#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QTextLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr qreal chipPadding = 8;
constexpr qreal radius = 4;

qreal digitCell(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}

qreal figureAdvance(const QFontMetricsF &metrics, QChar letter, qreal cell)
{
    return letter.isDigit() ? cell : metrics.horizontalAdvance(letter);
}

/// Lays out at most `lines` lines; the last one is elided when there is more. `place(text, y)` is called for each.
template <class Place>
qreal layOut(const Paragraph &paragraph, qreal width, Place place)
{
    const QFontMetricsF metrics(paragraph.font);
    QTextLayout layout(paragraph.text, paragraph.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y = 0;
    for (int number = 1;; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const QString rest = paragraph.text.mid(line.textStart());
        const bool cut = number == paragraph.lines && line.textLength() < rest.size();
        place(cut ? metrics.elidedText(rest, Qt::ElideRight, width) : rest.left(line.textLength()), y);
        y += metrics.lineSpacing() + 2;
        if (number == paragraph.lines)
            break;
    }
    layout.endLayout();
    return y;
}

} // namespace

ToneColours toneColours(const QPalette &palette, Tone tone)
{
    const Colours &c = colours(palette);
    switch (tone) {
    case Tone::Plain: return {c.text, c.window};
    case Tone::Muted: return {c.muted, c.window};
    case Tone::Accent: return {c.accent, c.accentSoft};
    case Tone::Good: return {c.good, c.goodSoft};
    case Tone::Warning: return {c.warning, c.warningSoft};
    case Tone::Bad: return {c.critical, c.criticalSoft};
    }
    return {c.text, c.window};
}

Tone toneOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Notice: return Tone::Accent;
    case domain::Severity::Warning: return Tone::Warning;
    case domain::Severity::Critical: return Tone::Bad;
    }
    return Tone::Plain;
}

void drawText(QPainter &painter, const QRectF &area, const QString &text, Qt::Alignment alignment)
{
    if (area.width() < 2)
        return;
    const QString fitting = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, area.width() + 0.5);
    painter.drawText(area, static_cast<int>(alignment) | Qt::TextSingleLine, fitting);
}

qreal figureWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitCell(metrics);
    qreal width = 0;
    for (const QChar letter : text)
        width += figureAdvance(metrics, letter, cell);
    return width;
}

void drawFigure(QPainter &painter, const QRectF &area, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal cell = digitCell(metrics);
    const qreal baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    qreal x = area.right() - figureWidth(painter.font(), text);
    for (const QChar letter : text) {
        const qreal advance = figureAdvance(metrics, letter, cell);
        painter.drawText(QPointF(x + (advance - metrics.horizontalAdvance(letter)) / 2, baseline), QString(letter));
        x += advance;
    }
}

qreal Paragraph::height(qreal width) const
{
    return layOut(*this, width, [](const QString &, qreal) {});
}

void Paragraph::draw(QPainter &painter, const QRectF &area) const
{
    painter.setFont(font);
    const qreal ascent = QFontMetricsF(font).ascent();
    layOut(*this, area.width(),
           [&](const QString &line, qreal y) { painter.drawText(QPointF(area.left(), area.top() + y + ascent + 1), line); });
}

qreal chipWidth(const QString &text)
{
    return QFontMetricsF(font(Type::Small, QFont::Medium)).horizontalAdvance(text) + 2 * chipPadding;
}

qreal longChipHeight(const QString &text, qreal width)
{
    const QRectF room(0, 0, width - 2 * chipPadding, QWIDGETSIZE_MAX);
    const QFontMetricsF metrics(font(Type::Small, QFont::Medium));
    return metrics.boundingRect(room, Qt::TextWordWrap, text).height() + chipHeight - metrics.height();
}

namespace {

/// The soft frame of a chip; leaves the painter ready for its text.
void beginChip(QPainter &painter, const QRectF &frame, const ToneColours &tones)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.soft);
    painter.drawRoundedRect(frame, radius, radius);
    painter.setPen(tones.ink);
    painter.setFont(font(Type::Small, QFont::Medium));
}

} // namespace

void drawLongChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &tones)
{
    painter.save();
    beginChip(painter, area, tones);
    painter.drawText(area.adjusted(chipPadding, 0, -chipPadding, 0), Qt::TextWordWrap | Qt::AlignVCenter, text);
    painter.restore();
}

void drawChip(QPainter &painter, const QRectF &area, const QString &text, Tone tone, const QPalette &palette)
{
    drawChip(painter, area, text, toneColours(palette, tone));
}

void drawChip(QPainter &painter, const QRectF &area, const QString &text, const ToneColours &tones)
{
    const QRectF chip(area.left(), area.center().y() - chipHeight / 2, std::min(chipWidth(text), area.width()), chipHeight);
    painter.save();
    beginChip(painter, chip, tones);
    drawText(painter, chip.adjusted(chipPadding, 0, -chipPadding + 1, 0), text);
    painter.restore();
}

namespace {

/// With a real minus sign, as figures are written everywhere.
QString healthText(qint64 health)
{
    return (health < 0 ? QStringLiteral("−") : QString()) + QLocale().toString(std::abs(health));
}

} // namespace

QSizeF healthSize(std::optional<qint64> health)
{
    constexpr QSizeF usual{44, 22};
    if (!health)
        return usual;
    const qreal words = QFontMetricsF(font(Type::Body, QFont::DemiBold)).horizontalAdvance(healthText(*health));
    return {std::max(usual.width(), words + 2 * chipPadding), usual.height()};
}

void drawHealth(QPainter &painter, const QRectF &area, std::optional<qint64> health, bool red, const QPalette &palette)
{
    if (!health)
        return;
    const ToneColours tones = toneColours(palette, red ? Tone::Bad : Tone::Good);
    QRectF badge(QPointF(), healthSize(health));
    badge.moveCenter(area.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.soft);
    painter.drawRoundedRect(badge, radius, radius);
    painter.setPen(tones.ink);
    painter.setFont(font(Type::Body, QFont::DemiBold));
    painter.drawText(badge, Qt::AlignCenter, healthText(*health));
    painter.restore();
}

void drawRowBackground(QPainter &painter, const QRectF &area, RowState state, const QPalette &palette)
{
    const Colours &c = colours(palette);
    if (state.selected) {
        painter.fillRect(area, c.selection);
        if (state.focused)
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), c.accent);
    } else if (state.hovered) {
        painter.fillRect(area, c.hover);
    }
}

} // namespace ui
