// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/rowmodel.h"

#include "workbench/views.h"

namespace ui {

/// What the delegate of the stage strip paints.
enum StageRole {
    StageDaysRole = Qt::UserRole + 1, ///< double, spent in the stage in all
    StageLimitRole,                   ///< double, 0 without limit
    StageOverRole,                    ///< bool: whole days beyond the limit
    StageTimeRole,                    ///< "12 / 14 days"
    StageClaimedRole,                 ///< bool: the claimed stage
    StageProvenRole,                  ///< bool: the proven stage
    StageReachedRole,                 ///< bool: at or before the claimed stage
    StageProvedRole,                  ///< bool: at or before the proven stage
    StageOverriddenRole,              ///< bool: its gate was overridden
};

struct StageRow {
    workbench::StageView stage;
    bool reached = false;
    bool proved = false;

    [[nodiscard]] std::string_view key() const { return stage.id; }
};

/// The stages of a deal's pipeline in their order, claimed against proven.
class StagePathModel final : public RowModel<StageRow> {
    Q_OBJECT
public:
    explicit StagePathModel(const Format &format, QObject *parent = nullptr);

    void setStages(const std::vector<workbench::StageView> &stages);
    void setFormat(const Format &format);
    /// The row of the claimed stage, or -1.
    [[nodiscard]] int claimedRow() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString time(const workbench::StageView &stage) const;
    [[nodiscard]] QString spoken(const StageRow &row) const;

    Format m_format;
};

} // namespace ui
