// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"
#include "ui/models/errand.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace ui {

class ReportTable;

/// Every import of this workspace, newest first; each can be taken back whole, and brought back.
class ImportsDialog final : public QDialog {
    Q_OBJECT
public:
    ImportsDialog(const Application &application, QWidget *parent);

Q_SIGNALS:
    void failed(const support::Error &error);

private:
    void ask();
    void list(const std::vector<workbench::BatchView> &batches, const std::vector<workbench::TeamView> &teams);
    void follow();
    void turn();
    /// Says which import has to be turned before, where `error` of turning one is about another; false where it is not.
    bool tellOther(const support::Error &error, bool undone);

    Application m_application;
    QThreadPool m_pool;
    Errand m_errand;
    std::vector<workbench::BatchView> m_batches;
    ReportTable *m_table;
    QPushButton *m_turn;
    QLabel *m_refused; ///< why an import cannot be taken back, and what to do first
};

} // namespace ui
