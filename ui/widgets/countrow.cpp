// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/countrow.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>

#include <cmath>

namespace ui {
namespace {

constexpr int textHeight = 20;
constexpr int gap = 4 * grid;

/// A text that can be pressed: it says so under the pointer, and where the keyboard is.
class CountButton final : public QAbstractButton {
public:
    CountButton()
    {
        setFont(ui::font(Type::Body));
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(text()))) + 1, textHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colours &c = colours(palette());
        painter.setPen(underMouse() || hasFocus() ? c.text : c.muted);
        drawText(painter, rect(), text());
        if (underMouse() || hasFocus())
            painter.fillRect(QRect(0, height() - 2, width(), 2), hasFocus() ? c.accent : c.outline);
    }
};

} // namespace

CountRow::CountRow(QWidget *parent) : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gap);
}

void CountRow::setCounts(const QStringList &counts)
{
    while (m_buttons.size() < static_cast<std::size_t>(counts.size())) {
        const int place = static_cast<int>(m_buttons.size());
        auto *button = m_buttons.emplace_back(new CountButton);
        layout()->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, place, button] { Q_EMIT opened(place, button); });
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setVisible(i < static_cast<std::size_t>(counts.size()));
        m_buttons[i]->setText(counts.value(static_cast<int>(i)));
        m_buttons[i]->updateGeometry();
    }
}

QString CountRow::text() const
{
    QStringList texts;
    for (const QAbstractButton *button : m_buttons) {
        if (!button->text().isEmpty())
            texts.append(button->text());
    }
    return texts.join(QStringLiteral("  ·  "));
}

QWidget *CountRow::button(int place) const
{
    return m_buttons.at(static_cast<std::size_t>(place));
}

} // namespace ui
