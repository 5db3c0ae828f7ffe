// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/timelinemodel.h"

namespace ui {

TimelineModel::TimelineModel(const Format &format, QObject *parent)
    : RowModel(parent)
    , m_format(format)
    , m_page(std::make_shared<const workbench::DealPage>())
{}

void TimelineModel::setPage(std::shared_ptr<const workbench::DealPage> page)
{
    m_page = std::move(page);
    rebuild();
}

void TimelineModel::setFormat(const Format &format)
{
    m_format = format;
    rebuild();
    sayAllChanged();
}

void TimelineModel::setKinds(Kinds kinds)
{
    m_kinds = kinds;
    rebuild();
}

void TimelineModel::setSearch(const QString &text)
{
    m_search = text.trimmed();
    rebuild();
}

bool TimelineModel::shows(const workbench::TimelineEntry &entry) const
{
    if (m_kinds.any() && !m_kinds.test(static_cast<std::size_t>(kindOf(entry))))
        return false;
    if (m_search.isEmpty())
        return true;
    return qstring(entry.text).contains(m_search, Qt::CaseInsensitive)
           || qstring(entry.actor).contains(m_search, Qt::CaseInsensitive)
           || headline(m_format, entry).contains(m_search, Qt::CaseInsensitive);
}

void TimelineModel::rebuild()
{
    std::vector<const workbench::TimelineEntry *> entries;
    for (const workbench::TimelineEntry &entry : m_page->timeline) {
        if (shows(entry))
            entries.push_back(&entry);
    }
    // A day has one heading: whatever else the order follows, it must follow the days.
    std::stable_sort(entries.begin(), entries.end(), [](const auto *a, const auto *b) { return a->occurred > b->occurred; });
    std::vector<TimelineRow> rows;
    std::optional<support::Date> day;
    for (const workbench::TimelineEntry *entry : entries) {
        const support::Date of = m_format.zone().dateOf(entry->occurred);
        if (day != of)
            rows.push_back({nullptr, of, "day " + std::to_string(of.days), m_page});
        day = of;
        rows.push_back({entry, of, std::to_string(entry->number), m_page});
    }
    setRows(std::move(rows));
}

QModelIndex TimelineModel::indexOf(std::uint32_t record) const
{
    const int found = rowOf(std::to_string(record));
    return found < 0 ? QModelIndex() : index(found);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineRow &one = row(index.row());
    return one.entry == nullptr ? dayData(one, role) : entryData(*one.entry, role);
}

QVariant TimelineModel::dayData(const TimelineRow &row, int role) const
{
    switch (role) {
    case LookRole: return static_cast<int>(RowLook::Heading);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(m_format.date(row.day),
                                m_format.locale().dayName(support::weekday(row.day) + 1, QLocale::LongFormat));
    default: return {};
    }
}

QVariant TimelineModel::entryData(const workbench::TimelineEntry &entry, int role) const
{
    switch (role) {
    case LookRole: return static_cast<int>(RowLook::Line);
    case Qt::DisplayRole: return headline(m_format, entry);
    case TextRole: return body(entry);
    case TrailingRole: return m_format.time(entry.occurred);
    case TrailingToneRole: return static_cast<int>(Tone::Muted);
    case IconRole: return iconOf(entry);
    case ToneRole: return static_cast<int>(toneOf(entry));
    case ChipRole: return entry.late ? tr("recorded late, %1").arg(m_format.dateTime(entry.recorded)) : QString();
    case ChipToneRole: return static_cast<int>(Tone::Warning);
    case Qt::ToolTipRole: return times(entry);
    case Qt::AccessibleTextRole:
        return QStringList{headline(m_format, entry), body(entry), times(entry)}.join(QStringLiteral(". "));
    default: return {};
    }
}

QString TimelineModel::times(const workbench::TimelineEntry &entry) const
{
    const QString happened = m_format.dateTime(entry.occurred);
    return entry.late ? tr("Happened %1, recorded %2").arg(happened, m_format.dateTime(entry.recorded)) : happened;
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return row(index.row()).entry == nullptr ? base : base | Qt::ItemIsSelectable;
}

} // namespace ui
