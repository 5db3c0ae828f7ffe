// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/commands/decision.h"

#include <utility>

namespace ui {

Decision::Decision(Session &session, workbench::Command command, const QString &text, std::function<void()> refused)
    : QUndoCommand(text)
    , m_state(std::make_shared<State>(State{session, std::move(command), session.file(), std::move(refused)}))
{}

void Decision::step()
{
    if (m_state->failed) {
        setObsolete(true); // what was never written cannot be taken back
        return;
    }
    if (m_state->writing)
        ++m_state->waiting;
    else
        write(m_state);
}

void Decision::write(const std::shared_ptr<State> &state)
{
    state->writing = true;
    state->session.apply(state->next, [state](const support::Result<workbench::Applied> &applied) {
        state->writing = false;
        const auto refused = std::exchange(state->refused, {});
        // Another workspace may be open by now: what waits was not meant for it.
        if (!applied || state->session.file() != state->file) {
            state->failed = true;
            state->waiting = 0;
            if (refused && !applied)
                refused();
            return;
        }
        state->next = applied->undo;
        if (state->waiting > 0) {
            --state->waiting;
            write(state);
        }
    });
}

} // namespace ui
