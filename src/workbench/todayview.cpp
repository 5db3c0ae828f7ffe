// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/inscope.h"
#include "workbench/resolver.h"
#include "workbench/todaychange.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace workbench {

using support::Result;

namespace {

constexpr support::Duration lookBackBelow = support::days(30);

std::vector<const engine::DealRow *> rowsOf(const engine::Focus &focus)
{
    std::vector<const engine::DealRow *> rows;
    std::ranges::transform(focus.items, std::back_inserter(rows), &engine::FocusItem::row);
    return rows;
}

TodayItem itemOf(const Resolver &resolver, const engine::Board &board, const engine::FocusItem &focused, bool listed)
{
    TodayItem item;
    item.deal = resolver.summary(*focused.row);
    const auto deal = resolver.evaluate(board, focused.row->deal);
    const auto add = [&](const engine::FlagRow &flag) {
        item.flags.push_back(resolver.flag(board, flag, *deal, listed ? farLookBack : lookBackBelow));
    };
    add(*focused.best);
    for (const engine::FlagRow &flag : focused.flags) {
        if (listed && &flag != focused.best && engine::isActive(flag.state))
            add(flag);
    }
    std::stable_sort(item.flags.begin() + 1, item.flags.end(), [](const Flag &a, const Flag &b) { return a.rank > b.rank; });
    return item;
}

/// Tells the items of an answer about Today, or takes them from the last one.
class Teller {
public:
    Teller(const Resolver &resolver, const engine::Board &board, std::shared_ptr<const KeptToday::Entries> known)
        : m_resolver(resolver)
        , m_board(board)
        , m_known(std::move(known))
    {}

    [[nodiscard]] const TodayItem &tell(const engine::FocusItem &focused, bool listed)
    {
        const std::uint32_t deal = focused.row->index();
        const auto &part = m_board.deals.parts()[deal / history::Block::slots];
        const auto known = m_known->find(deal);
        const bool same = known != m_known->end() && known->second.part == part && known->second.listed == listed;
        KeptToday::Entry entry =
            same ? known->second : KeptToday::Entry{part, listed, itemOf(m_resolver, m_board, focused, listed)};
        return m_told.emplace(deal, std::move(entry)).first->second.item;
    }
    [[nodiscard]] KeptToday::Entries all() && { return std::move(m_told); }

private:
    const Resolver &m_resolver;
    const engine::Board &m_board;
    std::shared_ptr<const KeptToday::Entries> m_known;
    KeptToday::Entries m_told;
};

/// Counts the subjects of `flags`, which stand together by subject, that have put all of theirs aside, and notes who wakes first.
template <class Flags, class InScopeFlag>
void addAside(const Flags &flags, InScopeFlag inScope, Today &today)
{
    std::optional<std::uint32_t> flagged;
    std::optional<std::uint32_t> active;
    for (const engine::FlagRow &flag : flags) {
        if (!inScope(flag))
            continue;
        if (flag.state == engine::FlagState::Snoozed)
            today.nextWake = std::min(today.nextWake.value_or(support::Instant::max()), flag.until);
        if (flagged != flag.row)
            ++today.othersSnoozed;
        if (engine::isActive(flag.state) && active != flag.row) {
            --today.othersSnoozed;
            active = flag.row;
        }
        flagged = flag.row;
    }
}

void addPeople(const Resolver &resolver, const engine::Board &board, const InScope &inScope, Today &today)
{
    for (const engine::FlagRow &row : board.personFlags) {
        const engine::PersonRow &person = board.people[row.row];
        if (engine::isActive(row.state) && inScope.person(person.person))
            today.people.push_back(resolver.aboutPerson(row, person));
    }
    addAside(
        board.personFlags, [&](const engine::FlagRow &row) { return inScope.person(board.people[row.row].person); }, today);
}

std::size_t openLeads(const engine::Board &board, const InScope &inScope)
{
    const auto isOpen = [&](const engine::LeadRow &lead) { return !lead.converted && inScope.lead(lead); };
    return static_cast<std::size_t>(std::ranges::count_if(board.leads.rows(), isOpen));
}

void addLeads(const Resolver &resolver, const engine::Board &board, const InScope &inScope, std::size_t most, Today &today)
{
    std::vector<std::pair<const engine::FlagRow *, const engine::LeadRow *>> flagged;
    for (const engine::FlagRow &row : board.leads.flags()) {
        const engine::LeadRow &lead = board.leads[row.row];
        if (engine::isActive(row.state) && inScope.lead(lead))
            flagged.emplace_back(&row, &lead);
    }
    addAside(
        board.leads.flags(), [&](const engine::FlagRow &row) { return inScope.lead(board.leads[row.row]); }, today);
    today.leadsTotal = flagged.size();
    today.openLeads = openLeads(board, inScope);
    const std::vector<domain::Rule> &rules = resolver.playbook().rules;
    // Of the gravest the youngest: a lead that came in yesterday can still be won by an answer today.
    const auto youngerAndGraver = [&](const auto &a, const auto &b) {
        return std::tuple(rules[b.first->rule].severity, a.second->ageDays, a.second->key)
               < std::tuple(rules[a.first->rule].severity, b.second->ageDays, b.second->key);
    };
    const auto shown = flagged.begin() + static_cast<std::ptrdiff_t>(std::min(flagged.size(), most));
    std::ranges::partial_sort(flagged, shown, youngerAndGraver);
    flagged.erase(shown, flagged.end());
    for (const auto &[row, lead] : flagged)
        today.leads.push_back(resolver.aboutLead(board, *row, *lead));
}

std::size_t strayDeals(const engine::Board &board, const InScope &inScope)
{
    std::size_t count = 0;
    for (const engine::DealRow &row : board.deals)
        count += row.status == engine::Status::Open && row.claimed < 0 && inScope.deal(row) ? 1U : 0U;
    return count;
}

/// The earlier of two days on one deal; without a row where neither lies ahead.
struct Ahead {
    const engine::DealRow *row = nullptr;
    Upcoming::Kind kind = Upcoming::Kind::CloseDate;
    support::Date day = {};

