// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace ui {

/// A short word at the foot of a page about what was just done, with the way back. It goes by itself.
class Toast final : public QFrame {
    Q_OBJECT
public:
    explicit Toast(QWidget *page);

    /// Stands at the foot of `page` from now on.
    void moveTo(QWidget *page);

    /// Says `text`; with `undoable` it offers to take it back.
    void say(const QString &text, bool undoable = false);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void undoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    class TextLabel *m_text;
    QPushButton *m_undo;
    QTimer m_end;
};

} // namespace ui
