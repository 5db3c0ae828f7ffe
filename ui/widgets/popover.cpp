// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/popover.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int popoverWidth = 400;
constexpr int margin = 8;

bool isEnter(const QKeyEvent *event)
{
    return event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

} // namespace

Popover::Popover(QWidget *page)
    : QFrame(page)
    , m_content(new QVBoxLayout)
    , m_title(new TextLabel(Type::Strong, Tone::Plain, QFont::DemiBold))
    , m_hint(new TextLabel(Type::Small, Tone::Muted))
    , m_confirm(new QAction(this))
    , m_button(new KeyButton(m_confirm))
{
    setObjectName(QStringLiteral("popup"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(popoverWidth);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    m_content->setSpacing(8);
    layout->addLayout(m_content);
    m_hint->setWordWrap(true);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_button, 0, Qt::AlignBottom);
    layout->addLayout(foot);
    m_confirm->setShortcut(Qt::Key_Return); // only to be drawn: what is pressed comes to keyPressEvent
    m_button->setPrimary(true);
    m_button->hide();
    connect(m_confirm, &QAction::triggered, this, &Popover::confirm);
    hide();
}

void Popover::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Popover::setTitleVisible(bool visible)
{
    m_title->setVisible(visible);
}

void Popover::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void Popover::setConfirm(const QString &wording)
{
    m_confirm->setText(wording);
    m_button->show();
}

void Popover::openAt(QWidget *anchor)
{
    openAt(QRect(anchor->mapTo(parentWidget(), QPoint(0, 0)), anchor->size()));
}

void Popover::openAt(const QRect &area)
{
    m_before = QApplication::focusWidget();
    m_area = area;
    refit();
    show();
    raise();
    begin();
    qApp->installEventFilter(this);
}

void Popover::refit()
{
    layout()->activate();
    // What wraps knows its height only for a width.
    resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height());
    const QRect page = parentWidget()->rect().adjusted(margin, margin, -margin, -margin);
    const bool above = m_area.top() - height() - margin >= page.top();
    const int y = above ? m_area.top() - height() - margin : std::min(m_area.bottom() + margin, page.bottom() - height());
    move(std::clamp(m_area.left(), page.left(), std::max(page.left(), page.right() - width())), std::max(page.top(), y));
}

void Popover::dismiss()
{
    if (isHidden()) // its page may be hidden, and this open on it
        return;
    qApp->removeEventFilter(this);
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
    deleteLater();
}

void Popover::confirm()
{
    if (!complete())
        return;
    Q_EMIT confirmed();
    dismiss();
}

bool Popover::event(QEvent *event)
{
    // The window's keys sleep while something is being entered here.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (isEnter(event))
        confirm();
    event->accept();
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *widget = static_cast<QWidget *>(watched);
        // A list that drops down from a field of the popover is a window of its own.
        const bool inside = widget == this || isAncestorOf(widget) || widget->window() != window();
        if (!inside)
            dismiss();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
