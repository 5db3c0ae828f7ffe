// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/views.h"

#include <QDialog>

#include <optional>

class QLineEdit;

namespace ui {

class PickList;

/// Asks who of the organisation sits here: their team's deals come first, and decisions carry their name. Left unanswered,
/// everything stays as it is.
class WhoDialog final : public QDialog {
    Q_OBJECT
public:
    WhoDialog(const std::vector<workbench::TeamView> &teams, const std::optional<domain::PersonId> &current, QWidget *parent);

Q_SIGNALS:
    /// None: nobody in particular.
    void chosen(const std::optional<domain::PersonId> &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Letters look for a name wherever the keyboard is.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_input;
    PickList *m_list;
};

} // namespace ui
