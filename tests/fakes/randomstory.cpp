// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/randomstory.h"

#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/smallplaybook.h"

#include <fmt/format.h>

namespace fakes {

namespace {

using Choices = std::vector<std::string>;

std::string one(const Choices &choices)
{
    return choices[static_cast<std::size_t>(anyNumber(0, static_cast<std::int64_t>(choices.size()) - 1))];
}

std::string anyStage()
{
    return one({"found", "shown", "talked", "signed", "paid", "in", "out", "nowhere", "none"});
}

std::string anyEvent(const std::string &deal)
{
    switch (anyNumber(0, 18)) {
    case 0: return fmt::format("amount {} {} {}", deal, anyNumber(0, 900), one({"CNY", "USD", "JPY", "KWD"}));
    case 1: return fmt::format("close {} {}d", deal, anyNumber(5, 40));
    case 2: return fmt::format("close {} none", deal);
    case 3: return fmt::format("owner {} {}", deal, one({"ann", "bob", "eve"}));
    case 4: return fmt::format("field {} {} {}", deal, one({"pain", "bid", "unknown"}), one({"much", "none"}));
    case 5: return fmt::format("field {} intent {}", deal, one({"strong", "weak", "none"}));
    case 6: return fmt::format("field {} service_end {}", deal, one({"2026-01-20", "2026-03-01", "soon", "none"}));
    case 7:
    case 8: return fmt::format("role {} {} {}", deal, one({"tech", "budget", "final", "other"}), one({"kim", "lee", "none"}));
    case 9: return fmt::format("{} {} found ask", one({"check", "check", "uncheck"}), deal);
    case 10: return fmt::format("next {}{}", deal, one({"", "", " -"}));
    case 11: return fmt::format("won {}{}", deal, one({"", " 10 CNY", " 7"}));
    case 12: return fmt::format("lost {}", deal);
    case 13: return fmt::format("reopened {}", deal);
    case 14: return fmt::format("payment {} 10 CNY", deal);
    case 15: return fmt::format("override {} {}", deal, anyStage());
    case 16:
        return fmt::format("verdict {} {}{} {}", deal, deal, one({"E1", "E2", "E3"}), one({"accepted", "accepted", "rejected"}));
    default: return fmt::format("stage {} {}", deal, anyStage());
    }
}

std::string anyTalk(const std::string &subject)
{
    return fmt::format(
        "{} {} {}{}{}{}", one({"call", "email", "chat", "meeting", "demo", "file", "note", "page_view", "tender", "feedback"}),
        one({"in", "out", "in", "out", "internal"}), subject, one({"", " by=ann"}), one({"", "", " material=sheet"}),
        one({"", " text=the price", " text=the price of a rival", " text=splendid", " text=nothing"}));
}

std::string anyFile(const std::string &deal)
{
    return fmt::format("file {} {}{} {}{}{}", deal, deal, one({"E1", "E2", "E3"}),
                       one({"quotation", "minutes", "report", "photo", "odd"}), one({"", " hash=a", " hash=b"}),
                       one({"", " verdict=accepted", " verdict=rejected", " verdict=pending"}));
}

std::string anyThing(const std::string &deal)
{
    switch (anyNumber(0, 9)) {
    case 0: return fmt::format("customer {}{}", one({"acme", "bolt"}), one({"", " channel=fair"}));
    case 1: return fmt::format("contact {} {}{}", one({"kim", "lee"}), one({"acme", "bolt"}), one({"", " title=boss"}));
    case 2:
        return fmt::format("flag {} {}", one({deal + " red", deal + " keen", "~ann idle", "~bob idle"}),
                           one({"acknowledged", "snoozed until=20d", "dismissed"}));
    case 3: return fmt::format("task {} T1 {}", deal, one({"open", "done"}));
    case 4: return anyTalk(one({"@acme", "@bolt"}));
    case 5: return anyFile(deal);
    case 6: return anyFile(deal);
    default: return anyTalk(deal);
    }
}

} // namespace

std::string anyTime(std::int64_t fromDay, std::int64_t toDay)
{
    const std::int64_t halfDays = anyNumber(fromDay * 2, toDay * 2);
    const std::string sign = halfDays < 0 ? "-" : "";
    return fmt::format("{}{}h{}", sign, std::abs(halfDays) * 12, one({"", "", "", "", "1us", "1s"}));
}

std::vector<std::string> anyStory(std::size_t most)
{
    const Choices deals{"D1", "D2", "D3", "D4", "D5"};
    std::vector<std::string> lines;
    for (const std::string &deal : deals) {
        lines.push_back(fmt::format("{} deal {} customer={} pipeline={}{}", anyTime(0, 6), deal, one({"acme", "bolt"}),
                                    one({"default", "default", "default", "short", "odd"}), one({"", " currency=JPY"})));
    }
    const std::int64_t count = anyNumber(0, static_cast<std::int64_t>(most));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::string deal = one(deals);
        const std::string occurred = anyTime(-1, 30);
        const std::string recorded = anyNumber(0, 3) == 0 ? fmt::format("/{}", anyTime(0, 34)) : "";
        lines.push_back(occurred + recorded + " " + (anyNumber(0, 1) == 0 ? anyEvent(deal) : anyThing(deal)));
    }
    return lines;
}

