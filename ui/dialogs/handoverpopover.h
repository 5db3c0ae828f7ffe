// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"
#include "ui/widgets/popover.h"

#include "workbench/views.h"

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;

namespace ui {

/// A deal that is handed over, with the closed ones that are most like it.
struct HandOver {
    workbench::DealSummary deal;
    std::vector<workbench::SimilarCase> cases;
};

/// Who of the senior task force takes deals over, and until when; what helped in similar ones is shown, and goes with the task.
class HandOverPopover final : public Popover {
    Q_OBJECT
public:
    HandOverPopover(const Format &format, const std::vector<workbench::PersonView> &people, const std::vector<HandOver> &deals,
                    QWidget *page);

    /// The id of the chosen person; empty: none.
    [[nodiscard]] std::string taker() const;
    [[nodiscard]] QString takerName() const;
    [[nodiscard]] std::optional<int> dueInDays() const;
    /// They become the owner as well.
    [[nodiscard]] bool changesOwner() const;

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override;

private:
    QComboBox *m_taker;
    QComboBox *m_due;
    QCheckBox *m_owner;
    LineModel m_cases;
};

} // namespace ui
