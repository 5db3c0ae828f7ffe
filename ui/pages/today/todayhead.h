// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include <QWidget>

namespace ui {

class CountRow;
class TextLabel;

/// What stands above the day's list: the day, the counts, each of which opens, and what limits what the list can say.
class TodayHead final : public QWidget {
    Q_OBJECT
public:
    explicit TodayHead(QWidget *parent = nullptr);

    void setToday(const workbench::Today &today, const Session &session);

Q_SIGNALS:
    /// Nothing: the flagged deals.
    void opened(std::optional<workbench::Counted> which, QWidget *button);

private:
    void showCompared(const workbench::Today &today, const Session &session);
    void showNote(const workbench::Today &today, const Session &session);

    TextLabel *m_heading;
    CountRow *m_counts;
    TextLabel *m_compared;
    TextLabel *m_note;
    std::vector<std::optional<workbench::Counted>> m_counted{}; ///< what the counts count
};

} // namespace ui
