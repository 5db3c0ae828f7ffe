// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace ui {

class TextLabel;

/// At the foot of the board: what is chosen, or what there is in all, and what can be done with what is chosen.
class BoardBar final : public QWidget {
    Q_OBJECT
public:
    explicit BoardBar(ActionSet &actions, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// `closed`: why nothing can be done; empty where it can, with `any` card chosen.
    void setOpen(bool any, const QString &closed);
    void retranslate();

Q_SIGNALS:
    void handOver();
    void setCloseDate();
    void setCategory();
    void choseNone();

private:
    TextLabel *m_text;
    QPushButton *m_owner;
    QPushButton *m_date;
    QPushButton *m_category;
    QPushButton *m_none;
};

} // namespace ui
