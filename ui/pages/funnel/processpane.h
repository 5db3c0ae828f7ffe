// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/inquiry.h"
#include "ui/models/processcells.h"
#include "ui/pages/funnel/analysispane.h"

namespace ui {

/// The process board (67, 68): who is how fast in which stage, where open deals stick, what is missing.
class ProcessPane final : public AnalysisPane {
    Q_OBJECT
public:
    explicit ProcessPane(Session &session, QWidget *parent = nullptr);

    void retranslate() override;
    [[nodiscard]] CellView *table() const override { return m_table; }

protected:
    void ask() override;

private:
    void showView();
    void openCell(const QModelIndex &index);
    [[nodiscard]] ProcessFigure figure() const;

    Inquiry m_inquiry;
    Inquiry m_behind;
    QComboBox *m_pipeline;
    QComboBox *m_by;
    QComboBox *m_figure;
    CellView *m_table;
    std::optional<workbench::ProcessView> m_view;
    workbench::FunnelQuestion m_asked; ///< what m_view answers
    bool m_proven = false;             ///< likewise
    ProcessTable m_shown;
};

} // namespace ui
