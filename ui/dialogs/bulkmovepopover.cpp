// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/bulkmovepopover.h"

#include "ui/errortext.h"
#include "ui/models/dealwords.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int mostListed = 50;
constexpr int highest = 220; ///< of the list, before it scrolls

} // namespace

BulkMovePopover::BulkMovePopover(const Format &format, const std::vector<workbench::StageView> &stages, QWidget *page)
    : Popover(page)
    , m_format(format)
    , m_stage(new QComboBox)
    , m_verdict(new TextLabel(Type::Body, Tone::Muted))
    , m_list(new ContentList)
    , m_scroll(new QScrollArea)
    , m_reason(new QLineEdit)
{
    setTitle(tr("Move to another stage"));
    for (const workbench::StageView &stage : stages)
        m_stage->addItem(format.label(stage.name), qstring(stage.id));
    m_stage->setAccessibleName(tr("Stage"));
    m_verdict->setWordWrap(true);
    m_list->setModel(&m_heldBack);
    m_list->setAccessibleName(tr("Deals that the gate holds back"));
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->hide();
    m_reason->setPlaceholderText(tr("Reason to move these as well"));
    m_reason->setAccessibleName(tr("Reason to move these as well"));
    m_reason->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_scroll),
                          static_cast<QWidget *>(m_reason)})
        content()->addWidget(part);
    setHint(tr("↑ ↓ choose the stage · Esc closes"));
    setConfirm(tr("Move"));
    connect(m_stage, &QComboBox::currentIndexChanged, this, &BulkMovePopover::ask);
    connect(m_reason, &QLineEdit::textChanged, this, &BulkMovePopover::showAnswer);
}

void BulkMovePopover::setStage(const std::string &stage)
{
    m_stage->setCurrentIndex(m_stage->findData(qstring(stage)));
}

std::string BulkMovePopover::stage() const
{
    return m_stage->currentData().toString().toStdString();
}

QString BulkMovePopover::stageName() const
{
    return m_stage->currentText();
}

QString BulkMovePopover::overrideReason() const
{
    return m_reason->isVisibleTo(this) ? m_reason->text().trimmed() : QString();
}

void BulkMovePopover::begin()
{
    m_stage->setFocus(Qt::PopupFocusReason);
    ask();
}

void BulkMovePopover::ask()
{
    m_moves.clear();
    if (!stage().empty())
        Q_EMIT asked(stage());
}

std::vector<domain::DealId> BulkMovePopover::moved() const
{
    std::vector<domain::DealId> deals;
    for (const workbench::JudgedMove &move : m_moves) {
        if (move.open() || (!move.there && !move.error && !overrideReason().isEmpty()))
            deals.push_back(move.deal);
    }
    return deals;
}

void BulkMovePopover::setAnswer(const std::string &stage, std::vector<workbench::JudgedMove> moves)
{
    if (stage != this->stage())
        return;
    m_moves = std::move(moves);
    std::vector<Line> lines;
    bool mayPass = false;
    for (const workbench::JudgedMove &move : m_moves) {
        if (move.open() || move.there || lines.size() == mostListed)
            continue;
        QStringList lacks;
        for (const workbench::UnmetCondition &condition : move.unmet)
            lacks.append(unmetText(m_format, condition));
        mayPass = mayPass || !move.error;
        lines.push_back({.id = move.deal.text(),
                         .text = move.name.empty() ? qstring(move.deal.text()) : qstring(move.name),
                         .body = move.error ? textOf(*move.error) : lacks.join(tr("; ", "between unmet conditions")),
                         .icon = QStringLiteral("lock"),
                         .tone = Tone::Warning});
    }
    m_scroll->setVisible(!lines.empty());
    m_reason->setVisible(mayPass);
    m_heldBack.setLines(std::move(lines));
    showAnswer();
    fit();
}

void BulkMovePopover::showAnswer()
{
    const auto open = std::ranges::count_if(m_moves, &workbench::JudgedMove::open);
    const auto there = std::ranges::count_if(m_moves, &workbench::JudgedMove::there);
    const auto count = [this](qint64 n) { return m_format.count(n); };
    const auto all = static_cast<qint64>(m_moves.size()) - there;
    QString verdict = open == all ? tr("All %1 may go.").arg(count(all))
                                  : tr("%1 of %2 may go. The gate holds the others back:").arg(count(open), count(all));
    if (there > 0)
        verdict += QLatin1Char(' ') + tr("%n stand(s) there already.", nullptr, static_cast<int>(there));
    m_verdict->setText(verdict);
    m_verdict->setTone(open == all ? Tone::Good : Tone::Warning);
    setConfirm(tr("Move %1").arg(count(static_cast<qint64>(moved().size()))));
}

void BulkMovePopover::fit()
{
    m_scroll->setFixedHeight(std::min(m_list->sizeHint().height(), highest));
    refit();
}

} // namespace ui
