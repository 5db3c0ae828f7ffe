// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/panel.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

namespace ui {

Panel::Panel(QWidget *parent) : QFrame(parent) {}

void Panel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = colours(palette());
    const bool plain = m_tone == Tone::Plain;
    painter.setPen(plain ? QPen(c.hairline, 1) : QPen(Qt::NoPen));
    painter.setBrush(plain ? c.surface : toneColours(palette(), m_tone).soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace ui
