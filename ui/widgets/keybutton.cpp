// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/keybutton.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QStyleOptionButton>

namespace ui {
namespace {

constexpr qreal sidePadding = 10;
constexpr qreal gap = 6;
constexpr int buttonHeight = 30;

} // namespace

KeyButton::KeyButton(QAction *action, QWidget *parent) : QPushButton(parent), m_action(action)
{
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &KeyButton::follow);
    setFocusPolicy(Qt::TabFocus);
    setAutoDefault(false);
    follow();
}

void KeyButton::setPrimary(bool primary)
{
    setProperty("primary", primary);
}

void KeyButton::setWording(const QString &text)
{
    m_wording = text;
    follow();
}

void KeyButton::follow()
{
    QString text = m_wording.isEmpty() ? m_action->text() : m_wording;
    if (text.endsWith(QChar(u'…')))
        text.chop(1);
    setText(text);
    setAccessibleName(text);
    setToolTip(QStringLiteral("%1 (%2)").arg(text, key()));
    setEnabled(m_action->isEnabled());
    updateGeometry();
    update();
}

QString KeyButton::key() const
{
    const QKeySequence key = m_action->shortcut();
    return key == QKeySequence(Qt::Key_Return) ? QStringLiteral("↵") : key.toString(QKeySequence::NativeText);
}

qreal KeyButton::keyWidth() const
{
    return std::max(18.0, QFontMetricsF(ui::font(Type::Small, QFont::Medium)).horizontalAdvance(key()) + 8);
}

QSize KeyButton::sizeHint() const
{
    const qreal words = QFontMetricsF(ui::font(Type::Body, QFont::DemiBold)).horizontalAdvance(text());
    return {qCeil(2 * sidePadding + words + gap + keyWidth()), buttonHeight};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);

    // The button's own palette holds the ground that the style sheet gave it, which is light in the dark as well.
    const Colours &c = colours(QApplication::palette());
    const bool primary = property("primary").toBool();
    const QColor ink = !isEnabled() ? c.faint : primary ? c.onAccent : c.text;
    const qreal words = width() - 2 * sidePadding - gap - keyWidth();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ui::font(Type::Body, primary ? QFont::DemiBold : QFont::Normal));
    painter.setPen(ink);
    drawText(painter, QRectF(sidePadding, 0, words, height()), text());

    QRectF cap(0, 0, keyWidth(), 18);
    cap.moveCenter(QPointF(width() - sidePadding - keyWidth() / 2, height() / 2.0));
    QColor frame = ink;
    frame.setAlphaF(0.35F);
    painter.setPen(QPen(frame, 1));
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(ui::font(Type::Small, QFont::Medium));
    painter.setPen(primary ? ink : !isEnabled() ? c.faint : c.muted);
    painter.drawText(cap, Qt::AlignCenter, key());
}

} // namespace ui
