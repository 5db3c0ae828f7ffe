// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/picker.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int anchoredWidth = 320;
constexpr int freeWidth = 560;
constexpr int freeTop = 88;
constexpr int listHeight = 420;
constexpr int leastHeight = 40;

} // namespace

Picker::Picker(QWidget *window) : QFrame(window), m_input(new QLineEdit(this)), m_list(new PickList(this))
{
    setObjectName(QStringLiteral("popup"));
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    layout->setSpacing(grid);
    layout->addWidget(m_input);
    layout->addWidget(m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, grid);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    setFallback([](const QString &) { return Pick{.id = "none", .text = tr("Nothing is called like that."), .heading = true}; });
    connect(m_input, &QLineEdit::textChanged, this, [this](const QString &pattern) {
        m_list->setPattern(pattern);
        fitHeight();
    });
    connect(m_list, &PickList::picked, this, [this](const QString &id) {
        finish();
        Q_EMIT picked(id);
    });
    hide();
}

void Picker::openAt(const QWidget *anchor, std::vector<Pick> picks, const std::string &current)
{
    m_before = QApplication::focusWidget();
    m_input->clear();
    m_list->picks().setPicks(std::move(picks));
    place(anchor);
    show();
    raise();
    m_list->setCurrent(current);
    m_input->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void Picker::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
    m_input->setAccessibleName(text);
    m_list->setAccessibleName(text);
}

void Picker::setFallback(std::function<Pick(const QString &)> fallback)
{
    m_list->picks().setFallback(std::move(fallback));
}

bool Picker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_input) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Escape) {
            finish();
            return true;
        }
        return m_list->steer(key);
    }
    if (event->type() == QEvent::ShortcutOverride && watched == m_input) {
        // While it is open the keys are its own, not the page's.
        event->accept();
        return true;
    }
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool elsewhere = widget != nullptr && widget != this && !isAncestorOf(widget);
    if ((event->type() == QEvent::MouseButtonPress && elsewhere) || (event->type() == QEvent::FocusIn && elsewhere))
        finish();
    return QFrame::eventFilter(watched, event);
}

void Picker::place(const QWidget *anchor)
{
    const QWidget *window = parentWidget();
    const int width = qMin(anchor != nullptr ? anchoredWidth : freeWidth, window->width() - 4 * grid);
    const QPoint corner = anchor != nullptr ? anchor->mapTo(window, QPoint(0, anchor->height() + grid))
                                            : QPoint((window->width() - width) / 2, freeTop);
    setFixedWidth(width);
    move(qMin(corner.x(), window->width() - width - 2 * grid), corner.y());
    fitHeight();
}

void Picker::fitHeight()
{
    const int room = qMax(leastHeight, parentWidget()->height() - y() - 4 * grid - m_input->sizeHint().height());
    m_list->setFixedHeight(qBound(leastHeight, m_list->wantedHeight(listHeight), room));
    adjustSize();
}

void Picker::finish()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
}

} // namespace ui
