// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"

#include "workbench/importing.h"

#include <QDialog>
#include <QElapsedTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ui {

class ImportPlanView;
class ImportPreviewView;

/// From files to facts in the open workspace: what they are and what is unclear; what would come of it; the import with its
/// rate and remaining time; the result, which can be taken back whole. Nothing is written before the last step, and stopping
/// leaves nothing behind.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    ImportDialog(const Application &application, const QStringList &files, QWidget *parent);

    void reject() override;

Q_SIGNALS:
    /// Something was written or taken back.
    void imported();

private:
    enum class Step { Look, Plan, Preview, Run, Result, Failed };

    void build();
    void go(Step step);
    void next();
    void readAsTold();
    void back();
    void look();
    void preview();
    void run();
    void finish(const workbench::ImportReport &report);
    void undo();
    void fail(const support::Error &error);
    void beginWork(const QString &text);
    void showProgress(quint64 done, quint64 total);
    [[nodiscard]] QString refusedFile() const;

    Application m_application;
    QStringList m_files;
    std::shared_ptr<workbench::Workbench> m_workbench; ///< outlives the job
    std::shared_ptr<workbench::ImportJob> m_job;
    workbench::ImportHints m_hints;
    std::map<std::string, std::string> m_answers; ///< given before the files were looked at again
    Step m_step = Step::Look;
    std::int64_t m_batch = 0;
    QElapsedTimer m_elapsed;
    QLabel *m_title;
    QStackedWidget *m_stack;
    QWidget *m_work;
    QLabel *m_workText;
    QProgressBar *m_progress;
    QLabel *m_rate;
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
