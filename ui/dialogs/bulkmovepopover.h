// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"
#include "ui/widgets/popover.h"

#include "workbench/stageboard.h"

class QComboBox;
class QLineEdit;
class QScrollArea;

namespace ui {

class ContentList;
class TextLabel;

/// Where several deals go: a stage is chosen, the gate is asked for each, and those that it holds back are listed with what they
/// lack. Those that may go are moved; all of them with a reason.
class BulkMovePopover final : public Popover {
    Q_OBJECT
public:
    BulkMovePopover(const Format &format, const std::vector<workbench::StageView> &stages, QWidget *page);

    void setStage(const std::string &stage);
    [[nodiscard]] std::string stage() const;
    [[nodiscard]] QString stageName() const;
    /// Empty: only those are moved that the gate lets pass.
    [[nodiscard]] QString overrideReason() const;
    /// The gate's answers for `stage`; for another stage than the chosen one they are passed over.
    void setAnswer(const std::string &stage, std::vector<workbench::JudgedMove> moves);
    /// The deals that are to be moved.
    [[nodiscard]] std::vector<domain::DealId> moved() const;

Q_SIGNALS:
    /// The gate of the chosen stage is to be judged.
    void asked(const std::string &stage);

protected:
    void begin() override;
    [[nodiscard]] bool complete() const override { return !moved().empty(); }

private:
    void ask();
    void showAnswer();
    void fit();

    Format m_format;
    QComboBox *m_stage;
    TextLabel *m_verdict;
    LineModel m_heldBack;
    ContentList *m_list;
    QScrollArea *m_scroll;
    QLineEdit *m_reason;
    std::vector<workbench::JudgedMove> m_moves;
};

} // namespace ui
