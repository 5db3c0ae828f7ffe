// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/cardbutton.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int pictureSize = 28;
constexpr int padding = 5 * grid;
constexpr QSize cardSize{224, 168};
constexpr qreal radius = 10;

} // namespace

CardButton::CardButton(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(cardSize.height());
}

void CardButton::setWords(const QString &title, const QString &sentence)
{
    m_sentence = sentence;
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

QSize CardButton::sizeHint() const
{
    return cardSize;
}

void CardButton::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &theme = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.outline, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? theme.selection : underMouse() ? theme.hover : theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const QRect inside = rect().adjusted(padding, padding, -padding, -padding);
    painter.drawPixmap(inside.topLeft(), iconPixmap(m_icon, pictureSize, theme.accent, devicePixelRatioF()));
    painter.setPen(theme.text);
    painter.setFont(ui::font(Type::Heading, QFont::DemiBold));
    const QRect title = inside.adjusted(0, pictureSize + 3 * grid, 0, 0);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignTop, text());
    painter.setPen(theme.muted);
    painter.setFont(ui::font(Type::Body));
    painter.drawText(title.adjusted(0, 7 * grid, 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

void CardButton::keyPressEvent(QKeyEvent *event)
{
    // A push button outside a dialog knows the space bar only; who sees a chosen card presses Enter.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool CardButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace ui
