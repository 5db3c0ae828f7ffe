// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importprogress.h"

#include "support/pace.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int steps = 1'000;

} // namespace

ImportProgress::ImportProgress(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_rate(new QLabel(this))
{
    setFocusPolicy(Qt::ClickFocus); // to keep the keyboard where no key does anything
    m_rate->setProperty("role", QStringLiteral("muted"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_text, m_progress, m_rate})
        layout->addWidget(widget);
    layout->addStretch(2);
}

void ImportProgress::begin(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_rate->clear();
    m_progress->setRange(0, 0);
    m_elapsed.start();
}

void ImportProgress::show(quint64 done, quint64 total, const Format &format)
{
    if (total == 0 || done == 0)
        return;
    m_progress->setRange(0, steps);
    m_progress->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * steps));
    const double seconds = static_cast<double>(m_elapsed.elapsed()) / 1000.0;
    const auto pace = support::paceOf(done, total, seconds);
    if (!pace)
        return;
    m_rate->setText(tr("%1 of %2, %3 a second; %n second(s) left", nullptr, static_cast<int>(pace->secondsLeft))
                        .arg(format.fileSize(static_cast<qint64>(done)), format.fileSize(static_cast<qint64>(total)),
                             format.fileSize(static_cast<qint64>(pace->perSecond))));
}

} // namespace ui
