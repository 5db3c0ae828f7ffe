// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace exchange::sample {

/// Which sample: the same three numbers give the same bytes on every machine.
struct Spec {
    std::uint64_t deals = 1200;
    std::uint64_t seed = 1;
    support::Instant asOf; ///< the sample's today; the two years before it are told
};

/// Something that was put into the sample on purpose, so that a detector can be measured: it should find what bears its truth,
/// and leave the look-alikes (whose truth begins with "honest_") alone.
struct Truth {
    std::string truth;     ///< the pattern, as `back_fill`
    std::string subject;   ///< the id of the deal, person, team, lead or customer, or an industry
    support::Instant from; ///< since when it is there
    support::Instant to;   ///< until when
    std::string detail;    ///< English, for people
};

/// `truth` as one line of JSON without its line end.
[[nodiscard]] std::string toJson(const Truth &truth);

using FactSink = std::function<support::Result<void>(domain::Record)>;

/// Who takes what is made.
struct Sinks {
    FactSink fact;
    std::function<void(const Truth &)> truth;
    std::function<void(std::uint64_t deals)> progress; ///< now and then; may be empty
};

/// Tells two years of a made-up Chinese sales organisation with `spec.deals` deals: first the organisation, its products,
/// targets and knowledge, then customer by customer. Every reference resolves among the facts given so far or within the same
/// customer; memory does not grow with the deals. Times are Shanghai's. Fails with Cancelled, and with an error of the sink.
[[nodiscard]] support::Result<void> generate(const Spec &spec, const Sinks &sinks, const std::stop_token &stop = {});

} // namespace exchange::sample
