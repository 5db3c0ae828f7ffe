// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/inquiry.h"
#include "ui/pages/funnel/analysispane.h"

namespace ui {

/// The three breakpoints (113) as one view from the lead to the next purchase.
class BreakpointsPane final : public AnalysisPane {
    Q_OBJECT
public:
    explicit BreakpointsPane(Session &session, QWidget *parent = nullptr);

    void retranslate() override;
    [[nodiscard]] CellView *table() const override { return m_table; }

protected:
    void ask() override;

private:
    void showView();
    void openCell(const QModelIndex &index);
    void show(workbench::BreakCount count, const workbench::BrokenOff &found, const QRect &beside);

    Inquiry m_inquiry;
    Inquiry m_behind;
    TextLabel *m_heading;
    CellView *m_table;
    std::optional<workbench::BreakpointsView> m_view;
    workbench::PeriodQuestion m_asked; ///< what m_view answers
};

} // namespace ui
