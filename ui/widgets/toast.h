// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QPushButton;

namespace ui {

/// A short word at the foot of a page about what was just done, with the way back. It goes by itself.
class Toast final : public QFrame {
    Q_OBJECT
public:
    explicit Toast(QWidget *page);

    /// Has a place of its own at the foot of `column` from now on, and covers nothing there.
    void standIn(QBoxLayout *column);

    /// Says `text`; with `undoable` it offers to take it back.
    void say(const QString &text, bool undoable = false);
    [[nodiscard]] QString text() const;

    void setVisible(bool visible) override;

Q_SIGNALS:
    void undoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    class TextLabel *m_text;
    QPushButton *m_undo;
    QBoxLayout *m_place = nullptr; ///< its own; none: it lies over the page
    QTimer m_end;
};

} // namespace ui
