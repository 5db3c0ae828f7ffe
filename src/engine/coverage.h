// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

#include "domain/playbook.h"

#include <vector>

namespace engine {

/// Which kinds of records there are at all at an instant.
///
/// Most rules find that something is missing: a word from the customer, a file, a payment. In an export that holds no talk every
/// deal has been silent since it began, and a list of all of them helps nobody. Such a rule has nothing to go by.
struct Coverage {
    bool talk = false;
    bool files = false;
    bool roles = false;
    bool payments = false;
    /// The health can be told: talk, and the roles or the files that speak for a deal. Without those every deal is red.
    bool health = false;

    friend bool operator==(const Coverage &, const Coverage &) = default;
    /// Everything that `needed` has is there.
    [[nodiscard]] bool has(const Coverage &needed) const
    {
        return (talk || !needed.talk) && (files || !needed.files) && (roles || !needed.roles) && (payments || !needed.payments)
               && (health || !needed.health);
    }
};

[[nodiscard]] Coverage coverageAt(const history::History &history, support::Instant asOf);

/// What a condition takes for granted that people record: the health what it is made of, an absence what is absent.
[[nodiscard]] Coverage neededBy(const domain::Condition &condition);

/// By the playbook's rules, in their order: true for one that has nothing to go by where only `there` is recorded.
[[nodiscard]] std::vector<bool> silentRules(const domain::Playbook &playbook, const Coverage &there);

} // namespace engine
