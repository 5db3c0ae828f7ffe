// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/toldbefore.h"

#include <algorithm>
#include <utility>

namespace exchange {

namespace {

using domain::Record;

bool isDescription(const Record &record)
{
    return std::holds_alternative<domain::Deal>(record.fact());
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
    return standsAs(standing, *body) && (closed == nullptr || !std::holds_alternative<domain::StageMoved>(*body));
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
        if (bodyOf(record) == nullptr && !isDescription(record)) {
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
bool stoodTogether(const std::vector<Record> &told, const std::vector<const Record *> &said,
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

/// The ids of the first deals that `rows` are about.
std::string dealsOf(const std::vector<std::pair<RowPlace, RowFacts>> &rows)
{
    constexpr std::size_t named = 10;
    std::string ids;
    for (std::size_t i = 0; i < std::min(rows.size(), named); ++i) {
        const auto described = std::ranges::find_if(*rows[i].second.asOlder, isDescription);
        ids += (i == 0 ? "" : ", ") + std::get<domain::Deal>(described->fact()).id.text();
    }
    return rows.size() > named ? ids + ", …" : ids;
}

} // namespace

void weighAge(const ImportContext &context, const KnownDeal &deal, const std::optional<domain::PersonId> &owner, RowFacts &facts)
{
    bool others = false;
    const std::vector<const Record *> said = statementsOf(facts, others);
    if (others || !context.dealTold || !facts.isNews() || !stoodTogether(context.dealTold(deal.id().text()), said, owner))
        return;
    std::vector<Record> &standing = facts.asOlder.emplace(facts.repeated);
    if (std::ranges::none_of(standing, isDescription))
        standing.insert(standing.begin(), *deal.description());
}

bool DoubtfulRows::keep(const RowPlace &place, const RowFacts &facts)
{
    if (facts.asOlder)
        m_kept.emplace_back(place, facts);
    else
        m_areNewer = m_areNewer || facts.isNews();
    return facts.asOlder.has_value();
}

std::vector<std::pair<RowPlace, RowFacts>> DoubtfulRows::settle()
{
    if (!std::exchange(m_areNewer, false)) {
        const std::string deals = dealsOf(m_kept);
        for (auto &[place, facts] : m_kept) {
            facts.records = *std::exchange(facts.asOlder, std::nullopt);
            facts.notes.push_back({"row_older", deals, {}});
        }
    }
    return std::exchange(m_kept, {});
}

} // namespace exchange
