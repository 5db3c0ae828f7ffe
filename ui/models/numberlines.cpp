// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/numberlines.h"

#include "ui/models/deallines.h"
#include "ui/models/dealwords.h"
#include "ui/models/numberwords.h"
#include "ui/models/personwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using domain::Measure;
using workbench::DealPage;
using workbench::NumberView;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Opened)
};

Line part(std::string id, const QString &name, const QString &value)
{
    return {.id = "part " + std::move(id), .text = name, .trailing = value, .trailingTone = Tone::Plain};
}

Line heading(const QString &text, std::size_t count, const Format &format)
{
    return {.id = "heading",
            .look = RowLook::Heading,
            .text = text,
            .trailing = count == 0 ? QString() : format.count(static_cast<qint64>(count))};
}

const workbench::TimelineEntry *entryOf(const DealPage &page, std::uint32_t number)
{
    const auto found = std::ranges::find(page.timeline, number, &workbench::TimelineEntry::number);
    return found == page.timeline.end() ? nullptr : &*found;
}

bool isLength(Measure measure)
{
    const domain::Unit unit = domain::info(measure).unit;
    return unit == domain::Unit::Days || unit == domain::Unit::Hours;
}

/// From when to when a length runs, where it runs from one record until now.
void addSpan(std::vector<Line> &lines, const Format &format, const DealPage &page, const NumberView &number)
{
    const auto *entry = number.records.size() == 1 ? entryOf(page, number.records.front().number) : nullptr;
    if (!isLength(number.measure) || entry == nullptr || number.measure == Measure::DaysPastClose)
        return;
    lines.push_back(part("from", Words::tr("From"), format.dateTime(entry->occurred)));
    lines.push_back(part("until", Words::tr("Until"), format.dateTime(page.asOf)));
}

QString stageOr(const Format &format, const domain::Label &stage)
{
    const QString name = format.label(stage);
    return name.isEmpty() ? QStringLiteral("—") : name;
}

void addTerms(std::vector<Line> &lines, const Format &format, const DealPage &page)
{
    OpenLines all;
    for (const workbench::Term &term : page.terms)
        all.insert(term.id);
    for (Line &line : termLines(format, page, all)) {
        line.open.reset(); // all are open here
        lines.push_back(std::move(line));
    }
}

void addClosing(std::vector<Line> &lines, const Format &format, const DealPage &page)
{
    const workbench::DealSummary &deal = page.summary;
    lines.push_back(part("stage", Words::tr("Claimed stage"), stageOr(format, deal.stage)));
    lines.push_back(part("there", Words::tr("In it for"), format.days(deal.daysInStage)));
    lines.push_back(part("won", Words::tr("Won deals that were in it"), format.count(static_cast<qint64>(page.wonFromStage))));
    if (deal.daysToClose && deal.daysFrom == workbench::DaysFrom::Playbook)
        lines.push_back(part("thin", Words::tr("Too few: the playbook's number"), format.days(*deal.daysToClose)));
    if (deal.daysToClose && deal.daysFrom == workbench::DaysFrom::Age)
        lines.push_back(part("age", Words::tr("None was in it so long: as long again"), format.days(*deal.daysToClose)));
    if (deal.closeDate)
        lines.push_back(part("rep", Words::tr("The rep's own date"), format.date(*deal.closeDate)));
}

void addCloseDate(std::vector<Line> &lines, const Format &format, const DealPage &page)
{
    if (page.summary.closeDate)
        lines.push_back(part("rep", Words::tr("The rep's own date"), format.date(*page.summary.closeDate)));
}

void addGap(std::vector<Line> &lines, const Format &format, const DealPage &page)
{
    lines.push_back(part("claimed", Words::tr("Claimed stage"), stageOr(format, page.summary.stage)));
    lines.push_back(part("proven", Words::tr("Proven stage"), stageOr(format, page.summary.provenStage)));
}

void addStage(std::vector<Line> &lines, const Format &format, const DealPage &page)
{
    lines.push_back(part("stage", Words::tr("Claimed stage"), stageOr(format, page.summary.stage)));
    if (page.summary.stageLimitDays > 0)
        lines.push_back(part("limit", Words::tr("Limit of the stage"), format.days(page.summary.stageLimitDays)));
}

/// The numbers that have parts beside their records, and what adds them.
struct Parts {
    Measure measure;
    void (*add)(std::vector<Line> &lines, const Format &format, const DealPage &page);
};
constexpr std::array<Parts, 7> withParts{{
    {Measure::Health, addTerms},
    {Measure::DaysToClose, addClosing},
    {Measure::DaysPastClose, addCloseDate},
    {Measure::ProvenGap, addGap},
    {Measure::DaysInStage, addStage},
    {Measure::StageLimitDays, addStage},
    {Measure::StageStaleDays, addStage},
}};

Line dealLine(const Format &format, const workbench::DealSummary &deal)
{
    Line line{.id = std::string(dealPrefix) + (deal.id ? deal.id->text() : deal.name), .text = qstring(deal.customer)};
    const bool open = deal.status == workbench::DealStatus::Open;
    QStringList parts{shortName(deal), open ? format.label(deal.stage) : word(deal.status), personName(deal.owner)};
    parts.removeAll(QString());
    line.body = parts.join(QStringLiteral(" · "));
    if (deal.amount)
        line.trailing = format.amount(*deal.amount);
    if (deal.shownHealth) {
        line.chip = format.count(*deal.shownHealth);
        line.chipTone = deal.red ? Tone::Bad : Tone::Good;
    }
    line.leads = deal.id.has_value();
    return line;
}

