// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/dealtable.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace ui {

namespace {

using workbench::DealSummary;
using workbench::ReportCell;
using workbench::TableReport;

struct Column {
    const char *name;
    ReportCell (*cell)(const DealSummary &deal, const Format &format);
};

ReportCell text(const std::string &words)
{
    return words.empty() ? ReportCell() : ReportCell(words);
}

ReportCell text(const QString &words)
{
    return text(words.toStdString());
}

template <class T>
ReportCell maybe(const std::optional<T> &value)
{
    return value ? ReportCell(*value) : ReportCell();
}

/// Whole days: a table has no use for hours of a forecast.
ReportCell days(double value)
{
    return static_cast<std::int64_t>(std::floor(value));
}

const std::array<Column, 15> columns{{
    {QT_TRANSLATE_NOOP("ui::DealTable", "Customer"), [](const DealSummary &deal, const Format &) { return text(deal.customer); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Deal"), [](const DealSummary &deal, const Format &) { return text(deal.name); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Amount"), [](const DealSummary &deal, const Format &) { return maybe(deal.amount); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Health"),
     [](const DealSummary &deal, const Format &) { return maybe(deal.shownHealth); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Claimed stage"),
     [](const DealSummary &deal, const Format &format) { return text(format.label(deal.stage)); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Proven stage"),
     [](const DealSummary &deal, const Format &format) { return text(format.label(deal.provenStage)); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Days in stage"),
     [](const DealSummary &deal, const Format &) { return days(deal.daysInStage); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Limit of the stage in days"),
     [](const DealSummary &deal, const Format &) { return deal.stageLimitDays > 0 ? days(deal.stageLimitDays) : ReportCell(); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Expected days to close"),
     [](const DealSummary &deal, const Format &) { return deal.daysToClose ? days(*deal.daysToClose) : ReportCell(); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Expected close, by the rep"),
     [](const DealSummary &deal, const Format &) { return maybe(deal.closeDate); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Owner"),
     [](const DealSummary &deal, const Format &) { return text(personName(deal.owner)); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Team"),
     [](const DealSummary &deal, const Format &) { return text(teamName(deal.team)); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Status"),
     [](const DealSummary &deal, const Format &) { return text(word(deal.status)); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Number of the deal"),
     [](const DealSummary &deal, const Format &) { return deal.id ? text(deal.id->text()) : ReportCell(); }},
    {QT_TRANSLATE_NOOP("ui::DealTable", "Number of the customer"),
     [](const DealSummary &deal, const Format &) { return text(deal.customerId); }},
}};

QString words(const char *text)
{
    return QCoreApplication::translate("ui::DealTable", text);
}

void addHeadings(TableReport &table)
{
    for (const Column &column : columns)
        table.columns.push_back(words(column.name).toStdString());
}

void addCells(std::vector<ReportCell> &row, const DealSummary &deal, const Format &format)
{
    for (const Column &column : columns)
        row.push_back(column.cell(deal, format));
}

void addItem(TableReport &table, const workbench::TodayItem &item, const Format &format)
{
    std::vector<ReportCell> &row = table.rows.emplace_back();
    row.emplace_back(std::int64_t{item.place});
    const auto currency = item.deal.amount ? std::optional(item.deal.amount->currency) : std::nullopt;
    const bool flagged = !item.flags.empty();
    row.push_back(flagged ? text(format.label(item.flags.front().name)) : ReportCell());
    row.push_back(flagged ? text(format.sentence(item.flags.front(), currency)) : ReportCell());
    addCells(row, item.deal, format);
}

} // namespace

TableReport dealTable(std::span<const DealSummary> deals, const Format &format)
{
    TableReport table;
    addHeadings(table);
    for (const DealSummary &deal : deals)
        addCells(table.rows.emplace_back(), deal, format);
    return table;
}

TableReport todayTable(const workbench::Today &today, const Format &format)
{
    TableReport table;
    for (const char *name : {QT_TRANSLATE_NOOP("ui::DealTable", "Place"), QT_TRANSLATE_NOOP("ui::DealTable", "Flag"),
                             QT_TRANSLATE_NOOP("ui::DealTable", "Why")})
        table.columns.push_back(words(name).toStdString());
    addHeadings(table);
    for (const auto *list : {&today.listed, &today.below}) {
        for (const workbench::TodayItem &item : *list)
            addItem(table, item, format);
    }
    return table;
}

} // namespace ui
