// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/statusline.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {

namespace {

constexpr int minuteMs = 60'000;
constexpr int lineHeight = 28;
constexpr int badgeHeight = 20;

} // namespace

StatusLine::StatusLine(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_past(new QLabel(this))
    , m_sample(new QLabel(this))
    , m_data(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_changes(new QLabel(this))
    , m_unread(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(lineHeight);
    m_past->setObjectName(QStringLiteral("pastBadge"));
    m_past->setFixedHeight(badgeHeight);
    m_unread->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unread->setIconSize(QSize(14, 14));
    m_unread->setFocusPolicy(Qt::TabFocus);
    connect(m_unread, &QToolButton::clicked, this, &StatusLine::unreadRequested);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * grid, 0, 4 * grid, 0);
    layout->setSpacing(4 * grid);
    for (QLabel *label : {m_past, m_sample, m_data, m_facts, m_changes})
        layout->addWidget(label);
    layout->addWidget(m_unread);
    layout->addStretch(1);

    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::follow);
    m_minute.start();
    for (const auto signal :
         {&Session::opened, &Session::closed, &Session::viewChanged, &Session::formatChanged, &Session::statusChanged})
        connect(&session, signal, this, &StatusLine::follow);
    connect(&session, &Session::todayReady, this, [this](const workbench::Today &today) {
        m_shown = today.dataTime;
        follow();
    });
    follow();
}

void StatusLine::follow()
{
    for (QLabel *label : {m_past, m_sample, m_data, m_facts, m_changes})
        label->setVisible(m_session.isOpen());
    m_unread->setVisible(m_session.isOpen() && !m_session.status().unread.empty());
    if (!m_session.isOpen())
        return;
    const DataStatus &status = m_session.status();
    const Format &format = m_session.format();
    if (m_session.isPast())
        m_past->setText(tr("As of %1, read-only").arg(format.date(*m_session.day())));
    else
        m_past->setText(tr("Read-only"));
    m_past->setVisible(m_session.readOnly());

    showData();
    m_facts->setText(tr("%1 facts").arg(format.count(static_cast<qint64>(status.facts))));
    m_facts->setToolTip(tr("Everything that was ever recorded in this workspace"));
    m_changes->setText(tr("%n change(s) made here", nullptr, static_cast<int>(status.changes)));
    m_changes->setToolTip(tr("Decisions made in this file, and those taken back: each is kept with its time"));
    m_changes->setVisible(status.changes > 0);
    m_unread->setIcon(icon(QStringLiteral("warning"), toneColours(palette(), Tone::Warning).ink));
    m_unread->setText(tr("%n playbook version(s) cannot be read", nullptr, static_cast<int>(status.unread.size())));
    m_unread->setToolTip(tr("What and why"));
}

void StatusLine::showData()
{
    const DataStatus &status = m_session.status();
    const Format &format = m_session.format();
    m_sample->setVisible(status.sampleClock.has_value());
    if (status.sampleClock) {
        m_sample->setText(tr("Sample data as of %1").arg(format.date(*status.sampleClock)));
        m_sample->setToolTip(tr("A made-up organisation. Its clock stands still on this day: “now” here is then."));
    }
    const auto when = [&](support::Instant at) {
        const QString ago = format.relative(at, m_session.now());
        return ago == format.date(at) ? format.dateTime(at) : tr("%1 (%2)").arg(format.dateTime(at), ago);
    };
    // What happened and when it was brought here are two times: an import of today may tell of years ago.
    const support::Instant newest = m_session.isPast() ? m_shown : status.lastEvent.value_or(status.dataTime);
    m_data->setVisible(status.facts > 0 && newest > support::Instant::min()); // an empty workspace has no time of its data
    if (m_data->isHidden())
        return;
    if (status.lastImport)
        m_data->setText(tr("Newest record %1  ·  imported %2").arg(format.dateTime(newest), when(*status.lastImport)));
    else if (status.sampleClock)
        m_data->setText(tr("Newest record %1").arg(format.dateTime(newest)));
    else
        m_data->setText(tr("Newest record %1").arg(when(newest)));
    m_data->setToolTip(tr("When something last happened to a deal or lead, and when records were last imported"));
}

} // namespace ui
