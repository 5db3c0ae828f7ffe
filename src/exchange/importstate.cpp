// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/importstate.h"

#include "exchange/keeping.h"
#include "exchange/stagewords.h"
#include "exchange/standins.h"
#include "exchange/textcell.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange {

namespace {

std::string rowText(const Row &row)
{
    std::string text;
    for (const std::string &cell : row.cells)
        text += cell + '\x1F';
    text.erase(text.find_last_not_of('\x1F') + 1);
    return text;
}

std::string answerTo(const ImportPlan &plan, QuestionCode code, const std::string &subject)
{
    for (const Question &question : plan.recognition.questions) {
        if (question.code == code && question.subject == subject)
            return plan.answer(question);
    }
    const auto answered = plan.answers.find(Question{code, subject, {}, {}, {}}.key());
    return answered == plan.answers.end() ? std::string() : answered->second;
}

std::string claimKey(Meaning column, const std::string &id)
{
    return std::string(name(column)) + ':' + id;
}

/// What a row claims: the id in a column, and the row's checksum.
struct Claim {
    Meaning column;
    const std::string &id;
    std::uint64_t sum;
};

Read<RowFate> claim(const ImportState &state, const Cells &cells, const Claim &claimed, RowFacts &facts)
{
    std::string key = claimKey(claimed.column, claimed.id);
    const auto entry = state.rows.find(key);
    if (entry == state.rows.end()) {
        facts.claims.emplace_back(std::move(key), claimed.sum);
        return RowFate::Told;
    }
    if (entry->second != claimed.sum)
        return cells.trouble(claimed.column, RefusalReason::RepeatedId);
    cells.notes().add("row_repeated");
    return RowFate::Repeated;
}

} // namespace

ImportState::ImportState(const ImportPlan &importPlan, const ImportContext &importContext)
    : plan(importPlan)
    , context(importContext)
    , things(importPlan, importContext)
{
    for (const TableUse &table : plan.recognition.tables) {
        hasDeals = hasDeals || table.role == TableRole::Deals;
        if (table.role == TableRole::History) {
            historyHasAmount = historyHasAmount || table.has(Meaning::Amount);
            historyHasCloseDate = historyHasCloseDate || table.has(Meaning::CloseDate);
        }
    }
}

bool ImportState::isUnheardOf(const std::string &stage) const
{
    return !stage.empty() && !exchange::stageTarget(*plan.recognition.profile, stage)
           && !plan.answers.contains(Question{QuestionCode::Stage, stage, {}, {}, {}}.key());
}

std::string ImportState::stageTarget(const std::string &stage, Notes &notes) const
{
    if (const auto known = exchange::stageTarget(*plan.recognition.profile, stage))
        return *known;
    std::string answer = answerTo(plan, QuestionCode::Stage, stage);
    if (answer.empty())
        answer = stageChoices(*plan.recognition.profile).front();
    if (isUnheardOf(stage))
        notes.add("stage_assumed", stage, answer);
    return answer;
}

Read<domain::PersonId> ImportState::nobody(const Cells &cells, RowFacts &facts)
{
    const std::string answer = answerTo(plan, QuestionCode::Owner, "");
    const std::string id = answer.empty() ? nobodyId : answer;
    const bool told = plan.answers.contains(Question{QuestionCode::Owner, "", {}, {}, {}}.key());
    if (!told && id != plan.recognition.profile->owner)
        cells.notes().add("owner_assumed", id);
    return things.person(id, answer.empty() || answer == nobodyId ? id : std::string(), cells, facts);
}

Read<domain::PersonId> ImportState::beginner(const HistoryBegin &begin, const Cells &cells, RowFacts &facts)
{
    const auto named = begin.namesSomebody() ? things.whom(begin.ownerId, begin.ownerName, cells, facts)
                                             : Read<std::optional<domain::PersonId>>(std::nullopt);
    if (!named)
        return tl::unexpected(named.error());
    return *named ? Read<domain::PersonId>(**named) : nobody(cells, facts);
}

domain::Times ImportState::timeOf(const TableUse &table, const std::string &input) const
{
    if (table.latest) {
        const support::Instant at = context.zone.startOf(*table.latest);
        return {at, at, false};
    }
    return timeOf(input);
}

