// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/deallines.h"
#include "ui/models/format.h"
#include "ui/models/linemodel.h"

#include "workbench/views.h"

#include <QWidget>

#include <optional>

class QScrollArea;

namespace ui {

class ChipRow;
class ContentList;
class FigureRow;
class KeyButton;
class Panel;
class TextLabel;

/// The deal beside the list: why it is here, what is missing, the money and the health, and what can be done about it.
class DealGlance final : public QWidget {
    Q_OBJECT
public:
    DealGlance(ActionSet &actions, QWidget *parent = nullptr);

    void showItem(const workbench::TodayItem &item, const Format &format, support::Instant now);
    /// A flag about a person or a lead: there is no deal to act on.
    void showAbout(const workbench::FlagAbout &about, const Format &format, support::Instant now);
    /// What the list does not carry: the terms of the health. A page of another deal is passed over.
    void setPage(const workbench::DealPage &page, const Format &format);
    /// Why nothing can be decided; empty where it can.
    /// `past`: going to now would open it.
    void setClosed(const QString &why, bool past);
    void retranslate();
    /// What popovers open beside.
    [[nodiscard]] QWidget *anchor() const;
    [[nodiscard]] FigureRow *figures() const { return m_figures; }

Q_SIGNALS:
    /// Somebody wants to know what a number is made of; it opens beside `anchor`.
    void numberOpened(domain::Measure number, QWidget *anchor);
    void recordRequested(std::uint32_t record);

private:
    void listen();
    void showTerms();
    void layOut();
    [[nodiscard]] QWidget *buildReason();
    [[nodiscard]] QWidget *buildActions(ActionSet &actions);
    void showReason(const workbench::Flag &flag, const Format &format, support::Instant now,
                    std::optional<support::Currency> currency);
    void showFigures(const workbench::DealSummary &deal, const Format &format);
    void showOthers(const workbench::TodayItem &item, const Format &format, support::Instant now);
    void showProposal(const workbench::Flag &flag, const Format &format);
    void setDealPartsVisible(bool visible);

    std::optional<domain::DealId> m_deal;
    std::optional<workbench::DealPage> m_page; ///< what is known of it beyond the list
    std::optional<Format> m_format;
    OpenLines m_openTerms;
    QScrollArea *m_scroll;
    TextLabel *m_customer;
    TextLabel *m_name;
    Panel *m_reason;
    TextLabel *m_rule;
    TextLabel *m_since;
    TextLabel *m_sentence;
    TextLabel *m_missingTitle;
    ChipRow *m_missing;
    FigureRow *m_figures;
    TextLabel *m_healthTitle;
    LineModel m_terms;
    ContentList *m_termList;
    TextLabel *m_othersTitle;
    std::vector<workbench::Flag> m_otherFlags;
    LineModel m_others;
    ContentList *m_otherList;
    QWidget *m_actionPanel;
    KeyButton *m_open;
    TextLabel *m_proposalTitle;
    TextLabel *m_proposal;
    KeyButton *m_do;
    KeyButton *m_dismiss;
    QWidget *m_keys;
    TextLabel *m_closed;
    KeyButton *m_now;
};

} // namespace ui
