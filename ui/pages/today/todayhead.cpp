// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/today/todayhead.h"

#include "ui/widgets/countrow.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

TodayHead::TodayHead(QWidget *parent)
    : QWidget(parent)
    , m_heading(new TextLabel(Type::Title, Tone::Plain, QFont::DemiBold))
    , m_counts(new CountRow)
    , m_compared(new TextLabel(Type::Small, Tone::Accent))
    , m_note(new TextLabel(Type::Small, Tone::Warning))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 16, 12, 12);
    layout->setSpacing(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_counts);
    layout->addWidget(m_compared);
    layout->addWidget(m_note);
    m_compared->setWordWrap(true);
    m_compared->hide();
    m_note->setWordWrap(true);
    connect(m_counts, &CountRow::opened, this,
            [this](int place, QWidget *button) { Q_EMIT opened(m_counted.at(static_cast<std::size_t>(place)), button); });
}

void TodayHead::setToday(const workbench::Today &today, const Session &session)
{
    const Format &format = session.format();
    m_heading->setText(session.isPast() ? tr("As of %1").arg(format.date(*session.day())) : tr("Today"));
    const auto count = [&](std::size_t n) { return format.count(static_cast<qint64>(n)); };
    const std::size_t flagged = today.listed.size() + std::max(today.below.size(), today.belowTotal);
    QStringList parts{tr("%1 of %2 flagged").arg(count(today.listed.size()), count(flagged))};
    m_counted = {std::nullopt};
    const auto add = [&](const QString &text, workbench::Counted which) {
        parts.append(text);
        m_counted.emplace_back(which);
    };
    add(tr("%1 open").arg(count(today.openDeals)), workbench::Counted::Open);
    if (today.judgesHealth)
        add(tr("%1 red").arg(count(today.redDeals)), workbench::Counted::Red);
    if (today.snoozed > 0)
        add(tr("%1 put aside").arg(count(today.snoozed)), workbench::Counted::PutAside);
    m_counts->setCounts(parts);
    showCompared(today, session);
    showNote(today, session);
}

/// How the counts differ from those of the other day.
void TodayHead::showCompared(const workbench::Today &today, const Session &session)
{
    const auto &day = session.view().compared;
    m_compared->setVisible(day && today.compared);
    if (!day || !today.compared)
        return;
    const Format &format = session.format();
    const workbench::DayCounts &then = *today.compared;
    const std::size_t flagged = today.listed.size() + std::max(today.below.size(), today.belowTotal);
    const auto change = [&](std::size_t now, std::size_t before) {
        return format.signedCount(static_cast<qint64>(now) - static_cast<qint64>(before));
    };
    QStringList parts{tr("Flagged %1").arg(change(flagged, then.flagged)), tr("Open %1").arg(change(today.openDeals, then.open))};
    if (today.judgesHealth)
        parts.append(tr("Red %1").arg(change(today.redDeals, then.red)));
    parts.append(tr("%1 not flagged any more").arg(format.count(static_cast<qint64>(then.gone))));
    m_compared->setText(tr("Since %1: %2").arg(format.date(*day), parts.join(QStringLiteral(" · "))));
}

/// What limits what this list can say: the records' end, and what was never recorded.
void TodayHead::showNote(const workbench::Today &today, const Session &session)
{
    QStringList notes;
    if (session.isWhereRecordsEnd())
        notes.append(tr("The records of this workspace end on this day."));
    QStringList rules;
    for (const domain::Label &rule : today.silent)
        rules.append(session.format().label(rule));
    if (!rules.isEmpty() && today.judgesHealth)
        notes.append(tr("%n rule(s) cannot judge: no talk, files, roles or payments are recorded for them.", nullptr,
                        static_cast<int>(rules.size())));
    else if (!today.judgesHealth)
        notes.append(tr("Talk, files and roles are not recorded here: no health is shown, and %n rule(s) stay silent.", nullptr,
                        static_cast<int>(rules.size())));
    m_note->setText(notes.join(QChar(u' ')));
    m_note->setToolTip(rules.join(QStringLiteral(", ")));
    m_note->setVisible(!notes.isEmpty());
}

} // namespace ui
