// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include "workbench/commands.h"

#include <QUndoCommand>

#include <functional>
#include <memory>

namespace ui {

/// What a person decided. Undo is a swap: each step applies a command to the workspace and keeps the inverse that it gets
/// back for the next step, so nothing is ever erased from the record. Steps asked for while one is being written wait for it.
class Decision final : public QUndoCommand {
public:
    /// `refused` is called if it is not written at all.
    Decision(Session &session, workbench::Command command, const QString &text, std::function<void()> refused = {});

    void redo() override { step(); }
    void undo() override { step(); }

private:
    /// Shared with the answer that is under way, which may come after the command is gone.
    struct State {
        Session &session;
        workbench::Command next;
        QString file;                  ///< the workspace it is about
        std::function<void()> refused; ///< until it is written
        bool writing = false;
        bool failed = false;
        int waiting = 0;
    };

    void step();
    static void write(const std::shared_ptr<State> &state);

    std::shared_ptr<State> m_state;
};

} // namespace ui
