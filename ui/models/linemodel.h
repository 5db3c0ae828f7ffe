// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowmodel.h"
#include "ui/models/rowroles.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// One line of a short list, ready to be painted.
struct Line {
    std::string id; ///< unique in its list
    RowLook look = RowLook::Line;
    QString text = {};
    QString body = {};
    QString trailing = {};
    Tone trailingTone = Tone::Muted;
    QString chip = {};
    Tone chipTone = Tone::Muted;
    QString icon = {};
    Tone tone = Tone::Muted;
    int indent = 0;
    std::optional<bool> open = {};   ///< it opens and closes
    std::optional<bool> ticked = {}; ///< it has a box
    QString toolTip = {};
    bool leads = false; ///< a click or Enter leads to what it names

    [[nodiscard]] std::string_view key() const { return id; }
};

/// The short lists of the Deal page. The lines are made elsewhere (`deallines.h`); what the user clicks is told, never
/// written here.
class LineModel final : public RowModel<Line> {
    Q_OBJECT
public:
    using RowModel::RowModel;

    void setLines(std::vector<Line> lines) { setRows(std::move(lines)); }
    [[nodiscard]] const Line *line(const QModelIndex &index) const { return index.isValid() ? &row(index.row()) : nullptr; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void openRequested(const std::string &id, bool open);
    void tickRequested(const std::string &id, bool ticked);
};

} // namespace ui
