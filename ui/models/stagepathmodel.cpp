// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/stagepathmodel.h"

namespace ui {
namespace {

bool visited(const workbench::StageView &stage)
{
    return stage.entered.has_value() || stage.days > 0;
}

/// By the exact time, as the rules and the funnel have it: an hour past the limit is over it, at "40 of 40 days" too.
bool isOver(const workbench::StageView &stage)
{
    return visited(stage) && stage.limitDays > 0 && stage.days > stage.limitDays;
}

} // namespace

StagePathModel::StagePathModel(const Format &format, QObject *parent) : RowModel(parent), m_format(format) {}

void StagePathModel::setStages(const std::vector<workbench::StageView> &stages)
{
    std::vector<StageRow> rows;
    for (const workbench::StageView &stage : stages)
        rows.push_back({stage, false, false});
    // From the end: everything before the claimed stage was reached, before the proven one proved.
    bool reached = false;
    bool proved = false;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        reached = reached || row->stage.claimed;
        proved = proved || row->stage.proven;
        row->reached = reached;
        row->proved = proved;
    }
    setRows(std::move(rows));
}

void StagePathModel::setFormat(const Format &format)
{
    m_format = format;
    sayAllChanged();
}

int StagePathModel::claimedRow() const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).stage.claimed)
            return i;
    }
    return -1;
}

QVariant StagePathModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageRow &one = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return m_format.label(one.stage.name);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return spoken(one);
    case StageDaysRole: return one.stage.days;
    case StageLimitRole: return one.stage.limitDays;
    case StageOverRole: return isOver(one.stage);
    case StageTimeRole: return time(one.stage);
    case StageClaimedRole: return one.stage.claimed;
    case StageProvenRole: return one.stage.proven;
    case StageReachedRole: return one.reached;
    case StageProvedRole: return one.proved;
    case StageOverriddenRole: return one.stage.overridden;
    default: return {};
    }
}

QString StagePathModel::time(const workbench::StageView &stage) const
{
    if (!visited(stage))
        return stage.limitDays > 0 ? tr("limit %1").arg(m_format.days(stage.limitDays)) : QString();
    if (stage.limitDays <= 0)
        return m_format.days(stage.days);
    return tr("%1 of %2", "days in a stage, of its limit")
        .arg(m_format.count(static_cast<qint64>(stage.days)), m_format.days(stage.limitDays));
}

QString StagePathModel::spoken(const StageRow &row) const
{
    QStringList parts{m_format.label(row.stage.name)};
    if (!time(row.stage).isEmpty())
        parts.append(time(row.stage));
    if (isOver(row.stage))
        parts.append(tr("over its limit by %1").arg(m_format.days(row.stage.days - row.stage.limitDays)));
    if (row.stage.claimed)
        parts.append(tr("claimed"));
    if (row.stage.proven)
        parts.append(tr("proven"));
    if (row.stage.overridden)
        parts.append(tr("gate overridden"));
    if (!row.stage.unmet.empty())
        parts.append(tr("%n condition(s) of its gate unmet", nullptr, static_cast<int>(row.stage.unmet.size())));
    return parts.join(QStringLiteral(", "));
}

} // namespace ui
