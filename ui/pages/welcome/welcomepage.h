// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/appsettings.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

class CardButton;

/// What is shown while no workspace is open: the three ways to begin, and the workspaces opened lately.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(AppSettings &settings, QWidget *parent = nullptr);

    /// Reads the recent workspaces anew and puts the focus on the likeliest way on.
    void activate();
    void retranslate();

Q_SIGNALS:
    void sampleRequested();
    void importRequested();
    void openRequested();
    void fileRequested(const QString &file);

private:
    void listRecent();

    AppSettings &m_settings;
    QLabel *m_title;
    QLabel *m_subtitle;
    CardButton *m_sample;
    CardButton *m_import;
    CardButton *m_open;
    QLabel *m_recentTitle;
    QWidget *m_recent;
};

} // namespace ui
