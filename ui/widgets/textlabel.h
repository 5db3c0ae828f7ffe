// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"
#include "ui/widgets/theme.h"

#include <QLabel>

namespace ui {

/// A label in a step of type and a tone, in light and in dark.
class TextLabel final : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(Type type, Tone tone = Tone::Plain, QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);

    void setTone(Tone tone);
    /// One line, elided at its end, which asks for no width of its own.
    void setElided(bool elided);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTone();
    /// Links took the application's ink when the text was read: it is read again.
    void inkLinks();

    Tone m_tone;
    bool m_elided = false;
};

} // namespace ui
