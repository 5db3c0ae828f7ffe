// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/dialogs/movepopover.h"
#include "ui/pages/page.h"
#include "ui/pages/subject.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QBoxLayout;

namespace ui {

class TaskPopover;
class Toast;

/// Carries the decisions of a page out: asks what must be asked in a popover, makes the command, puts it on the undo stack,
/// says what was done and how to take it back. Both pages with a current deal have one.
class Decider final : public QObject {
    Q_OBJECT
public:
    Decider(const PageContext &context, QWidget *page);

    /// Nothing is decided on while there is none.
    void setSubject(std::optional<Subject> subject);
    [[nodiscard]] const std::optional<Subject> &subject() const { return m_subject; }
    /// Where it says what was done: at the foot of `column`; over the page itself unless told.
    void speakIn(QBoxLayout *column);
    /// What popovers open beside.
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    [[nodiscard]] bool isAsking() const { return m_popover != nullptr; }
    void say(const QString &text);
    /// Opens a popover of the page, beside `anchor` or where they all open; the page's keys are still until it is closed.
    void open(Popover *popover, QWidget *anchor = nullptr);
    /// Why nothing can be decided now; empty where it can.
    [[nodiscard]] QString closed() const;

    void propose();
    void assign();
    void ask();
    void snooze();
    void dismiss();
    void acknowledge();
    void move();
    void explainRank();

    void tick(const std::string &stage, const std::string &item, bool done);
    void changeTask(const std::string &task, domain::TaskState state);
    /// Accepts a file, or asks for the reason of a rejection first.
    void judge(const std::string &evidence, domain::Verdict verdict);
    /// Of the deal that `subject` was when the value was asked for.
    void setField(const Subject &subject, const std::string &field, const QString &value);
    /// Asks where the deal of `subject` goes; the stage `to` is chosen beforehand, where one is said.
    void openMove(const Subject &subject, const std::string &to = {});

    /// Writes `command` as one step that can be undone, and says so; says why where nothing can be decided. `refused` is called
    /// if it is not written after all.
    bool carryOut(workbench::Command command, const QString &undoText, const QString &said, std::function<void()> refused = {});
    /// Says why nothing can be decided, if so.
    [[nodiscard]] bool isOpen();
    /// Everybody who can be given something.
    [[nodiscard]] const std::vector<workbench::PersonView> &people() const { return m_people; }

Q_SIGNALS:
    /// A decision on the flag of the subject in `row` was made; the list may go on to the next one.
    void decided(const std::string &row);
    /// It was not written after all, and the flag stands as it stood: `row` is the subject's.
    void refused(const std::string &row);

private:
    void bind();
    void listen();
    [[nodiscard]] bool mayDecide();
    [[nodiscard]] bool mayDecideFlag();
    [[nodiscard]] bool mayGiveTask();
    void openTask(domain::TaskKind kind, const QString &text, const std::string &assignee);
    // What a popover was opened for is what is decided on, whatever is chosen when it is confirmed.
    void assigned(const Subject &subject, const TaskPopover &popover, domain::TaskKind kind);
    void decideFlag(const Subject &subject, const workbench::DecideFlag &decision, const QString &said);
    void moved(const Subject &subject, const MovePopover &popover);
    void judged(const Subject &subject, const std::string &evidence, domain::Verdict verdict, const QString &reason);
    void decide(const Subject &subject, workbench::Command command, const QString &undoText, const QString &said);

    PageContext m_context;
    QWidget *m_page;
    Toast *m_toast;
    QPointer<QWidget> m_anchor;
    QPointer<Popover> m_popover;
    std::optional<Subject> m_subject;
    std::vector<workbench::PersonView> m_people;
};

} // namespace ui
