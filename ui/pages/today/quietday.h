// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/format.h"

#include "workbench/views.h"

#include <QWidget>

namespace ui {

class KeyButton;
class TextLabel;

/// What Today says when nothing is flagged: why, and what comes next. Also while the first answer is under way.
class QuietDay final : public QWidget {
    Q_OBJECT
public:
    explicit QuietDay(ActionSet &actions, QWidget *parent = nullptr);

    /// Which day the list is of.
    enum class Day : std::uint8_t {
        Now,
        Past,
        RecordsEnd, ///< the past day on which the records of the workspace end
    };
    void setToday(const workbench::Today &today, Day day, const Format &format);
    void setWaiting();
    /// Takes the head of the list in, where there are deals to count.
    void setHead(QWidget *head);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What became of the open deals, or of the leads where there are none.
    [[nodiscard]] static QString ofDeals(const workbench::Today &today, bool isNow, bool anyAside);

    /// What time alone will bring, or who has to bring something.
    [[nodiscard]] static QString whatComesNext(const workbench::Today &today, Day day, const Format &format);

    TextLabel *m_title;
    TextLabel *m_text;
    KeyButton *m_import; ///< where there is no open deal now
    KeyButton *m_now;    ///< in the past
    bool m_waiting = true;
    bool m_empty = false;
    bool m_judged = true; ///< there was enough recorded to judge by
};

} // namespace ui
