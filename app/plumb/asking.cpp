// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/asking.h"

#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "workbench/reports.h"

#include <algorithm>

namespace plumb {

namespace {

void noteOldRecords(const workbench::Workbench &workbench, const Common &common)
{
    const auto end = workbench.recordsEnded();
    if (end && common.asOf.empty() && !common.json)
        sayError("note: the records end on {0}; to see that day, add --as-of {0}\n", support::toText(*end));
}

} // namespace

Asked ask(const Common &common)
{
    Asked asked;
    asked.workbench = open(common, workbench::Access::ReadOnly);
    if (!asked.workbench)
        return asked;
    const auto instant = instantOf(*asked.workbench, common.asOf);
    if (instant) {
        asked.asOf = *instant;
        noteOldRecords(*asked.workbench, common);
    } else {
        asked.otherwise = fail(common, instant.error(), Exit::Usage);
        asked.workbench.reset();
    }
    return asked;
}

void noteNoDeals(const Asked &asked, const Common &common)
{
    if (common.json)
        return;
    const workbench::BoardSize size = workbench::boardSize(*asked.workbench, asked.asOf);
    if (size.deals == 0)
        sayError("note: there are no deals, and {}\n", size.leads == 0 ? "no leads" : counted(size.leads, "lead"));
}

std::string amountText(const std::optional<support::Money> &amount)
{
    return amount ? support::decimal(*amount) + ' ' + amount->currency.text() : "—";
}

std::string spelt(std::string_view word, char gap)
{
    std::string text(word);
    std::ranges::replace(text, '_', gap);
    return text;
}

} // namespace plumb
