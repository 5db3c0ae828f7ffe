// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/chiprow.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

namespace ui {
namespace {

constexpr qreal gap = 6;

/// A text longer than a line takes several: half a question tells nobody what to ask.
QSizeF sizeOf(const QString &chip, qreal width)
{
    const qreal wide = chipWidth(chip);
    return wide <= width ? QSizeF(wide, chipHeight) : QSizeF(width, longChipHeight(chip, width));
}

} // namespace

ChipRow::ChipRow(Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::setChips(const QStringList &chips)
{
    m_chips = chips;
    setAccessibleName(chips.join(QStringLiteral(", ")));
    setVisible(!chips.isEmpty());
    updateGeometry();
    update();
}

QList<QRectF> ChipRow::places(qreal width) const
{
    QList<QRectF> places;
    QPointF at(0, 0);
    for (const QString &chip : m_chips) {
        const QSizeF size = sizeOf(chip, width);
        if (at.x() > 0 && at.x() + size.width() > width)
            at = {0, places.last().bottom() + gap};
        places.append(QRectF(at, size));
        at.rx() += size.width() + gap;
    }
    return places;
}

int ChipRow::heightForWidth(int width) const
{
    const QList<QRectF> all = places(width);
    return all.isEmpty() ? 0 : qCeil(all.last().bottom());
}

QSize ChipRow::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRectF> all = places(width());
    // Often on a tinted ground: the chips keep the page's.
    const ToneColours tones{toneColours(palette(), m_tone).ink, colours(palette()).surface};
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].height() > chipHeight)
            drawLongChip(painter, all[i], m_chips[i], tones);
        else
            drawChip(painter, all[i], m_chips[i], tones);
    }
}

} // namespace ui
