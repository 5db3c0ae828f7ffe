// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/resolver.h"

#include "engine/fold.h"
#include "workbench/recordids.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace workbench {

std::string_view termId(engine::TermKind kind)
{
    constexpr std::array<std::string_view, 4> ids{"roles", "files", "asks", "stale"};
    return ids.at(static_cast<std::size_t>(kind));
}

DaysFrom daysFromOf(engine::DaysFrom from)
{
    switch (from) {
    case engine::DaysFrom::History: return DaysFrom::History;
    case engine::DaysFrom::Age: return DaysFrom::Age;
    case engine::DaysFrom::Playbook: return DaysFrom::Playbook;
    }
    return DaysFrom::History;
}

DealStatus statusOf(engine::Status status)
{
    switch (status) {
    case engine::Status::Open: return DealStatus::Open;
    case engine::Status::Won: return DealStatus::Won;
    case engine::Status::Lost: return DealStatus::Lost;
    }
    return DealStatus::Open;
}

Flag ruleFlag(const domain::Rule &rule, const engine::FlagRow &row)
{
    Flag flag;
    flag.rule = rule.id.text();
    flag.version = rule.version;
    flag.name = rule.name;
    flag.sentence = rule.sentence;
    flag.severity = rule.severity;
    flag.proposal = rule.proposal;
    flag.notify = rule.notify;
    flag.state = static_cast<FlagState>(row.state);
    if (row.state == engine::FlagState::Snoozed)
        flag.until = row.until;
    return flag;
}

Resolver::Resolver(const Core &workbench, const Snapshot &snapshot, const PlaybookInForce &playbook, support::Instant asOf)
    : m_workbench(workbench)
    , m_snapshot(snapshot)
    , m_playbook(playbook)
    , m_asOf(asOf)
    , m_day(workbench.m_zone.dateOf(asOf))
    , m_judgesHealth(workbench.coverage(snapshot, asOf).health)
{}

void Resolver::prefetch(const std::vector<const engine::DealRow *> &rows)
{
    std::vector<domain::SymbolKey> keys;
    for (const engine::DealRow *row : rows) {
        keys.push_back(row->key);
        keys.push_back(row->customer);
    }
    const std::vector<std::string> names = m_workbench.namesOf(keys);
    for (std::size_t i = 0; i < keys.size(); ++i)
        m_names[keys[i]] = names[i];
}

std::string Resolver::person(domain::SymbolKey key) const
{
    return key == 0 ? std::string() : m_snapshot.organisation->personName(key, m_asOf);
}

std::string Resolver::personNamed(const std::string &id) const
{
    const domain::Person *described = m_snapshot.organisation->person(id, m_asOf);
    return described ? described->name.text() : id;
}

std::pair<std::string, std::string> Resolver::contact(const std::string &id) const
{
    const auto record = m_workbench.described(domain::SymbolKind::Contact, id);
    const auto *contact = record ? std::get_if<domain::Contact>(&record->fact()) : nullptr;
    if (!contact)
        return {id, {}};
    return {contact->name.text(), contact->title ? contact->title->text() : std::string()};
}

std::string Resolver::evidenceName(const std::string &id) const
{
    const auto record = m_workbench.described(domain::SymbolKind::Evidence, id);
    const auto *evidence = record ? std::get_if<domain::Evidence>(&record->fact()) : nullptr;
    return evidence ? evidence->name.text() : id;
}

std::string Resolver::verdictReason(history::DealIndex deal, const domain::Evidence &evidence, domain::SymbolKey key) const
{
    const auto textOf = [](const std::optional<domain::Text> &reason) { return reason ? reason->text() : std::string(); };
    const std::uint32_t number =
        lastEvent(history::view(m_snapshot.history->deals(), deal, m_asOf), domain::RowKind::EvidenceJudged, key);
    if (number == 0)
        return textOf(evidence.verdictReason);
    const auto record = m_workbench.read([&](const store::Workspace &file) { return file.read(number); });
    const auto *event = record ? std::get_if<domain::DealEvent>(&record->fact()) : nullptr;
    const auto *judged = event ? std::get_if<domain::EvidenceJudged>(&event->body) : nullptr;
    return judged ? textOf(judged->reason) : std::string();
}

