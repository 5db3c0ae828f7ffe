// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/dealteller.h"

namespace exchange::sample {

/// How many deals are begun on which day: more each month as the organisation grows, fewer around Spring Festival and National
/// Day, none on days off.
class Rhythm {
public:
    explicit Rhythm(const Organisation &organisation);

    /// A moment in office hours at which a deal may begin.
    [[nodiscard]] support::Instant begin(Random &random) const;

private:
    support::Date m_start;
    std::vector<std::int64_t> m_upTo; ///< the sum of all weights up to a day
};

/// Makes customer after customer with their deals.
class Customers {
public:
    Customers(const World &world, const Rhythm &rhythm) : m_world(world), m_rhythm(rhythm) {}

    /// Tells customer `number` and at most `limit` deals of theirs, the first being deal `firstDeal`; returns how many there are.
    [[nodiscard]] std::uint64_t tellBuyer(std::uint64_t number, std::uint64_t firstDeal, std::uint64_t limit);
    /// Tells customer `number`, who has come in as a lead in the last weeks and has no deal yet.
    void tellProspect(std::uint64_t number);

private:
    [[nodiscard]] Buyer draw(std::uint64_t number, Random &random) const;
    void introduce(Buyer &buyer, const std::vector<Course> &courses, Random &random) const;
    void tellCustomer(const Buyer &buyer, const Rep &owner, support::Instant when, Random &random);
    void tellSpeakers(const Buyer &buyer, Random &random);
    void tellLead(const Buyer &buyer, const Rep &owner, support::Instant when, Random &random);
    void tellPageViews(const Buyer &buyer, const std::vector<Course> &courses, Random &random);
    void wakeProspect(const Buyer &buyer, const Rep &owner, support::Instant came, Random &random);

    const World &m_world;
    const Rhythm &m_rhythm;
};

} // namespace exchange::sample
