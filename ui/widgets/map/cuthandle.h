// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QAbstractSlider>

namespace ui {

/// The grip at the end of a line that divides the map: a slider for the keyboard and for screen readers. The mouse drags the line
/// itself.
class CutHandle final : public QAbstractSlider {
    Q_OBJECT
public:
    CutHandle(Qt::Orientation along, QWidget *map);

    static constexpr int side = 14;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace ui