QString sourceOf(const Format &format, int playbook, support::Instant dataTime)
{
    return Words::tr("Playbook version %1 · data as of %2").arg(format.count(playbook), format.dateTime(dataTime));
}

QString nameOfCount(workbench::Counted which)
{
    switch (which) {
    case workbench::Counted::Open: return Words::tr("Open deals");
    case workbench::Counted::Red: return Words::tr("Red deals");
    case workbench::Counted::PutAside: return Words::tr("Deals put aside");
    }
    return {};
}

QString definitionOfCount(workbench::Counted which)
{
    switch (which) {
    case workbench::Counted::Open: return Words::tr("Deals of the chosen people that are neither won nor lost, flagged or not.");
    case workbench::Counted::Red: return Words::tr("Open deals whose health is below the red line of the playbook.");
    case workbench::Counted::PutAside:
        return Words::tr("Flagged deals whose flags are all snoozed, dismissed or resolved by hand.");
    }
    return {};
}

void addDeals(std::vector<Line> &lines, const Format &format, const std::vector<workbench::DealSummary> &deals, std::size_t total)
{
    const bool all = deals.size() >= total;
    lines.push_back(
        heading(all ? Words::tr("Made of") : Words::tr("The first %1 of").arg(format.count(static_cast<qint64>(deals.size()))),
                total, format));
    for (const workbench::DealSummary &deal : deals)
        lines.push_back(dealLine(format, deal));
}

} // namespace

QString valueOf(const Format &format, const DealPage &page, const NumberView &number)
{
    constexpr double manyHours = 72;
    switch (domain::info(number.measure).unit) {
    case domain::Unit::Days: return format.days(number.value);
    case domain::Unit::Hours: return number.value >= manyHours ? format.days(number.value / 24) : format.hours(number.value);
    case domain::Unit::Money:
        if (page.summary.amount)
            return format.amountInFull(*page.summary.amount);
        break;
    case domain::Unit::Points:
        if (number.measure == Measure::Health && page.summary.shownHealth)
            return format.count(*page.summary.shownHealth);
        break;
    case domain::Unit::Count:
    case domain::Unit::Share: break;
    }
    return format.measure(number.measure, number.value);
}

Opened openNumber(const Format &format, const DealPage &page, const NumberView &number)
{
    Opened opened{.name = nameOf(number.measure),
                  .value = valueOf(format, page, number),
                  .definition = definitionOf(number.measure),
                  .lines = {},
                  .source = sourceOf(format, page.playbookVersion, page.dataTime)};
    if (const auto *parts = std::ranges::find(withParts, number.measure, &Parts::measure); parts != withParts.end())
        parts->add(opened.lines, format, page);
    addSpan(opened.lines, format, page, number);
    if (!number.records.empty())
        opened.lines.push_back(heading(Words::tr("Records that it rests on"), number.records.size(), format));
    for (const workbench::RecordRef &record : number.records) {
        opened.lines.push_back(recordLine(format, page, record, "number"));
        opened.lines.back().indent = 0;
    }
    return opened;
}

Opened openStage(const Format &format, const DealPage &page, const workbench::StageView &stage)
{
    Opened opened{.name = Words::tr("In the stage “%1”").arg(format.label(stage.name)),
                  .value = format.days(stage.days),
                  .definition = Words::tr("All the days that the deal was in this stage, also where it came back to it."),
                  .lines = {},
                  .source = sourceOf(format, page.playbookVersion, page.dataTime)};
    if (stage.entered)
        opened.lines.push_back(part("from", Words::tr("Entered last"), format.dateTime(*stage.entered)));
    if (stage.limitDays > 0)
        opened.lines.push_back(part("limit", Words::tr("Limit of the stage"), format.days(stage.limitDays)));
    if (stage.limitDays > 0 && stage.days > stage.limitDays)
        opened.lines.push_back(part("over", Words::tr("Over the limit by"), format.days(stage.days - stage.limitDays)));
    return opened;
}

Opened openCount(const Format &format, const workbench::CountedDeals &counted)
{
    Opened opened{.name = nameOfCount(counted.which),
                  .value = format.count(static_cast<qint64>(counted.total)),
                  .definition = definitionOfCount(counted.which),
                  .lines = {},
                  .source = sourceOf(format, counted.playbookVersion, counted.dataTime)};
    addDeals(opened.lines, format, counted.deals, counted.total);
    return opened;
}

Opened openDeals(const Format &format, Opened opened, const std::vector<workbench::DealSummary> &deals, std::size_t total)
{
    opened.value = format.count(static_cast<qint64>(total));
    addDeals(opened.lines, format, deals, total);
    return opened;
}

Opened openFlagged(const Format &format, const workbench::Today &today)
{
    const std::size_t below = std::max(today.below.size(), today.belowTotal);
    const std::size_t total = today.listed.size() + below;
    Opened opened{.name = Words::tr("Flagged deals"),
                  .value = format.count(static_cast<qint64>(total)),
                  .definition =
                      Words::tr("Deals with a flag that is open or acknowledged. The most pressing are listed, as many as "
                                "the playbook's focus budget has room for; the rest is below the line."),
                  .lines = {part("listed", Words::tr("Listed"), format.count(static_cast<qint64>(today.listed.size()))),
                            part("below", Words::tr("Below the line"), format.count(static_cast<qint64>(below)))},
                  .source = Words::tr("Data as of %1").arg(format.dateTime(today.dataTime))};
    std::vector<workbench::DealSummary> deals;
    for (const auto *list : {&today.listed, &today.below})
        std::ranges::transform(*list, std::back_inserter(deals), &workbench::TodayItem::deal);
    addDeals(opened.lines, format, deals, total);
    return opened;
}

} // namespace ui
