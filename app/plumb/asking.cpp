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

tl::expected<AskedPeriod, Exit> periodOf(const Common &common, const std::string &from, const std::string &to)
{
    AskedPeriod period;
    const auto takeDay = [](const std::string &text, std::optional<support::Date> &day) -> support::Result<void> {
        if (text.empty())
            return {};
        return support::parseDate(text).map([&](support::Date date) { day = date; });
    };
    for (const auto &[text, day] : {std::pair(&from, &period.from), std::pair(&to, &period.to)}) {
        if (const auto taken = takeDay(*text, *day); !taken)
            return tl::unexpected(fail(common, taken.error(), Exit::Usage));
    }
    if (!period.from || !period.to || *period.from <= *period.to)
        return period;
    return tl::unexpected(fail(
        common, {support::ErrorCode::OutOfRange, to, "the period ends before it begins"},
        fmt::format("the period from {} to {} ends before it begins: give the earlier day with --from.", from, to), Exit::Usage));
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
