// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/funnelcells.h"

#include "ui/models/chancewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using workbench::FunnelCount;
using workbench::FunnelFigure;
using workbench::FunnelStageLine;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FunnelCells)
};

std::vector<CellColumn> columns()
{
    return {
        {Words::tr("Stage"), {}, false},
        {QString(), {}, false},
        {Words::tr("Entered"), definitionOfCount(FunnelCount::Entered)},
        {Words::tr("Went on"), definitionOfCount(FunnelCount::Forward)},
        {Words::tr("Back"), definitionOfCount(FunnelCount::Back)},
        {Words::tr("Lost"), definitionOfCount(FunnelCount::Lost)},
        {Words::tr("Open"), definitionOfCount(FunnelCount::Open)},
        {Words::tr("Open money"), Words::tr("The amounts of the deals that are still here")},
        {Words::tr("To next"), Words::tr("Share of those that entered that goes on in the end. Of a deal that is still open it "
                                         "is shared out as those before it went; lost deals count.")},
        {Words::tr("To win"), Words::tr("Share of those that entered that is won in the end, reckoned likewise")},
        {Words::tr("Days"), Words::tr("Half of the deals have left after so many days; open ones count for the time they "
                                      "have been here")},
        {Words::tr("80 %"), Words::tr("Four of five have left after so many days")},
        {Words::tr("Overrun"), definitionOfCount(FunnelCount::Overrun)},
        {Words::tr("No fields"), definitionOfCount(FunnelCount::WithoutFields)},
        {Words::tr("No evidence"), definitionOfCount(FunnelCount::WithoutEvidence)}};
}

/// Fills the rows of one side of one stage.
class RowMaker {
public:
    RowMaker(const Format &format, const FunnelStageLine &line, std::uint32_t most) : m_format(format), m_line(line), m_most(most)
    {}

    /// `first` is told where the row is the first of its stage.
    [[nodiscard]] CellRow row(const QString &side, bool first, bool muted)
    {
        const QString stage = m_format.label(m_line.name);
        CellRow row{side.isEmpty() ? stage : QStringLiteral("%1, %2").arg(stage, side), false, {}};
        row.cells.push_back(
            {.text = first ? stage : QString(), .toolTip = stage, .isFigure = false, .value = stage.toStdString()});
        row.cells.push_back({.text = side, .toolTip = side, .isFigure = false, .muted = true});
        row.cells.push_back(count(FunnelCount::Entered, m_line.entered));
        if (m_most > 0)
            row.cells.back().bar = static_cast<double>(m_line.entered) / m_most;
        row.cells.push_back(count(FunnelCount::Forward, m_line.forward));
        row.cells.push_back(count(FunnelCount::Back, m_line.back));
        row.cells.push_back(count(FunnelCount::Lost, m_line.lost));
        row.cells.push_back(count(FunnelCount::Open, m_line.open));
        row.cells.push_back(money());
        row.cells.push_back(share(FunnelCount::Forward, m_line.conversion, m_line.forward));
        row.cells.push_back(share(FunnelCount::Won, m_line.winRate, m_line.won));
        row.cells.push_back(days(m_line.dwellMedianDays));
        row.cells.push_back(days(m_line.dwellP80Days));
        row.cells.push_back(rate(FunnelCount::Overrun, m_line.overrun));
        row.cells.push_back(rate(FunnelCount::WithoutFields, m_line.withoutFields));
        row.cells.push_back(rate(FunnelCount::WithoutEvidence, m_line.withoutEvidence));
        for (Cell &cell : row.cells)
            cell.muted = cell.muted || muted;
        return row;
    }

private:
    [[nodiscard]] QString figure(std::uint32_t n) const { return m_format.count(n); }
    [[nodiscard]] Cell count(FunnelCount which, std::uint32_t n) const
    {
        return {.text = figure(n), .opens = n > 0 ? static_cast<int>(which) : -1, .muted = n == 0, .value = std::int64_t{n}};
    }
    [[nodiscard]] static Cell nothing() { return {.text = QStringLiteral("–"), .muted = true}; }
    [[nodiscard]] QString ofEntered(std::uint32_t n) const
    {
        return Words::tr("%1 of %2 deals").arg(figure(n), figure(m_line.entered));
    }
    /// An estimate; what it opens is what is known already.
    [[nodiscard]] Cell share(FunnelCount which, std::optional<double> value, std::uint32_t n) const
    {
        if (!value)
            return nothing();
        return {.text = m_format.percent(*value),
                .toolTip = Words::tr("So far %1").arg(ofEntered(n)),
                .opens = n > 0 ? static_cast<int>(which) : -1,
                .value = workbench::Share{*value}};
    }
    [[nodiscard]] Cell rate(FunnelCount which, std::uint32_t n) const
    {
        if (m_line.entered == 0)
            return nothing();
        return {.text = m_format.percent(static_cast<double>(n) / m_line.entered),
                .toolTip = ofEntered(n),
                .opens = n > 0 ? static_cast<int>(which) : -1,
                .muted = n == 0,
                .value = workbench::Share{static_cast<double>(n) / m_line.entered}};
    }
    [[nodiscard]] Cell days(std::optional<double> value) const
    {
        if (m_line.entered == 0)
            return nothing();
        Cell cell = value ? Cell{.text = daysFigure(m_format, *value), .value = *value} : nothing();
        cell.toolTip = value ? Words::tr("Opens the curve of how long deals stay")
                             : Words::tr("Too few have left to say; opens the curve of how long deals stay");
        cell.opens = opensCurve;
        return cell;
    }
    [[nodiscard]] Cell money() const
    {
        QStringList inShort;
        QStringList inFull;
        for (const support::Money &sum : m_line.openMoney) {
            inShort.append(m_format.amount(sum));
            inFull.append(m_format.amountInFull(sum));
        }
        if (inShort.isEmpty())
            return nothing();
        return {.text = inShort.join(QStringLiteral(" + ")),
                .toolTip = inFull.join(QChar(u'\n')),
                .opens = static_cast<int>(FunnelCount::Open),
                .value =
                    m_line.openMoney.size() == 1 ? workbench::ReportCell(m_line.openMoney.front()) : workbench::ReportCell()};
    }

