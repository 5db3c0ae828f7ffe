// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/today/dealglance.h"

#include "ui/models/deallines.h"
#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"
#include "ui/pages/dealfigures.h"
#include "ui/widgets/chiprow.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <array>

namespace ui {
namespace {

constexpr int side = 24;

std::optional<support::Currency> currencyOf(const workbench::DealSummary &deal)
{
    return deal.amount ? std::optional(deal.amount->currency) : std::nullopt;
}

} // namespace

DealGlance::DealGlance(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea)
    , m_customer(new TextLabel(Type::Title, Tone::Plain, QFont::DemiBold))
    , m_name(new TextLabel(Type::Body, Tone::Muted))
    , m_reason(new Panel)
    , m_rule(new TextLabel(Type::Small, Tone::Plain, QFont::DemiBold))
    , m_since(new TextLabel(Type::Small, Tone::Muted))
    , m_sentence(new TextLabel(Type::Heading))
    , m_missingTitle(new TextLabel(Type::Small, Tone::Muted, QFont::DemiBold))
    , m_missing(new ChipRow(Tone::Bad))
    , m_figures(new FigureRow)
    , m_healthTitle(new TextLabel(Type::Small, Tone::Muted, QFont::DemiBold))
    , m_termList(new ContentList)
    , m_othersTitle(new TextLabel(Type::Small, Tone::Muted, QFont::DemiBold))
    , m_otherList(new ContentList)
    , m_actionPanel(buildActions(actions))
    , m_open(new KeyButton(actions.action(Action::OpenDeal)))
{
    m_customer->setElided(true);
    m_name->setElided(true);
    m_rule->setElided(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::RichText);
    m_termList->setModel(&m_terms);
    m_otherList->setModel(&m_others);
    m_termList->setFocusPolicy(Qt::TabFocus);
    m_otherList->setFocusPolicy(Qt::TabFocus);
    m_sentence->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    layOut();
    listen();
    retranslate();
}

void DealGlance::listen()
{
    connect(m_figures, &FigureRow::opened, this, &DealGlance::numberOpened);
    connect(m_sentence, &QLabel::linkActivated, this, [this](const QString &id) {
        if (const auto measure = domain::measureNamed(id.toStdString()))
            Q_EMIT numberOpened(*measure, m_sentence);
    });
    connect(&m_terms, &LineModel::openRequested, this, [this](const std::string &id, bool open) {
        if (open)
            m_openTerms.insert(id);
        else
            m_openTerms.erase(id);
        showTerms();
    });
    connect(m_otherList, &QListView::activated, this, [this](const QModelIndex &index) {
        const Line *line = m_others.line(index);
        if (const auto measure = line != nullptr ? quotedIn(m_otherFlags, line->id) : std::nullopt)
            Q_EMIT numberOpened(*measure, m_otherList);
    });
    connect(m_termList, &QListView::activated, this, [this](const QModelIndex &index) {
        const Line *line = m_terms.line(index);
        if (const auto record = line != nullptr ? recordOf(line->id) : std::nullopt)
            Q_EMIT recordRequested(*record);
    });
}

void DealGlance::layOut()
{
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(side, 20, side, 20);
    column->setSpacing(0);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_customer);
    names->addWidget(m_name);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addLayout(names, 1);
    head->addWidget(m_open, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addSpacing(16);
    column->addWidget(buildReason());
    column->addSpacing(16);
    column->addWidget(m_figures);
    column->addSpacing(16);
    column->addWidget(m_healthTitle);
    column->addSpacing(4);
    column->addWidget(m_termList);
    column->addSpacing(16);
    column->addWidget(m_othersTitle);
    column->addSpacing(4);
    column->addWidget(m_otherList);
    column->addStretch();

    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_scroll, 1);
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    all->addWidget(line);
    all->addWidget(m_actionPanel);
}

QWidget *DealGlance::buildReason()
{
    auto *caption = new QHBoxLayout;
    caption->addWidget(m_rule);
    caption->addStretch();
    caption->addWidget(m_since);
    auto *layout = new QVBoxLayout(m_reason);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(caption);
    layout->addWidget(m_sentence);
    layout->addWidget(m_missingTitle);
    layout->addWidget(m_missing);
    return m_reason;
}

QWidget *DealGlance::buildActions(ActionSet &actions)
{
    auto *panel = new QWidget;
    m_proposalTitle = new TextLabel(Type::Small, Tone::Muted, QFont::DemiBold);
    m_proposal = new TextLabel(Type::Body);
    m_proposal->setWordWrap(true);
    m_do = new KeyButton(actions.action(Action::DoProposed));
    m_do->setPrimary(true);
    m_keys = new QWidget;
    auto *buttons = new FlowLayout(m_keys);
    buttons->setContentsMargins({});
    buttons->setSpacing(8);
    buttons->addWidget(m_do);
    m_dismiss = new KeyButton(actions.action(Action::Dismiss));
    buttons->addWidget(new KeyButton(actions.action(Action::Snooze)));
    buttons->addWidget(m_dismiss);
    buttons->addWidget(new KeyButton(actions.action(Action::Acknowledge)));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(side, 12, side, 16);
    layout->setSpacing(4);
    layout->addWidget(m_proposalTitle);
    layout->addWidget(m_proposal);
    layout->addSpacing(4);
    layout->addWidget(m_keys);
    m_closed = new TextLabel(Type::Body, Tone::Warning);
    m_now = new KeyButton(actions.action(Action::ShowNow));
    auto *closed = new QHBoxLayout;
    closed->addWidget(m_closed, 1);
    closed->addWidget(m_now);
    layout->addLayout(closed);
    setClosed({}, false);
    return panel;
}

