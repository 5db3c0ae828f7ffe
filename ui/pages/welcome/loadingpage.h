// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

/// What is shown while a workspace is opened or made.
class LoadingPage final : public QWidget {
    Q_OBJECT
public:
    explicit LoadingPage(QWidget *parent = nullptr);

    void begin(const QString &text);
    void setProgress(quint64 done, quint64 total, const QLocale &locale);
    void retranslate();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_text;
    QLabel *m_count;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace ui
