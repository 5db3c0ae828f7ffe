// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/deal/dealheader.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"
#include "ui/pages/dealfigures.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

DealHeader::DealHeader(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_customer(new TextLabel(Type::Title, Tone::Plain, QFont::DemiBold))
    , m_about(new TextLabel(Type::Body, Tone::Muted))
    , m_figures(new FigureRow)
    , m_actions(actions)
    , m_back(new QToolButton)
    , m_do(new KeyButton(actions.action(Action::DoProposed)))
    , m_snooze(new KeyButton(actions.action(Action::Snooze)))
    , m_move(new KeyButton(actions.action(Action::MoveStage)))
    , m_keys(new QWidget(this))
{
    m_customer->setElided(true);
    m_about->setElided(true);
    m_do->setPrimary(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_customer);
    names->addWidget(m_about);
    m_back->setIcon(icon(QStringLiteral("back")));
    m_back->setIconSize(QSize(20, 20));
    m_back->setFocusPolicy(Qt::TabFocus);
    connect(m_back, &QToolButton::clicked, actions.action(Action::CloseDeal), &QAction::trigger);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_back, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    top->addSpacing(16);
    auto *keys = new QHBoxLayout(m_keys);
    keys->setContentsMargins({});
    keys->setSpacing(8);
    keys->addWidget(m_do);
    keys->addWidget(m_snooze);
    keys->addWidget(m_move);
    top->addWidget(m_keys, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 16, 4);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_figures);
    retranslate();
}

QWidget *DealHeader::anchor() const
{
    return m_keys;
}

void DealHeader::setOpen(bool open)
{
    m_keys->setVisible(open);
}

void DealHeader::setBack(bool back)
{
    m_back->setVisible(back);
}

void DealHeader::retranslate()
{
    m_back->setToolTip(m_actions.hint(Action::CloseDeal));
    m_back->setAccessibleName(m_actions.action(Action::CloseDeal)->text());
}

QString DealHeader::subtitle(const workbench::DealPage &page)
{
    QStringList parts{shortName(page.summary)};
    parts += {personName(page.summary.owner), teamName(page.summary.team), qstring(page.industry), qstring(page.region),
              qstring(page.channel)};
    parts.removeAll(QString()); // a deal without a customer is called by its name above
    return parts.join(QStringLiteral("  ·  "));
}

void DealHeader::setPage(const workbench::DealPage &page, const Format &format)
{
    m_customer->setText(qstring(page.summary.customer));
    m_about->setText(subtitle(page));
    m_about->setToolTip(subtitle(page));
    m_figures->setFigures(figures(page, format));
    const auto open = std::find_if(page.flags.begin(), page.flags.end(),
                                   [](const workbench::Flag &flag) { return flag.state == workbench::FlagState::Open; });
    m_do->setVisible(open != page.flags.end());
    m_snooze->setVisible(open != page.flags.end());
    m_move->setVisible(page.summary.status == workbench::DealStatus::Open);
    if (open != page.flags.end())
        m_do->setWording(word(open->proposal));
}

std::vector<Figure> DealHeader::figures(const workbench::DealPage &page, const Format &format)
{
    // What is still to come is nothing that a closed deal has.
    if (page.summary.status != workbench::DealStatus::Open)
        return {amountFigure(page.summary, format), stageFigure(page.summary, format)};
    Figure close = closeFigure(page.summary, format);
    if (page.closePushes > 0) {
        const QString pushed = tr("pushed %1×").arg(format.count(page.closePushes));
        close.note = close.note.isEmpty() ? pushed : tr("%1, %2").arg(close.note, pushed);
        close.noteTone = Tone::Warning;
    }
    Figure next{.name = tr("Next step"),
                .value = page.nextStep.empty() ? tr("none") : qstring(page.nextStep),
                .toolTip = qstring(page.nextStep)};
    if (page.nextStepDue) {
        const bool late = *page.nextStepDue < format.zone().dateOf(page.asOf);
        next.note = (late ? tr("was due %1") : tr("due %1")).arg(format.shortDate(*page.nextStepDue));
        next.noteTone = late ? Tone::Warning : next.noteTone;
    }
    if (page.nextStep.empty())
        next.tone = Tone::Bad;
    return {amountFigure(page.summary, format), healthFigure(page.summary, format), close, stageFigure(page.summary, format),
            next};
}

} // namespace ui
