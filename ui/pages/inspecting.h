// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include <QObject>
#include <QPointer>

namespace ui {

class Decider;
class Inspector;
struct Opened;

/// Opens the inspector on the numbers of a page: those of its current deal, and the counts of the day's list.
class Inspecting final : public QObject {
    Q_OBJECT
public:
    /// `decider` keeps the page's keys still while something is open.
    Inspecting(Session &session, Decider &decider, QWidget *page);

    /// The deal whose numbers are opened; null while none is known.
    void setPage(std::shared_ptr<const workbench::DealPage> page) { m_page = std::move(page); }
    [[nodiscard]] std::optional<domain::DealId> deal() const { return m_page ? m_page->summary.id : std::nullopt; }
    [[nodiscard]] bool hasNumbers() const { return m_page && !m_page->numbers.empty(); }

    /// Opens a number of the deal beside `anchor`, or the first it has where it has no such.
    void openNumber(domain::Measure measure, QWidget *anchor);
    /// Opens the days in a stage of the deal.
    void openStage(const workbench::StageView &stage, QWidget *anchor);
    void openFlagged(const workbench::Today &today, QWidget *anchor);
    /// Asks what the count counts, and opens it when that is known.
    void openCount(workbench::Counted which, QWidget *anchor);

Q_SIGNALS:
    void recordChosen(std::uint32_t record);
    void dealChosen(const domain::DealId &deal);

private:
    void show(Inspector *inspector, QWidget *anchor);
    void showCount(const Opened &opened, QWidget *anchor);
    void follow(const std::string &line);

    Session &m_session;
    Decider &m_decider;
    QWidget *m_widget;
    std::shared_ptr<const workbench::DealPage> m_page;
    QPointer<QWidget> m_awaited; ///< what the count that was asked for opens beside
};

} // namespace ui
