// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/cellmodel.h"

#include "ui/models/rowroles.h"

#include <QStringList>

namespace ui {

void CellModel::setTable(CellTable table)
{
    fitColumns(table.columns.size());
    fitRows(table.rows.size());
    m_table = std::move(table);
    if (m_table.columns.empty())
        return;
    const int last = columnCount() - 1;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, last);
    if (!m_table.rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, last));
}

void CellModel::fitColumns(std::size_t count)
{
    const std::size_t have = m_table.columns.size();
    if (count > have) {
        beginInsertColumns({}, static_cast<int>(have), static_cast<int>(count) - 1);
        m_table.columns.resize(count);
        endInsertColumns();
    } else if (count < have) {
        beginRemoveColumns({}, static_cast<int>(count), static_cast<int>(have) - 1);
        m_table.columns.resize(count);
        endRemoveColumns();
    }
}

void CellModel::fitRows(std::size_t count)
{
    const std::size_t have = m_table.rows.size();
    if (count > have) {
        beginInsertRows({}, static_cast<int>(have), static_cast<int>(count) - 1);
        m_table.rows.resize(count);
        endInsertRows();
    } else if (count < have) {
        beginRemoveRows({}, static_cast<int>(count), static_cast<int>(have) - 1);
        m_table.rows.resize(count);
        endRemoveRows();
    }
}

const Cell *CellModel::cell(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto &cells = m_table.rows[static_cast<std::size_t>(index.row())].cells;
    const auto column = static_cast<std::size_t>(index.column());
    return column < cells.size() ? &cells[column] : nullptr;
}

int CellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int CellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QString CellModel::spoken(const QModelIndex &index, const Cell &cell) const
{
    QStringList parts{m_table.rows[static_cast<std::size_t>(index.row())].name,
                      m_table.columns[static_cast<std::size_t>(index.column())].title, cell.text, cell.small, cell.toolTip};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

QVariant CellModel::data(const QModelIndex &index, int role) const
{
    const Cell *found = cell(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return found->text;
    case Qt::ToolTipRole: return found->toolTip;
    case Qt::AccessibleTextRole: return spoken(index, *found);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (found->isFigure ? Qt::AlignRight : Qt::AlignLeft)));
    case ValueRole: return std::holds_alternative<std::monostate>(found->value) ? QVariant() : QVariant::fromValue(found->value);
    case CellDataRole: return QVariant::fromValue(static_cast<const void *>(found));
    default: return {};
    }
}

QVariant CellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const CellColumn &column = m_table.columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::ToolTipRole: return column.toolTip.isEmpty() ? column.title : column.toolTip;
    case Qt::TextAlignmentRole:
        // A narrow column breaks its heading.
        return static_cast<int>((column.isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextWordWrap;
    default: return {};
    }
}

Qt::ItemFlags CellModel::flags(const QModelIndex &index) const
{
    const Cell *found = cell(index);
    if (!found || m_table.rows[static_cast<std::size_t>(index.row())].heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace ui
