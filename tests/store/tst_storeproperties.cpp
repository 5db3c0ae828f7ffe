// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/references.h"
#include "store/verify.h"
#include "tests/fakes/arbitraryrecords.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

using namespace tests;
using domain::Record;
using domain::SymbolKind;
using support::Instant;

namespace {

domain::Fact thing(const store::Reference &named)
{
    switch (named.kind) {
    case SymbolKind::Team: return team(named.id);
    case SymbolKind::Person: return person(named.id);
    case SymbolKind::Customer: return customer(named.id);
    case SymbolKind::Contact: return contact(named.id, "c");
    case SymbolKind::Product: return domain::Product{value<domain::ProductId>(named.id), value<domain::Name>("x"), {}, {}, {}};
    case SymbolKind::Lead:
        return domain::Lead{value<domain::LeadId>(named.id), value<domain::Name>("x"), {}, {}, {}, {}, {}, {}, {}};
    case SymbolKind::Deal: return deal(named.id);
    case SymbolKind::Evidence: return evidence(named.id, "d");
    default: return visit(named.id, "c");
    }
}

/// Any facts, and before them whatever they name.
std::vector<Record> soundFacts()
{
    std::vector<Record> facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    const auto own = *rc::gen::container<std::vector<Record>>(rc::gen::arbitrary<Record>());
    for (const Record &fact : own) {
        for (const store::Reference &named : store::references(fact.fact()))
            facts.push_back(record(thing(named), at("2026-01-01")));
    }
    facts.insert(facts.end(), own.begin(), own.end());
    return facts;
}

struct Version {
    store::FactNumber number;
    Instant recorded;
    store::BatchId batch;
};

/// Until when `version` holds among the living: what the store has to have computed.
Instant until(const Version &version, const std::vector<Version> &living)
{
    const auto order = [](const Version &v) { return std::pair(v.recorded, v.number); };
    Instant end = Instant::max();
    std::pair next(Instant::max(), ~store::FactNumber{0});
    for (const Version &other : living) {
        if (order(other) > order(version) && order(other) < next) {
            next = order(other);
            end = other.recorded;
        }
    }
    return end;
}

void sound(const store::Workspace &workspace)
{
    const auto findings = store::verify(workspace).value();
    for (const store::Finding &finding : findings)
        RC_LOG() << name(finding.code) << ' ' << finding.where << ": " << finding.detail << '\n';
    RC_ASSERT(findings.empty());
}

} // namespace

RC_GTEST_PROP(Store, GivesBackAnyFactsAndChangesNothingWhenTheyComeAgain, ())
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto facts = soundFacts();
    const auto first = write(workspace, facts);
    RC_ASSERT(first.refused.empty());
    const auto stored = records(workspace);
    RC_ASSERT(stored.size() == first.summary.created + first.summary.updated);
    for (const store::StoredRecord &one : stored)
        RC_ASSERT(std::ranges::find(facts, one.record) != facts.end());
    const auto again = write(workspace, facts);
    RC_ASSERT(again.summary.unchanged == facts.size());
    sound(workspace);
}

RC_GTEST_PROP(Store, HoldsTheSameFactsWhateverTheirOrder, ())
{
    const Folder folder;
    auto facts = soundFacts();
    const auto contents = [&](const char *name) {
        auto workspace = create(folder / name);
        RC_ASSERT(write(workspace, facts).refused.empty());
        sound(workspace);
        std::multiset<std::pair<std::string, std::int64_t>> out;
        for (const store::StoredRecord &one : records(workspace))
            out.emplace(domain::typeName(one.record.fact()), one.record.recordedAt().micros);
        return out;
    };
    const auto inOrder = contents("a");
    std::ranges::reverse(facts);
    // A membership that comes twice is known by its content alone: which of its times stays is a question of order.
    const auto untimed = [](const auto &entry) { return entry.first == "membership"; };
    auto first = inOrder;
    auto second = contents("b");
    std::erase_if(first, untimed);
    std::erase_if(second, untimed);
    RC_ASSERT(first == second);
}

RC_GTEST_PROP(Store, KeepsTheEndOfEveryVersionRightThroughWithdrawals, ())
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<Version> versions;
    std::set<store::BatchId> withdrawn;
    const int steps = *rc::gen::inRange(1, 25);
    for (int step = 0; step < steps; ++step) {
        const auto batches = static_cast<store::BatchId>(workspace.batches()->size());
        const int what = *rc::gen::inRange(0, 4);
        if (what < 2 || batches == 0) {
            const Instant when = at("2026-01-01") + support::days(*rc::gen::inRange(0, 6));
            const auto written = write(workspace, {record(customer("c", std::to_string(step)), when)});
            versions.push_back({rows(workspace).back().number, when, written.summary.batch});
        } else if (what == 2) {
            const auto batch = *rc::gen::inRange<store::BatchId>(1, batches + 1);
            RC_ASSERT(workspace.withdraw(batch, at("2026-07-01")).has_value() == withdrawn.insert(batch).second);
        } else {
            const auto batch = *rc::gen::inRange<store::BatchId>(1, batches + 1);
            RC_ASSERT(workspace.restore(batch).has_value() == (withdrawn.erase(batch) == 1));
        }
    }
    std::erase_if(versions, [&](const Version &version) { return withdrawn.contains(version.batch); });
    const auto found = rows(workspace);
    RC_ASSERT(found.size() == versions.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        RC_ASSERT(found[i].number == versions[i].number);
        RC_ASSERT(found[i].until == until(versions[i], versions));
    }
    sound(workspace);
}

