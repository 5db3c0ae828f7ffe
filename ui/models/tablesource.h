// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/tables.h"

#include <QAbstractItemModel>
#include <QMetaType>
#include <QString>

#include <functional>
#include <stop_token>

namespace ui {

/// Something of a page that can leave it as a table: copied, or as a file.
struct TableSource {
    QString name; ///< as people choose it, in their language
    /// Runs off the interface's thread and owns all it needs. What the table is of is told by who asks.
    std::function<support::Result<workbench::TableReport>(const workbench::Workbench &, const std::stop_token &)> make;
};

/// The rows of `model`, and below each those under it: every visible column with its heading, numbers raw where the model tells
/// them (ValueRole). To be called where the model lives.
[[nodiscard]] workbench::TableReport tableOf(const QAbstractItemModel &model);

/// A source whose table is there already.
[[nodiscard]] TableSource sourceOf(const QString &name, workbench::TableReport table);

} // namespace ui

Q_DECLARE_METATYPE(workbench::ReportCell)
