// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Paints a stage of a deal's path from the roles of `StageRole`: its name, the time spent against its limit with what is
/// over it hatched, and below that whether the stage is proven or only claimed.
class StageDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int height = 92;
    static constexpr int highHeight = height + 18; ///< where names take two lines
    /// Whether the stage's name fits into one line of a cell of this width.
    [[nodiscard]] static bool nameFits(const QModelIndex &index, int width);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
