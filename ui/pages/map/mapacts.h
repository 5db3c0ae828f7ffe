// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/dialogs/handoverpopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/models/inquiry.h"
#include "ui/pages/page.h"
#include "ui/widgets/battlemapview.h"

#include <QPointer>

class QVBoxLayout;

namespace ui {

class Toast;

/// What is done about the deals that are chosen on the map, or about the one that the keyboard is at: tasks, and the hand-over to
/// the senior task force. Each is one step of the undo stack, however many deals there are.
class MapActs final : public QObject {
    Q_OBJECT
public:
    MapActs(const PageContext &context, BattleMapView &map, QWidget *page);

    /// Where it says what was done: at the foot of `column`.
    void speakIn(QVBoxLayout *column);
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    /// Says that an earlier week is shown, of which nothing can be decided.
    void setEarlier(bool earlier) { m_earlier = earlier; }
    [[nodiscard]] bool isEarlier() const { return m_earlier; }
    /// Why nothing can be done now; empty where it can.
    [[nodiscard]] QString closed() const;
    /// What it would be done about.
    [[nodiscard]] std::vector<std::uint32_t> targets() const;

    void assign();
    void handOver();

private:
    void bind();
    [[nodiscard]] bool mayAct();
    void openTask(const std::vector<workbench::DealSummary> &deals);
    void openHandOver(const std::vector<HandOver> &deals);
    void give(const std::vector<workbench::DealSummary> &deals, const TaskPopover &popover);
    void give(const std::vector<HandOver> &deals, const HandOverPopover &popover);
    void carryOut(workbench::Together command, const QString &undoText, const QString &said);
    void open(Popover *popover);

    PageContext m_context;
    BattleMapView &m_map;
    QWidget *m_page;
    Toast *m_toast;
    QPointer<QWidget> m_anchor;
    QPointer<Popover> m_popover;
    Inquiry m_deals;
    std::vector<workbench::PersonView> m_people;
    bool m_earlier = false;
};

} // namespace ui
