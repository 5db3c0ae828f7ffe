// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/toast.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

constexpr int stayMs = 7'000;
constexpr int margin = 8; ///< of its place

} // namespace

Toast::Toast(QWidget *page) : QFrame(page), m_text(new TextLabel(Type::Body)), m_undo(new QPushButton)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(16);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    m_undo->setFlat(true);
    m_undo->setFocusPolicy(Qt::NoFocus); // its key is Ctrl+Z
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoRequested();
    });
    m_end.setSingleShot(true);
    m_end.setInterval(stayMs);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    m_text->setElided(true);
    page->installEventFilter(this);
    hide();
}

void Toast::standIn(QBoxLayout *column)
{
    parentWidget()->removeEventFilter(this);
    m_place = new QHBoxLayout;
    m_place->setContentsMargins({});
    m_place->addWidget(this);
    column->addLayout(m_place);
}

void Toast::say(const QString &text, bool undoable)
{
    m_text->setText(text);
    m_undo->setText(tr("Undo (%1)").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_undo->setVisible(undoable);
    m_text->setToolTip(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    if (m_place != nullptr)
        parentWidget()->layout()->activate(); // what is shown next beside it must know the room that is left
    m_end.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Hidden, it takes no room, and neither do its margins.
void Toast::setVisible(bool visible)
{
    if (m_place != nullptr)
        m_place->setContentsMargins(visible ? QMargins(margin, margin, margin, margin) : QMargins());
    QFrame::setVisible(visible);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::place()
{
    layout()->activate();
    const int high = std::max(sizeHint().height(), 44);
    if (m_place != nullptr) {
        setFixedHeight(high);
        return;
    }
    const QSize page = parentWidget()->size();
    resize(std::min(sizeHint().width(), page.width() - 32), high);
    move(std::min(16, (page.width() - width()) / 2), page.height() - height() - 16); // the keys of a page are at its right
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = colours(palette());
    painter.setPen(QPen(c.outline, 1));
    painter.setBrush(c.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace ui
