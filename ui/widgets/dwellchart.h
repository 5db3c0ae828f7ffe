// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/processviews.h"

#include <QWidget>

namespace ui {

/// The share of deals that stay in a stage longer than a time, as a staircase with its 95 % band, and the stage's limit.
class DwellChart final : public QWidget {
    Q_OBJECT
public:
    explicit DwellChart(QWidget *parent = nullptr);

    void setCurve(const workbench::DwellCurveView &curve, const Format &format);
    /// What the curve says, in a sentence.
    [[nodiscard]] QString summary() const;
    void retranslate(const Format &format);

    [[nodiscard]] QSize sizeHint() const override { return {480, 190}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF at(double days, double share) const;
    [[nodiscard]] double shown() const; ///< days from end to end
    void paintAxes(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintLimit(QPainter &painter) const;

    workbench::DwellCurveView m_curve;
    Format m_format;
};

} // namespace ui
