// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/session.h"
#include "ui/models/tablesource.h"

#include <QUndoStack>
#include <QWidget>

namespace ui {

/// What a page works with; all of it outlives the page. One window, one set of actions.
struct PageContext {
    Session &session;
    ActionSet &actions;
    QUndoStack &undo;
};

/// A workspace of the main window, or the content of a window of its own. It says in its constructor which actions it
/// carries out (`actions().handle(Action::Snooze, this, …)`) and writes its texts anew in `retranslate`.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// Called once after construction, and again whenever the language changes.
    virtual void retranslate() = 0;
    /// Called when the page becomes the one that is shown: ask for what it shows, put the focus where work begins.
    virtual void activate() = 0;
    /// What of it can leave as a table, the most wanted first.
    [[nodiscard]] virtual std::vector<TableSource> tables() const { return {}; }

Q_SIGNALS:
    void titleChanged();
    void dealRequested(const domain::DealId &deal);                         ///< show it in the main window
    void recordRequested(const domain::DealId &deal, std::uint32_t record); ///< the same, at one of its records
    void dealWindowRequested(const domain::DealId &deal);                   ///< show it in a window of its own

protected:
    [[nodiscard]] Session &session() const { return m_context.session; }
    [[nodiscard]] ActionSet &actions() const { return m_context.actions; }
    [[nodiscard]] QUndoStack &undo() const { return m_context.undo; }
    void changeEvent(QEvent *event) override;

private:
    PageContext m_context;
};

} // namespace ui
