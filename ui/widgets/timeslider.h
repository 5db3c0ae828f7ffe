// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include <QSlider>

#include <optional>

namespace ui {

/// The days up to now on one line: one gesture goes to any of them, and everything shown follows while it is made. The arrows
/// step by a day, Page Up and Down by a month. A second mark, where there is one, is the day that is compared with.
class TimeSlider final : public QSlider {
    Q_OBJECT
public:
    explicit TimeSlider(QWidget *parent = nullptr);

    struct Days {
        support::Date first; ///< the left end
        support::Date today; ///< the right end: now
        std::optional<support::Date> shown = {};
        std::optional<support::Date> compared = {};
    };
    void setDays(const Days &days, const Format &format);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody went to a day, or to now.
    void dayChosen(std::optional<support::Date> day);
    void comparedChosen(support::Date day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] qreal placeOf(support::Date day) const;
    [[nodiscard]] support::Date dayAt(qreal x) const;
    void drag(qreal x);
    void drawMonths(QPainter &painter) const;
    void drawCompared(QPainter &painter) const;

    Days m_days{};
    std::optional<Format> m_format;
    enum class Held : std::uint8_t { Nothing, Shown, Compared } m_held = Held::Nothing;
};

} // namespace ui
