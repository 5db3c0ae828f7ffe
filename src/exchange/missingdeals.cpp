// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/missingdeals.h"

#include <algorithm>

namespace exchange {

namespace {

/// Whether the id may be that of a deal of `own`: prefixes end with a colon (resources/profiles), and a system without one has
/// ids of its own making that hold none.
bool mayBeOf(const Profile &own, const std::string &id)
{
    return own.prefix.empty() ? id.find(':') == std::string::npos : id.starts_with(own.prefix);
}

std::string namesOf(const ImportContext &context, const std::vector<std::string> &deals)
{
    constexpr std::size_t named = 10;
    std::string names;
    for (std::size_t i = 0; i < std::min(deals.size(), named); ++i) {
        const DealStanding standing = context.dealStanding(deals[i], support::Instant::max());
        names += i == 0 ? "" : ", ";
        names += standing.deal ? std::get<domain::Deal>(standing.deal->fact()).name.text() : deals[i];
    }
    return deals.size() > named ? names + ", …" : names;
}

} // namespace

void noteMissingDeals(const ImportState &state, Notes &notes)
{
    if (!state.hasDeals || !state.context.openDeals || !state.context.dealStanding)
        return;
    std::vector<std::string> missing;
    std::size_t present = 0;
    for (std::string &id : state.context.openDeals()) {
        if (!mayBeOf(*state.plan.recognition.profile, id))
            continue;
        if (state.hasRowOf(id))
            ++present;
        else
            missing.push_back(std::move(id));
    }
    if (missing.size() >= present)
        return;
    const std::string names = namesOf(state.context, missing);
    for (std::size_t i = 0; i < missing.size(); ++i)
        notes.add("deal_missing", names);
}

} // namespace exchange