QWidget *DealGlance::anchor() const
{
    return m_proposalTitle; // the keys stay in sight
}

void DealGlance::setClosed(const QString &why, bool past)
{
    m_keys->setVisible(why.isEmpty());
    m_closed->setText(why);
    m_closed->setVisible(!why.isEmpty());
    m_now->setVisible(past);
}

void DealGlance::retranslate()
{
    m_dismiss->setWording(tr("Dismiss"));
    m_open->setWording(tr("Open"));
    m_missingTitle->setText(tr("Missing"));
    m_healthTitle->setText(tr("What the health is made of"));
    m_othersTitle->setText(tr("Also flagged"));
    m_proposalTitle->setText(tr("Proposed"));
    m_termList->setAccessibleName(m_healthTitle->text());
    m_otherList->setAccessibleName(m_othersTitle->text());
}

void DealGlance::setDealPartsVisible(bool visible)
{
    for (QWidget *part : {static_cast<QWidget *>(m_figures), static_cast<QWidget *>(m_termList), static_cast<QWidget *>(m_open)})
        part->setVisible(visible);
}

void DealGlance::showItem(const workbench::TodayItem &item, const Format &format, support::Instant now)
{
    if (item.deal.id != m_deal) {
        m_page.reset();
        m_openTerms.clear();
        showTerms();
        m_scroll->verticalScrollBar()->setValue(0);
    }
    m_deal = item.deal.id;
    m_customer->setText(qstring(item.deal.customer));
    QStringList parts{shortName(item.deal), personName(item.deal.owner), teamName(item.deal.team)};
    parts.removeAll(QString());
    m_name->setText(parts.join(QStringLiteral("  ·  ")));
    setDealPartsVisible(true);
    showFigures(item.deal, format);
    showOthers(item, format, now);
    if (item.flags.empty())
        return;
    showReason(item.flags.front(), format, now, currencyOf(item.deal));
    showProposal(item.flags.front(), format);
}

void DealGlance::showAbout(const workbench::FlagAbout &about, const Format &format, support::Instant now)
{
    m_deal.reset();
    m_page.reset();
    m_customer->setText(aboutName(about));
    QStringList parts{aboutDetail(format, about), personName(about.owner)};
    parts.removeAll(QString());
    m_name->setText(parts.join(QStringLiteral("  ·  ")));
    setDealPartsVisible(false);
    m_healthTitle->hide();
    m_othersTitle->hide();
    m_otherList->hide();
    showReason(about.flag, format, now, {});
    showProposal(about.flag, format);
}

void DealGlance::setPage(const workbench::DealPage &page, const Format &format)
{
    if (page.summary.id != m_deal)
        return;
    m_page = page;
    m_format = format;
    showTerms();
}

void DealGlance::showTerms()
{
    const bool told = m_page && m_format && !m_page->terms.empty() && m_page->summary.shownHealth;
    m_terms.setLines(told ? termLines(*m_format, *m_page, m_openTerms) : std::vector<Line>());
    m_healthTitle->setVisible(told);
}

void DealGlance::showReason(const workbench::Flag &flag, const Format &format, support::Instant now,
                            std::optional<support::Currency> currency)
{
    const Tone tone = toneOf(flag.severity);
    m_reason->setTone(tone);
    m_rule->setTone(tone);
    m_rule->setText(tr("%1 · %2").arg(word(flag.severity), format.label(flag.name)));
    QStringList standing;
    if (flag.state != workbench::FlagState::Open)
        standing.append(standingOf(format, flag));
    if (flag.since)
        standing.append(format.since(flag, now));
    m_since->setText(standing.join(QStringLiteral(" · ")));
    m_since->setToolTip(flag.since && !flag.heldLonger ? format.dateTime(*flag.since) : QString());
    m_sentence->setText(m_deal ? format.linkedSentence(flag, currency) : format.richSentence(flag, currency));
    m_sentence->setFocusPolicy(m_deal && !flag.quoted.empty() ? Qt::TabFocus : Qt::NoFocus);
    m_sentence->setAccessibleName(format.sentence(flag, currency));
    QStringList missing;
    for (const workbench::MissingItem &item : flag.missing)
        missing.append(missingText(format, item));
    m_missing->setChips(missing);
    m_missingTitle->setVisible(!missing.isEmpty());
}

void DealGlance::showFigures(const workbench::DealSummary &deal, const Format &format)
{
    // What is still to come is nothing that a closed deal has.
    if (deal.status != workbench::DealStatus::Open)
        return m_figures->setFigures({amountFigure(deal, format), stageFigure(deal, format)});
    m_figures->setFigures(
        {amountFigure(deal, format), healthFigure(deal, format), closeFigure(deal, format), stageFigure(deal, format)});
}

void DealGlance::showOthers(const workbench::TodayItem &item, const Format &format, support::Instant now)
{
    workbench::DealPage others;
    others.summary = item.deal;
    if (item.flags.size() > 1)
        others.flags.assign(item.flags.begin() + 1, item.flags.end());
    m_others.setLines(flagLines(format, others, now));
    m_otherFlags = others.flags;
    m_othersTitle->setVisible(!others.flags.empty());
    m_otherList->setVisible(!others.flags.empty());
}

void DealGlance::showProposal(const workbench::Flag &flag, const Format &format)
{
    m_do->setWording(word(flag.proposal));
    m_proposal->setText(taskTitle(format, flag));
}

} // namespace ui
