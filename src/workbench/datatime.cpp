// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/datatime.h"

#include <algorithm>

namespace workbench {

using support::Instant;

namespace {

template <class Payload>
void look(const history::Run<Payload> &run, Instant asOf, Instant &newest)
{
    for (const history::Stamp &stamp : run.stamps) {
        if (stamp.occurred <= asOf && stamp.recorded <= asOf)
            newest = std::max(newest, stamp.recorded);
    }
}

template <class I>
void look(const history::Shelf<I> &shelf, Instant asOf, Instant &newest)
{
    for (std::uint32_t i = 0; i < shelf.size(); ++i) {
        const history::Block &block = shelf.block(I{i});
        const std::size_t slot = history::Shelf<I>::slot(I{i});
        look(block.events(slot), asOf, newest);
        look(block.acts(slot), asOf, newest);
        look(block.files(slot), asOf, newest);
    }
}

/// Makes the last correction in a run the `last`, where it is later.
template <class Payload>
void lookForCorrection(const history::Block &block, const history::Run<Payload> &run, Instant asOf, Instant &last)
{
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto &[occurred, recorded] = run.stamps[i];
        if (occurred > asOf || recorded > asOf)
            continue;
        if (recorded - occurred >= lateAfter)
            last = std::max(last, recorded);
        if (!run.facts[i].superseded)
            continue;
        const Instant until = block.until(run.facts[i].number);
        last = until <= asOf ? std::max(last, until) : last;
    }
}

template <class I>
void lookForCorrection(const history::Shelf<I> &shelf, Instant asOf, Instant &last)
{
    for (std::uint32_t i = 0; i < shelf.size(); ++i) {
        const history::Block &block = shelf.block(I{i});
        const std::size_t slot = history::Shelf<I>::slot(I{i});
        lookForCorrection(block, block.events(slot), asOf, last);
        lookForCorrection(block, block.acts(slot), asOf, last);
        lookForCorrection(block, block.files(slot), asOf, last);
    }
}

} // namespace

std::optional<Instant> lastCorrection(const history::History &history, Instant asOf)
{
    Instant last = Instant::min();
    lookForCorrection(history.deals(), asOf, last);
    lookForCorrection(history.customers(), asOf, last);
    lookForCorrection(history.leads(), asOf, last);
    lookForCorrection(history.people(), asOf, last);
    return last == Instant::min() ? std::nullopt : std::optional(last);
}

Instant dataTime(const history::History &history, Instant asOf)
{
    // Facts that happen after they are recorded are rare, so the newest of all counts whenever it is recorded by then.
    if (history.newest() <= asOf)
        return history.newest();
    Instant newest = Instant::min();
    look(history.deals(), asOf, newest);
    look(history.customers(), asOf, newest);
    look(history.leads(), asOf, newest);
    look(history.people(), asOf, newest);
    return newest;
}

} // namespace workbench
