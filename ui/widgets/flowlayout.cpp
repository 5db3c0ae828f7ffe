// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/flowlayout.h"

#include <algorithm>

namespace ui {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (itemAt(index) == nullptr)
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<QRect> FlowLayout::places(int width) const
{
    const int gap = std::max(0, spacing());
    std::vector<QRect> places;
    QPoint at;
    int bottom = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) {
            places.emplace_back();
            continue;
        }
        const QSize size = item->sizeHint();
        if (at.x() > 0 && at.x() + size.width() > width)
            at = {0, bottom + gap};
        const QRect place(at, QSize(std::min(size.width(), std::max(width, 1)), size.height()));
        bottom = std::max(bottom, at.y() + size.height());
        at.rx() += size.width() + gap;
        places.push_back(place);
    }
    return places;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    const QRect inner = area.marginsRemoved(contentsMargins());
    const std::vector<QRect> all = places(inner.width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].isEmpty())
            m_items[i]->setGeometry(all[i].translated(inner.topLeft()));
    }
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const QRect &place : places(width - margins.left() - margins.right()))
        height = std::max(height, place.y() + place.height());
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    QSize size(0, 0);
    for (const QRect &place : places(QLAYOUTSIZE_MAX))
        size = size.expandedTo(QSize(place.x() + place.width(), place.y() + place.height()));
    return size.grownBy(margins);
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize(0, 0) : item->sizeHint());
    return size.grownBy(contentsMargins());
}

} // namespace ui
