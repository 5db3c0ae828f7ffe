// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/picklist.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;

namespace ui {

/// A popup inside its window: type to narrow a list, Enter picks, Escape or a click elsewhere closes it. The keyboard then
/// goes back to where it was.
class Picker final : public QFrame {
    Q_OBJECT
public:
    explicit Picker(QWidget *window);

    /// Opens below `anchor`, or in the upper middle of the window without one.
    void openAt(const QWidget *anchor, std::vector<Pick> picks, const std::string &current = {});
    void setPlaceholder(const QString &text);
    /// What is offered where nothing goes with what was typed; else the list says that there is nothing.
    void setFallback(std::function<Pick(const QString &text)> fallback);

Q_SIGNALS:
    void picked(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const QWidget *anchor);
    void fitHeight();
    void finish();

    QLineEdit *m_input;
    PickList *m_list;
    QPointer<QWidget> m_before; ///< had the keyboard before
};

} // namespace ui
