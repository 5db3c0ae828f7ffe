// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/tablesource.h"

#include "ui/models/format.h"
#include "ui/models/rowroles.h"

namespace ui {

namespace {

using workbench::ReportCell;
using workbench::TableReport;

ReportCell cellOf(const QVariant &value)
{
    if (value.canConvert<ReportCell>())
        return value.value<ReportCell>();
    const QString text = value.toString();
    return text.isEmpty() ? ReportCell() : ReportCell(text.toStdString());
}

ReportCell cellAt(const QModelIndex &index)
{
    const QVariant value = index.data(ValueRole);
    return cellOf(value.isValid() ? value : index.data(Qt::DisplayRole));
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, TableReport &table)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        std::vector<ReportCell> &cells = table.rows.emplace_back();
        for (int column = 0; column < static_cast<int>(table.columns.size()); ++column)
            cells.push_back(cellAt(model.index(row, column, parent)));
        addRows(model, model.index(row, 0, parent), table);
    }
}

} // namespace

TableReport tableOf(const QAbstractItemModel &model)
{
    TableReport table;
    for (int column = 0; column < model.columnCount(); ++column)
        table.columns.push_back(model.headerData(column, Qt::Horizontal).toString().toStdString());
    addRows(model, {}, table);
    return table;
}

TableSource sourceOf(const QString &name, TableReport table)
{
    return {name, [table = std::move(table)](const workbench::Workbench &, const std::stop_token &) {
                return support::Result<TableReport>(table);
            }};
}

} // namespace ui