domain::Label Resolver::evidenceKind(const std::string &id) const
{
    return labelOf(playbook().evidenceKinds, id);
}

CustomerTraits customerTraits(const history::History &history, domain::SymbolKey customer, support::Instant asOf)
{
    CustomerTraits traits;
    if (const auto index = history.customers().find(customer)) {
        history::view(history.customers(), *index, asOf).events([&](const history::Stamp &, const history::Event &event) {
            if (event.kind == domain::RowKind::Customer)
                traits = {event.object, event.a, event.b, event.c};
        });
    }
    return traits;
}

domain::SymbolKey customerOf(const history::History &history, history::DealIndex deal, support::Instant asOf)
{
    domain::SymbolKey customer = 0;
    history::view(history.deals(), deal, asOf).events([&](const history::Stamp &, const history::Event &event) {
        if (event.kind == domain::RowKind::Deal)
            customer = event.object;
    });
    return customer;
}

std::uint32_t lastEvent(const history::AsOf &view, domain::RowKind kind, domain::SymbolKey object)
{
    std::uint32_t number = 0;
    view.events([&](const history::Stamp &, const history::Event &event) {
        if (event.kind == kind && event.object == object)
            number = event.number;
    });
    return number;
}

std::string Resolver::nameOf(domain::SymbolKey key) const
{
    const auto known = m_names.find(key);
    std::string found = known != m_names.end() ? known->second : m_workbench.namesOf({key}).front();
    return found.empty() ? text(key) : found;
}

std::int64_t Resolver::shown(std::int64_t health) const
{
    constexpr std::int64_t most = 100;
    return playbook().health.clampShown ? std::clamp<std::int64_t>(health, 0, most) : health;
}

DealSummary Resolver::summary(const engine::DealRow &row) const
{
    DealSummary summary;
    summary.id =
        domain::DealId::parse(text(row.key)).map([](auto id) { return std::optional(std::move(id)); }).value_or(std::nullopt);
    summary.name = nameOf(row.key);
    summary.customer = nameOf(row.customer);
    summary.customerId = text(row.customer);
    summary.owner = person(row.owner);
    summary.ownerId = m_snapshot.organisation->personId(row.owner);
    const std::string team = m_snapshot.organisation->teamOf(summary.ownerId, m_asOf, m_day);
    const domain::Team *described = m_snapshot.organisation->team(team, m_asOf);
    summary.team = described ? described->name.text() : team;
    summary.status = statusOf(row.status);
    if (row.hasAmount && row.currency != 0)
        summary.amount = support::Money{row.amount, support::Currency::unpack(row.currency)};
    if (row.hasCloseDay)
        summary.closeDate = support::Date{row.closeDay};
    if (row.hasDaysToClose)
        summary.daysToClose = static_cast<double>(row.daysToClose);
    summary.daysFrom = daysFromOf(row.daysFrom);
    if (row.status == engine::Status::Open)
        summary.health = row.health;
    if (summary.health && m_judgesHealth)
        summary.shownHealth = shown(row.health);
    summary.red = row.red;
    summary.quadrant = row.quadrant;
    summary.daysInStage = support::inDays(std::min(row.closed, m_asOf) - row.claimedSince);
    if (row.claimed < 0)
        tellUnknownStage(row, summary);
    if (row.pipeline < 0)
        return summary;
    const domain::Pipeline &pipeline = playbook().pipelines[static_cast<std::size_t>(row.pipeline)];
    summary.pipeline = pipeline.id.text();
    if (row.claimed >= 0) {
        const domain::Stage &stage = pipeline.stages[static_cast<std::size_t>(row.claimed)];
        summary.stage = stage.name;
        summary.stageId = stage.id.text();
        summary.stageLimitDays = stage.limitDays;
    }
    if (row.proven >= 0) {
        const domain::Stage &stage = pipeline.stages[static_cast<std::size_t>(row.proven)];
        summary.provenStage = stage.name;
        summary.provenStageId = stage.id.text();
        summary.provenGap = row.claimed < 0 ? 0 : row.claimed - row.proven;
    }
    return summary;
}

void Resolver::tellUnknownStage(const engine::DealRow &row, DealSummary &summary) const
{
    engine::DealState state;
    engine::fold(*m_snapshot.history, *m_playbook.compiled, row.deal, {m_asOf, engine::Depth::Path}, state);
    summary.stageKnown = state.moves.empty() || state.moves.back().stage == 0;
    summary.stageId = summary.stageKnown ? std::string() : text(state.moves.back().stage);
    summary.stage = {summary.stageId, summary.stageId};
}

