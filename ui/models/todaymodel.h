// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/rowmodel.h"

#include "workbench/views.h"

#include <memory>
#include <optional>
#include <string>

namespace ui {

/// A line of Today: a flagged deal, a flag about a person or a lead, the heading above those, the way to more leads, or the
/// line below which the rest of the flagged deals is folded away.
struct TodayRow {
    enum class Kind : std::uint8_t { Deal, People, Leads, Heading, MoreLeads, Line };
    Kind kind = Kind::Deal;
    const workbench::TodayItem *item = nullptr;    ///< of a deal
    const workbench::FlagAbout *about = nullptr;   ///< of a person or lead
    std::string id;                                ///< of everything but a deal
    std::shared_ptr<const workbench::Today> today; ///< what the pointers point into

    [[nodiscard]] std::string_view key() const;
};

/// What the delegate of Today paints; texts are made for the cells that are asked for.
enum TodayRole {
    TodayKindRole = Qt::UserRole + 1, ///< TodayRow::Kind
    PlaceRole,                        ///< 1 is first; 0 beside deals
    DealNameRole,
    CustomerRole,
    OwnerRole,
    StageRole,
    ReasonRole,
    AmountRole,
    HealthRole, ///< qint64, or nothing for a closed deal
    RedRole,
    SeverityRole,    ///< domain::Severity as int
    DaysInStageRole, ///< "12 days"
    OpenedRole,      ///< bool, of the line: what is below is shown
    ListedRole,      ///< bool, of a deal: within the focus budget
    NewRole,         ///< bool, of a deal: was not flagged on the day that is compared with
    SeenRole,        ///< that somebody has taken note of the flag, in a word; empty where nobody has
};

/// Today's list: the focus, flags about people and leads, then everything below the line, a portion at a time as the view
/// scrolls into it, so that a hundred thousand below the line cost nothing.
class TodayModel final : public RowModel<TodayRow> {
    Q_OBJECT
public:
    explicit TodayModel(const Format &format, QObject *parent = nullptr);

    void setToday(workbench::Today today);
    void setFormat(const Format &format);
    /// Shows or folds away what is below the line.
    void setOpened(bool opened);
    [[nodiscard]] bool isOpened() const { return m_opened; }
    /// How much of what is below the line `today` holds, and of how much in all.
    [[nodiscard]] std::size_t belowKnown() const { return m_today->below.size(); }
    [[nodiscard]] std::size_t belowTotal() const { return std::max(m_today->belowTotal, m_today->below.size()); }
    [[nodiscard]] const workbench::Today &today() const { return *m_today; }
    [[nodiscard]] const Format &format() const { return m_format; }

    /// The deal of a row, or null.
    [[nodiscard]] const workbench::TodayItem *item(const QModelIndex &index) const;
    /// The person or lead of a row, or null.
    [[nodiscard]] const workbench::FlagAbout *about(const QModelIndex &index) const;
    /// The flag that a row is about, or null.
    [[nodiscard]] const workbench::Flag *flag(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The view has come to the end of what `today` holds below the line, and there is more.
    void moreWanted();

private:
    void rebuild();
    [[nodiscard]] std::vector<TodayRow> rows() const;
    [[nodiscard]] QVariant dealData(const workbench::TodayItem &item, int role) const;
    [[nodiscard]] QVariant aboutData(const TodayRow &row, int role) const;
    [[nodiscard]] QVariant lineData(const TodayRow &row, int role) const;
    [[nodiscard]] QString spoken(const workbench::TodayItem &item) const;

    Format m_format;
    std::shared_ptr<const workbench::Today> m_today;
    bool m_opened = false;
    std::size_t m_fetched = 0; ///< how many below the line are rows by now
};

} // namespace ui
