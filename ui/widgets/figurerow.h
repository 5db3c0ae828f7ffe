// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"
#include "ui/widgets/theme.h"

#include "domain/measure.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace ui {

class FigureCell;

/// A figure with its name above it and a word below.
struct Figure {
    QString name;
    QString value;
    QString note = {};
    Tone tone = Tone::Plain;
    Tone noteTone = Tone::Muted;
    QString toolTip = {};
    std::optional<domain::Measure> number = {}; ///< what a click opens
};

/// Figures side by side, parted by hairlines; each has the width it needs, and an equal share of what is left. Where they do
/// not fit they are written smaller, then in two rows of the same columns; only then the longest are cut.
class FigureRow final : public QWidget {
    Q_OBJECT
public:
    explicit FigureRow(QWidget *parent = nullptr);

    void setFigures(std::vector<Figure> figures);
    /// The part that shows the figure at `place`.
    [[nodiscard]] QWidget *cell(std::size_t place) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    /// Somebody wants to know what the figure in `cell` is made of.
    void opened(domain::Measure number, QWidget *cell);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The width that a figure needs, with its value written in either size.
    struct Widths {
        qreal large = 0;
        qreal small = 0;
        [[nodiscard]] qreal with(Type value) const { return value == Type::Heading ? large : small; }
    };

    void measure();
    void place();
    [[nodiscard]] std::vector<QRectF> cells() const;
    [[nodiscard]] qreal needed(Type value) const;
    [[nodiscard]] Type valueType() const;
    /// How many figures stand in the first row within `width`.
    [[nodiscard]] std::size_t inFirstRow(int width) const;

    std::vector<Figure> m_figures;
    std::vector<Widths> m_widths;      ///< of each figure: layouts ask for them many times over
    std::vector<FigureCell *> m_cells; ///< at least as many; those of other figures are hidden
};

} // namespace ui
