// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/processcells.h"

#include "ui/models/chancewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using workbench::FunnelCount;
using workbench::FunnelStageLine;
using workbench::ProcessRow;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProcessCells)
};

Cell nothing()
{
    return {.text = QStringLiteral("–"), .muted = true};
}

/// Makes the cells of one figure.
class CellMaker {
public:
    CellMaker(const Format &format, const workbench::ProcessView &view, ProcessFigure figure)
        : m_format(format)
        , m_view(view)
        , m_figure(figure)
    {}

    [[nodiscard]] Cell cell(const ProcessRow &row, std::size_t stage) const
    {
        if (stage >= row.stages.size() || row.stages[stage].entered == 0)
            return nothing();
        const FunnelStageLine &line = row.stages[stage];
        switch (m_figure) {
        case ProcessFigure::Days: return days(line, stage);
        case ProcessFigure::Stuck: return share(line.openStuck, line.open, FunnelCount::OpenStuck);
        case ProcessFigure::Overrun: return share(line.overrun, line.entered, FunnelCount::Overrun);
        case ProcessFigure::Missing:
            return share(std::max(line.withoutFields, line.withoutEvidence), line.entered,
                         line.withoutFields >= line.withoutEvidence ? FunnelCount::WithoutFields : FunnelCount::WithoutEvidence);
        }
        return nothing();
    }

    /// What the row comes to over all stages.
    [[nodiscard]] std::vector<Cell> totals(const ProcessRow &row) const
    {
        std::vector<Cell> cells;
        const auto rate = [&](std::optional<double> value, std::uint32_t of) {
            Cell cell = value ? Cell{.text = m_format.percent(*value), .value = workbench::Share{*value}} : nothing();
            cell.small = count(of);
            cell.thin = of < m_view.thinBelow;
            cells.push_back(std::move(cell));
        };
        rate(row.overrunRate, row.entered);
        rate(row.missingRate, row.entered);
        rate(row.evidenceMissingRate, row.entered);
        rate(row.open > 0 ? std::optional(static_cast<double>(row.stuck) / row.open) : std::nullopt, row.open);
        Cell cycle = row.cycleDays ? Cell{.text = daysFigure(m_format, *row.cycleDays), .value = *row.cycleDays} : nothing();
        cycle.small = count(row.won);
        cycle.thin = row.won < m_view.thinBelow;
        cells.push_back(std::move(cycle));
        return cells;
    }

private:
    [[nodiscard]] QString count(std::uint32_t n) const { return Words::tr("n %1").arg(m_format.count(n)); }

    [[nodiscard]] Cell finish(Cell cell, std::uint32_t of) const
    {
        cell.small = count(of);
        cell.thin = of < m_view.thinBelow;
        if (cell.thin)
            cell.toolTip += QChar(u'\n') + Words::tr("Of so few deals it says little.");
        return cell;
    }
    /// Tinted from nothing to twice the stage's limit.
    [[nodiscard]] Cell days(const FunnelStageLine &line, std::size_t stage) const
    {
        const double limit = stage < m_view.limitDays.size() ? m_view.limitDays[stage] : 0;
        if (!line.dwellMedianDays)
            return finish({.text = QStringLiteral("–"),
                           .toolTip = Words::tr("Fewer than half have left, so it is not known yet"),
                           .opens = static_cast<int>(FunnelCount::Entered),
                           .muted = true},
                          line.entered);
        Cell cell{.text = daysFigure(m_format, *line.dwellMedianDays), .opens = static_cast<int>(FunnelCount::Entered)};
        cell.toolTip = Words::tr("Half of the deals have left after %1 days; the limit is %2 days")
                           .arg(cell.text, daysFigure(m_format, limit));
        cell.value = *line.dwellMedianDays;
        if (limit > 0)
            cell.heat = *line.dwellMedianDays / (2 * limit);
        return finish(std::move(cell), line.entered);
    }
    [[nodiscard]] Cell share(std::uint32_t part, std::uint32_t whole, FunnelCount opens) const
    {
        if (whole == 0)
            return nothing();
        const double value = static_cast<double>(part) / whole;
        Cell cell{.text = m_format.percent(value), .heat = value, .opens = part > 0 ? static_cast<int>(opens) : -1};
        cell.value = workbench::Share{value};
        cell.toolTip = Words::tr("%1 of %2 deals").arg(m_format.count(part), m_format.count(whole));
        return finish(std::move(cell), whole);
    }

    const Format &m_format;
    const workbench::ProcessView &m_view;
    ProcessFigure m_figure;
};

std::vector<CellColumn> columns(const Format &format, const workbench::ProcessView &view)
{
    std::vector<CellColumn> columns{{QString(), {}, false}};
    for (const FunnelStageLine &stage : view.all.stages)
        columns.push_back({format.label(stage.name), {}});
    columns.push_back({Words::tr("Overrun"), Words::tr("Share of all stages entered in which deals were longer than the limit")});
    columns.push_back({Words::tr("Fields missing"), Words::tr("Share of the fields that the stages ask for")});
    columns.push_back({Words::tr("Evidence missing"), Words::tr("Share of the evidence that the stages ask for")});
    columns.push_back({Words::tr("Stuck"), Words::tr("Share of the open deals that are over the limit or miss something")});
    columns.push_back({Words::tr("Cycle, days"), Words::tr("Mean time from the creation of a deal to the win")});
    return columns;
}

} // namespace

QString nameOf(ProcessFigure figure)
{
    switch (figure) {
    case ProcessFigure::Days: return Words::tr("Days in the stage");
    case ProcessFigure::Stuck: return Words::tr("Open deals that stick");
    case ProcessFigure::Overrun: return Words::tr("Over the limit");
    case ProcessFigure::Missing: return Words::tr("With something missing");
    }
    return {};
}

ProcessTable processTable(const Format &format, const workbench::ProcessView &view, ProcessFigure figure)
{
    ProcessTable made{{columns(format, view), {}}, {}, {}};
    for (const FunnelStageLine &stage : view.all.stages)
        made.stages.push_back(stage.stage);
    const CellMaker maker(format, view, figure);
    const auto add = [&](const ProcessRow &row, const QString &name) {
        CellRow cells{name, false, {{.text = name, .toolTip = name, .isFigure = false}}};
        for (std::size_t stage = 0; stage < view.all.stages.size(); ++stage)
            cells.cells.push_back(maker.cell(row, stage));
        for (Cell &cell : maker.totals(row))
            cells.cells.push_back(std::move(cell));
        made.table.rows.push_back(std::move(cells));
        made.slices.push_back(row.id);
    };
    if (view.all.stages.empty())
        return made;
    add(view.all, Words::tr("All"));
    for (const ProcessRow &row : view.rows)
        add(row, row.id.empty() ? Words::tr("Without one") : qstring(row.name));
    return made;
}

} // namespace ui
