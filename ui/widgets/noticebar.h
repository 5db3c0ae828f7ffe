// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowroles.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

/// One message above the page, with its mark; it stays until it is closed or the next one comes.
class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void say(Tone tone, const QString &text);
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
    Tone m_tone = Tone::Plain;
};

} // namespace ui
