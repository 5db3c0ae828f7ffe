// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/people.h"

#include "engine/evaluate.h"
#include "engine/flags.h"
#include "engine/leadstate.h"
#include "engine/score.h"

#include <algorithm>
#include <cmath>

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

/// Counts the deals of people.
class Tallies {
public:
    Tallies(const domain::WindowSettings &windows, support::Instant asOf)
        : m_windows(windows)
        , m_responsesFrom(responsesFrom(windows, asOf))
    {}

    void add(const DealRow &deal)
    {
        Tally &tally = of(deal.owner);
        if (deal.status == Status::Open) {
            ++tally.row.openDeals;
            tally.row.withoutSubstance += deal.daysSinceSubstance > m_windows.substanceDays ? 1U : 0U;
        }
        if (deal.created > m_responsesFrom && !std::isnan(deal.firstResponseHours))
            tally.responses.push_back(deal.firstResponseHours);
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

    const domain::WindowSettings &m_windows;
    support::Instant m_responsesFrom;
    history::KeyTable m_places;
    std::vector<Tally> m_tallies;
};

bool holds(const RuleSet::Entry &entry, const PersonRow &person)
{
    return entry.condition.holds([&](domain::Measure which) { return measure(which, person); });
}

/// The deals that were somebody's at any time: what a person's figures of any day are made of.
std::vector<history::DealIndex> dealsEverOf(const history::History &history, domain::SymbolKey person)
{
    std::vector<history::DealIndex> deals;
    for (std::uint32_t i = 0; i < history.deals().size(); ++i) {
        const auto events = history::view(history.deals(), history::DealIndex{i}, support::Instant::max()).allEvents();
        const auto names = [&](const history::Event &event) {
            return (event.kind == domain::RowKind::Deal && event.a == person)
                   || (event.kind == domain::RowKind::OwnerSet && event.object == person);
        };
        if (std::ranges::any_of(events.facts, names))
            deals.push_back({i});
    }
    return deals;
}

PersonRow personAt(const Board &board, const Source &source, const std::vector<history::DealIndex> &deals,
                   domain::SymbolKey person, support::Instant instant)
{
    Tallies tallies(source.playbook.playbook().windows, instant);
    for (const history::DealIndex deal : deals) {
        const auto then = evaluateDeal(source.history, source.playbook, *board.calibration, {instant, board.today}, deal);
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
    Tallies tallies(windows, board.asOf);
    for (const auto &part : board.deals.parts()) {
        for (const DealRow &deal : part->rows)
            tallies.add(deal);
    }
    return tallies.finish();
}

std::vector<PersonRow> recountPeople(const Board &board, const domain::WindowSettings &windows,
                                     const std::vector<PersonRow> &known, std::span<const domain::SymbolKey> touched)
{
    const auto isTouched = [&](domain::SymbolKey person) { return std::ranges::find(touched, person) != touched.end(); };
    Tallies tallies(windows, board.asOf);
    for (const auto &part : board.deals.parts()) {
        for (std::size_t i = 0; i < part->owners.size(); ++i) {
            if (isTouched(part->owners[i]))
                tallies.add(part->rows[i]);
        }
    }
    std::vector<PersonRow> rows = tallies.finish();
    std::ranges::copy_if(known, std::back_inserter(rows), [&](const PersonRow &row) { return !isTouched(row.person); });
    std::ranges::sort(rows, {}, &PersonRow::person);
    return rows;
}

/// Opens a flag that was put aside when the rule held anew for the person since.
void revivePerson(const Board &board, const Source &source, const RuleSet::Entry &entry, FlagRow &flag)
{
    if (!isPutAside(flag))
        return;
    const domain::SymbolKey person = board.people[flag.row].person;
    const auto deals = dealsEverOf(source.history, person);
    revive(flag, board.asOf,
           [&](support::Instant instant) { return holds(entry, personAt(board, source, deals, person, instant)); });
}

std::vector<FlagRow> flagPeople(const Board &board, const Source &source)
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
            revivePerson(board, source, entry, flag);
            flags.push_back(flag);
        }
    }
    return flags;
}

} // namespace engine
