// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QListView>

namespace ui {

/// The cards of one column. Several may be chosen: with the mouse as everywhere, with Space one by one. The arrows to the side
/// lead to the other columns, and a card that is dragged is the board's.
class CardList final : public QListView {
    Q_OBJECT
public:
    explicit CardList(QWidget *parent = nullptr);

    /// While it is so, the arrows move and choose nothing.
    void setKeepsChoice(bool keeps) { m_keepsChoice = keeps; }
    [[nodiscard]] bool keepsChoice() const { return m_keepsChoice; }
    [[nodiscard]] QList<int> chosen() const; ///< rows, ascending

Q_SIGNALS:
    void choseAlone();         ///< whatever was chosen in other columns is chosen no more
    void toggled();            ///< a card was added to those that are chosen, or taken out
    void stepped(int columns); ///< to the right, or to the left
    void dragBegun(const QModelIndex &card);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void focusInEvent(QFocusEvent *event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event = nullptr) const override;

private:
    bool m_keepsChoice = false;
};

} // namespace ui
