// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/toldbefore.h"

#include <algorithm>

namespace exchange {

namespace {

using domain::Record;

bool saysSame(const Record &one, const Record &other)
{
    return one.fact() == other.fact() && one.extras() == other.extras();
}

/// Takes in what was told next: the last event of each kind stays, in the order in which they happened.
void learn(DealStanding &standing, const Record &told)
{
    const domain::EventBody *body = bodyOf(told);
    if (body == nullptr) {
        standing.deal = told;
        return;
    }
    const auto same =
        std::ranges::find_if(standing.events, [&](const Record &event) { return bodyOf(event)->index() == body->index(); });
    if (same != standing.events.end() && same->occurredAt() > told.occurredAt())
        return;
    if (same != standing.events.end())
        standing.events.erase(same);
    const auto after =
        std::ranges::find_if(standing.events, [&](const Record &event) { return event.occurredAt() > told.occurredAt(); });
    standing.events.insert(after, told);
}

/// Whether a deal of this standing stood as `said` tells.
bool stoodSo(const DealStanding &standing, const Record &said)
{
    const domain::EventBody *body = bodyOf(said);
    if (body == nullptr)
        return standing.deal && saysSame(*standing.deal, said);
    if (std::holds_alternative<domain::Reopened>(*body) || std::holds_alternative<domain::OwnerSet>(*body))
        return true; // the one follows from the stage, the other is asked by itself
    const Record *closed = closing(standing);
    if (isEnd(*body))
        return closed != nullptr && *bodyOf(*closed) == *body;
    return sameIn(standing, *body) != nullptr && (closed == nullptr || !std::holds_alternative<domain::StageMoved>(*body));
}

/// What a row says of its deal: of several states, as where it began and where it stands, only the last.
std::vector<const Record *> statementsOf(const RowFacts &facts, bool &others)
{
    std::vector<const Record *> said;
    const auto isState = [](const Record *record) {
        const domain::EventBody *body = bodyOf(*record);
        return body != nullptr && (isEnd(*body) || std::holds_alternative<domain::StageMoved>(*body));
    };
    for (const Record &record : facts.records) {
        if (bodyOf(record) == nullptr && !std::holds_alternative<domain::Deal>(record.fact())) {
            others = true;
            continue;
        }
        if (isState(&record))
            std::erase_if(said, isState);
        said.push_back(&record);
    }
    return said;
}

/// Whether all that is `said`, and `owner`, stood together after some of what was `told`.
bool stoodBefore(const std::vector<Record> &told, const std::vector<const Record *> &said,
                 const std::optional<domain::PersonId> &owner)
{
    DealStanding standing;
    for (std::size_t i = 0; i < told.size(); ++i) {
        learn(standing, told[i]);
        // What became known at one instant came in together: a part of it never stood by itself.
        const bool isWhole = i + 1 == told.size() || told[i + 1].recordedAt() != told[i].recordedAt();
        if (isWhole && standing.deal && (!owner || owner == ownerOf(standing))
            && std::ranges::all_of(said, [&](const Record *record) { return stoodSo(standing, *record); }))
            return true;
    }
    return false;
}

} // namespace

void leaveOlder(const ImportContext &context, const KnownDeal &deal, const std::optional<domain::PersonId> &owner,
                RowFacts &facts)
{
    const auto isNews = [&](const Record &record) {
        return bodyOf(record) == nullptr ? !saysSame(record, *deal.description())
                                         : record.times().assumed && record.occurredAt() == context.importTime;
    };
    bool others = false;
    const std::vector<const Record *> said = statementsOf(facts, others);
    if (others || !context.dealTold || std::ranges::none_of(facts.records, isNews))
        return;
    if (!stoodBefore(context.dealTold(deal.id().text()), said, owner))
        return;
    std::erase_if(facts.records, [&](const Record &record) { return bodyOf(record) != nullptr && isNews(record); });
    for (Record &record : facts.records) {
        if (bodyOf(record) == nullptr)
            record = *deal.description();
    }
    facts.notes.push_back({"row_older", {}, {}});
}

} // namespace exchange
