// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardcolumn.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int narrowest = 208;
constexpr qreal radius = 8;

/// The amounts of each currency side by side; a dash without any.
QString moneyOf(const Format &format, const workbench::StageSum &sum, QString (Format::*write)(const support::Money &) const)
{
    QStringList parts;
    for (const support::Money &money : sum.money)
        parts.append((format.*write)(money));
    return parts.isEmpty() ? QStringLiteral("–") : parts.join(QStringLiteral(" + "));
}

} // namespace

BoardColumn::BoardColumn(const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_format(format)
    , m_cards(format)
    , m_name(new TextLabel(Type::Strong, Tone::Plain, QFont::DemiBold))
    , m_count(new TextLabel(Type::Strong, Tone::Muted, QFont::DemiBold))
    , m_claimed(new TextLabel(Type::Small))
    , m_proven(new TextLabel(Type::Small, Tone::Muted))
    , m_list(new CardList)
{
    setMinimumWidth(narrowest);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_name, 1);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 4, 4);
    layout->setSpacing(0);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(8, 0, 8, 8);
    words->setSpacing(1);
    words->addLayout(head);
    words->addWidget(m_claimed);
    words->addWidget(m_proven);
    layout->addLayout(words);
    layout->addWidget(m_list, 1);
    for (TextLabel *label : {m_name, m_claimed, m_proven})
        label->setElided(true);
    m_list->setModel(&m_cards);
}

void BoardColumn::setBoard(const std::shared_ptr<const workbench::StageBoard> &board, std::uint32_t column)
{
    m_board = board;
    m_column = column;
    m_stage = board->view().columns[column].stage;
    m_cards.setBoard(board, column);
    showSums();
}

void BoardColumn::clear()
{
    m_board.reset();
    m_cards.setBoard({}, 0);
}

void BoardColumn::retranslate(const Format &format)
{
    m_format = format;
    m_cards.setFormat(format);
    showSums();
}

QString BoardColumn::name() const
{
    return m_name->text();
}

void BoardColumn::showSums()
{
    if (!m_board)
        return;
    const workbench::StageColumn &column = m_board->view().columns[m_column];
    const bool proven = m_board->view().proven;
    const QString count = m_format.count(static_cast<qint64>(column.cards.size()));
    m_name->setText(m_stage.empty() ? tr("Other stages") : m_format.label(column.name));
    m_count->setText(count);
    m_claimed->setTone(proven ? Tone::Muted : Tone::Plain);
    m_proven->setTone(proven ? Tone::Plain : Tone::Muted);
    m_claimed->setText(tr("Claimed %1").arg(moneyOf(m_format, column.claimed, &Format::amount)));
    m_proven->setText(tr("Proven %1").arg(moneyOf(m_format, column.proven, &Format::amount)));
    const auto inFull = [&](const workbench::StageSum &sum) {
        return tr("%n deal(s), %1", nullptr, static_cast<int>(sum.deals)).arg(moneyOf(m_format, sum, &Format::amountInFull));
    };
    m_name->setToolTip(m_stage.empty() ? tr("Stages that the playbook does not know") : m_name->text());
    m_claimed->setToolTip(tr("Claimed to be here: %1").arg(inFull(column.claimed)));
    m_proven->setToolTip(tr("By its evidence here: %1").arg(inFull(column.proven)));
    m_claimed->setAccessibleName(m_claimed->toolTip());
    m_proven->setAccessibleName(m_proven->toolTip());
    m_list->setAccessibleName(tr("%1: %n card(s)", nullptr, static_cast<int>(column.cards.size())).arg(m_name->text()));
    setAccessibleName(tr("%1, claimed %2, proven %3").arg(m_name->text(), inFull(column.claimed), inFull(column.proven)));
}

void BoardColumn::setTarget(Target target)
{
    m_target = target;
    update();
}

void BoardColumn::paintEvent(QPaintEvent * /*event*/)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = c.window;
    QPen edge(Qt::NoPen);
    switch (m_target) {
    case Target::None: break;
    case Target::Asking: edge = QPen(c.outline, 2, Qt::DashLine); break;
    case Target::Allowed:
        ground = c.goodSoft;
        edge = QPen(c.good, 2);
        break;
    case Target::Refused:
        ground = c.warningSoft;
        edge = QPen(c.warning, 2, Qt::DashLine);
        break;
    }
    painter.setBrush(ground);
    painter.setPen(edge);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace ui
