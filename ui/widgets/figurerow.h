// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"
#include "ui/widgets/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace ui {

/// A figure with its name above it and a word below.
struct Figure {
    QString name;
    QString value;
    QString note = {};
    Tone tone = Tone::Plain;
    Tone noteTone = Tone::Muted;
    QString toolTip = {};
};

/// Figures side by side, parted by hairlines; each has the width it needs, and an equal share of what is left. Where they do
/// not fit they are written smaller, then in two rows; only then the longest are cut.
class FigureRow final : public QWidget {
    Q_OBJECT
public:
    explicit FigureRow(QWidget *parent = nullptr);

    void setFigures(std::vector<Figure> figures);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::vector<QRectF> cells() const;
    [[nodiscard]] qreal needed(Type value) const;
    [[nodiscard]] Type valueType() const;
    /// How many figures stand in the first row within `width`.
    [[nodiscard]] std::size_t inFirstRow(int width) const;
    void placeRow(std::vector<QRectF> &cells, std::size_t begin, std::size_t end) const;

    std::vector<Figure> m_figures;
};

} // namespace ui
