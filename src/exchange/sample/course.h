// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/organisation.h"
#include "exchange/sample/talk.h"

namespace exchange::sample {

/// What is planted in a deal that is open at the sample's as-of; at most one each, so that labels are clean.
enum class Trait : std::uint8_t {
    None,
    Neglected,         ///< nobody has cared for it for days
    NoAnswer,          ///< three contacts and no answer
    InquiryOpen,       ///< three questions by the customer that nobody answered
    NoMaterial,        ///< a new contact, and nothing was sent
    DemoUnanswered,    ///< a demo more than two days ago without feedback
    MeetingsMissed,    ///< two meetings of the customer's in a row without us
    TenderUnmatched,   ///< a tender is out and no bid is prepared
    ClosePassed,       ///< the expected close date has gone by
    IntentUnproven,    ///< "strong intent" without budget and chain
    PotentialUnproven, ///< "high potential" without a requirement document
    ProgressUnproven,  ///< "progressing well" without evidence of a decision
    HardButWarm,       ///< "hard" while the customer speaks well of us
    SignedUnpaid,      ///< signed, and no first payment
    Rushed,            ///< claimed far along with nobody of the chain named and one file
    RivalPrice,        ///< the customer holds a competitor's price against ours in the negotiation
};

/// The word under which `trait` stands in the truths.
[[nodiscard]] std::string_view wordOf(Trait trait);

/// A move into a stage.
struct Move {
    int stage;
    support::Instant at;
};

/// A new expected close date.
struct CloseGuess {
    support::Date date;
    support::Instant at;
};

/// Who buys, and who speaks for them.
struct Buyer {
    struct Speaker {
        std::string id;
        std::string name;
        std::string_view title;
        support::Instant knownAt = support::Instant::max();
    };
    std::uint64_t number = 0;
    std::string id;
    std::string name;
    const Industry *industry = nullptr;
    std::size_t industryIndex = 0;
    std::size_t team = 0;
    std::size_t region = 0;
    std::string_view channel;
    std::string lead;                ///< the id of the lead that the first deal came from; empty: none
    std::array<Speaker, 4> speakers; ///< the three roles of the chain, and one more
};

/// The whole life of a deal, also beyond the as-of: drawn first, told afterwards as far as it is known.
struct Course {
    std::uint64_t number = 0;
    std::string id;
    bool first = false; ///< of its customer's deals
    const Product *product = nullptr;
    int quantity = 1;
    std::int64_t amount = 0; ///< in yuan
    const Rep *owner = nullptr;
    const Rep *heir = nullptr; ///< who took over, when somebody did
    support::Instant handedOver = support::Instant::max();
    support::Instant created;
    std::vector<Move> moves; ///< the first is the creation's
    std::optional<support::Instant> demo;
    std::optional<support::Instant> tailoredCase;
    std::optional<support::Instant> lostBefore; ///< lost once, and reopened at `reopened`
    support::Instant reopened;
    support::Instant end;
    bool won = false;
    bool bounced = false;
    Trait trait = Trait::None;
    support::Instant quietFrom = support::Instant::max(); ///< from here on nobody of ours moves
    std::vector<CloseGuess> closes;

    [[nodiscard]] bool openAt(support::Instant when) const { return created <= when && when < end; }
    [[nodiscard]] int stageAt(support::Instant when) const;
    [[nodiscard]] support::Instant lastMove(support::Instant until) const;
    /// When the deal got into `stage` for the last time, and when it left it; nothing when it never did.
    [[nodiscard]] std::optional<std::pair<support::Instant, support::Instant>> stay(int stage) const;
    [[nodiscard]] const Rep &ownerAt(support::Instant when) const { return when < handedOver ? *owner : *heir; }
};

/// Gives a deal that is open at the as-of what is planted in it, if anything.
void plantTrait(const Spec &spec, Course &course);
/// Draws the expected close dates as they were guessed one after the other.
void guessCloses(const Spec &spec, Course &course);

[[nodiscard]] Course planCourse(const Spec &spec, const Organisation &organisation, const Buyer &buyer, std::uint64_t number,
                                support::Instant created);

} // namespace exchange::sample
