// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QList>
#include <QStringList>
#include <QTreeWidget>

namespace ui {

/// A small table of finished texts, to be read and not to be edited. Numbers stand at the right of their column.
class ReportTable final : public QTreeWidget {
    Q_OBJECT
public:
    explicit ReportTable(QWidget *parent = nullptr);

    /// `figures` are the columns that hold numbers.
    void fill(const QStringList &columns, const QList<QStringList> &rows, const QList<int> &figures = {});
    /// Columns as wide as what is in them, but none takes more than its share.
    void fitColumns();
    /// That shows every row, of one line each.
    [[nodiscard]] int wholeHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void giveWay();
    void takeRoom();

    int m_first = 0; ///< the width that the first column would like
};

} // namespace ui
