// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/textlabel.h"

#include "ui/widgets/painting.h"

#include <QApplication>
#include <QEvent>
#include <QTextDocument>

namespace ui {

TextLabel::TextLabel(Type type, Tone tone, QFont::Weight weight, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setFont(ui::font(type, weight));
    setForegroundRole(QPalette::WindowText); // whatever ground it stands on
    setTextInteractionFlags(Qt::NoTextInteraction);
    applyTone();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyTone();
}

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    return m_elided ? QSize(0, QLabel::minimumSizeHint().height()) : QLabel::minimumSizeHint();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // The palette that matters is the application's: this label's own holds the ink of the theme before.
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::ApplicationPaletteChange)
        return;
    applyTone();
    inkLinks();
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::WindowText));
    drawText(painter, contentsRect(), text());
}

void TextLabel::applyTone()
{
    QPalette own = palette();
    const QColor ink = toneColours(QApplication::palette(), m_tone).ink;
    if (own.color(QPalette::WindowText) == ink)
        return;
    own.setColor(QPalette::WindowText, ink);
    setPalette(own);
}

void TextLabel::inkLinks()
{
    const QString said = text();
    if (!Qt::mightBeRichText(said))
        return;
    clear(); // or the label takes it for what it shows already
    setText(said);
}

} // namespace ui