domain::Times ImportState::timeOf(const std::string &input) const
{
    const auto answered = plan.answers.find(Question{QuestionCode::RowTime, input, {}, {}, {}}.key());
    const auto day = answered == plan.answers.end() ? support::failure(support::ErrorCode::BadDate, "", "no answer")
                                                    : support::parseDate(answered->second);
    const support::Instant at = day ? context.zone.startOf(*day) : context.importTime;
    return {at, at, !day};
}

bool ImportState::hasRowOf(const std::string &id) const
{
    return rows.contains(claimKey(Meaning::DealId, id));
}

std::optional<KnownLead> ImportState::lead(const std::string &id) const
{
    if (const auto own = leads.find(id); own != leads.end())
        return own->second;
    const auto known = knownAs<domain::Lead>(context, id);
    if (!known)
        return std::nullopt;
    return KnownLead{known->occurredAt(), std::get<domain::Lead>(known->fact()).customer};
}

std::optional<domain::CustomerId> ImportState::customerOfContact(const std::string &id) const
{
    if (const auto own = contactCustomers.find(id); own != contactCustomers.end())
        return own->second;
    const auto known = knownAs<domain::Contact>(context, id);
    return known ? std::optional(std::get<domain::Contact>(known->fact()).customer) : std::nullopt;
}

void HistoryBegin::hearOwner(const Cells &cells, support::Instant when, bool isFirst)
{
    const std::string id = cells.text(Meaning::OwnerId);
    const std::string name = cells.text(Meaning::OwnerName);
    const bool owned = !id.empty() || !name.empty();
    if (isFirst || when < first) {
        first = when;
        ownerId = owned ? id : cells.text(Meaning::ActorId);
        ownerName = name;
    }
    tellsOwner = tellsOwner || owned;
}

int HistoryBegin::learn(support::Instant when, std::uint64_t number)
{
    if (group != number)
        before = last;
    const int turn = when > seen ? 1 : when < seen ? -1 : 0;
    group = number;
    seen = when;
    scattered = scattered || when < before;
    tied = tied || when == before;
    last = std::max(last, when);
    return turn;
}

void ImportState::accept(const RowFacts &facts, const RowPlace &place)
{
    for (const SaidEnd &end : facts.ends) {
        if (const auto *lost = std::get_if<domain::Lost>(&end.body); lost != nullptr && lost->reason)
            lostReasons.insert_or_assign(end.deal.text(), *lost->reason);
        ends.emplace_back(end, place);
    }
    things.accept(facts);
    for (const auto &[key, sum] : facts.claims)
        rows.try_emplace(key, sum);
    if (facts.unnamed)
        alike[facts.unnamed->first].insert(facts.unnamed->second);
}

void noteDateOrders(const TableUse &table, Notes &notes)
{
    std::string dayFirst;
    std::string monthFirst;
    for (const ColumnUse &column : table.columns) {
        if (!column.order)
            continue;
        std::string &columns = *column.order == DateOrder::DayFirst ? dayFirst : monthFirst;
        columns += (columns.empty() ? "" : ", ") + column.header;
    }
    if (!dayFirst.empty() && !monthFirst.empty())
        notes.add("date_orders_differ", dayFirst, monthFirst);
}

Read<RowFate> claimId(const ImportState &state, const Cells &cells, Meaning idColumn, const std::string &id, RowFacts &facts)
{
    return claim(state, cells, {idColumn, id, checksum(rowText(cells.row()))}, facts);
}

Read<RowFate> claimUnnamed(const ImportState &state, const Cells &cells, Meaning idColumn, std::string &id, RowFacts &facts)
{
    const std::uint64_t sum = checksum(rowText(cells.row()));
    const auto alike = state.alike.find(id);
    if (alike != state.alike.end() && alike->second.contains(sum)) {
        cells.notes().add("row_repeated");
        return RowFate::Repeated;
    }
    facts.unnamed.emplace(id, sum);
    if (alike != state.alike.end())
        id += fmt::format("-{}", alike->second.size() + 1);
    return claim(state, cells, {idColumn, id, sum}, facts);
}

} // namespace exchange
