// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/funnelcells.h"
#include "ui/models/inquiry.h"
#include "ui/pages/funnel/analysispane.h"

class QPushButton;

namespace ui {

class CellView;
class DwellChart;
class SliceChooser;

/// The funnel: how deals come through the stages, claimed and proven, or two slices side by side with what differs by more than
/// chance. Every number opens its deals, the days the curve of how long deals stay.
class FunnelPane final : public AnalysisPane {
    Q_OBJECT
public:
    explicit FunnelPane(Session &session, QWidget *parent = nullptr);

    void retranslate() override;
    [[nodiscard]] CellView *table() const override { return m_table; }
    [[nodiscard]] DwellChart *chart() const { return m_chart; }

protected:
    void ask() override;

private:
    void buildBar();
    [[nodiscard]] QWidget *buildCurve();
    void askChoices();
    void showView();
    void openCell(const QModelIndex &index);
    void askDeals(const workbench::FunnelPlace &place, workbench::FunnelCount count, const QModelIndex &index);
    void askCurve(const workbench::FunnelPlace &place, const QString &name);
    [[nodiscard]] workbench::FunnelQuestion question() const;

    Inquiry m_inquiry;
    Inquiry m_choices;
    Inquiry m_behind;
    Inquiry m_curve;
    QComboBox *m_pipeline;
    SliceChooser *m_slices;
    CellView *m_table;
    TextLabel *m_note;
    TextLabel *m_curveTitle = nullptr;
    TextLabel *m_curveText = nullptr;
    QPushButton *m_curveClose = nullptr;
    DwellChart *m_chart = nullptr;
    QWidget *m_curvePanel; ///< with the four before it
    std::optional<workbench::FunnelView> m_view;
    workbench::FunnelQuestion m_asked; ///< what m_view answers
    QStringList m_names;
    std::vector<workbench::FunnelPlace> m_places; ///< by row of the table
};

} // namespace ui