    const Format &m_format;
    const FunnelStageLine &m_line;
    std::uint32_t m_most;
};

/// In which column a figure that is compared stands.
int columnOf(FunnelFigure figure)
{
    switch (figure) {
    case FunnelFigure::Next: return 8;
    case FunnelFigure::Win: return 9;
    case FunnelFigure::Dwell: return 10;
    case FunnelFigure::Overrun: return 12;
    case FunnelFigure::Fields: return 13;
    case FunnelFigure::Evidence: return 14;
    }
    return 0;
}

/// Marks what is more than chance in the rows of two sides.
void compare(const Format &format, const workbench::FigureDifferences &differences, CellRow &first, CellRow &second)
{
    for (std::size_t i = 0; i < differences.size(); ++i) {
        const auto &difference = differences.at(i);
        if (!difference)
            continue;
        const auto figure = static_cast<FunnelFigure>(i);
        const auto column = static_cast<std::size_t>(columnOf(figure));
        const QString text = differenceText(format, figure, *difference);
        for (CellRow *row : {&first, &second}) {
            Cell &cell = row->cells[column];
            cell.toolTip = cell.toolTip.isEmpty() ? text : cell.toolTip + QChar(u'\n') + text;
        }
        if (!difference->told)
            continue;
        // Who leaves faster stays for fewer days.
        const bool isMore =
            figure == FunnelFigure::Dwell ? difference->first < difference->second : difference->first > difference->second;
        first.cells[column].mark = isMore ? 1 : -1;
        second.cells[column].mark = isMore ? -1 : 1;
    }
}

std::uint32_t mostEntered(const workbench::FunnelView &view)
{
    std::uint32_t most = 0;
    for (const workbench::FunnelSideView &side : view.sides) {
        for (const auto *lines : {&side.claimed, &side.proven}) {
            for (const FunnelStageLine &line : *lines)
                most = std::max(most, line.entered);
        }
    }
    return most;
}

} // namespace

