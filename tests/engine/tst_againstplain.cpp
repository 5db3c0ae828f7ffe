// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/plainengine.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

// The engine against a slow one that shares no code with it, on random histories.

namespace {

std::string number(std::optional<double> value)
{
    return value ? fmt::format("{}", *value) : "-";
}

std::string plainText(const fakes::PlainDeal &deal)
{
    std::string text =
        fmt::format("{} {} R{} E{} Q{} D{} = {} red={} claimed={} proven={} quadrant={} flags={}", deal.status, deal.owner,
                    deal.roles, deal.files, deal.asks, deal.stale, deal.status == "open" ? deal.health : 0, deal.red,
                    deal.claimed, deal.proven, static_cast<int>(deal.quadrant), fmt::join(deal.flags, ","));
    for (std::size_t i = 0; i < domain::measures.size(); ++i)
        text += fmt::format("\n    {}={}", domain::measures[i].id, number(deal.measures[i]));
    return text;
}

std::string engineText(fakes::Story &story, const engine::Board &board, const engine::DealEvaluation &deal)
{
    const auto counts = engine::healthCounts(deal.state, story.playbook().playbook().health, board.asOf);
    const std::array<std::string_view, 3> statuses{"open", "won", "lost"};
    std::vector<std::string> flags;
    for (const engine::FlagRow &flag : board.deals.flagsOn(deal.row.index()))
        flags.push_back(story.playbook().playbook().rules[flag.rule].id.text());
    std::string text = fmt::format("{} {} R{} E{} Q{} D{} = {} red={} claimed={} proven={} quadrant={} flags={}",
                                   statuses[static_cast<std::size_t>(deal.row.status)], story.text(deal.row.owner), counts.roles,
                                   counts.files, counts.asks, counts.staleDays, deal.row.health, deal.row.red, deal.row.claimed,
                                   deal.row.proven, static_cast<int>(deal.row.quadrant), fmt::join(flags, ","));
    for (std::size_t i = 0; i < domain::measures.size(); ++i) {
        const double value = engine::measure(static_cast<domain::Measure>(i), deal.state, story.playbook(), deal.context);
        text +=
            fmt::format("\n    {}={}", domain::measures[i].id, number(std::isnan(value) ? std::nullopt : std::optional(value)));
    }
    return text;
}

RC_GTEST_PROP(Engine, AgreesWithAPlainReadingOfTheDesign, ())
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    const domain::Playbook playbook = fakes::ruledPlaybook();
    fakes::Story story(playbook);
    for (const std::string &line : lines)
        story.tell(line);
    const engine::When when = fakes::when(fakes::at(time));
    const fakes::PlainEngine plain(story.records(), playbook, when.asOf, when.today);
    const auto history = story.history();
    const auto board = engine::evaluate({*history, story.playbook(), story.rules()}, when);
    RC_ASSERT(board->deals.size() == plain.deals().size());
    for (const engine::DealRow &row : board->deals) {
        const std::string id = story.text(row.key);
        const auto deal = engine::evaluateDeal(*history, story.playbook(), *board->calibration, when, row.deal);
        RC_ASSERT(deal.has_value());
        RC_ASSERT(id + " " + engineText(story, *board, *deal) == id + " " + plainText(plain.deals().at(id)));
    }
}

} // namespace
