// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/chiprow.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

namespace ui {
namespace {

constexpr qreal gap = 6;

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
        const qreal wide = std::min(chipWidth(chip), width);
        if (at.x() > 0 && at.x() + wide > width)
            at = {0, at.y() + chipHeight + gap};
        places.append(QRectF(at, QSizeF(wide, chipHeight)));
        at.rx() += wide + gap;
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
    for (qsizetype i = 0; i < all.size(); ++i)
        drawChip(painter, all[i], m_chips[i], tones);
}

} // namespace ui
