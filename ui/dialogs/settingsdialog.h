// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace ui {

/// Language, theme, who one is. Every choice takes effect at once.
class SettingsDialog final : public QDialog {
    Q_OBJECT
public:
    /// `person` is the name of who acts, empty for nobody in particular.
    SettingsDialog(const Application &application, const QString &person, QWidget *parent);

Q_SIGNALS:
    void whoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Application m_application;
    QString m_person;
    QLabel *m_title;
    QLabel *m_languageName;
    QComboBox *m_language;
    QLabel *m_themeName;
    QComboBox *m_theme;
    QLabel *m_whoName;
    QPushButton *m_who;
    QPushButton *m_close;
};

} // namespace ui
