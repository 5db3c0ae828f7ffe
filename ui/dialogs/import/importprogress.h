// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace ui {

/// A long step of an import: what is being done, how far it has come, at which rate, and how long it takes still.
class ImportProgress final : public QWidget {
    Q_OBJECT
public:
    explicit ImportProgress(QWidget *parent = nullptr);

    void begin(const QString &text);
    /// In bytes; `total` is 0 while it is not known.
    void show(quint64 done, quint64 total, const Format &format);

private:
    QElapsedTimer m_elapsed;
    QLabel *m_text;
    QProgressBar *m_progress;
    QLabel *m_rate;
};

} // namespace ui
