// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookjson.h"
#include "resources/embedded.h"

#include "tests/fakes/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using fakes::Story;

// Every rule of the standard playbook on the least that raises it, and on the nearest that does not.

namespace {

domain::Playbook standard()
{
    const auto found = std::ranges::find(resources::playbooks(), "default", &resources::Embedded::name);
    return exchange::readPlaybook(found->text).value();
}

struct Case {
    std::string_view rule;
    std::string_view lines;  ///< what both have
    std::string_view raised; ///< one more line with which the rule holds
    std::string_view at;
    std::string_view silent; ///< one more line with which it does not
    std::string_view silentAt;
};

constexpr Case cases[] = {
    {"red_line", "0d deal D1\n 0d role D1 technical_selector kim", "", "2d", "0d role D1 final_approver lee", "2d"},
    {"red_and_near", "0d deal D1", "0d stage D1 demonstrated", "1d", "0d stage D1 needs_diagnosed", "1d"},
    {"red_and_far", "0d deal D1", "0d stage D1 needs_diagnosed", "1d", "0d stage D1 demonstrated", "1d"},
    {"chain_incomplete", "0d deal D1\n 0d role D1 technical_selector kim\n 0d role D1 final_approver lee\n 0d file D1 E1 minutes",
     "", "1d", "0d file D1 E2 minutes", "1d"},
    {"stale", "0d deal D1", "", "7d1us", "", "7d"},
    {"no_response", "0d deal D1\n 1d call out D1\n 2d call out D1\n 3d call out D1", "", "3d", "2d1h email in D1", "3d"},
    {"no_interaction", "0d deal D1\n 1d call out D1", "", "8d1us", "", "8d"},
    {"no_substance", "0d deal D1\n 1d call in D1 text=报价", "", "11d1us", "", "11d"},
    {"demo_without_feedback", "0d deal D1\n 1d demo out D1", "", "3d1us", "", "3d"},
    {"demo_without_feedback", "0d deal D1\n 1d demo out D1", "", "9d", "2d feedback in D1", "9d"},
    {"contact_without_material", "0d deal D1\n 1d contact kim acme", "", "4d1us", "", "4d"},
    {"contact_without_material", "-20d contact kim acme\n 0d deal D1", "", "3d1us", "", "3d"},
    {"contact_without_material", "0d deal D1\n 1d contact kim acme", "1d email out D1", "9d", "1d email out D1 material=sheet",
     "9d"},
    {"relation_weakening", "0d deal D1\n 1d meeting in D1", "2d meeting in D1", "2d", "2d meeting in D1 by=ann", "2d"},
    {"rival_on_price", "0d deal D1\n 1d stage D1 negotiating", "2d call in D1 text=竞品的价格低一成", "3d",
     "12h call in D1 text=竞品的价格低一成", "3d"},
    {"rival_on_price", "0d deal D1\n 1d stage D1 negotiating\n 2d email in D1 text=竞品的价格低一成", "", "16d", "", "16d1us"},
    {"rival_on_price", "0d deal D1\n 1d stage D1 negotiating\n 2d call in D1 text=价格偏高", "2d call out D1 text=友商报价更低",
     "3d", "2d call out D1 text=友商来过", "3d"},
    {"tender_unmatched", "0d deal D1\n 1d tender in D1", "", "2d", "1d field D1 bid_status 投标准备", "2d"},
    {"renewal_due", "0d deal D1\n 0d won D1", "0d field D1 service_end 2026-02-16", "1d", "0d field D1 service_end 2026-02-17",
     "1d"},
    {"high_intent", "0d deal D1\n 1d call in D1\n 1d1h call in D1\n 1d2h call in D1", "", "2d2h1us", "", "2d2h"},
    {"high_intent_missed", "0d deal D1\n 1d call in D1\n 1d1h call in D1\n 1d2h call in D1", "", "4d2h1us", "", "4d2h"},
    {"first_response_late", "0d deal D1\n 1d call in D1", "1d6h48m1us call out D1", "3d", "1d6h48m call out D1", "3d"},
    {"intent_unproven", "0d deal D1\n 0d field D1 intent 强烈", "", "1d", "0d field D1 budget_range 50万", "1d"},
    {"progress_unproven", "0d deal D1\n 0d field D1 self_rating 推进顺利", "", "1d", "0d file D1 E1 price_comparison", "1d"},
    {"signed_unpaid", "0d deal D1\n 0d stage D1 signed", "", "15d1us", "", "15d"},
    {"signed_unpaid", "0d deal D1\n 0d stage D1 signed", "", "16d", "9d payment D1 1 CNY", "16d"},
    {"signed_unpaid", "0d deal D1\n 0d stage D1 signed", "", "18d", "1d stage D1 negotiating", "18d"},
    {"won_unpaid", "0d deal D1\n 0d won D1", "0d field D1 contract_no 7", "16d", "", "16d"},
    {"potential_unproven", "0d deal D1\n 0d field D1 self_rating 高潜力", "", "1d", "0d file D1 E1 requirement", "1d"},
    {"hard_but_warm", "0d deal D1\n 1d call in D1 text=很满意", "0d field D1 self_rating 困难", "1d",
     "0d field D1 self_rating 正常", "1d"},
    {"stage_bounce",
     "0d deal D1\n 0d stage D1 lead_confirmed\n 1d stage D1 needs_diagnosed\n 2d stage D1 demonstrated\n 3d stage D1 signed\n "
     "4d stage D1 demonstrated\n 5d stage D1 needs_diagnosed",
     "6d stage D1 demonstrated", "6d", "", "6d"},
    {"stage_bounce",
     "0d deal D1\n 0d stage D1 none\n 1d stage D1 needs_diagnosed\n 2d stage D1 demonstrated\n 3d stage D1 signed\n "
     "4d stage D1 demonstrated\n 5d stage D1 needs_diagnosed\n 5d12h stage D1 demonstrated",
     "6d stage D1 signed", "6d", "", "6d"},
    {"close_pushed", "0d deal D1\n 0d close D1 10d\n 1d close D1 20d", "2d close D1 21d", "3d", "2d close D1 19d", "3d"},
    {"close_passed", "0d deal D1\n 0d close D1 3d", "", "4d", "", "3d23h59m59s"},
    {"stage_overrun", "0d deal D1", "", "30d1us", "", "30d"},
    {"lead_dormant", "0d lead L1 customer=acme", "", "14d1us", "", "14d"},
    {"lead_unread", "0d lead L1 customer=acme", "1d chat out @acme", "5d", "1d chat out @acme read=2d", "5d"},
    {"lead_unread", "0d lead L1 customer=acme\n 1d chat out @acme", "", "90d", "", "90d1us"},
    {"rep_coasting", "0d deal D1\n 0d deal D2\n 0d deal D3\n 0d deal D4\n 0d deal D5\n 5d call in D1 text=报价", "", "10d1us",
     "5d call in D2 text=报价", "10d1us"},
    {"rep_slow_response", "0d deal D1\n 1d call in D1", "1d6h48m1us call out D1", "3d", "1d6h48m call out D1", "3d"},
};

std::set<std::string> raised(Story &story, std::string_view asOf)
{
    std::set<std::string> rules;
    const auto board = story.board(asOf);
    const auto note = [&](const engine::FlagRow &flag) { rules.insert(story.playbook().playbook().rules[flag.rule].id.text()); };
    std::ranges::for_each(board->deals.flags(), note);
    std::ranges::for_each(board->leads.flags(), note);
    std::ranges::for_each(board->personFlags, note);
    return rules;
}

} // namespace

TEST(StandardPlaybook, RaisesEachRuleOnTheLeastThatItAsksFor)
{
    for (const Case &one : cases) {
        Story story(standard(), one.lines);
        story.tell(one.raised);
        EXPECT_TRUE(raised(story, one.at).contains(std::string(one.rule))) << one.rule << " at " << one.at;
    }
}

TEST(StandardPlaybook, KeepsEachRuleSilentOnTheNearestThatIsNotEnough)
{
    for (const Case &one : cases) {
        Story story(standard(), one.lines);
        story.tell(one.silent);
        EXPECT_FALSE(raised(story, one.silentAt).contains(std::string(one.rule))) << one.rule << " at " << one.silentAt;
    }
}

TEST(StandardPlaybook, HasAnExampleHereForEachOfItsRules)
{
    for (const domain::Rule &rule : standard().rules) {
        const bool known = std::ranges::any_of(cases, [&](const Case &one) { return one.rule == rule.id.text(); });
        EXPECT_EQ(known, rule.enabled) << rule.id.text();
    }
}
