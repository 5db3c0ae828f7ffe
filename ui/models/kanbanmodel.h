// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/rowmodel.h"

#include "workbench/stageboard.h"

#include <QMetaType>

#include <memory>

namespace ui {

/// What a card shows, in words.
struct CardFace {
    QString customer;
    QString name;
    QString amount;
    QString owner;
    QString days;     ///< in the stage, against its limit: "12 / 30 d"
    QString close;    ///< the close date; empty without one
    QString gap;      ///< how far its evidence is behind what is claimed; empty where it is not
    double share = 0; ///< of the limit that is used up; more than 1: overrun
    std::optional<qint64> health;
    bool red = false;
    std::size_t flags = 0;
    domain::Severity severity = domain::Severity::Notice; ///< of the gravest one
};

enum CardRole {
    CardFaceRole = Qt::UserRole + 1, ///< CardFace; nothing where the card is not known
};

/// A card by its number, and where its board has it.
struct KanbanRow {
    const workbench::StageBoard *board;
    std::uint32_t number;
    std::uint32_t column;
    std::uint32_t place;

    [[nodiscard]] std::uint32_t key() const { return number; }
};

/// One column of a board. What is written on a card is asked of the board for the cards that are seen, so that a column of any
/// length costs the same.
class KanbanModel final : public RowModel<KanbanRow> {
    Q_OBJECT
public:
    explicit KanbanModel(const Format &format, QObject *parent = nullptr);

    /// Shows the column at this place of `board`; null: nothing.
    void setBoard(std::shared_ptr<const workbench::StageBoard> board, std::uint32_t column);
    void setFormat(const Format &format);

    [[nodiscard]] std::optional<workbench::StageCard> card(const QModelIndex &index) const;
    [[nodiscard]] std::uint32_t number(const QModelIndex &index) const { return row(index.row()).number; }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] CardFace face(const workbench::StageCard &card) const;
    [[nodiscard]] QString spoken(const workbench::StageCard &card) const;

    Format m_format;
    std::shared_ptr<const workbench::StageBoard> m_board;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::CardFace)
