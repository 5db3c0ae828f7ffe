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

} // namespace

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
