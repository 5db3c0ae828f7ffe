// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/linemodel.h"

#include <array>

namespace ui {
namespace {

struct Role {
    int role;
    QVariant (*value)(const Line &line);
};

QString spoken(const Line &line)
{
    QStringList parts;
    for (const QString &part : {line.text, line.chip, line.body, line.trailing}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

template <class E>
QVariant number(E value)
{
    return static_cast<int>(value);
}

constexpr std::array<Role, 16> roles{{
    {Qt::DisplayRole, [](const Line &line) { return QVariant(line.text); }},
    {Qt::AccessibleTextRole, [](const Line &line) { return QVariant(spoken(line)); }},
    {Qt::ToolTipRole, [](const Line &line) { return line.toolTip.isEmpty() ? QVariant() : QVariant(line.toolTip); }},
    {Qt::CheckStateRole,
     [](const Line &line) {
         return line.ticked ? QVariant(static_cast<int>(*line.ticked ? Qt::Checked : Qt::Unchecked)) : QVariant();
     }},
    {LookRole, [](const Line &line) { return number(line.look); }},
    {ToneRole, [](const Line &line) { return number(line.tone); }},
    {TextRole, [](const Line &line) { return QVariant(line.body); }},
    {TrailingRole, [](const Line &line) { return QVariant(line.trailing); }},
    {TrailingToneRole, [](const Line &line) { return number(line.trailingTone); }},
    {ChipRole, [](const Line &line) { return QVariant(line.chip); }},
    {ChipToneRole, [](const Line &line) { return number(line.chipTone); }},
    {IconRole, [](const Line &line) { return QVariant(line.icon); }},
    {IndentRole, [](const Line &line) { return QVariant(line.indent); }},
    {OpenRole, [](const Line &line) { return line.open ? QVariant(*line.open) : QVariant(); }},
    {LeadsRole, [](const Line &line) { return QVariant(line.leads); }},
    {KeyRole, [](const Line &line) { return QVariant(QString::fromStdString(line.id)); }},
}};

} // namespace

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *found = std::find_if(roles.begin(), roles.end(), [role](const Role &one) { return one.role == role; });
    return found == roles.end() ? QVariant() : found->value(row(index.row()));
}

bool LineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Line &line = row(index.row());
    if (role == OpenRole && line.open)
        Q_EMIT openRequested(line.id, value.toBool());
    else if (role == Qt::CheckStateRole && line.ticked)
        Q_EMIT tickRequested(line.id, value.toInt() == Qt::Checked);
    else
        return false;
    return true;
}

Qt::ItemFlags LineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Line &line = row(index.row());
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    flags.setFlag(Qt::ItemIsSelectable, line.look != RowLook::Heading);
    flags.setFlag(Qt::ItemIsUserCheckable, line.ticked.has_value());
    return flags;
}

} // namespace ui
