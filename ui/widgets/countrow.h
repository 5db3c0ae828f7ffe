// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QWidget>

#include <vector>

class QAbstractButton;

namespace ui {

/// Counts in words, side by side, each of which opens.
class CountRow final : public QWidget {
    Q_OBJECT
public:
    explicit CountRow(QWidget *parent = nullptr);

    void setCounts(const QStringList &counts);
    [[nodiscard]] QString text() const;
    /// What shows the count at `place`.
    [[nodiscard]] QWidget *button(int place) const;

Q_SIGNALS:
    void opened(int place, QWidget *button);

private:
    std::vector<QAbstractButton *> m_buttons; ///< at least as many; the others are hidden
};

} // namespace ui
