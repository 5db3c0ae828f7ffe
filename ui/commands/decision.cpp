// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/commands/decision.h"

#include <utility>

namespace ui {

Decision::Decision(Session &session, QUndoStack &stack, workbench::Command command, const QString &text,
                   std::function<void()> refused)
    : QUndoCommand(text)
    , m_state(std::make_shared<State>(State{session, stack, this, std::move(command), session.file(), std::move(refused)}))
{}

Decision::~Decision()
{
    m_state->self = nullptr;
}

void Decision::step(bool wanted)
{
    m_state->wanted = wanted;
    if (!m_state->writing && m_state->stands != wanted)
        write(m_state);
}

void Decision::write(const std::shared_ptr<State> &state)
{
    state->writing = true;
    state->session.apply(state->next, [state](const support::Result<workbench::Applied> &applied) { hear(state, applied); });
}

void Decision::hear(const std::shared_ptr<State> &state, const support::Result<workbench::Applied> &applied)
{
    state->writing = false;
    const auto refused = std::exchange(state->refused, {});
    // Another workspace may be open by now: what waits was not meant for it.
    if (state->session.file() != state->file)
        return;
    if (applied) {
        state->next = applied->undo;
        state->stands = !state->stands;
        state->everStood = true;
        if (state->wanted != state->stands)
            write(state);
        else if (state->self != nullptr)
            clear(state->stack);
        return;
    }
    state->wanted = state->stands;
    if (state->self != nullptr) {
        state->self->setObsolete(!state->everStood);
        state->self->comeBack();
    }
    if (refused)
        refused();
}

/// Where other steps were taken since, this one keeps its place, and does nothing there that it need not.
void Decision::comeBack()
{
    const std::shared_ptr<State> state = m_state; // being cleared away is the end of this
    const QUndoStack &stack = state->stack;
    if (state->stands && stack.index() < stack.count() && stack.command(stack.index()) == this)
        state->stack.redo();
    else if (!state->stands && stack.index() > 0 && stack.command(stack.index() - 1) == this)
        state->stack.undo();
    clear(state->stack);
}

/// What was never written is taken off the top.
void Decision::clear(QUndoStack &stack)
{
    while (stack.index() > 0 && stack.command(stack.index() - 1)->isObsolete())
        stack.undo();
}

} // namespace ui
