// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/sample.h"

#include "exchange/sample/calendar.h"
#include "exchange/sample/customers.h"
#include "exchange/sample/knowledge.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr int years = 2;
constexpr std::uint64_t dealsBetweenReports = 64;

} // namespace

std::string toJson(const Truth &truth)
{
    // Every word of a truth is ours, without quotes or control characters in it.
    return fmt::format(R"({{"truth":"{}","subject":"{}","from":"{}","to":"{}","detail":"{}"}})", truth.truth, truth.subject,
                       support::toText(truth.from), support::toText(truth.to), truth.detail);
}

Result<void> generate(const Spec &spec, const Sinks &sinks, const std::stop_token &stop)
{
    const support::Date start = support::addMonths(dayOf(spec.asOf), -12 * years);
    const Organisation organisation(spec, start);
    Facts facts(spec.asOf);
    organisation.tell(facts);
    tellProducts(organisation, facts);
    tellTargets(spec, organisation, facts);
    tellAssessments(spec, organisation, facts);
    tellArticles(organisation, facts);
    if (auto told = facts.flush(sinks.fact); !told)
        return told;
    organisation.tellTruths(sinks.truth);
    if (spec.deals > 0)
        sinks.truth({"bounce_pattern", std::string(industries()[sealedIndustry].name), at(start, 0), spec.asOf,
                     "deals go back a stage on Fridays between 16 and 17, nearly all of one kind of customer"});

    const World world{spec, organisation, facts, sinks.truth};
    const Rhythm rhythm(organisation);
    Customers customers(world, rhythm);
    std::uint64_t customer = 1;
    for (std::uint64_t deals = 0; deals < spec.deals; ++customer) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, "", "the sample was stopped");
        const std::uint64_t before = deals;
        deals += customers.tellBuyer(customer, deals + 1, spec.deals - deals);
        if (auto told = facts.flush(sinks.fact); !told)
            return told;
        if (sinks.progress && deals / dealsBetweenReports != before / dealsBetweenReports)
            sinks.progress(deals);
    }
    for (std::uint64_t prospect = 0; prospect < spec.deals / 12; ++prospect) {
        customers.tellProspect(customer + prospect);
        if (auto told = facts.flush(sinks.fact); !told)
            return told;
    }
    return {};
}

} // namespace exchange::sample
