// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/pages/map/mapplayer.h"

#include <QWidget>

class QComboBox;
class QSlider;
class QToolButton;

namespace ui {

class TextLabel;

/// Below the map: plays the quarter before the day that is shown, and goes to any week of it.
class PlayBar final : public QWidget {
    Q_OBJECT
public:
    explicit PlayBar(MapPlayer &player, QWidget *parent = nullptr);

    void retranslate(const Format &format);

private:
    void follow();

    MapPlayer &m_player;
    Format m_format;
    QToolButton *m_play;
    QSlider *m_slider;
    TextLabel *m_day;
    QComboBox *m_speed;
};

} // namespace ui
