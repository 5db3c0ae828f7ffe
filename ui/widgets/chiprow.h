// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"

#include <QStringList>
#include <QWidget>

namespace ui {

/// Words in small frames, in as many rows as the width asks for.
class ChipRow final : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(Tone tone, QWidget *parent = nullptr);

    void setChips(const QStringList &chips);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QList<QRectF> places(qreal width) const;

    Tone m_tone;
    QStringList m_chips;
};

} // namespace ui
