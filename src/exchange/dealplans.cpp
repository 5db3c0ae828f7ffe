// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dealplans.h"

namespace exchange {

namespace {

/// What the table has no column for stays: the text, and the day while the text does.
void keepHalf(const TableUse &table, const KnownDeal &known, std::optional<support::Instant> modified, domain::NextStepSet &step)
{
    const auto before = known.nextStep(modified);
    if (!before)
        return;
    if (!table.has(Meaning::NextStep))
        step.text = before->text;
    else if (!table.has(Meaning::NextStepDue) && step.text == before->text)
        step.due = before->due;
}

} // namespace

Read<std::vector<domain::EventBody>> plansIn(const Cells &cells, const KnownDeal *known, std::optional<support::Instant> modified)
{
    const TableUse &table = cells.columns().table;
    const auto closeDate = cells.date(Meaning::CloseDate);
    const auto text = cells.longText(Meaning::NextStep);
    const auto due = cells.date(Meaning::NextStepDue);
    if (auto trouble = firstTrouble(text, due, closeDate))
        return tl::unexpected(*std::move(trouble));
    const auto clears = [&](Meaning meaning) { return known != nullptr && table.has(meaning); };
    std::vector<domain::EventBody> plans;
    if (*closeDate || clears(Meaning::CloseDate))
        plans.emplace_back(domain::CloseDateSet{{*closeDate}});
    if (*text || *due || clears(Meaning::NextStep)) {
        domain::NextStepSet step{*text ? **text : domain::Text::parse("").value(), *due};
        if (known != nullptr && (*text || *due))
            keepHalf(table, *known, modified, step);
        plans.emplace_back(std::move(step));
    }
    if (const auto category = cells.category())
        plans.emplace_back(domain::CategorySet{*category});
    return plans;
}

} // namespace exchange