    void offer(const engine::DealRow &deal, Upcoming::Kind what, support::Date on)
    {
        if (!row || std::tuple(on, deal.key) < std::tuple(day, row->key))
            *this = {&deal, what, on};
    }
};

std::optional<Upcoming> upcoming(const engine::Board &board, const InScope &inScope, const support::TimeZone &zone,
                                 const Resolver &resolver)
{
    Ahead next;
    for (const engine::DealRow &row : board.deals) {
        if (row.status != engine::Status::Open || !inScope.deal(row))
            continue;
        if (row.hasCloseDay && support::Date{row.closeDay} > board.today)
            next.offer(row, Upcoming::Kind::CloseDate, support::Date{row.closeDay});
        if (row.pipeline < 0 || row.claimed < 0)
            continue;
        const auto &stages = resolver.playbook().pipelines[static_cast<std::size_t>(row.pipeline)].stages;
        const double limit = stages[static_cast<std::size_t>(row.claimed)].limitDays;
        const support::Date over = zone.dateOf(row.claimedSince + support::Duration{std::llround(limit * 86'400e6)});
        if (over > board.today)
            next.offer(row, Upcoming::Kind::StageLimit, over);
    }
    if (!next.row)
        return std::nullopt;
    const DealSummary deal = resolver.summary(*next.row);
    return Upcoming{next.kind, next.day, deal.name, deal.customer};
}

bool counts(Counted which, engine::Standing standing)
{
    switch (which) {
    case Counted::Open: return standing.open;
    case Counted::Red: return standing.red;
    case Counted::PutAside: return standing.putAside;
    }
    return false;
}

} // namespace

Result<Today> Workbench::today(const Scope &scope, support::Instant asOf, std::stop_token stop, Reach reach) const
{
    const auto snapshot = m_self->snapshot();
    const auto board = m_self->board(*snapshot, asOf, stop);
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    const PlaybookInForce &playbook = snapshot->playbook(asOf);
    const InScope inScope(*m_self, *snapshot, scope, asOf);
    const engine::Focus focus = engine::focus(*board, *playbook.compiled, inScope.deals(), reach.below);

    Today today;
    today.asOf = asOf;
    today.dataTime = m_self->dataTime(*snapshot, asOf);
    today.openDeals = focus.open;
    today.redDeals = focus.red;
    today.snoozed = focus.suppressed;
    today.nextWake = focus.nextWake;
    for (std::size_t rule = 0; rule < board->silent.size(); ++rule) {
        if (board->silent[rule])
            today.silent.push_back(playbook.compiled->playbook().rules[rule].name);
    }
    today.judgesHealth = m_self->coverage(*snapshot, asOf).health;
    today.belowTotal = focus.total - focus.listed;
    Resolver resolver(*m_self, *snapshot, playbook, asOf);
    if (focus.total == 0) {
        today.strayDeals = strayDeals(*board, inScope);
        today.upcoming = upcoming(*board, inScope, m_self->m_zone, resolver);
    }
    resolver.prefetch(rowsOf(focus));
    const KeptToday::Ground ground{snapshot->descent, snapshot->naming, asOf, board->calibration, today.judgesHealth};
    Teller teller(resolver, *board, m_self->m_today.on(ground));
    for (std::size_t i = 0; i < focus.items.size() && !stop.stop_requested(); ++i) {
        const bool listed = i < focus.listed;
        auto &list = listed ? today.listed : today.below;
        list.push_back(teller.tell(focus.items[i], listed));
        list.back().place = static_cast<int>(i) + 1;
    }
    m_self->m_today.keep(ground, std::move(teller).all());
    if (reach.compared) {
        const auto then = m_self->board(*snapshot, *reach.compared, stop);
        if (!then || stop.stop_requested())
            return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
        const InScope inScopeThen(*m_self, *snapshot, scope, *reach.compared);
        compareToday(focus, {*board, inScope}, {*then, inScopeThen}, today);
    }
    addPeople(resolver, *board, inScope, today);
    addLeads(resolver, *board, inScope, reach.leads, today);
    return today;
}

Result<CountedDeals> Workbench::counted(const Scope &scope, support::Instant asOf, Counted which, std::size_t limit,
                                        std::stop_token stop) const
{
    const auto snapshot = m_self->snapshot();
    const auto board = m_self->board(*snapshot, asOf, stop);
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    const InScope inScope(*m_self, *snapshot, scope, asOf);
    std::vector<const engine::DealRow *> rows;
    for (const auto &part : board->deals.parts()) {
        for (std::size_t i = 0; i < part->rows.size(); ++i) {
            if (counts(which, part->standings[i]) && inScope.deal(part->rows[i]))
                rows.push_back(&part->rows[i]);
        }
    }
    CountedDeals answer{.which = which, .deals = {}, .total = rows.size(), .playbookVersion = 0, .dataTime = {}};
    const auto worse = [](const engine::DealRow *a, const engine::DealRow *b) {
        return std::tuple(a->status, a->health, a->key) < std::tuple(b->status, b->health, b->key);
    };
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rows.size()));
    std::ranges::partial_sort(rows, end, worse);
    rows.erase(end, rows.end());
    Resolver resolver(*m_self, *snapshot, snapshot->playbook(asOf), asOf);
    resolver.prefetch(rows);
    for (const engine::DealRow *row : rows)
        answer.deals.push_back(resolver.summary(*row));
    answer.playbookVersion = resolver.playbook().version;
    answer.dataTime = m_self->dataTime(*snapshot, asOf);
    return answer;
}

} // namespace workbench
