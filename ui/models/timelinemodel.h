// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/rowmodel.h"
#include "ui/models/timelinetext.h"

#include "workbench/views.h"

#include <bitset>
#include <memory>
#include <string>

namespace ui {

/// An entry of a timeline, or the heading of a day.
struct TimelineRow {
    const workbench::TimelineEntry *entry = nullptr; ///< null for a day
    support::Date day;
    std::string id;
    std::shared_ptr<const workbench::DealPage> page; ///< what `entry` points into

    [[nodiscard]] std::string_view key() const { return id; }
};

/// Everything that happened to a deal, newest first, in groups of days, filtered by kind and by text. Texts are made for the
/// rows that are asked for.
class TimelineModel final : public RowModel<TimelineRow> {
    Q_OBJECT
public:
    using Kinds = std::bitset<timelineKinds>;

    explicit TimelineModel(const Format &format, QObject *parent = nullptr);

    void setPage(std::shared_ptr<const workbench::DealPage> page);
    void setFormat(const Format &format);
    /// Shows the chosen kinds only; none chosen: everything.
    void setKinds(Kinds kinds);
    [[nodiscard]] Kinds kinds() const { return m_kinds; }
    /// Shows only entries in which `text` occurs.
    void setSearch(const QString &text);

    [[nodiscard]] QModelIndex indexOf(std::uint32_t record) const;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    [[nodiscard]] bool shows(const workbench::TimelineEntry &entry) const;
    [[nodiscard]] QVariant dayData(const TimelineRow &row, int role) const;
    [[nodiscard]] QVariant entryData(const workbench::TimelineEntry &entry, int role) const;
    [[nodiscard]] QString times(const workbench::TimelineEntry &entry) const;

    Format m_format;
    std::shared_ptr<const workbench::DealPage> m_page;
    Kinds m_kinds;
    QString m_search;
};

} // namespace ui
