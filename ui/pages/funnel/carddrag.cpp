// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/carddrag.h"

#include "ui/pages/funnel/cardlist.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr int badge = 24;
constexpr qreal seeThrough = 0.92;

} // namespace

CardDrag::CardDrag(QWidget *board) : QWidget(board)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void CardDrag::begin(CardList *from, int count)
{
    const QModelIndex card = from->currentIndex();
    const QRect place = from->visualRect(card);
    const qreal scale = devicePixelRatioF();
    m_picture = QPixmap(place.size() * scale);
    m_picture.setDevicePixelRatio(scale);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    QStyleOptionViewItem option;
    option.initFrom(from->viewport());
    option.rect = QRect(QPoint(), place.size());
    option.state |= QStyle::State_HasFocus;
    option.widget = from;
    from->itemDelegate()->paint(&painter, option, card);
    painter.end();

    m_from = from;
    m_count = count;
    m_given = false;
    const QPoint pointer = QCursor::pos();
    const QPoint inCard = from->viewport()->mapFromGlobal(pointer) - place.topLeft();
    m_held = option.rect.contains(inCard) ? inCard : option.rect.center();
    resize(place.size() + QSize(badge / 2, badge / 2));
    qApp->installEventFilter(this);
    show();
    raise();
}

void CardDrag::follow(const QPoint &global)
{
    move(parentWidget()->mapFromGlobal(global) - m_held - QPoint(0, badge / 2));
    Q_EMIT movedTo(global);
}

void CardDrag::end()
{
    qApp->removeEventFilter(this);
    m_from = nullptr;
    hide();
}

void CardDrag::cancel()
{
    if (!isUnderWay() || m_given)
        return;
    m_given = true;
    hide();
    Q_EMIT cancelled();
    if (QApplication::mouseButtons() == Qt::NoButton)
        end();
}

bool CardDrag::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_from) {
        end();
        return false;
    }
    const bool byMouse = watched == m_from->viewport();
    switch (event->type()) {
    case QEvent::MouseMove:
        if (byMouse && !m_given)
            follow(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return byMouse;
    case QEvent::MouseButtonRelease: {
        if (!byMouse)
            return false;
        const bool given = m_given;
        end();
        if (!given)
            Q_EMIT dropped(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return false; // the list lets go of it as well
    }
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
            cancel();
        event->accept();
        return true; // nothing else is done meanwhile
    default: return false;
    }
}

void CardDrag::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(seeThrough);
    painter.drawPixmap(0, badge / 2, m_picture);
    if (m_count < 2)
        return;
    painter.setOpacity(1);
    const QRectF round(width() - badge, 0, badge, badge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent);
    painter.drawRoundedRect(round, badge / 2.0, badge / 2.0);
    painter.setPen(c.onAccent);
    painter.setFont(ui::font(Type::Small, QFont::DemiBold));
    painter.drawText(round, Qt::AlignCenter, QString::number(m_count));
}

} // namespace ui
