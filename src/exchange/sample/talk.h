// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/random.h"

#include "domain/words.h"
#include "exchange/sample/vocabulary.h"

namespace exchange::sample {

/// The stages of the default pipeline, as the sample counts them.
enum StageIndex : int { Lead = 0, Needs, Demo, Negotiation, Signing, Delivery };
inline constexpr int stageCount = 6;
inline constexpr std::array<std::string_view, stageCount> stageIds{"lead_confirmed", "needs_diagnosed", "demonstrated",
                                                                   "negotiating",    "signed",          "delivered"};

/// What is spoken of.
struct Topic {
    int stage = 0;
    std::string_view person; ///< "王主任": how the other side is called
    std::string_view product;
    std::int64_t amount = 0; ///< in yuan
    Sector sector = Sector::Medical;
    std::size_t turn = 0; ///< grows from contact to contact
};

/// What our side writes down after a contact with something concrete in it.
[[nodiscard]] std::string noteOf(Random &random, const Topic &topic);
/// Something the customer says or asks, and what there is to answer.
struct Exchange {
    std::string says;
    std::string answer;
};
[[nodiscard]] Exchange customerSays(Random &random, const Topic &topic);
/// An empty phrase of ours, as it is written after a contact of `kind`.
/// The customer holds a competitor's price against ours.
[[nodiscard]] Exchange rivalOnPrice(Random &random, const Topic &topic);
[[nodiscard]] std::string filler(Random &random, domain::ActivityKind kind);
/// An empty phrase of the customer's.
[[nodiscard]] std::string smallTalk(Random &random);
/// The customer speaks well of us.
[[nodiscard]] std::string praise(Random &random, const Topic &topic);
/// The customer's answer to a demo, without praise.
[[nodiscard]] std::string soberFeedback(Random &random, const Topic &topic);
[[nodiscard]] std::string nextStep(Random &random, int stage);
[[nodiscard]] std::string lossReason(Random &random, int stage);
/// "86.5 万": an amount as people say it.
[[nodiscard]] std::string spoken(std::int64_t amount);

} // namespace exchange::sample
