// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/chance.h"
#include "engine/dealstate.h"
#include "history/builder.h"

#include <functional>
#include <optional>
#include <vector>

namespace engine {

// The three places where business breaks off (113): between lead and deal, deal and signing, signing and the next purchase.

/// What became of a lead. The talk is that with its customer since it came in, without page views and tenders.
struct LeadPath {
    history::LeadIndex lead;
    domain::SymbolKey key = 0;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    support::Instant cameIn = {};
    std::optional<support::Instant> dealAt = {}; ///< a deal named it, or was opened with its customer after it came in
    bool touched = false;                        ///< we wrote, called or went there; or a deal was made of it
    bool effective =
        false;         ///< touched, and the customer came back to us or something concrete was said; or a deal was made of it
    bool read = false; ///< the customer is known to have read one of our messages

    [[nodiscard]] bool isReadUnanswered() const { return touched && !effective && read; }
    [[nodiscard]] bool isUnanswered() const { return touched && !effective && !read; } ///< and nobody knows whether it was read
};

/// A deal on its way to the signature.
struct DealPath {
    history::DealIndex deal;
    domain::SymbolKey key = 0;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    domain::SymbolKey team = 0; ///< named by the deal itself; 0: the owner's
    domain::SymbolKey product = 0;
    domain::SymbolKey lead = 0;
    support::Instant created = {};
    support::Instant ended = {};                   ///< when it closed; of an open one, as-of
    std::optional<support::Instant> signedAt = {}; ///< DealState::signedAt, of deals that are not lost
    Status status = Status::Open;
    /// Signed as somebody says, while the proven stage lies before the first in which a deal stands signed.
    bool unproven = false;
};

/// A customer who bought, from the first win in the period on.
struct Buyer {
    domain::SymbolKey customer = 0;
    history::DealIndex first = {};
    support::Instant at = {};
    std::optional<history::DealIndex> newDeal = {}; ///< the next deal that was opened with them
    support::Instant newDealAt = support::Instant::min();
    std::optional<history::DealIndex> boughtAgain = {}; ///< the next one that was won
    support::Instant boughtAgainAt = support::Instant::min();
};

/// Within which a customer has to buy again, as the playbook says; half a year where it does not.
[[nodiscard]] support::Duration repurchaseTime(const domain::Playbook &playbook);

struct BreakpointQuery {
    support::Instant from = support::Instant::min(); ///< leads that came in, deals signed and first wins in [from, to)
    support::Instant to = support::Instant::max();
    support::Duration again = {};                          ///< a customer who buys within this time bought again
    std::function<bool(const LeadPath &)> acceptLead = {}; ///< none: every lead
    std::function<bool(const DealPath &)> acceptDeal = {}; ///< none: every deal; a buyer is asked by the first win
};

/// A share by the end of a time, those who have not had that time yet censored (Kaplan and Meier 1958; Aalen and Johansen 1978).
struct TimedShare {
    Share share;              ///< of the effective number (difference.h)
    Interval interval;        ///< 95 %
    support::Duration within; ///< for so long somebody was watched: the time asked about, or less
};

/// As of an instant, from what was known then. In the order of the history; the buyers by customer.
struct Breakpoints {
    std::vector<LeadPath> leads;
    std::vector<DealPath> created; ///< deals created in the period
    std::vector<DealPath> signings;
    std::vector<Buyer> buyers;
    std::optional<TimedShare> becomeDeals;  ///< leads, in the end
    std::optional<TimedShare> areSigned;    ///< created deals, in the end; lost ones never are
    std::optional<TimedShare> openNewDeals; ///< buyers, within `again`
    std::optional<TimedShare> buyAgain;     ///< likewise
};

[[nodiscard]] Breakpoints breakpoints(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                                      const BreakpointQuery &query, const history::ForEach &forEach = history::inOrder);

} // namespace engine
