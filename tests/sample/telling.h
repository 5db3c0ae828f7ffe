// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/sample.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace telling {

/// A deal as its facts left it.
struct DealStory {
    const domain::Record *creation = nullptr;
    std::vector<const domain::Record *> events;
    std::vector<const domain::Record *> activities;
    std::vector<const domain::Record *> evidence;
    std::string stage;
    bool open = true;
    bool won = false;
    std::map<std::string, std::string> fields;

    [[nodiscard]] const domain::Deal &deal() const { return std::get<domain::Deal>(creation->fact()); }
};

/// A whole sample in memory, grouped by deal.
struct Telling {
    std::vector<domain::Record> records;
    std::vector<exchange::sample::Truth> truths;
    std::map<std::string, DealStory> deals;

    [[nodiscard]] std::vector<std::string> subjectsOf(std::string_view truth) const;
    [[nodiscard]] std::size_t count(std::string_view truth) const { return subjectsOf(truth).size(); }
    /// The body of an event of type `Body`, or nothing.
    template <class Body>
    [[nodiscard]] static const Body *body(const domain::Record &record)
    {
        const auto *event = std::get_if<domain::DealEvent>(&record.fact());
        return event == nullptr ? nullptr : std::get_if<Body>(&event->body);
    }
};

/// The sample's today in the tests, a Friday morning in Shanghai.
[[nodiscard]] support::Instant today();

[[nodiscard]] Telling tell(std::uint64_t deals, std::uint64_t seed = 1, support::Instant asOf = today());
/// The sample of the usual size, told once for all tests.
[[nodiscard]] const Telling &usual();

} // namespace telling
