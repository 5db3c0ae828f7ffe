// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/smallplaybook.h"

namespace fakes {

namespace {

template <class Id>
Id id(std::string_view text)
{
    return *Id::parse(text);
}

domain::Stage stage(std::string_view name, double limit, double stale, double remaining)
{
    domain::Stage stage{id<domain::StageId>(name)};
    stage.limitDays = limit;
    stage.staleDays = stale;
    stage.remainingDays = remaining;
    return stage;
}

domain::Pipeline longPipeline()
{
    domain::Stage found = stage("found", 10, 5, 90);
    found.requiredFields = {{id<domain::FieldId>("pain")}};
    found.checklist = {{id<domain::ItemId>("ask")}};
    found.evidence = {{{}, {id<domain::EvidenceKindId>("quotation")}, 1}};
    domain::Stage shown = stage("shown", 20, 7, 60);
    shown.roles = {id<domain::RoleId>("tech")};
    shown.evidence = {{{}, {id<domain::EvidenceKindId>("minutes"), id<domain::EvidenceKindId>("report")}, 2}};
    shown.wait = support::hours(24);
    domain::Stage isSigned = stage("signed", 40, 9, 10);
    for (const std::string_view field : {"amount", "close_date", "next_step", "first_contact_channel"})
        isSigned.requiredFields.push_back({id<domain::FieldId>(field)});
    isSigned.signedFromHere = true;
    domain::Stage paid = stage("paid", 50, 9, 5);
    paid.signedFromHere = true;
    return {id<domain::PipelineId>("default"), {}, {found, shown, stage("talked", 30, 7, 30), isSigned, paid}};
}

} // namespace

domain::Playbook smallPlaybook()
{
    domain::Playbook playbook;
    playbook.id = "small";
    playbook.version = 1;
    for (const std::string_view role : {"tech", "budget", "final"})
        playbook.roles.push_back({id<domain::RoleId>(role)});
    for (const std::string_view kind : {"quotation", "minutes", "report", "photo"})
        playbook.evidenceKinds.push_back({id<domain::EvidenceKindId>(kind)});
    playbook.health.minorEvidence = {id<domain::EvidenceKindId>("photo")};
    for (const std::string_view field : {"pain", "intent", "service_end", "bid"})
        playbook.fields.push_back({id<domain::FieldId>(field)});
    playbook.serviceEndField = id<domain::FieldId>("service_end");
    playbook.bidField = id<domain::FieldId>("bid");
    playbook.pipelines = {longPipeline(),
                          {id<domain::PipelineId>("short"), {}, {stage("in", 10, 5, 20), stage("out", 10, 5, 8)}}};
    playbook.map.thinBelow = 3;
    playbook.map.fallbackCycleDays = 40;
    playbook.lexicon = {{"price", domain::Signal::Substance},
                        {"price", domain::Signal::Price},
                        {"splendid", domain::Signal::GoodTalk},
                        {"rival", domain::Signal::Competitor}};
    return playbook;
}

domain::Rule ruleOn(std::string_view name, domain::Condition when)
{
    domain::Rule rule{id<domain::RuleId>(name)};
    rule.when = std::move(when);
    return rule;
}

domain::Condition compare(domain::Measure measure, domain::Comparison comparison, double limit)
{
    return {domain::MeasureTest{measure, comparison, limit}};
}

} // namespace fakes
