// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowmodel.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <string>
#include <vector>

namespace ui {

/// Something that can be picked from a list: an action, a team, a person, a search result.
struct Pick {
    std::string id;
    QString text;
    QString detail = {};   ///< a second line
    QString trailing = {}; ///< at the right end: keys, a count
    QString icon = {};
    int indent = 0;
    QStringList alsoFound = {}; ///< other texts that find it
    bool heading = false;       ///< stands above others, cannot be picked

    [[nodiscard]] std::string_view key() const { return id; }
};

/// The picks that go with what was typed, best first; all of them in their own order while nothing is typed.
class PickModel final : public RowModel<Pick> {
    Q_OBJECT
public:
    using RowModel::RowModel;

    void setPicks(std::vector<Pick> picks);
    void setPattern(const QString &pattern);
    /// What stands after all that the typed words find: a heading only where they find nothing.
    void setFallback(std::function<Pick(const QString &pattern)> fallback) { m_fallback = std::move(fallback); }
    /// The first row that can be picked, or none.
    [[nodiscard]] QModelIndex first() const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();

    std::vector<Pick> m_picks;
    QString m_pattern;
    std::function<Pick(const QString &)> m_fallback;
};

} // namespace ui
