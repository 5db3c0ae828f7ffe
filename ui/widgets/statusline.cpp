// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/statusline.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace ui {

namespace {

constexpr int progressWidth = 160;
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
    , m_step(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(lineHeight);
    m_past->setObjectName(QStringLiteral("pastBadge"));
    m_past->setFixedHeight(badgeHeight);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setTextVisible(false);
    m_stop->setIcon(icon(QStringLiteral("close")));
    m_stop->setIconSize(QSize(12, 12));
    m_stop->setFocusPolicy(Qt::TabFocus);
    m_unread->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unread->setIconSize(QSize(14, 14));
    m_unread->setFocusPolicy(Qt::TabFocus);
    connect(m_unread, &QToolButton::clicked, this, &StatusLine::unreadRequested);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_onStop)
            m_onStop();
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * grid, 0, 4 * grid, 0);
    layout->setSpacing(4 * grid);
    for (QLabel *label : {m_past, m_sample, m_data, m_facts, m_changes})
        layout->addWidget(label);
    layout->addWidget(m_unread);
    layout->addStretch(1);
    layout->addWidget(m_step);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop);

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
    endStep();
    retranslate();
}

void StatusLine::beginStep(const QString &text, std::function<void()> stop)
{
    m_onStop = std::move(stop);
    m_step->setText(text);
    m_progress->setRange(0, 0);
    m_step->show();
    m_progress->show();
    m_stop->setVisible(m_onStop != nullptr);
}

void StatusLine::setProgress(quint64 done, quint64 total)
{
    constexpr int steps = 1'000;
    m_progress->setRange(0, total == 0 ? 0 : steps);
    if (total > 0)
        m_progress->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * steps));
}

void StatusLine::endStep()
{
    m_step->hide();
    m_progress->hide();
    m_stop->hide();
}

void StatusLine::retranslate()
{
    m_progress->setAccessibleName(tr("Progress"));
    m_stop->setToolTip(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop"));
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
    m_data->setVisible(status.facts > 0); // an empty workspace has no time of its data
    const auto when = [&](support::Instant at) {
        const QString ago = format.relative(at, m_session.now());
        return ago == format.date(at) ? format.dateTime(at) : tr("%1 (%2)").arg(format.dateTime(at), ago);
    };
    // What happened and when it was brought here are two times: an import of today may tell of years ago.
    const support::Instant newest = m_session.isPast() ? m_shown : status.lastEvent.value_or(status.dataTime);
    if (status.lastImport)
        m_data->setText(tr("Newest record %1  ·  imported %2").arg(format.dateTime(newest), when(*status.lastImport)));
    else if (status.sampleClock)
        m_data->setText(tr("Newest record %1").arg(format.dateTime(newest)));
    else
        m_data->setText(tr("Newest record %1").arg(when(newest)));
    m_data->setToolTip(tr("When something last happened to a deal or lead, and when records were last imported"));
}

} // namespace ui
