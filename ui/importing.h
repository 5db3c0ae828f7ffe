// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"
#include "ui/dialogs/import/importdialog.h"

#include <QObject>
#include <QStringList>

class QWidget;

namespace ui {

class ActionSet;

/// How files come into a workspace: chosen or dropped, into the open workspace or into a new one; and the list of earlier
/// imports.
class Importing final : public QObject {
    Q_OBJECT
public:
    Importing(const Application &application, ActionSet &actions, QWidget *window);

    void start(const QStringList &files);

Q_SIGNALS:
    /// A new workspace is being made for the files.
    void begun(const QString &text);

private:
    void askForFiles();
    void create(const QString &file);
    void startElsewhere(const QStringList &files, const ImportDialog::Said &said);
    [[nodiscard]] bool isWaiting() const;
    void goOn();
    void forget();
    void openDialog();
    void askForPlace(ImportDialog *dialog);
    void discardFresh();
    void finish();
    void reopen(const QString &before);
    void openList();

    Application m_application;
    QWidget *m_window;
    QStringList m_files;       ///< to be imported
    ImportDialog::Said m_said; ///< of them, before
    QString m_fresh;           ///< the workspace that was made for them, until something is in it
    QString m_place;           ///< where it shall be instead, as long as it is on its way there
    QString m_before;          ///< the workspace that was open before that one was made
};

} // namespace ui
