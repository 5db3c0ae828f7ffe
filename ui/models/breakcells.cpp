// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/breakcells.h"

#include "ui/models/chancewords.h"

#include <QCoreApplication>

namespace ui {
namespace {

using workbench::BreakCount;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(BreakCells)
};

/// Adds the rows of one of the three ways.
class Section {
public:
    Section(const Format &format, const workbench::BreakpointsView &view, CellTable &table, BreakCount whole)
        : m_format(format)
        , m_view(view)
        , m_table(table)
        , m_whole(view.count(whole))
    {}

    void head(const QString &title) { m_table.rows.push_back({title, true, {{.text = title, .isFigure = false}, {}, {}, {}}}); }

    /// `estimate` is told beside the share of those that are known.
    void add(BreakCount count, const std::optional<workbench::TimedShareView> &estimate = {}, const QString &when = {})
    {
        const std::uint32_t n = m_view.count(count);
        const QString name = nameOfCount(count);
        CellRow row{name, false, {}};
        row.cells.push_back({.text = name, .toolTip = definitionOfCount(count), .isFigure = false});
        row.cells.push_back({.text = m_format.count(n),
                             .toolTip = definitionOfCount(count),
                             .opens = n > 0 ? static_cast<int>(count) : -1,
                             .muted = n == 0,
                             .value = std::int64_t{n}});
        Cell share{.text = QStringLiteral("–"), .muted = true};
        if (m_whole > 0) {
            const double part = static_cast<double>(n) / m_whole;
            share = {.text = m_format.percent(part),
                     .toolTip = Words::tr("%1 of %2").arg(m_format.count(n), m_format.count(m_whole)),
                     .bar = part,
                     .value = workbench::Share{part}};
        }
        row.cells.push_back(std::move(share));
        row.cells.push_back({.text = estimate ? estimated(*estimate, when) : QString(),
                             .toolTip = estimate ? Words::tr("Those who have not had the time yet are shared out as the others "
                                                             "went; 95 % interval in brackets.")
                                                 : QString(),
                             .isFigure = false,
                             .muted = true});
        m_table.rows.push_back(std::move(row));
    }

private:
    [[nodiscard]] QString estimated(const workbench::TimedShareView &share, const QString &when) const
    {
        return Words::tr("%1: %2 (%3 to %4)")
            .arg(when, m_format.percent(share.share), m_format.percent(share.low), m_format.percent(share.high));
    }

    const Format &m_format;
    const workbench::BreakpointsView &m_view;
    CellTable &m_table;
    std::uint32_t m_whole;
};

QString within(const Format &format, const workbench::TimedShareView &share, int asked)
{
    return share.withinDays < asked
               ? Words::tr("Within %1, for as long as anybody was watched").arg(format.days(share.withinDays))
               : Words::tr("Within %1").arg(format.days(asked));
}

constexpr std::size_t hoursADay = 24;

/// The weekday as people write it, from 0, Monday.
QString weekdayName(const Format &format, std::size_t day)
{
    return format.locale().standaloneDayName(static_cast<int>(day) + 1, QLocale::LongFormat);
}

} // namespace

CellTable breakTable(const Format &format, const workbench::BreakpointsView &view)
{
    CellTable table{{{QString(), {}, false},
                     {Words::tr("Count"), {}},
                     {Words::tr("Share"), {}},
                     {Words::tr("Reckoned to the end"), {}, false}},
                    {}};
    Section leads(format, view, table, BreakCount::Leads);
    leads.head(Words::tr("From lead to deal"));
    for (const BreakCount count : {BreakCount::Leads, BreakCount::Touched, BreakCount::Effective, BreakCount::ReadUnanswered,
                                   BreakCount::Unanswered, BreakCount::Untouched})
        leads.add(count);
    leads.add(BreakCount::BecameDeals, view.becomeDeals, Words::tr("In the end"));
    Section signing(format, view, table, BreakCount::Signed);
    signing.head(Words::tr("From deal to signature"));
    Section created(format, view, table, BreakCount::Created);
    created.add(BreakCount::Created, view.areSigned, Words::tr("Signed in the end"));
    signing.add(BreakCount::Signed);
    signing.add(BreakCount::Unproven);
    Section again(format, view, table, BreakCount::Buyers);
    again.head(Words::tr("From signature to the next purchase"));
    again.add(BreakCount::Buyers);
    again.add(BreakCount::OpenedNew, view.openNewDeals,
              view.openNewDeals ? within(format, *view.openNewDeals, view.againDays) : QString());
    again.add(BreakCount::BoughtAgain, view.buyAgain, view.buyAgain ? within(format, *view.buyAgain, view.againDays) : QString());
    return table;
}

