// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/reports.h"

#include "workbench/inscope.h"
#include "workbench/resolver.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_set>

namespace workbench {

using support::Result;

BoardSize boardSize(const Workbench &workbench, support::Instant asOf)
{
    const auto board = workbench.core().board(*workbench.core().snapshot(), asOf, {});
    return {board->deals.size(), board->leads.size()};
}

namespace {

using Sink = std::function<void(const FlagLine &)>;

/// The flags that `wanted` accepts, in the order of what `orderOf` says of each and then of their rules.
template <class Flags, class Wanted, class OrderOf>
std::vector<const engine::FlagRow *> inOrder(const Flags &flags, const Wanted &wanted, const OrderOf &orderOf)
{
    std::vector<std::pair<decltype(orderOf(*flags.begin())), const engine::FlagRow *>> placed;
    for (const engine::FlagRow &flag : flags) {
        if (wanted(flag))
            placed.emplace_back(orderOf(flag), &flag);
    }
    std::ranges::sort(placed, {}, [](const auto &one) { return std::tie(one.first, one.second->rule); });
    std::vector<const engine::FlagRow *> ordered;
    std::ranges::transform(placed, std::back_inserter(ordered), [](const auto &one) { return one.second; });
    return ordered;
}

/// Tells the flags of one question, whatever they are on.
class Teller {
public:
    Teller(const Resolver &resolver, const engine::Board &board, const InScope &inScope, const Sink &sink)
        : m_resolver(resolver)
        , m_board(board)
        , m_inScope(inScope)
        , m_leadInScope([&](const engine::FlagRow &flag) { return inScope.lead(board.leads[flag.row]); })
        , m_personInScope([&](const engine::FlagRow &flag) { return inScope.person(board.people[flag.row].person); })
        , m_sink(sink)
    {}

    /// Of the deals in `focus` the flag that puts each there; with `all` every one of their flags.
    void tellFocus(const engine::Focus &focus, bool all)
    {
        for (std::size_t i = 0; i < focus.items.size(); ++i) {
            const engine::FocusItem &item = focus.items[i];
            tellDeal(static_cast<int>(i) + 1, *item.best);
            for (const engine::FlagRow &flag : item.flags) {
                if (all && !m_told.contains(&flag))
                    tellDeal(static_cast<int>(i) + 1, flag);
            }
        }
    }

    /// Every flag in scope that is not told yet: by ids, not by the order in which facts arrived.
    void tellRest()
    {
        const auto notTold = [&](const engine::FlagRow &flag) {
            return !m_told.contains(&flag) && m_inScope.deal(m_board.deals[flag.row]);
        };
        const auto byDeal = [&](const engine::FlagRow &flag) { return m_resolver.text(m_board.deals[flag.row].key); };
        for (const engine::FlagRow *flag : inOrder(m_board.deals.flags(), notTold, byDeal))
            tellDeal(0, *flag);
        // Of the gravest the youngest: a lead that came in yesterday can still be won by an answer today.
        const auto byAge = [&](const engine::FlagRow &flag) {
            const engine::LeadRow &lead = m_board.leads[flag.row];
            return std::tuple(gravity(flag), lead.ageDays, m_resolver.text(lead.key));
        };
        for (const engine::FlagRow *flag : inOrder(m_board.leads.flags(), m_leadInScope, byAge))
            tellLead(*flag);
        const auto byPerson = [&](const engine::FlagRow &flag) {
            return std::tuple(gravity(flag), m_resolver.text(m_board.people[flag.row].person));
        };
        for (const engine::FlagRow *flag : inOrder(m_board.personFlags, m_personInScope, byPerson))
            tellPerson(*flag);
    }

    [[nodiscard]] std::size_t flaggedLeads() const { return countActive(m_board.leads.flags(), m_leadInScope); }
    [[nodiscard]] std::size_t flaggedPeople() const { return countActive(m_board.personFlags, m_personInScope); }

private:
    /// How many subjects have an open or acknowledged flag; the flags stand together by subject.
    template <class Flags, class Wanted>
    [[nodiscard]] static std::size_t countActive(const Flags &flags, const Wanted &wanted)
    {
        std::size_t count = 0;
        std::optional<std::uint32_t> last;
        for (const engine::FlagRow &flag : flags) {
            if (!engine::isActive(flag.state) || last == flag.row || !wanted(flag))
                continue;
            last = flag.row;
            ++count;
        }
        return count;
    }

