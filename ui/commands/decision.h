// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include "workbench/commands.h"

#include <QUndoStack>

#include <functional>
#include <memory>

namespace ui {

/// What a person decided. Undo is a swap: each step applies a command to the workspace and keeps the inverse that it gets
/// back for the next step, so nothing is ever erased from the record. What is asked for while a step is being written waits
/// for it. A step that is refused is no step: the stack goes back to where the workspace is, and what was never written at all
/// leaves it, so that the next Ctrl+Z means what stands.
class Decision final : public QUndoCommand {
public:
    /// To be pushed on `stack`. `refused` is called if it is not written at all.
    Decision(Session &session, QUndoStack &stack, workbench::Command command, const QString &text,
             std::function<void()> refused = {});
    ~Decision() override;

    void redo() override { step(true); }
    void undo() override { step(false); }

private:
    /// Shared with the answer that is under way, which may come after the command is gone.
    struct State {
        Session &session;
        QUndoStack &stack;
        Decision *self; ///< null when it is gone, and the stack with it perhaps
        workbench::Command next;
        QString file;                  ///< the workspace it is about
        std::function<void()> refused; ///< until it is written
        bool wanted = false;           ///< asked for last
        bool stands = false;           ///< in the workspace
        bool everStood = false;
        bool writing = false;
    };

    void step(bool wanted);
    void comeBack();
    static void write(const std::shared_ptr<State> &state);
    static void hear(const std::shared_ptr<State> &state, const support::Result<workbench::Applied> &applied);
    static void clear(QUndoStack &stack);

    std::shared_ptr<State> m_state;
};

} // namespace ui
