// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealpart.h"

namespace engine {

/// Sets the state of `flag` from the decisions in `view` on its rule.
void applyDecisions(const history::AsOf &view, const CompiledPlaybook &playbook, FlagRow &flag);

/// What one block of leads puts on the board: those in `anew` evaluated, the others as they are in `old`, which may be null
/// when all are new. A lead that a deal names has become one and raises no flag; what else ends a lead stands on the
/// sheet of deals (`endByDeals`). A requested stop ends it early, with a part that is of no use.
[[nodiscard]] std::shared_ptr<const Part<LeadRow>> leadPart(const Basis &basis, std::size_t block, const Part<LeadRow> *old,
                                                            const Slotted &anew, const std::stop_token &stop);

/// Takes the flags off the leads in these parts, by block, whose customer has had a deal opened since they came in: what was
/// asked for is being worked on there. No other fact ends a lead, so rules ask for leads up to an age.
void endByDeals(const history::History &history, support::Instant asOf, const Sheet<DealRow> &deals, Sheet<LeadRow>::Parts &parts,
                const std::vector<std::size_t> &blocks);

} // namespace engine
