// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QStyledItemDelegate>

namespace ui {

struct Cell;

/// Paints a cell of an analysis (CellModel): its bar or tint, the figure, and the mark of a difference that is more than chance.
/// A tint is of one hue, so that it reads the same to everybody; the number always stands in it.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
