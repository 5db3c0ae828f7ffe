// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/noticebar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace ui {

namespace {

constexpr int iconSize = 18;

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Bad: return QStringLiteral("critical");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Good: return QStringLiteral("check");
    case Tone::Plain:
    case Tone::Muted:
    case Tone::Accent: return QStringLiteral("info");
    }
    return {};
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setFocusPolicy(Qt::TabFocus);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * grid, 2 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    retranslate();
    hide();
}

void NoticeBar::say(Tone tone, const QString &text)
{
    m_tone = tone;
    m_icon->setPixmap(iconPixmap(iconOf(tone), iconSize, toneColours(palette(), tone).ink, devicePixelRatioF()));
    m_text->setText(text);
    show();
    update();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
}

void NoticeBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColours(palette(), m_tone).soft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours(palette()).hairline);
}

} // namespace ui
