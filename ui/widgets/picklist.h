// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/pickmodel.h"

#include <QListView>

class QKeyEvent;

namespace ui {

/// A list to pick one line from, steered by a line edit that keeps the keyboard.
class PickList final : public QListView {
    Q_OBJECT
public:
    explicit PickList(QWidget *parent = nullptr);

    [[nodiscard]] PickModel &picks() { return m_picks; }
    void setPattern(const QString &pattern);
    void setCurrent(const std::string &id);
    /// Moves by arrow and page keys, picks by Enter; false when the key is none of those.
    bool steer(const QKeyEvent &key);
    /// The height that shows all rows, at most `most`.
    [[nodiscard]] int wantedHeight(int most) const;

Q_SIGNALS:
    void picked(const QString &id);

private:
    void selectFirst();
    void move(int by);
    void pickCurrent();

    PickModel m_picks;
};

} // namespace ui
