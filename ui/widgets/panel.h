// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"

#include <QFrame>

namespace ui {

/// A rounded ground for what belongs together: framed by a hairline, or tinted by what it means.
class Panel final : public QFrame {
    Q_OBJECT
public:
    explicit Panel(QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Plain;
};

} // namespace ui
