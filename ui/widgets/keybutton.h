// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QPushButton>

class QAction;

namespace ui {

/// A button for an action, with the action's key drawn on it. It follows the action's text, key and whether it is possible.
class KeyButton final : public QPushButton {
    Q_OBJECT
public:
    explicit KeyButton(QAction *action, QWidget *parent = nullptr);

    /// The button in the accent: what is proposed.
    void setPrimary(bool primary);
    /// Another text than the action's; empty: the action's.
    void setWording(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    [[nodiscard]] QString key() const;
    [[nodiscard]] qreal keyWidth() const;

    QAction *m_action;
    QString m_wording;
};

} // namespace ui
