// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/popover.h"

#include "workbench/views.h"

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;

namespace ui {

/// What a task is about, who is to do it and until when: filled in beforehand, so that Enter is enough.
class TaskPopover final : public Popover {
    Q_OBJECT
public:
    struct Draft {
        QString title;
        std::string assignee; ///< a person's id
        int dueInDays = 3;
    };

    TaskPopover(const std::vector<workbench::PersonView> &people, const Draft &draft, QWidget *page);

    [[nodiscard]] QString taskTitle() const;
    /// The id of the chosen person; empty: none.
    [[nodiscard]] std::string assignee() const;
    [[nodiscard]] QString assigneeName() const;
    [[nodiscard]] std::optional<int> dueInDays() const;

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override;

private:
    QLineEdit *m_title;
    QComboBox *m_assignee;
    QComboBox *m_due;
};

} // namespace ui
