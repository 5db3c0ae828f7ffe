// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

namespace ui {

/// A question that a page asks the open workspace again and again: answered off the interface's thread, the newest answer wins,
/// and none comes once the workspace is closed or this is gone. The session counts as busy meanwhile.
class Inquiry final : public QObject {
public:
    Inquiry(Session &session, QObject *parent) : QObject(parent), m_session(session), m_errand(session.newErrand(this)) {}

    /// `question(const workbench::Workbench &, std::stop_token)` runs elsewhere and owns all it needs; `deliver(answer)` runs
    /// here. Nothing is asked while no workspace is open.
    template <class Question, class Deliver>
    void ask(Question question, Deliver deliver)
    {
        if (const auto workbench = m_session.workbench())
            m_errand->ask([workbench, question = std::move(question)](
                              std::stop_token stop) { return question(std::as_const(*workbench), std::move(stop)); },
                          std::move(deliver));
    }
    void stop() { m_errand->stop(); }
    [[nodiscard]] bool isAsking() const { return m_errand->isAsking(); }

private:
    Session &m_session;
    Errand *m_errand;
};

} // namespace ui
