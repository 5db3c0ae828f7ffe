// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/pages/page.h"

class QStackedWidget;
class QTabBar;

namespace ui {

class AnalysisPane;
class BoardPane;

/// The stages of a pipeline with the deals that stand in them, and how deals come through.
class FunnelPage final : public Page {
    Q_OBJECT
public:
    explicit FunnelPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
    [[nodiscard]] std::vector<TableSource> tables() const override;
    [[nodiscard]] BoardPane *board() const { return m_board; }
    /// The funnel, the process board, the breakpoints and the bounces, in the order of their tabs.
    [[nodiscard]] const std::vector<AnalysisPane *> &analyses() const { return m_analyses; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }

private:
    void add(QWidget *pane);

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    BoardPane *m_board;
    std::vector<AnalysisPane *> m_analyses;
};

} // namespace ui
