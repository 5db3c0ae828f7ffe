// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/playbar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <array>

namespace ui {
namespace {

constexpr std::array<int, 3> speeds{1, 2, 4}; ///< weeks a second

} // namespace

PlayBar::PlayBar(MapPlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_format(QLocale(), support::TimeZone::utc())
    , m_play(new QToolButton)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_day(new TextLabel(Type::Body, Tone::Muted))
    , m_speed(new QComboBox)
{
    m_slider->setRange(0, MapPlayer::weeks);
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_day);
    row->addWidget(m_speed);
    connect(m_play, &QToolButton::clicked, this, [this] { m_player.isPlaying() ? m_player.pause() : m_player.play(); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int week) {
        m_player.pause();
        m_player.goTo(week);
    });
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_player.setSpeed(speeds.at(static_cast<std::size_t>(index))); });
    connect(&player, &MapPlayer::weekShown, this, &PlayBar::follow);
    connect(&player, &MapPlayer::playingChanged, this, &PlayBar::follow);
}

void PlayBar::retranslate(const Format &format)
{
    m_format = format;
    m_slider->setAccessibleName(tr("The week that the map shows"));
    m_speed->setAccessibleName(tr("How fast it plays"));
    const QSignalBlocker quiet(m_speed);
    const int speed = std::max(m_speed->currentIndex(), 0);
    m_speed->clear();
    for (const int weeks : speeds)
        m_speed->addItem(tr("%n week(s) a second", nullptr, weeks));
    m_speed->setCurrentIndex(speed);
    follow();
}

void PlayBar::follow()
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(m_player.week());
    m_play->setIcon(ui::icon(m_player.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setToolTip(m_player.isPlaying() ? tr("Pause") : tr("Play the quarter"));
    m_play->setAccessibleName(m_play->toolTip());
    m_day->setText(m_format.date(m_player.at(m_player.week())));
    m_slider->setToolTip(m_day->text());
}

} // namespace ui
