// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/breakcells.h"
#include "ui/models/inquiry.h"
#include "ui/pages/funnel/analysispane.h"

namespace ui {

/// Deals that jump between stages (56): when in the week, with which customers, and what of it is more than chance.
class BouncePane final : public AnalysisPane {
    Q_OBJECT
public:
    explicit BouncePane(Session &session, QWidget *parent = nullptr);

    void retranslate() override;
    [[nodiscard]] CellView *table() const override { return m_table; }
    [[nodiscard]] QString sentences() const;

protected:
    void ask() override;

private:
    void showView();
    void offerSegments();
    void openDealsOf(std::optional<int> hourOfWeek, const QRect &beside);

    Inquiry m_inquiry;
    Inquiry m_behind;
    QComboBox *m_segment;
    class CountRow *m_counts;
    TextLabel *m_sentences;
    CellView *m_table;
    std::optional<workbench::BounceView> m_view;
    workbench::BounceQuestion m_asked; ///< what m_view answers
    BounceTable m_shown;
};

} // namespace ui
