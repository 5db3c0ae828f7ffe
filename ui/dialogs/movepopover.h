// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"
#include "ui/widgets/popover.h"

#include "workbench/views.h"

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QScrollArea;

namespace ui {

class ContentList;
class TextLabel;

/// Where a deal goes: a stage is chosen, the gate is asked, and what stands against the move is listed with what would meet
/// it. A manager may pass all the same with a reason.
class MovePopover final : public Popover {
    Q_OBJECT
public:
    MovePopover(const Format &format, const std::vector<workbench::StageView> &stages, QWidget *page);

    void setStage(const std::string &stage);
    [[nodiscard]] std::string stage() const;
    [[nodiscard]] QString stageName() const;
    /// Empty when the gate is open.
    [[nodiscard]] QString overrideReason() const;
    /// The gate's answer for `stage`; an answer for another stage than the chosen one is passed over.
    void setAnswer(const std::string &stage, const std::vector<workbench::UnmetCondition> &unmet);

Q_SIGNALS:
    /// The gate of the chosen stage is to be judged.
    void asked(const std::string &stage);

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override;

private:
    void ask();
    void fit();

    Format m_format;
    QComboBox *m_stage;
    TextLabel *m_verdict;
    LineModel m_unmet;
    ContentList *m_list;
    QScrollArea *m_scroll; ///< a long list leaves room for what stands below it
    QLineEdit *m_reason;
    bool m_answered = false;
    bool m_open = false;
};

} // namespace ui
