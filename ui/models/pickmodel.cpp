// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/pickmodel.h"

#include "ui/models/fuzzy.h"
#include "ui/models/rowroles.h"

#include <algorithm>

namespace ui {

void PickModel::setPicks(std::vector<Pick> picks)
{
    m_picks = std::move(picks);
    rebuild();
}

void PickModel::setPattern(const QString &pattern)
{
    m_pattern = pattern.trimmed();
    rebuild();
}

QModelIndex PickModel::first() const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (!row(i).heading)
            return index(i);
    }
    return {};
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Pick &pick = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return pick.text;
    case Qt::AccessibleTextRole: return QStringList{pick.text, pick.detail, pick.trailing}.join(QChar(u' ')).trimmed();
    case LookRole: return static_cast<int>(pick.heading ? RowLook::Heading : RowLook::Line);
    case TextRole: return pick.detail;
    case TrailingRole: return pick.trailing;
    case TrailingToneRole: return static_cast<int>(Tone::Muted);
    case ToneRole: return static_cast<int>(Tone::Muted);
    case IconRole: return pick.icon;
    case IndentRole: return m_pattern.isEmpty() ? pick.indent : 0;
    case KeyRole: return QString::fromStdString(pick.id);
    default: return {};
    }
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return row(index.row()).heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void PickModel::rebuild()
{
    if (m_pattern.isEmpty()) {
        setRows(m_picks);
        return;
    }
    std::vector<std::pair<int, const Pick *>> ranked;
    for (const Pick &pick : m_picks) {
        const auto score = pick.heading ? std::nullopt : likeness(m_pattern, QStringList{pick.text} + pick.alsoFound);
        if (score)
            ranked.emplace_back(*score, &pick);
    }
    std::ranges::stable_sort(ranked, std::greater<>{}, &std::pair<int, const Pick *>::first);
    std::vector<Pick> rows;
    rows.reserve(ranked.size());
    std::ranges::transform(ranked, std::back_inserter(rows), [](const auto &one) { return *one.second; });
    if (m_fallback) {
        Pick last = m_fallback(m_pattern);
        if (rows.empty() || !last.heading)
            rows.push_back(std::move(last));
    }
    setRows(std::move(rows));
}

} // namespace ui
