// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/application.h"

#include <QMainWindow>
#include <QUndoStack>

class QLabel;

namespace ui {

class DealPage;
class NoticeBar;

/// One deal in a window of its own, beside the main one. It shares the session and the undo stack with it.
class DealWindow final : public QMainWindow {
    Q_OBJECT
public:
    DealWindow(const Application &application, QUndoStack &undo, const domain::DealId &deal);
    ~DealWindow() override;

Q_SIGNALS:
    void dealRequested(const domain::DealId &deal);
    void dealWindowRequested(const domain::DealId &deal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void listen();
    void markPast();

    Application m_application;
    ActionSet m_actions;
    QLabel *m_past;
    NoticeBar *m_notice;
    DealPage *m_page;
};

} // namespace ui
