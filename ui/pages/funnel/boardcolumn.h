// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/kanbanmodel.h"
#include "ui/pages/funnel/cardlist.h"

#include <QFrame>

namespace ui {

class TextLabel;

/// A stage on the board: what stands in it, claimed and proven, above its cards.
class BoardColumn final : public QFrame {
    Q_OBJECT
public:
    explicit BoardColumn(const Format &format, QWidget *parent = nullptr);

    /// What a card that is dragged over it may expect of its gate.
    enum class Target : std::uint8_t { None, Asking, Allowed, Refused };

    void setBoard(const std::shared_ptr<const workbench::StageBoard> &board, std::uint32_t column);
    void clear();
    void retranslate(const Format &format);
    void setTarget(Target target);
    [[nodiscard]] Target target() const { return m_target; }

    /// Empty for the column of the stages that the playbook does not know.
    [[nodiscard]] const std::string &stage() const { return m_stage; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] CardList *list() const { return m_list; }
    [[nodiscard]] KanbanModel &cards() { return m_cards; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showSums();

    Format m_format;
    KanbanModel m_cards;
    std::shared_ptr<const workbench::StageBoard> m_board;
    std::uint32_t m_column = 0;
    std::string m_stage;
    TextLabel *m_name;
    TextLabel *m_count;
    TextLabel *m_claimed;
    TextLabel *m_proven;
    CardList *m_list;
    Target m_target = Target::None;
};

} // namespace ui
