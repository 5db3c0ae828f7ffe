// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QPointer>
#include <QWidget>

namespace ui {

class CardList;

/// Cards under way with the mouse: a picture of the one that was taken, with their number, that follows the pointer over the
/// board until they are let go; Esc ends it with nothing done.
class CardDrag final : public QWidget {
    Q_OBJECT
public:
    explicit CardDrag(QWidget *board);

    /// Takes the current card of `from`, and the others that are chosen with it: `count` in all.
    void begin(CardList *from, int count);
    [[nodiscard]] bool isUnderWay() const { return m_from != nullptr; }
    void cancel();

Q_SIGNALS:
    void movedTo(const QPoint &global);
    void dropped(const QPoint &global);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const QPoint &global);
    void end();

    QPointer<CardList> m_from;
    QPixmap m_picture;
    QPoint m_held; ///< where in the card the pointer is
    int m_count = 0;
    bool m_given = false; ///< ended, while the button is still down
};

} // namespace ui