RC_GTEST_PROP(Store, HoldsWhatTheBatchesThatCountHaveToldWhicheverOfThemWroteIt, ())
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto basics = basis();
    basics.push_back(record(deal("d"), at("2026-01-02")));
    write(workspace, basics);
    const std::vector<std::string> stages{"a", "b", "c", "e"};
    using Written = std::pair<std::string, store::BatchId>; // a stage, by who wrote it
    std::vector<std::set<Written>> told(2);
    std::set<store::BatchId> withdrawn;
    const auto living = [&](const std::function<bool(store::BatchId)> &asked) {
        std::set<Written> counting;
        for (store::BatchId id = 2; id < std::ssize(told); ++id) {
            const std::set<Written> &own = told[static_cast<std::size_t>(id)];
            if (asked(id) && !withdrawn.contains(id))
                counting.insert(own.begin(), own.end());
        }
        return counting;
    };
    const auto all = [](store::BatchId) { return true; };
    // Whether of what a withdrawn batch but `turned` wrote a part would count when `counting` does.
    const auto tears = [&](const std::set<Written> &counting, store::BatchId turned) {
        return std::ranges::any_of(withdrawn, [&](store::BatchId id) {
            const auto &facts = told[static_cast<std::size_t>(id)];
            const auto wrote = [&](const Written &one) { return one.second == id; };
            const auto counts = [&](const Written &one) { return wrote(one) && counting.contains(one); };
            const auto some = std::ranges::count_if(facts, counts);
            return id != turned && some != 0 && some != std::ranges::count_if(facts, wrote);
        });
    };
    const int steps = *rc::gen::inRange(1, 25);
    for (int step = 0; step < steps; ++step) {
        const int what = *rc::gen::inRange(0, 4);
        const auto batch = *rc::gen::inRange<store::BatchId>(2, std::max<store::BatchId>(3, std::ssize(told)));
        const std::set<Written> before = living(all);
        const auto holder = [&](const std::string &stage) {
            return std::ranges::find_if(before, [&](const Written &one) { return one.first == stage; });
        };
        if (what < 2 || told.size() == 2) {
            const auto chosen = *rc::gen::inRange(0U, 1U << stages.size());
            std::set<Written> some;
            std::vector<Record> facts;
            for (std::size_t i = 0; i < stages.size(); ++i) {
                if ((chosen >> i & 1U) == 0)
                    continue;
                some.insert(holder(stages[i]) == before.end() ? Written(stages[i], std::ssize(told)) : *holder(stages[i]));
                facts.push_back(record(moved("d", stages[i]), at("2026-01-03")));
            }
            write(workspace, facts);
            told.push_back(some);
        } else if (what == 2) {
            const std::set<Written> others = living([&](store::BatchId id) { return id != batch; });
            const std::set<Written> earlier = living([&](store::BatchId id) { return id < batch; });
            const std::set<Written> &own = told[static_cast<std::size_t>(batch)];
            const auto goes = [&](const Written &one) { return !others.contains(one); };
            const auto again = [&](const Written &one) { return others.contains(one) && !earlier.contains(one); };
            const bool torn = std::ranges::any_of(own, goes) && std::ranges::any_of(own, again);
            const bool may = !torn && !withdrawn.contains(batch) && !tears(others, batch);
            RC_ASSERT(workspace.withdraw(batch, at("2026-07-01")).has_value() == may);
            if (may)
                withdrawn.insert(batch);
        } else {
            const std::set<Written> &own = told[static_cast<std::size_t>(batch)];
            std::set<Written> after = before;
            after.insert(own.begin(), own.end());
            const auto anew = [&](const Written &one) { return holder(one.first) != before.end() && !before.contains(one); };
            const bool may = withdrawn.contains(batch) && std::ranges::none_of(own, anew) && !tears(after, batch);
            RC_ASSERT(workspace.restore(batch).has_value() == may);
            if (may)
                withdrawn.erase(batch);
        }
        RC_ASSERT(rows(workspace).size() == basics.size() + living(all).size());
    }
    sound(workspace);
}
