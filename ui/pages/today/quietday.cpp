// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/today/quietday.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int iconSize = 40;

} // namespace

QuietDay::QuietDay(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(Type::Title, Tone::Plain, QFont::DemiBold))
    , m_text(new TextLabel(Type::Body, Tone::Muted))
    , m_import(new KeyButton(actions.action(Action::Import)))
    , m_now(new KeyButton(actions.action(Action::ShowNow)))
{
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addSpacing(iconSize + 16);
    for (TextLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_import->setPrimary(true);
    layout->addSpacing(16);
    layout->addWidget(m_import, 0, Qt::AlignHCenter);
    layout->addWidget(m_now, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setWaiting();
}

void QuietDay::setWaiting()
{
    m_waiting = true;
    m_title->setText({});
    m_text->setText(tr("Looking through the deals…"));
    m_import->hide();
    m_now->hide();
    update();
}

QString QuietDay::ofDeals(const workbench::Today &today, bool isNow, bool anyAside)
{
    const int deals = static_cast<int>(today.openDeals);
    if (today.openDeals == 0 && today.openLeads > 0)
        return tr("There are %n open lead(s) in this scope and no open deal. No rule flags one of them on this day; "
                  "deals come with an import.",
                  nullptr, static_cast<int>(today.openLeads));
    if (today.openDeals == 0 && !isNow)
        return tr("There is no open deal in this scope on this day. Choose another scope or another day.");
    if (today.openDeals == 0)
        return tr("There is no open deal in this scope on this day. Choose another scope, or import deals.");
    if (!today.judgesHealth)
        return tr("There are %n open deal(s) here, and little to judge them by: %1 of the rules go by talk, files, roles or "
                  "payments, "
                  "which are not recorded.",
                  nullptr, deals)
            .arg(today.silent.size());
    if (anyAside)
        return tr("All %n open deal(s) were checked and no flag is left open.", nullptr, deals);
    return tr("All %n open deal(s) were checked and no rule found anything to flag.", nullptr, deals);
}

QString QuietDay::whatComesNext(const workbench::Today &today, Day day, const Format &format)
{
    if (today.nextWake)
        return tr("The next one comes back on %1.").arg(format.dateTime(*today.nextWake));
    if (day != Day::Now || today.openDeals == 0)
        return {};
    if (!today.upcoming)
        return tr("What comes next comes with new records.");
    const workbench::Upcoming &next = *today.upcoming;
    const QString whose = qstring(next.customer.empty() ? next.deal : next.customer);
    if (next.kind == workbench::Upcoming::Kind::CloseDate)
        return tr("Next: %1 is expected to close on %2.").arg(whose, format.date(next.day));
    return tr("Next: on %2 %1 has been in its stage for as long as it may.").arg(whose, format.date(next.day));
}

void QuietDay::setHead(QWidget *head)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, head);
}

void QuietDay::setToday(const workbench::Today &today, Day day, const Format &format)
{
    m_waiting = false;
    m_judged = today.judgesHealth;
    const QString nothing = m_judged ? tr("Nothing needs you today") : tr("Nothing to flag in what is recorded");
    const QString quiet = day == Day::Now ? nothing : tr("Nothing was flagged on this day");
    m_title->setText(today.openDeals == 0 ? tr("No open deals here") : quiet);
    const std::size_t aside = today.snoozed + today.othersSnoozed;
    QStringList lines;
    if (day == Day::RecordsEnd)
        lines.append(tr("The records of this workspace end on this day. What has gone by since then is flagged now."));
    lines.append(ofDeals(today, day == Day::Now, aside > 0));
    if (today.strayDeals > 0)
        lines.append(tr("%n of them in a stage that the playbook does not have, or in one that nobody told: what asks for a "
                        "stage does not judge "
                        "them.",
                        nullptr, static_cast<int>(today.strayDeals)));
    if (today.judgesHealth && today.redDeals > 0)
        lines.append(tr("%n of them red.", nullptr, static_cast<int>(today.redDeals)));
    if (aside > 0)
        lines.append(tr("%n more were snoozed or dismissed.", nullptr, static_cast<int>(aside)));
    if (const QString next = whatComesNext(today, day, format); !next.isEmpty())
        lines.append(next);
    m_text->setText(lines.join(QChar(u'\n')));
    m_empty = today.openDeals == 0;
    m_import->setVisible((m_empty || !m_judged) && day == Day::Now);
    m_now->setVisible(day != Day::Now);
    update();
}

void QuietDay::paintEvent(QPaintEvent *)
{
    if (m_waiting)
        return;
    QPainter painter(this);
    const Colours &theme = colours(palette());
    const QString empty = m_import->isHidden() ? QStringLiteral("calendar") : QStringLiteral("import");
    const QPixmap picture = m_empty || !m_judged ? iconPixmap(empty, iconSize, theme.muted, devicePixelRatioF())
                                                 : iconPixmap(QStringLiteral("check"), iconSize, theme.good, devicePixelRatioF());
    painter.drawPixmap(QPointF((width() - iconSize) / 2.0, m_title->y() - iconSize - 16), picture);
}

} // namespace ui
