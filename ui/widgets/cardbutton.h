// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QAbstractButton>

namespace ui {

/// A large button with an icon, a title and a sentence about it.
class CardButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit CardButton(const QString &icon, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &sentence);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_icon;
    QString m_sentence;
};

} // namespace ui
