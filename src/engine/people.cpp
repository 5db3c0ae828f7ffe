// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/people.h"

#include "engine/evaluate.h"
#include "engine/flags.h"
#include "engine/leadstate.h"
#include "engine/score.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace engine {

namespace {

/// The lower of the two middle values where there are two.
double medianOf(std::vector<double> &values)
{
    if (values.empty())
        return noValue;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// What a deal gives to the figures of its owner.
struct Share {
    std::uint32_t open = 0;
    std::uint32_t withoutSubstance = 0;
    std::optional<double> responseHours;
};

/// Says it of deals at one instant.
class Shares {
public:
    Shares(const domain::WindowSettings &windows, support::Instant asOf)
        : m_substanceDays(windows.substanceDays)
        , m_responsesFrom(responsesFrom(windows, asOf))
    {}

    [[nodiscard]] Share of(const DealRow &deal) const
    {
        Share share;
        share.open = deal.status == Status::Open ? 1 : 0;
        share.withoutSubstance = share.open != 0 && deal.daysSinceSubstance > m_substanceDays ? 1 : 0;
        if (deal.created > m_responsesFrom && !std::isnan(deal.firstResponseHours))
            share.responseHours = deal.firstResponseHours;
        return share;
    }

private:
    int m_substanceDays;
    support::Instant m_responsesFrom;
};

/// Counts the deals of people.
class Tallies {
public:
    explicit Tallies(const Shares &shares) : m_shares(shares) {}

    void add(const DealRow &deal)
    {
        Tally &tally = of(deal.owner);
        const Share share = m_shares.of(deal);
        tally.row.openDeals += share.open;
        tally.row.withoutSubstance += share.withoutSubstance;
        if (share.responseHours)
            tally.responses.push_back(*share.responseHours);
    }

    [[nodiscard]] std::vector<PersonRow> finish()
    {
        std::vector<PersonRow> rows;
        for (Tally &tally : m_tallies) {
            tally.row.medianResponseHours = medianOf(tally.responses);
            rows.push_back(tally.row);
        }
        std::ranges::sort(rows, {}, &PersonRow::person);
        return rows;
    }

private:
    struct Tally {
        PersonRow row;
        std::vector<double> responses;
    };

    Tally &of(domain::SymbolKey person)
    {
        if (const auto known = m_places.find(person))
            return m_tallies[*known];
        m_places.add(person, static_cast<std::uint32_t>(m_tallies.size()));
        Tally &tally = m_tallies.emplace_back();
        tally.row.person = person;
        return tally;
    }

    Shares m_shares;
    history::KeyTable m_places;
    std::vector<Tally> m_tallies;
};

/// The people of a board of the same instant, with what some deals give them now instead of what they gave.
class Recount {
public:
    Recount(const Shares &shares, std::vector<PersonRow> known) : m_shares(shares), m_people(std::move(known)) {}

    void replace(const DealRow *was, const DealRow *is)
    {
        if (was != nullptr && is != nullptr && was->owner == is->owner) {
            const Share before = m_shares.of(*was);
            const Share after = m_shares.of(*is);
            PersonRow &person = *std::ranges::lower_bound(m_people, is->owner, {}, &PersonRow::person);
            person.openDeals += after.open - before.open;
            person.withoutSubstance += after.withoutSubstance - before.withoutSubstance;
            // Nothing can be taken out of a median: it wants all of them again.
            if (before.responseHours != after.responseHours)
                m_anew.push_back(is->owner);
            return;
        }
        for (const DealRow *row : {was, is}) {
            if (row != nullptr)
                m_anew.push_back(row->owner);
        }
    }

    [[nodiscard]] std::vector<PersonRow> finish(const Sheet<DealRow> &deals)
    {
        if (m_anew.empty())
            return std::move(m_people);
        const auto isAnew = [&](domain::SymbolKey person) { return std::ranges::find(m_anew, person) != m_anew.end(); };
        Tallies tallies(m_shares);
        for (const auto &part : deals.parts()) {
            for (std::size_t i = 0; i < part->owners.size(); ++i) {
                if (isAnew(part->owners[i]))
                    tallies.add(part->rows[i]);
            }
        }
        std::vector<PersonRow> rows = tallies.finish();
        std::ranges::copy_if(m_people, std::back_inserter(rows), [&](const PersonRow &row) { return !isAnew(row.person); });
        std::ranges::sort(rows, {}, &PersonRow::person);
        return rows;
    }

private:
    Shares m_shares;
    std::vector<PersonRow> m_people;
    std::vector<domain::SymbolKey> m_anew;
};

bool holds(const RuleSet::Entry &entry, const PersonRow &person)
{
    return entry.condition.holds([&](domain::Measure which) { return measure(which, person); });
}

/// Who the deal at `index` was ever given to.
template <class Take>
void eachOwner(const history::History &history, std::uint32_t index, Take take)
{
    const auto events = history::view(history.deals(), history::DealIndex{index}, support::Instant::max()).allEvents();
    for (const history::Event &event : events.facts) {
        if (event.kind == domain::RowKind::Deal)
            take(event.a);
        else if (event.kind == domain::RowKind::OwnerSet)
            take(event.object);
    }
}

/// The deals that were somebody's at any time, of each of some people: what their figures of any day are made of.
class DealsEver {
public:
    void ask(domain::SymbolKey person) { m_deals[person]; }

    void read(const history::History &history)
    {
        for (std::uint32_t i = 0; !m_deals.empty() && i < history.deals().size(); ++i) {
            eachOwner(history, i, [&](domain::SymbolKey owner) {
                const auto asked = m_deals.find(owner);
                if (asked != m_deals.end() && (asked->second.empty() || asked->second.back().value != i))
                    asked->second.push_back({i});
            });
        }
    }

    [[nodiscard]] const std::vector<history::DealIndex> &of(domain::SymbolKey person) const { return m_deals.at(person); }

private:
    std::map<domain::SymbolKey, std::vector<history::DealIndex>> m_deals;
};

PersonRow personAt(const Board &board, const Source &source, const std::vector<history::DealIndex> &deals,
                   domain::SymbolKey person, support::Instant instant)
{
    Tallies tallies(Shares(source.playbook.playbook().windows, instant));
    for (const history::DealIndex deal : deals) {
        const auto then = evaluateDeal(source.history, source.playbook, *board.calibration, {instant, board.zone}, deal);
        if (then && then->row.owner == person)
            tallies.add(then->row);
    }
    const auto rows = tallies.finish();
    return rows.empty() ? PersonRow() : rows.front();
}

} // namespace

double measure(domain::Measure which, const PersonRow &person)
{
    if (which == domain::Measure::OpenDeals)
        return person.openDeals;
    if (which == domain::Measure::MedianResponseHours)
        return person.medianResponseHours;
    if (which == domain::Measure::ShareWithoutSubstance && person.openDeals > 0)
        return static_cast<double>(person.withoutSubstance) / person.openDeals;
    return noValue;
}

std::vector<PersonRow> countPeople(const Board &board, const domain::WindowSettings &windows)
{
    Tallies tallies(Shares(windows, board.asOf));
    for (const auto &part : board.deals.parts()) {
        for (const DealRow &deal : part->rows)
            tallies.add(deal);
    }
    return tallies.finish();
}

std::vector<PersonRow> recountPeople(const Board &before, const Sheet<DealRow> &deals, const domain::WindowSettings &windows,
                                     std::span<const std::uint32_t> touched)
{
    Recount recount(Shares(windows, before.asOf), before.people);
    for (const std::uint32_t deal : touched)
        recount.replace(before.deals.find(deal), deals.find(deal));
    return recount.finish(deals);
}

namespace {

/// The flags of `before` on people whose deals, past ones too, are none of those that were touched.
class Untouched {
public:
    Untouched(const PeopleBefore &before, const history::History &history) : m_before(before.board)
    {
        for (const std::uint32_t deal : before.touched)
            eachOwner(history, deal, [this](domain::SymbolKey owner) { m_touched.insert(owner); });
    }

