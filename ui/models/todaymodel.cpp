// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/todaymodel.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <array>
#include <map>

namespace ui {
namespace {

constexpr std::size_t portion = 500;

std::optional<support::Currency> currencyOf(const workbench::DealSummary &deal)
{
    return deal.amount ? std::optional(deal.amount->currency) : std::nullopt;
}

/// What one role says of a deal.
struct DealRole {
    int role;
    QVariant (*value)(const workbench::TodayItem &item, const Format &format);
};

using Item = workbench::TodayItem;

QString seen(const Format &format, const workbench::Flag &flag)
{
    return flag.state == workbench::FlagState::Acknowledged ? standingOf(format, flag) : QString();
}

constexpr std::array<DealRole, 13> dealRoles{{
    {PlaceRole, [](const Item &item, const Format &) { return QVariant(item.place); }},
    {DealNameRole, [](const Item &item, const Format &) { return QVariant(shortName(item.deal)); }},
    {CustomerRole, [](const Item &item, const Format &) { return QVariant(qstring(item.deal.customer)); }},
    {OwnerRole, [](const Item &item, const Format &) { return QVariant(personName(item.deal.owner)); }},
    {StageRole, [](const Item &item, const Format &format) { return QVariant(format.label(item.deal.stage)); }},
    {ReasonRole,
     [](const Item &item, const Format &format) {
         return item.flags.empty() ? QVariant() : QVariant(format.sentence(item.flags.front(), currencyOf(item.deal)));
     }},
    {AmountRole, [](const Item &item,
                    const Format &format) { return item.deal.amount ? QVariant(format.amount(*item.deal.amount)) : QVariant(); }},
    {HealthRole, [](const Item &item,
                    const Format &) { return item.deal.shownHealth ? QVariant(qint64{*item.deal.shownHealth}) : QVariant(); }},
    {RedRole, [](const Item &item, const Format &) { return QVariant(item.deal.red); }},
    {SeverityRole,
     [](const Item &item, const Format &) {
         return item.flags.empty() ? QVariant() : QVariant(static_cast<int>(item.flags.front().severity));
     }},
    {DaysInStageRole, [](const Item &item, const Format &format) { return QVariant(format.days(item.deal.daysInStage)); }},
    {NewRole, [](const Item &item, const Format &) { return QVariant(item.isNew); }},
    {SeenRole, [](const Item &item,
                  const Format &format) { return item.flags.empty() ? QVariant() : QVariant(seen(format, item.flags.front())); }},
}};

TodayRow dealRow(const std::shared_ptr<const workbench::Today> &today, const Item &item)
{
    return {TodayRow::Kind::Deal, &item, nullptr, {}, today};
}

TodayRow plainRow(const std::shared_ptr<const workbench::Today> &today, TodayRow::Kind kind, std::string id)
{
    return {kind, nullptr, nullptr, std::move(id), today};
}

} // namespace

std::string_view TodayRow::key() const
{
    if (kind != Kind::Deal)
        return id;
    return item->deal.id ? std::string_view(item->deal.id->text()) : std::string_view(item->deal.name);
}

TodayModel::TodayModel(const Format &format, QObject *parent)
    : RowModel(parent)
    , m_format(format)
    , m_today(std::make_shared<const workbench::Today>())
{}

void TodayModel::setToday(workbench::Today today)
{
    const bool atTheEnd = m_fetched == belowKnown(); // then what is new there was waited for
    m_today = std::make_shared<const workbench::Today>(std::move(today));
    const std::size_t wanted = m_fetched + (atTheEnd && m_fetched > 0 ? portion : 0);
    m_fetched = m_opened ? std::min(std::max(wanted, portion), belowKnown()) : 0;
    rebuild();
}

void TodayModel::setFormat(const Format &format)
{
    m_format = format;
    sayAllChanged();
}

void TodayModel::setOpened(bool opened)
{
    m_opened = opened;
    m_fetched = opened ? std::min(portion, belowKnown()) : 0;
    rebuild();
}

void TodayModel::rebuild()
{
    setRows(rows());
}

std::vector<TodayRow> TodayModel::rows() const
{
    using Kind = TodayRow::Kind;
    std::vector<TodayRow> rows;
    for (const Item &item : m_today->listed)
        rows.push_back(dealRow(m_today, item));
    // The id of a heading or flag begins with a control character, which no deal's id holds.
    if (!m_today->people.empty() || !m_today->leads.empty())
        rows.push_back(plainRow(m_today, Kind::Heading, "\x01people"));
    const auto addAbout = [&](const auto &list, Kind kind) {
        for (const workbench::FlagAbout &entry : list)
            rows.push_back({kind, nullptr, &entry, "\x01" + entry.id + "\x01" + entry.flag.rule, m_today});
    };
    addAbout(m_today->people, Kind::People);
    addAbout(m_today->leads, Kind::Leads);
    if (m_today->leads.size() < m_today->leadsTotal)
        rows.push_back(plainRow(m_today, Kind::MoreLeads, "\x01leads"));
    if (m_today->below.empty())
        return rows;
    rows.push_back(plainRow(m_today, Kind::Line, "\x01line"));
    for (std::size_t i = 0; i < m_fetched; ++i)
        rows.push_back(dealRow(m_today, m_today->below[i]));
    return rows;
}

bool TodayModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_opened && m_fetched < belowTotal();
}

void TodayModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (m_fetched == belowKnown()) {
        Q_EMIT moreWanted();
        return;
    }
    const std::size_t until = std::min(m_fetched + portion, m_today->below.size());
    std::vector<TodayRow> more;
    for (; m_fetched < until; ++m_fetched)
        more.push_back(dealRow(m_today, m_today->below[m_fetched]));
    appendRows(more);
}

const workbench::TodayItem *TodayModel::item(const QModelIndex &index) const
{
    return index.isValid() ? row(index.row()).item : nullptr;
}

const workbench::FlagAbout *TodayModel::about(const QModelIndex &index) const
{
    return index.isValid() ? row(index.row()).about : nullptr;
}

const workbench::Flag *TodayModel::flag(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const TodayRow &one = row(index.row());
    if (one.about != nullptr)
        return &one.about->flag;
    return one.item != nullptr && !one.item->flags.empty() ? &one.item->flags.front() : nullptr;
}

QVariant TodayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TodayRow &one = row(index.row());
    if (role == TodayKindRole)
        return static_cast<int>(one.kind);
    switch (one.kind) {
    case TodayRow::Kind::Deal: return dealData(*one.item, role);
    case TodayRow::Kind::People:
    case TodayRow::Kind::Leads: return aboutData(one, role);
    case TodayRow::Kind::Heading:
    case TodayRow::Kind::MoreLeads:
    case TodayRow::Kind::Line: return lineData(one, role);
    }
    return {};
}

QVariant TodayModel::dealData(const workbench::TodayItem &item, int role) const
{
    if (role == Qt::DisplayRole)
        return tr("%1 · %2").arg(qstring(item.deal.customer), shortName(item.deal));
    if (role == ListedRole)
        return item.place <= static_cast<int>(m_today->listed.size());
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return spoken(item);
    const auto *found =
        std::find_if(dealRoles.begin(), dealRoles.end(), [role](const DealRole &one) { return one.role == role; });
    return found == dealRoles.end() ? QVariant() : found->value(item, m_format);
}

QVariant TodayModel::aboutData(const TodayRow &row, int role) const
{
    const workbench::Flag &flag = row.about->flag;
    switch (role) {
    case Qt::DisplayRole: return aboutName(*row.about);
    case DealNameRole: return aboutDetail(m_format, *row.about);
    case OwnerRole: return qstring(row.about->owner);
    case SeenRole: return seen(m_format, flag);
    case ReasonRole: return m_format.sentence(flag);
    case SeverityRole: return static_cast<int>(flag.severity);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return tr("%1: %2").arg(aboutName(*row.about), m_format.sentence(flag));
    default: return {};
    }
}

QVariant TodayModel::lineData(const TodayRow &row, int role) const
{
    if (role == OpenedRole)
        return row.kind == TodayRow::Kind::Line && m_opened;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto count = [this](std::size_t n) { return m_format.count(static_cast<qint64>(n)); };
    const std::size_t leads = m_today->leads.size();
    if (row.kind == TodayRow::Kind::MoreLeads)
        return tr("%1 more leads").arg(count(m_today->leadsTotal - leads));
    if (row.kind == TodayRow::Kind::Heading && m_today->leadsTotal > leads)
        return tr("People and leads, the %1 most urgent of %2").arg(count(leads), count(m_today->leadsTotal));
    if (row.kind == TodayRow::Kind::Heading)
        return tr("People and leads");
    return tr("%1 more below the line").arg(m_format.count(static_cast<qint64>(belowTotal())));
}

QString TodayModel::spoken(const workbench::TodayItem &item) const
{
    const QString money = item.deal.amount ? m_format.amountInFull(*item.deal.amount) : tr("no amount");
    const auto &points = item.deal.shownHealth;
    const QString health = points ? tr("health %1").arg(m_format.count(*points)) : word(item.deal.status);
    QString reason = item.flags.empty() ? QString() : m_format.sentence(item.flags.front(), currencyOf(item.deal));
    if (item.isNew)
        reason = tr("New: %1").arg(reason);
    return tr("%1. %2, %3. %4. %5, %6, %7, %8")
        .arg(m_format.count(item.place), qstring(item.deal.customer), shortName(item.deal), reason, money, health,
             m_format.label(item.deal.stage), personName(item.deal.owner));
}

Qt::ItemFlags TodayModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool heading = row(index.row()).kind == TodayRow::Kind::Heading;
    return heading ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
                   : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace ui
