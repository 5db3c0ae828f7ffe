// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/fields.h"
#include "domain/ids.h"
#include "domain/values.h"
#include "domain/words.h"

namespace domain {

// What people do and leave behind: talk, files, targets, judgements, knowledge.

/// A contact between us and the customer, or one of our own acts. It names a deal, a customer or both; one that names only
/// a customer counts for every deal of that customer that was open when it occurred.
struct Activity {
    static constexpr std::string_view type = "activity";
    static constexpr Timing timing = Timing::Required;

    ActivityId id;
    ActivityKind kind;
    Direction direction;
    std::optional<DealId> deal;
    std::optional<CustomerId> customer;
    std::optional<ContactId> contact;
    std::optional<PersonId> actor;
    std::optional<Seconds> duration;
    std::optional<Text> text;
    std::optional<support::Instant> readAt;
    std::optional<Latitude> lat;
    std::optional<Longitude> lon;
    std::optional<Origin> origin;
    std::optional<Name> material;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Activity::id), Field("kind", &Activity::kind), Field("direction", &Activity::direction),
                          Field("deal", &Activity::deal), Field("customer", &Activity::customer),
                          Field("contact", &Activity::contact), Field("actor", &Activity::actor),
                          Field("duration_s", &Activity::duration), Field("text", &Activity::text),
                          Field("read_at", &Activity::readAt), Field("lat", &Activity::lat), Field("lon", &Activity::lon),
                          Field("origin", &Activity::origin), Field("material", &Activity::material));
    }
    friend bool operator==(const Activity &, const Activity &) = default;
};

/// A file on a deal that proves something.
struct Evidence {
    static constexpr std::string_view type = "evidence";
    static constexpr Timing timing = Timing::Required;

    EvidenceId id;
    DealId deal;
    EvidenceKindId kind;
    Name name;
    std::optional<Sha256> sha256;
    std::optional<Bytes> size;
    std::optional<ActivityId> activity;
    std::optional<support::Instant> takenAt;
    std::optional<Latitude> lat;
    std::optional<Longitude> lon;
    std::optional<PersonId> actor;
    std::optional<Verdict> verdict;
    std::optional<Text> verdictReason;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Evidence::id), Field("deal", &Evidence::deal), Field("kind", &Evidence::kind),
                          Field("name", &Evidence::name), Field("sha256", &Evidence::sha256), Field("size", &Evidence::size),
                          Field("activity", &Evidence::activity), Field("taken_at", &Evidence::takenAt),
                          Field("lat", &Evidence::lat), Field("lon", &Evidence::lon), Field("actor", &Evidence::actor),
                          Field("verdict", &Evidence::verdict), Field("verdict_reason", &Evidence::verdictReason));
    }
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// What a person or a team is to bring in a period; exactly one of the two is named.
struct Target {
    static constexpr std::string_view type = "target";
    static constexpr Timing timing = Timing::Assumed;

    std::optional<PersonId> person;
    std::optional<TeamId> team;
    Period period;
    Decimal amount;
    support::Currency currency;

    static constexpr auto fields()
    {
        return std::tuple(Field("person", &Target::person), Field("team", &Target::team), Field("period", &Target::period),
                          Field("amount", &Target::amount), Field("currency", &Target::currency));
    }
    friend bool operator==(const Target &, const Target &) = default;
};

struct Assessment {
    static constexpr std::string_view type = "assessment";
    static constexpr Timing timing = Timing::Required;

    AssessmentId id;
    PersonId person;
    CapabilityId capability;
    Score score;
    AssessmentSource source;
    std::optional<PersonId> assessor;
    std::optional<DealId> deal;
    std::optional<Text> note;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Assessment::id), Field("person", &Assessment::person),
                          Field("capability", &Assessment::capability), Field("score", &Assessment::score),
                          Field("source", &Assessment::source), Field("assessor", &Assessment::assessor),
                          Field("deal", &Assessment::deal), Field("note", &Assessment::note));
    }
    friend bool operator==(const Assessment &, const Assessment &) = default;
};

struct Article {
    static constexpr std::string_view type = "article";
    static constexpr Timing timing = Timing::Required;

    ArticleId id;
    ArticleKind kind;
    Name title;
    Text body;
    Tags tags;
    std::optional<PersonId> author;
    std::optional<Name> status;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Article::id), Field("kind", &Article::kind), Field("title", &Article::title),
                          Field("body", &Article::body), Field("tags", &Article::tags), Field("author", &Article::author),
                          Field("status", &Article::status));
    }
    friend bool operator==(const Article &, const Article &) = default;
};

} // namespace domain
