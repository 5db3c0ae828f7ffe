// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QStyledItemDelegate>

#include <cstdint>
#include <optional>

namespace ui {

/// Paints a line of Today from the roles of `TodayRole`: place and severity, who and what, the reason, where it stands; the
/// amount and the health stand at the right end, one below the other on every row.
class TodayDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What of a row can be opened by itself.
    enum class Part : std::uint8_t { Place, Amount };

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void partClicked(const QModelIndex &index, ui::TodayDelegate::Part part);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    [[nodiscard]] static std::optional<Part> partAt(const QPointF &at, const QRectF &row, const QModelIndex &index);
};

} // namespace ui