FunnelTable funnelTable(const Format &format, const workbench::FunnelView &view, const std::vector<workbench::FunnelSide> &sides,
                        const QStringList &sideNames, bool proven)
{
    FunnelTable made{{columns(), {}}, {}};
    if (view.sides.empty() || sides.size() != view.sides.size())
        return made;
    const std::uint32_t most = mostEntered(view);
    const auto add = [&](std::size_t side, std::size_t stage, bool isProven, const QString &name) {
        const workbench::FunnelSideView &own = view.sides[side];
        const FunnelStageLine &line = (isProven ? own.proven : own.claimed)[stage];
        const bool first = made.places.empty() || made.places.back().stage != line.stage;
        made.table.rows.push_back(RowMaker(format, line, most).row(name, first, !first && sides.size() == 1));
        made.places.push_back({sides[side], line.stage, isProven});
    };
    for (std::size_t stage = 0; stage < view.sides.front().claimed.size(); ++stage) {
        if (sides.size() == 1) {
            add(0, stage, false, Words::tr("Claimed"));
            add(0, stage, true, Words::tr("Proven"));
            continue;
        }
        for (std::size_t side = 0; side < sides.size(); ++side)
            add(side, stage, proven, sideNames.value(static_cast<qsizetype>(side)));
        const auto &differences = proven ? view.proven : view.claimed;
        auto &rows = made.table.rows;
        if (stage < differences.size())
            compare(format, differences[stage], rows[rows.size() - 2], rows.back());
    }
    return made;
}

QString nameOfCount(FunnelCount count)
{
    switch (count) {
    case FunnelCount::Entered: return Words::tr("Entered the stage");
    case FunnelCount::Forward: return Words::tr("Went on");
    case FunnelCount::Back: return Words::tr("Went back");
    case FunnelCount::Lost: return Words::tr("Lost from here");
    case FunnelCount::Open: return Words::tr("Still here");
    case FunnelCount::Elsewhere: return Words::tr("In a stage that the playbook does not know");
    case FunnelCount::Won: return Words::tr("Won");
    case FunnelCount::Overrun: return Words::tr("Longer here than the limit");
    case FunnelCount::WithoutFields: return Words::tr("Without a field");
    case FunnelCount::WithoutEvidence: return Words::tr("Without evidence");
    case FunnelCount::OpenOverrun: return Words::tr("Still here, over the limit");
    case FunnelCount::OpenMissing: return Words::tr("Still here, with something missing");
    case FunnelCount::OpenStuck: return Words::tr("Stuck here");
    case FunnelCount::Unplaced: return Words::tr("In no stage");
    }
    return {};
}

QString definitionOfCount(FunnelCount count)
{
    switch (count) {
    case FunnelCount::Entered: return Words::tr("Deals that came into the stage for the first time in the period");
    case FunnelCount::Forward: return Words::tr("Of these, further on by now, or won");
    case FunnelCount::Back: return Words::tr("Of these, now in a stage before it");
    case FunnelCount::Lost: return Words::tr("Of these, lost while they were here");
    case FunnelCount::Open: return Words::tr("Of these, open and still here");
    case FunnelCount::Elsewhere: return Words::tr("Of these, open in a stage that the playbook does not know");
    case FunnelCount::Won: return Words::tr("Of these, won by now");
    case FunnelCount::Overrun: return Words::tr("Of these, longer here than the stage's own limit, all visits together");
    case FunnelCount::WithoutFields: return Words::tr("Of these, without one or more of the fields that the stage asks for");
    case FunnelCount::WithoutEvidence: return Words::tr("Of these, without accepted evidence that the stage asks for");
    case FunnelCount::OpenOverrun: return Words::tr("Open deals that have been here longer than the stage's limit");
    case FunnelCount::OpenMissing: return Words::tr("Open deals here without a field or evidence that the stage asks for");
    case FunnelCount::OpenStuck:
        return Words::tr("Open deals that are over the stage's limit here, or without a field or evidence that it asks for");
    case FunnelCount::Unplaced: return Words::tr("Deals of the period of which nobody told a stage that the playbook knows");
    }
    return {};
}

} // namespace ui
