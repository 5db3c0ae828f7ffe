// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QListView>

namespace ui {

/// The stages of a deal side by side, sharing the width; ← and → choose one.
class StageStrip final : public QListView {
    Q_OBJECT
public:
    explicit StageStrip(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void share();
};

} // namespace ui
