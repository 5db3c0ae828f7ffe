// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/kanbanmodel.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <cmath>

namespace ui {

KanbanModel::KanbanModel(const Format &format, QObject *parent) : RowModel(parent), m_format(format) {}

void KanbanModel::setBoard(std::shared_ptr<const workbench::StageBoard> board, std::uint32_t column)
{
    // The rows of before ask their own board until the last of them is replaced.
    const auto before = std::exchange(m_board, std::move(board));
    std::vector<KanbanRow> rows;
    if (m_board) {
        const auto &cards = m_board->view().columns[column].cards;
        rows.reserve(cards.size());
        for (std::uint32_t place = 0; place < cards.size(); ++place)
            rows.push_back({m_board.get(), cards[place], column, place});
    }
    setRows(std::move(rows));
}

void KanbanModel::setFormat(const Format &format)
{
    m_format = format;
    sayAllChanged();
}

std::optional<workbench::StageCard> KanbanModel::card(const QModelIndex &index) const
{
    const KanbanRow &one = row(index.row());
    return one.board->card(one.column, one.place);
}

CardFace KanbanModel::face(const workbench::StageCard &card) const
{
    const workbench::DealSummary &deal = card.deal;
    CardFace face;
    face.customer = qstring(deal.customer);
    face.name = shortName(deal);
    face.amount = deal.amount ? m_format.amount(*deal.amount) : QString();
    face.owner = personName(deal.owner);
    const auto whole = [this](double days) { return m_format.count(static_cast<qint64>(std::floor(days))); };
    face.days = deal.stageLimitDays > 0 ? tr("%1 / %2 d").arg(whole(deal.daysInStage), whole(deal.stageLimitDays))
                                        : tr("%1 d").arg(whole(deal.daysInStage));
    face.close = deal.closeDate ? m_format.shortDate(*deal.closeDate) : QString();
    face.gap = deal.provenGap > 0 ? tr("−%n proven", nullptr, deal.provenGap) : QString();
    face.share = deal.stageLimitDays > 0 ? deal.daysInStage / deal.stageLimitDays : 0;
    if (deal.shownHealth)
        face.health = qint64{*deal.shownHealth};
    face.red = deal.red;
    face.flags = card.flags;
    face.severity = card.severity.value_or(domain::Severity::Notice);
    return face;
}

QString KanbanModel::spoken(const workbench::StageCard &card) const
{
    const workbench::DealSummary &deal = card.deal;
    QStringList parts{qstring(deal.customer), shortName(deal),
                      deal.amount ? m_format.amountInFull(*deal.amount) : tr("no amount")};
    if (deal.shownHealth)
        parts.append(deal.red ? tr("health %1, red").arg(m_format.count(*deal.shownHealth))
                              : tr("health %1").arg(m_format.count(*deal.shownHealth)));
    parts.append(
        deal.stageLimitDays > 0
            ? tr("%1 in the stage, of %2 at most").arg(m_format.days(deal.daysInStage), m_format.days(deal.stageLimitDays))
            : tr("%1 in the stage").arg(m_format.days(deal.daysInStage)));
    if (card.flags > 0)
        parts.append(tr("%n flag(s), the gravest: %1", nullptr, static_cast<int>(card.flags)).arg(m_format.label(card.gravest)));
    if (deal.provenGap > 0)
        parts.append(tr("proven only to %1").arg(m_format.label(deal.provenStage)));
    if (deal.closeDate)
        parts.append(tr("closes %1").arg(m_format.date(*deal.closeDate)));
    parts.append(personName(deal.owner));
    return parts.join(tr(", ", "between the parts of a card"));
}

QVariant KanbanModel::data(const QModelIndex &index, int role) const
{
    const bool asked =
        role == CardFaceRole || role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!asked || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto known = card(index);
    if (!known)
        return {};
    if (role == CardFaceRole)
        return QVariant::fromValue(face(*known));
    if (role == Qt::DisplayRole)
        return qstring(known->deal.customer);
    return spoken(*known);
}

Qt::ItemFlags KanbanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

} // namespace ui