domain::Playbook ruledPlaybook()
{
    using domain::Comparison;
    using domain::Condition;
    using domain::Measure;
    domain::Playbook playbook = smallPlaybook();
    playbook.pipelines[0].stages[1].requiredFields = {
        {*domain::FieldId::parse("intent"), {*domain::Name::parse("strong"), *domain::Name::parse("certain")}}};
    playbook.map.cycleShare = 0.5;
    const auto field = [](std::string_view name, bool present, std::string value) {
        return Condition{domain::FieldTest{*domain::FieldId::parse(name), present, std::move(value)}};
    };
    playbook.rules = {
        ruleOn("red", compare(Measure::Health, Comparison::Less, 60)),
        ruleOn("keen", compare(Measure::Inquiries, Comparison::AtLeast, 2)),
        ruleOn("stale", {domain::MeasureTest{Measure::DaysSinceProgress, Comparison::More, Measure::StageStaleDays}}),
        ruleOn("strong",
               {domain::ConditionGroup{domain::GroupKind::All, {field("intent", true, "strong"), field("pain", false, "")}}}),
        ruleOn("dated", field("service_end", true, "2026-01-20")),
        ruleOn("papers", {domain::EvidenceTest{
                             {*domain::EvidenceKindId::parse("minutes"), *domain::EvidenceKindId::parse("quotation")}, 2, true}}),
        ruleOn("far", {domain::StageTest{domain::StageRelation::After, *domain::StageId::parse("shown")}}),
        ruleOn("lowshort", {domain::QuadrantTest{domain::Quadrant::LowShort}}),
        ruleOn("quiet", {domain::ConditionGroup{domain::GroupKind::None,
                                                {compare(Measure::DaysSinceInteraction, Comparison::AtMost, 3),
                                                 compare(Measure::ContactsUnanswered, Comparison::Equal, 0)}}}),
        ruleOn("either", {domain::ConditionGroup{domain::GroupKind::Any,
                                                 {compare(Measure::ProvenGap, Comparison::More, 0),
                                                  compare(Measure::Payments, Comparison::NotEqual, 0)}}}),
    };
    playbook.rules.push_back(
        ruleOn("rival", {domain::MeasureTest{Measure::DaysSinceRivalPrice, Comparison::AtMost, Measure::DaysInStage}}));
    playbook.rules.push_back(ruleOn("low", {domain::MeasureTest{Measure::Health, Comparison::Less, Measure::RedLine}}));
    playbook.rules.push_back(ruleOn("unpaid", compare(Measure::Payments, Comparison::Less, 1)));
    playbook.rules.back().subject = domain::RuleSubject::WonDeal;
    playbook.rules.push_back(ruleOn("outbid", compare(Measure::DaysSinceRivalPrice, Comparison::AtMost, 20)));
    playbook.rules.back().subject = domain::RuleSubject::WonDeal;
    playbook.rules.push_back(ruleOn("idle", compare(Measure::ShareWithoutSubstance, Comparison::AtLeast, 0.5)));
    playbook.rules.back().subject = domain::RuleSubject::Person;
    return playbook;
}

} // namespace fakes
