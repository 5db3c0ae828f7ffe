// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"
#include "ui/dialogs/import/importsaid.h"

#include "workbench/importing.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {

class ImportPreviewView;
class ImportProgress;
class ImportTarget;

/// From files to facts in the open workspace: what they are and what is unclear; what would come of it; the import with its
/// rate and remaining time; the result, which can be taken back whole. Nothing is written before the last step. Whether that was
/// stopped in time only its answer says: it closes when nothing was left behind, and shows the result of what came in.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    using Said = ImportSaid;

    /// `fresh`: the open workspace was made for these files.
    ImportDialog(const Application &application, const QStringList &files, bool fresh, Said said, QWidget *parent);

    /// Asks first where that would lose what a person said of the files.
    void reject() override;
    /// Closes without asking, for what was said goes on into another workspace.
    void goElsewhere();

Q_SIGNALS:
    /// Something was written or taken back.
    void imported();
    /// Closed, since the files shall go into a new workspace, read as was said.
    void elsewhereRequested(const Said &said);
    void placeRequested(); ///< for the workspace that was made for these files

private:
    enum class Step { Look, Plan, Preview, Run, Result, Failed };
    /// What the files are, and what the page that shows it says in the workspace's names.
    struct Looked {
        workbench::ImportJob job;
        domain::Playbook playbook;
        std::vector<workbench::TeamView> teams;
    };

    void build();
    void go(Step step);
    void showButtons();
    void next();
    void readAsTold();
    void takeSaid();
    void readWithoutHeader(bool noHeader);
    void leave();
    [[nodiscard]] bool hasSaid() const;
    void look();
    void lookAsDeals();
    void showPlan(Looked looked);
    void preview();
    void run();
    void finish(const workbench::ImportReport &report);
    void undo();
    void fail(const support::Error &error);

    Application m_application;
    QStringList m_files;
    /// Of the open workspace, which may end before it: only what is written asks it.
    std::shared_ptr<workbench::ImportJob> m_job;
    Said m_said;
    StageNames m_stages;
    Step m_step = Step::Look;
    std::int64_t m_batch = 0;
    QString m_refusedFile; ///< where the refused rows go
    QLabel *m_title;
    ImportTarget *m_target;
    QStackedWidget *m_stack;
    ImportProgress *m_work;
    ImportPlanView *m_plan;
    ImportPreviewView *m_preview;
    QLabel *m_result;
    QPushButton *m_undo;
    QPushButton *m_folder; ///< opens where the refused rows are
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
};

} // namespace ui
