// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/battlemapview.h"

#include <vector>

class QButtonGroup;
class QComboBox;
class QToolButton;

namespace ui {

class FlowLayout;

/// The row above the map: what its colours and sizes tell, the tools, and the legend, whose entries isolate what they name.
class MapTools final : public QWidget {
    Q_OBJECT
public:
    explicit MapTools(BattleMapView &map, QWidget *parent = nullptr);

    void retranslate(const Format &format);
    /// Says again what the map shows, after it has changed.
    void follow();

private:
    [[nodiscard]] QToolButton *toolButton(const QString &icon);
    void build();
    void listen();
    void fillChoices();
    void showLegend();

    BattleMapView &m_map;
    Format m_format;
    QComboBox *m_colour;
    QComboBox *m_size;
    QButtonGroup *m_tools;
    QToolButton *m_zoomIn;
    QToolButton *m_zoomOut;
    QToolButton *m_all;
    QToolButton *m_cuts;
    QWidget *m_legend;
    std::vector<QToolButton *> m_entries;
};

} // namespace ui
