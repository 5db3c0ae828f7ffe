// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"

#include <QObject>
#include <QSet>

class QWidget;

namespace ui {

class ActionSet;

/// How a workspace comes into the window: a sample, a file, a recent one; who sits here; what was remembered about it.
class Opening final : public QObject {
    Q_OBJECT
public:
    Opening(const Application &application, ActionSet &actions, QWidget *window);

    void openFile(const QString &file);
    /// The one that was opened last, if any ever was. Where it cannot be opened any more, the session tells why.
    void openLast();
    void openSample();
    void askForFile();
    /// Asks who sits here, from the organisation as it is now.
    void askWho();
    [[nodiscard]] const std::vector<workbench::TeamView> &teams() const { return m_teams; }
    /// Unattended: takes what is remembered and asks nothing.
    void setQuiet(bool quiet) { m_quiet = quiet; }

Q_SIGNALS:
    /// A workspace is being opened; `text` says which.
    void begun(const QString &text);
    /// Open, and everything remembered about it restored.
    void ready();

private:
    void restore();
    [[nodiscard]] std::optional<domain::PersonId> recall();
    void welcome(const std::vector<workbench::TeamView> &teams);
    void setPerson(const std::optional<domain::PersonId> &person);

    Application m_application;
    QWidget *m_window;
    std::vector<workbench::TeamView> m_teams;
    bool m_quiet = false;
    QSet<QString> m_asked; ///< the files of which it was asked who sits here: once, until the program starts again
};

} // namespace ui
