// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/welcome/loadingpage.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int barWidth = 320;
constexpr int steps = 1'000;

} // namespace

LoadingPage::LoadingPage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_count(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    m_text->setProperty("role", QStringLiteral("heading"));
    m_count->setProperty("role", QStringLiteral("muted"));
    m_progress->setFixedWidth(barWidth);
    m_progress->setTextVisible(false);
    connect(m_cancel, &QPushButton::clicked, this, &LoadingPage::cancelled);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * grid);
    layout->addStretch(2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_text, m_progress, m_count, m_cancel})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    retranslate();
}

void LoadingPage::begin(const QString &text)
{
    m_text->setText(text);
    m_count->clear();
    m_progress->setRange(0, 0);
    m_cancel->setFocus();
}

void LoadingPage::setProgress(quint64 done, quint64 total, const QLocale &locale)
{
    m_progress->setRange(0, total == 0 ? 0 : steps);
    if (total > 0)
        m_progress->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * steps));
    m_count->setText(total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done));
}

void LoadingPage::retranslate()
{
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace ui