    /// What is put aside comes last, the gravest first.
    [[nodiscard]] std::pair<bool, int> gravity(const engine::FlagRow &flag) const
    {
        return {!engine::isActive(flag.state), -static_cast<int>(m_resolver.playbook().rules[flag.rule].severity)};
    }

    void tellDeal(int place, const engine::FlagRow &row)
    {
        m_told.insert(&row);
        const engine::DealRow &deal = m_board.deals[row.row];
        const DealSummary summary = m_resolver.summary(deal);
        FlagLine line{.place = place, .id = summary.id ? summary.id->text() : std::string()};
        line.name = summary.name;
        line.customer = summary.customer;
        line.customerId = summary.customerId;
        line.owner = summary.owner;
        line.ownerId = summary.ownerId;
        line.amount = summary.amount;
        line.health = summary.health;
        line.shownHealth = summary.shownHealth;
        line.flag = m_resolver.flag(m_board, row, *m_resolver.evaluate(m_board, deal.deal), farLookBack);
        m_sink(line);
    }

    void tellLead(const engine::FlagRow &row) const
    {
        FlagAbout about = m_resolver.aboutLead(m_board, row, m_board.leads[row.row]);
        FlagLine line{.on = FlagOn::Lead, .id = std::move(about.id)};
        line.customer = std::move(about.name);
        line.customerId = std::move(about.customerId);
        line.owner = std::move(about.owner);
        line.ownerId = std::move(about.ownerId);
        line.flag = std::move(about.flag);
        m_sink(line);
    }

    void tellPerson(const engine::FlagRow &row) const
    {
        FlagAbout about = m_resolver.aboutPerson(row, m_board.people[row.row]);
        FlagLine line{.on = FlagOn::Person, .id = std::move(about.id), .name = std::move(about.name)};
        line.flag = std::move(about.flag);
        m_sink(line);
    }

    const Resolver &m_resolver;
    const engine::Board &m_board;
    const InScope &m_inScope;
    std::function<bool(const engine::FlagRow &)> m_leadInScope;
    std::function<bool(const engine::FlagRow &)> m_personInScope;
    const Sink &m_sink;
    std::unordered_set<const engine::FlagRow *> m_told;
};

} // namespace

Result<FlagCounts> flags(const Workbench &workbench, const Scope &scope, support::Instant asOf, bool all, const Sink &sink)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const auto board = core.board(*snapshot, asOf, {});
    const PlaybookInForce &playbook = snapshot->playbook(asOf);
    const InScope inScope(core, *snapshot, scope, asOf);
    const engine::Focus focus =
        engine::focus(*board, *playbook.compiled, inScope.deals(), all ? std::numeric_limits<std::size_t>::max() : 0);
    const Resolver resolver(core, *snapshot, playbook, asOf);
    Teller teller(resolver, *board, inScope, sink);
    teller.tellFocus(focus, all);
    if (all)
        teller.tellRest();
    return FlagCounts{.open = focus.open,
                      .below = focus.total - focus.listed,
                      .putAside = focus.suppressed,
                      .leads = teller.flaggedLeads(),
                      .people = teller.flaggedPeople(),
                      .nextWake = focus.nextWake};
}

Result<Scope> scopeOf(const Workbench &workbench, const domain::PersonId &person, support::Instant asOf)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const domain::Person *described = snapshot->organisation->person(person.text(), asOf);
    if (!described)
        return support::failure(support::ErrorCode::UnknownPerson, person.text(), "no such person");
    Scope scope;
    if (described->role == domain::PersonRole::Rep) {
        scope.person = person;
        return scope;
    }
    const std::string team = snapshot->organisation->teamOf(person.text(), asOf, core.m_zone.dateOf(asOf));
    scope.team =
        domain::TeamId::parse(team).map([](domain::TeamId id) { return std::optional(std::move(id)); }).value_or(std::nullopt);
    return scope;
}

} // namespace workbench