    [[nodiscard]] const FlagRow *find(domain::SymbolKey person, std::uint16_t rule) const
    {
        if (m_touched.contains(person))
            return nullptr;
        const auto found = std::ranges::find_if(m_before.personFlags, [&](const FlagRow &flag) {
            return flag.rule == rule && m_before.people[flag.row].person == person;
        });
        return found == m_before.personFlags.end() ? nullptr : &*found;
    }

private:
    const Board &m_before;
    std::set<domain::SymbolKey> m_touched;
};

/// Opens those of the flags that were put aside whose rule held anew for the person since.
void revivePeople(const Board &board, const Source &source, const std::optional<PeopleBefore> &before,
                  std::vector<FlagRow> &flags)
{
    if (std::ranges::none_of(flags, isPutAside))
        return;
    const auto untouched = before ? std::optional<Untouched>(std::in_place, *before, source.history) : std::nullopt;
    DealsEver deals;
    std::vector<FlagRow *> asked;
    for (FlagRow &flag : flags) {
        const domain::SymbolKey person = board.people[flag.row].person;
        if (!isPutAside(flag))
            continue;
        if (const FlagRow *known = untouched ? untouched->find(person, flag.rule) : nullptr) {
            flag.state = known->state;
            continue;
        }
        deals.ask(person);
        asked.push_back(&flag);
    }
    deals.read(source.history);
    for (FlagRow *flag : asked) {
        const domain::SymbolKey person = board.people[flag->row].person;
        // Somebody put the flag aside, so that there are facts about the person.
        const auto index = *source.history.people().find(person);
        const Looks looks = looksSince(*flag, board.asOf, board.zone, source.history.people(), index);
        revive(*flag, board.asOf, looks, [&](support::Instant instant) {
            return holds(*source.rules.find(flag->rule), personAt(board, source, deals.of(person), person, instant));
        });
    }
}

} // namespace

std::vector<FlagRow> flagPeople(const Board &board, const Source &source, const std::optional<PeopleBefore> &before)
{
    const auto &people = source.history.people();
    std::vector<FlagRow> flags;
    for (std::size_t i = 0; i < board.people.size(); ++i) {
        for (const RuleSet::Entry &entry : source.rules.about(domain::RuleSubject::Person)) {
            if (!holds(entry, board.people[i]))
                continue;
            FlagRow flag{static_cast<std::uint32_t>(i), static_cast<std::uint16_t>(entry.slot), FlagState::Open, {}, {}};
            if (const auto index = people.find(board.people[i].person))
                applyDecisions(history::view(people, *index, board.asOf), source.playbook, flag);
            flags.push_back(flag);
        }
    }
    revivePeople(board, source, before, flags);
    return flags;
}

} // namespace engine
