// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/stagepathmodel.h"
#include "ui/pages/decider.h"
#include "ui/pages/inspecting.h"
#include "ui/pages/page.h"

#include <memory>
#include <optional>

class QScrollArea;
class QTabWidget;

namespace ui {

class DealCards;
class DealHeader;
class EvidencePane;
class StageStrip;
class TextLabel;
class TimelinePane;

/// One deal, opened: what its health is made of, who decides, what is proved and what is only said, and everything that
/// happened. In the main window, or in a window of its own.
class DealPage final : public Page {
    Q_OBJECT
public:
    explicit DealPage(const PageContext &context, QWidget *parent = nullptr);

    /// Asks for `deal` and shows it when the answer comes.
    void showDeal(const domain::DealId &deal);
    /// The same, at one of its records.
    void showRecord(const domain::DealId &deal, std::uint32_t record);
    [[nodiscard]] const std::optional<domain::DealId> &deal() const { return m_deal; }
    /// Shows what was told of a deal.
    void setPage(const workbench::DealPage &page);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
    /// Whether there is a list to go back to: not in a window of its own.
    void setBack(bool back);

private:
    void layOut();
    void connectParts();
    void bindActions();
    void listen();
    void showMissing(const support::Error &why);
    [[nodiscard]] QString missingText() const;
    void showBody();
    void takeFocus();
    void refresh();
    void reveal(std::uint32_t record);
    void askField(const std::string &field);
    void askChoice(const workbench::StageView::Field &field);
    void askDay(const workbench::StageView::Field &field);
    void askWords(const workbench::StageView::Field &field);
    [[nodiscard]] const workbench::StageView::Field *fieldOf(const std::string &id) const;
    void showFooter();
    void chooseStage();

    std::optional<domain::DealId> m_deal;
    std::shared_ptr<const workbench::DealPage> m_page;
    StagePathModel m_path;
    Decider m_decider;
    Inspecting m_inspecting;
    std::optional<support::Error> m_missing; ///< why there is nothing to show
    std::optional<std::uint32_t> m_wanted;   ///< the record to show when the deal is known
    DealHeader *m_header;
    StageStrip *m_strip;
    DealCards *m_cards;
    TimelinePane *m_timeline;
    EvidencePane *m_evidence;
    QTabWidget *m_tabs;
    TextLabel *m_footer;
    QScrollArea *m_body;
    TextLabel *m_notice; ///< in place of the body
};

} // namespace ui