QString nameOfCount(BreakCount count)
{
    switch (count) {
    case BreakCount::Leads: return Words::tr("Leads that came in");
    case BreakCount::Touched: return Words::tr("Touched");
    case BreakCount::Effective: return Words::tr("Effective");
    case BreakCount::ReadUnanswered: return Words::tr("Read, no reply");
    case BreakCount::Unanswered: return Words::tr("No reply, not known to be read");
    case BreakCount::Untouched: return Words::tr("Not touched");
    case BreakCount::BecameDeals: return Words::tr("Became deals");
    case BreakCount::Created: return Words::tr("Deals created");
    case BreakCount::Signed: return Words::tr("Signed, as somebody says");
    case BreakCount::Unproven: return Words::tr("Unproven");
    case BreakCount::Buyers: return Words::tr("Customers who bought");
    case BreakCount::OpenedNew: return Words::tr("Opened a new deal");
    case BreakCount::BoughtAgain: return Words::tr("Bought again");
    }
    return {};
}

QString definitionOfCount(BreakCount count)
{
    switch (count) {
    case BreakCount::Leads: return Words::tr("Leads that came in in the period");
    case BreakCount::Touched: return Words::tr("Leads whose customer we wrote to, called or went to since, or that became deals");
    case BreakCount::Effective:
        return Words::tr("Touched, and the customer came back to us, or something concrete was said, or a deal was made of it");
    case BreakCount::ReadUnanswered: return Words::tr("Touched, and the customer has read our message and not answered");
    case BreakCount::Unanswered: return Words::tr("Touched without an answer, and nobody knows whether it was read");
    case BreakCount::Untouched: return Words::tr("Leads that nobody has done anything about");
    case BreakCount::BecameDeals: return Words::tr("Leads that a deal names, or whose customer has had a deal opened since");
    case BreakCount::Created: return Words::tr("Deals created in the period");
    case BreakCount::Signed:
        return Words::tr("Deals won in the period, or moved to where a deal stands signed, and not lost since");
    case BreakCount::Unproven: return Words::tr("Of the signed ones, those whose proofs end before the signature");
    case BreakCount::Buyers: return Words::tr("Customers with a deal won in the period; counted from the first");
    case BreakCount::OpenedNew: return Words::tr("Of these, with a new deal within the playbook's time");
    case BreakCount::BoughtAgain: return Words::tr("Of these, with another deal won within the playbook's time");
    }
    return {};
}

BounceTable bounceTable(const Format &format, const workbench::BounceView &view)
{
    std::size_t first = hoursADay;
    std::size_t last = 0;
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < view.hours.size(); ++i) {
        if (view.hours.at(i) == 0)
            continue;
        first = std::min(first, i % hoursADay);
        last = std::max(last, i % hoursADay);
        most = std::max(most, view.hours.at(i));
    }
    BounceTable made{{{{QString(), {}, false}}, {}}, static_cast<int>(first)};
    if (most == 0)
        return {};
    for (std::size_t hour = first; hour <= last; ++hour)
        made.table.columns.push_back({Words::tr("%1 h").arg(hour), Words::tr("From %1:00 to %2:00").arg(hour).arg(hour + 1)});
    for (std::size_t day = 0; day < view.hours.size() / hoursADay; ++day) {
        const QString name = weekdayName(format, day);
        CellRow row{name, false, {{.text = name, .isFigure = false}}};
        for (std::size_t hour = first; hour <= last; ++hour) {
            const std::size_t at = day * hoursADay + hour;
            const std::uint32_t n = view.hours.at(at);
            row.cells.push_back({.text = n > 0 ? format.count(n) : QStringLiteral("·"),
                                 .heat = static_cast<double>(n) / most,
                                 .opens = n > 0 ? static_cast<int>(at) : -1,
                                 .muted = n == 0,
                                 .value = std::int64_t{n}});
        }
        made.table.rows.push_back(std::move(row));
    }
    return made;
}

QStringList bounceSentences(const Format &format, const workbench::BounceView &view)
{
    QStringList sentences;
    for (const workbench::BouncePatternView &pattern : view.patterns) {
        const QString shares =
            Words::tr("%1 of the stage changes in bounces, %2 of all others (chance %3)")
                .arg(format.percent(pattern.share), format.percent(pattern.usual), chanceText(format, pattern.chance));
        if (!pattern.hourOfWeek) {
            sentences.append(Words::tr("Customers of “%1”: %2").arg(qstring(pattern.segment), shares));
            continue;
        }
        const auto at = static_cast<std::size_t>(*pattern.hourOfWeek);
        const std::size_t hour = at % hoursADay;
        sentences.append(
            Words::tr("%1, %2:00 to %3:00: %4").arg(weekdayName(format, at / hoursADay)).arg(hour).arg(hour + 1).arg(shares));
    }
    if (sentences.isEmpty() && view.bouncedDeals > 0)
        sentences.append(Words::tr("No hour of the week and no kind of customer bounces more than by chance."));
    return sentences;
}

} // namespace ui
