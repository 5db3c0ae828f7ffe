// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/movepopover.h"

#include "ui/models/dealwords.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int edge = 8;
constexpr int least = 96; ///< what is seen of a list in the smallest window

} // namespace

MovePopover::MovePopover(const Format &format, const std::vector<workbench::StageView> &stages, QWidget *page)
    : Popover(page)
    , m_format(format)
    , m_stage(new QComboBox)
    , m_verdict(new TextLabel(Type::Body, Tone::Muted))
    , m_list(new ContentList)
    , m_scroll(new QScrollArea)
    , m_reason(new QLineEdit)
{
    setTitle(tr("Move to another stage"));
    int next = 0;
    for (const workbench::StageView &stage : stages) {
        if (stage.claimed)
            next = m_stage->count(); // the one after it, for the claimed stage itself is left out
        else
            m_stage->addItem(format.label(stage.name), qstring(stage.id));
    }
    m_stage->setCurrentIndex(std::min(next, m_stage->count() - 1));
    m_stage->setAccessibleName(tr("Stage"));
    m_verdict->setWordWrap(true);
    m_list->setModel(&m_unmet);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->hide();
    m_list->setAccessibleName(tr("What the gate still asks"));
    m_reason->setPlaceholderText(tr("Reason to pass all the same"));
    m_reason->setAccessibleName(tr("Reason to pass all the same"));
    m_reason->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_scroll),
                          static_cast<QWidget *>(m_reason)})
        content()->addWidget(part);
    setHint(tr("↑ ↓ choose the stage · Esc closes"));
    setConfirm(tr("Move"));
    connect(m_stage, &QComboBox::currentIndexChanged, this, &MovePopover::ask);
}

void MovePopover::setStage(const std::string &stage)
{
    m_stage->setCurrentIndex(m_stage->findData(qstring(stage)));
}

std::string MovePopover::stage() const
{
    return m_stage->currentData().toString().toStdString();
}

QString MovePopover::stageName() const
{
    return m_stage->currentText();
}

QString MovePopover::overrideReason() const
{
    return m_open ? QString() : m_reason->text().trimmed();
}

void MovePopover::begin()
{
    m_stage->setFocus(Qt::PopupFocusReason);
    ask();
}

void MovePopover::ask()
{
    m_answered = false;
    if (!stage().empty())
        Q_EMIT asked(stage());
}

void MovePopover::setAnswer(const std::string &stage, const std::vector<workbench::UnmetCondition> &unmet)
{
    if (stage != this->stage())
        return;
    m_answered = true;
    m_open = unmet.empty();
    m_verdict->setText(m_open ? tr("The gate is open.")
                              : tr("The gate asks for %n thing(s) more:", nullptr, static_cast<int>(unmet.size())));
    m_verdict->setTone(m_open ? Tone::Good : Tone::Warning);
    std::vector<Line> lines;
    for (const workbench::UnmetCondition &condition : unmet)
        lines.push_back({.id = std::to_string(lines.size()) + condition.id,
                         .text = unmetText(m_format, condition),
                         .body = wayOut(condition),
                         .icon = QStringLiteral("lock"),
                         .tone = Tone::Warning});
    m_unmet.setLines(std::move(lines));
    m_reason->setVisible(!m_open);
    m_scroll->setVisible(!m_open);
    fit();
}

/// As high as the list asks for, within the page.
void MovePopover::fit()
{
    const int bottom = geometry().bottom();
    m_scroll->setFixedHeight(m_list->sizeHint().height());
    adjustSize();
    const int over = height() - (parentWidget()->height() - 2 * edge);
    if (over > 0) {
        m_scroll->setFixedHeight(std::max(least, m_scroll->height() - over));
        adjustSize();
    }
    move(x(), std::clamp(bottom - height() + 1, edge, std::max(edge, parentWidget()->height() - height() - edge)));
}

bool MovePopover::complete() const
{
    if (!m_answered)
        return false;
    if (!m_open && overrideReason().isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
    return m_open || !overrideReason().isEmpty();
}

} // namespace ui