std::vector<RecordRef> Resolver::records(const std::vector<std::uint32_t> &numbers) const
{
    std::vector<std::tuple<support::Instant, support::Instant, std::string, std::uint32_t>> found;
    for (const std::uint32_t number : numbers) {
        const auto record = m_workbench.read([&](const store::Workspace &file) { return file.read(number); });
        if (record)
            found.emplace_back(record->occurredAt(), record->recordedAt(), recordId(*record), number);
    }
    // By nothing that the order of their arrival has a part in.
    std::ranges::sort(found);
    std::vector<RecordRef> refs;
    for (auto &[occurred, recorded, id, number] : found)
        refs.push_back({number, std::move(id)});
    return refs;
}

Flag Resolver::flag(const engine::Board &board, const engine::FlagRow &row, const engine::DealEvaluation &deal,
                    support::Duration lookBack) const
{
    const domain::Rule &rule = playbook().rules[row.rule];
    Flag flag = ruleFlag(rule, row);
    for (const domain::Measure measure : rule.quoted) {
        const double value = engine::measure(measure, deal.state, *m_playbook.compiled, deal.context);
        if (!std::isnan(value))
            flag.quoted.push_back(
                {measure, measure == domain::Measure::Health ? static_cast<double>(shown(std::llround(value))) : value});
    }
    flag.missing = missing(rule, deal);
    flag.task = taskOf(rule, history::view(m_snapshot.history->deals(), deal.state.deal, m_asOf));
    if (rule.basis)
        flag.records = records(engine::measureRecords(*rule.basis, deal.state));
    flag.since = engine::heldSince(engine::basisOf({*m_snapshot.history, *m_playbook.compiled, *m_playbook.rules}, board),
                                   deal.state.deal, row.rule, lookBack);
    flag.heldLonger = *flag.since <= m_asOf - lookBack;
    const engine::Rank rank = engine::rank(board, *m_playbook.compiled, row);
    flag.rank = rank.value();
    flag.money = rank.money;
    if (rank.withinOwnCurrency)
        flag.moneyCurrency = support::Currency::unpack(rank.currency);
    flag.urgency = rank.urgency;
    flag.actionability = rank.actionability;
    return flag;
}

FlagAbout Resolver::aboutLead(const engine::Board &board, const engine::FlagRow &row, const engine::LeadRow &lead) const
{
    const engine::Source source{*m_snapshot.history, *m_playbook.compiled, *m_playbook.rules};
    FlagAbout about{text(lead.key), nameOf(lead.customer), flagOf(playbook().rules[row.rule], row, lead)};
    about.flag.since = engine::heldSince(engine::basisOf(source, board), lead.lead, row.rule, farLookBack);
    about.flag.heldLonger = *about.flag.since <= m_asOf - farLookBack;
    about.customerId = text(lead.customer);
    about.ownerId = m_snapshot.organisation->personId(lead.owner);
    about.owner = person(lead.owner);
    history::view(m_snapshot.history->leads(), lead.lead, m_asOf)
        .events([&](const history::Stamp &, const history::Event &event) {
            if (event.kind == domain::RowKind::Lead)
                about.source = text(event.a);
        });
    about.flag.task = taskBeside(row, history::view(m_snapshot.history->leads(), lead.lead, m_asOf));
    about.ageDays = lead.ageDays;
    return about;
}

FlagAbout Resolver::aboutPerson(const engine::FlagRow &row, const engine::PersonRow &subject) const
{
    FlagAbout about{text(subject.person), person(subject.person), flagOf(playbook().rules[row.rule], row, subject)};
    if (const auto index = m_snapshot.history->people().find(subject.person))
        about.flag.task = taskBeside(row, history::view(m_snapshot.history->people(), *index, m_asOf));
    return about;
}

std::optional<engine::DealEvaluation> Resolver::evaluate(const engine::Board &board, history::DealIndex deal) const
{
    return engine::evaluateDeal(*m_snapshot.history, *m_playbook.compiled, *board.calibration, m_workbench.when(m_asOf), deal);
}

} // namespace workbench
