// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/filterbar.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QToolButton>

#include <memory>

namespace ui {

FilterBar::FilterBar(QWidget *parent) : QFrame(parent), m_layout(new FlowLayout(this))
{
    setObjectName(QStringLiteral("filterBar"));
    m_layout->setContentsMargins(4 * grid, grid, 4 * grid, 2 * grid);
    m_layout->setSpacing(2 * grid);
    hide();
}

void FilterBar::addButton(const QString &text, const QString &name, const std::function<void()> &work)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setProperty("chip", true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, work);
    m_layout->addWidget(button);
}

void FilterBar::setChips(const std::vector<FilterChip> &chips)
{
    m_chips = chips;
    retranslate();
}

void FilterBar::retranslate()
{
    setAccessibleName(tr("Filters"));
    while (const auto item = std::unique_ptr<QLayoutItem>(m_layout->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
    }
    for (const FilterChip &chip : m_chips)
        addButton(chip.text + QStringLiteral("  ✕"), tr("Take away: %1").arg(chip.text),
                  [this, pick = chip.pick] { Q_EMIT removed(pick); });
    if (m_chips.size() > 1)
        addButton(tr("Take all away"), tr("Take all filters away"), [this] { Q_EMIT cleared(); });
    setVisible(!m_chips.empty());
}

} // namespace ui
