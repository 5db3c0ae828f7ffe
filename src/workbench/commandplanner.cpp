// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/commandplanner.h"

#include "engine/fold.h"
#include "engine/gate.h"

#include "support/utf8.h"
#include "support/uuid.h"

#include <algorithm>

namespace workbench {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

/// The parsed `text`, or none for an empty one; fails where it is refused.
template <class T>
Result<std::optional<domain::Text>> optionalText(const T &text)
{
    if (text.empty())
        return std::optional<domain::Text>();
    return domain::Text::parse(text).map([](domain::Text parsed) { return std::optional(std::move(parsed)); });
}

/// Where `stage` is in the pipeline of the deal.
std::optional<std::size_t> placeOf(const engine::DealState &deal, const domain::StageId &stage)
{
    if (!deal.pipeline)
        return std::nullopt;
    const auto &stages = deal.pipeline->pipeline->stages;
    const auto found = std::ranges::find(stages, stage, &domain::Stage::id);
    return found == stages.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - stages.begin()));
}

/// The move that the deal made last is the one that the command takes back.
bool takesBackTheLast(const MoveDeal &command, const engine::DealState &deal)
{
    return command.takenBack && !deal.moves.empty() && deal.moves.back().at == *command.takenBack;
}

} // namespace

CommandPlanner::CommandPlanner(const Core &workbench, const Snapshot &snapshot)
    : m_workbench(workbench)
    , m_snapshot(snapshot)
    , m_playbook(snapshot.playbook(workbench.nextCommand()))
    , m_now(workbench.nextCommand())
{}

Result<Planned> CommandPlanner::plan(const Command &command) const
{
    return std::visit([this](const auto &one) { return planOne(one); }, command);
}

Result<engine::DealState> CommandPlanner::state(const domain::DealId &deal) const
{
    const auto index = m_snapshot.history->deals().find(m_workbench.keyOf(domain::SymbolKind::Deal, deal.text()));
    engine::DealState state;
    if (index)
        engine::fold(*m_snapshot.history, *m_playbook.compiled, *index, {m_now, engine::Depth::Full}, state);
    if (!state.exists)
        return failure(ErrorCode::UnknownDeal, deal.text(), "no such deal");
    return state;
}

std::optional<domain::Record> CommandPlanner::recordAt(std::uint32_t number) const
{
    const auto known = number == 0 ? Result<domain::Record>(failure(ErrorCode::OutOfRange, "", "nothing was said before"))
                                   : m_workbench.read([&](const store::Workspace &file) { return file.read(number); });
    return known ? std::optional(*known) : std::nullopt;
}

std::optional<domain::Record> CommandPlanner::last(const engine::DealState &deal, domain::RowKind kind,
                                                   domain::SymbolKey object) const
{
    return recordAt(lastEvent(history::view(m_snapshot.history->deals(), deal.deal, m_now), kind, object));
}

template <class Body>
std::optional<Body> CommandPlanner::lastBody(const engine::DealState &deal, domain::RowKind kind, domain::SymbolKey object) const
{
    const auto known = last(deal, kind, object);
    const auto *event = known ? std::get_if<domain::DealEvent>(&known->fact()) : nullptr;
    const auto *body = event ? std::get_if<Body>(&event->body) : nullptr;
    return body ? std::optional(*body) : std::nullopt;
}

Result<domain::Record> CommandPlanner::record(domain::Fact fact) const
{
    return domain::Record::make(std::move(fact), {m_now, m_now, false});
}

Result<domain::Record> CommandPlanner::event(const domain::DealId &deal, domain::EventBody body) const
{
    return record(domain::DealEvent{{deal, m_workbench.m_actor}, std::move(body)});
}

Result<Planned> CommandPlanner::single(Result<domain::Record> record, Command undo,
                                       const std::optional<domain::DealId> &deal) const
{
    if (!record)
        return tl::unexpected(std::move(record.error()));
    return Planned{{*std::move(record)}, std::move(undo), deal ? std::vector{deal->text()} : std::vector<std::string>()};
}

/// The last decision on the rule about the subject; fails where there is no such subject.
Result<std::optional<domain::Record>> CommandPlanner::lastDecision(const FlagSubject &about, const domain::RuleId &rule) const
{
    const domain::SymbolKey key = m_workbench.keyOf(domain::SymbolKind::Rule, rule.text());
    const auto &history = *m_snapshot.history;
    const auto among = [&](const auto &shelf, domain::SymbolKey subject) {
        const auto index = shelf.find(subject);
        return recordAt(index ? lastEvent(history::view(shelf, *index, m_now), domain::RowKind::FlagDecision, key) : 0);
    };
    if (const auto *deal = std::get_if<domain::DealId>(&about))
        return state(*deal).map([&](const engine::DealState &known) { return last(known, domain::RowKind::FlagDecision, key); });
    if (const auto *lead = std::get_if<domain::LeadId>(&about)) {
        const domain::SymbolKey subject = m_workbench.keyOf(domain::SymbolKind::Lead, lead->text());
        if (!history.leads().find(subject))
            return failure(ErrorCode::DanglingReference, lead->text(), "no such lead");
        return among(history.leads(), subject);
    }
    const auto &person = std::get<domain::PersonId>(about);
    if (!m_snapshot.organisation->person(person.text(), m_now))
        return failure(ErrorCode::UnknownPerson, person.text(), "no such person");
    return among(history.people(), m_workbench.keyOf(domain::SymbolKind::Person, person.text()));
}

bool CommandPlanner::isOpen(const FlagSubject &about, const domain::RuleId &rule) const
{
    const auto board = m_workbench.board(m_snapshot, m_workbench.live(), {});
    const auto slot = m_playbook.compiled->rules().find(m_workbench.keyOf(domain::SymbolKind::Rule, rule.text()));
    const auto isActive = [&](const auto &flags, auto isTheSubject) {
        return std::ranges::any_of(flags, [&](const engine::FlagRow &flag) {
            return flag.rule == slot && engine::isActive(flag.state) && isTheSubject(flag.row);
        });
    };
    if (const auto *deal = std::get_if<domain::DealId>(&about)) {
        const domain::SymbolKey key = m_workbench.keyOf(domain::SymbolKind::Deal, deal->text());
        return isActive(board->deals.flags(), [&](std::uint32_t row) { return board->deals[row].key == key; });
    }
    if (const auto *lead = std::get_if<domain::LeadId>(&about)) {
        const domain::SymbolKey key = m_workbench.keyOf(domain::SymbolKind::Lead, lead->text());
        return isActive(board->leads.flags(), [&](std::uint32_t row) { return board->leads[row].key == key; });
    }
    const domain::SymbolKey key = m_workbench.keyOf(domain::SymbolKind::Person, std::get<domain::PersonId>(about).text());
    return isActive(board->personFlags, [&](std::uint32_t row) { return board->people[row].person == key; });
}

Result<Planned> CommandPlanner::planOne(const DecideFlag &command) const
{
    const auto before = lastDecision(command.about, command.rule);
    const auto reason = optionalText(command.reason);
    if (!before || !reason)
        return tl::unexpected(before ? reason.error() : before.error());
    const auto &rules = m_playbook.compiled->playbook().rules;
    const auto rule = std::ranges::find(rules, command.rule, &domain::Rule::id);
    if (rule == rules.end())
        return failure(ErrorCode::UnknownRule, command.rule.text(), "the playbook has no such rule");
    DecideFlag undo{command.about, command.rule, domain::FlagAct::Reopened, std::nullopt, {}};
    const auto *decision = *before ? std::get_if<domain::FlagDecision>(&(*before)->fact()) : nullptr;
    const bool wasPutAside =
        decision && (decision->act == domain::FlagAct::Dismissed || decision->act == domain::FlagAct::Resolved);
    // Saying again that it is put aside would put away what has come back since.
    if (decision && !(wasPutAside && isOpen(command.about, command.rule))) {
        undo.act = decision->act;
        undo.until = decision->until;
        undo.reason = decision->reason ? decision->reason->text() : "";
    }
    const auto as = [&]<class Id>(std::type_identity<Id>) {
        const auto *id = std::get_if<Id>(&command.about);
        return id ? std::optional(*id) : std::nullopt;
    };
    const auto deal = as(std::type_identity<domain::DealId>());
    return single(
        record(domain::FlagDecision{command.rule, command.act, deal, as(std::type_identity<domain::LeadId>()),
                                    as(std::type_identity<domain::PersonId>()), command.until, *reason, m_workbench.m_actor}),
        undo, deal);
}

Result<Planned> CommandPlanner::planOne(const AssignTask &command) const
{
    if (support::trimmed(command.title).empty())
        return failure(ErrorCode::BadText, "title", "a task says what is to be done");
    if (const auto deal = command.deal ? state(*command.deal) : engine::DealState(); !deal)
        return tl::unexpected(deal.error());
    const auto title = domain::Text::parse(command.title);
    const auto id = domain::TaskId::parse(support::newUuid(m_now));
    if (!title)
        return tl::unexpected(title.error());
    if (!m_snapshot.organisation->person(command.assignee.text(), m_now))
        return failure(ErrorCode::UnknownPerson, command.assignee.text(), "no such person");
    return single(record(domain::Task{*id, command.kind, *title, command.assignee, domain::TaskState::Open, command.deal,
                                      command.rule, command.due, m_workbench.m_actor}),
                  ChangeTask{*id, domain::TaskState::Cancelled}, command.deal);
}

Result<Planned> CommandPlanner::planOne(const ChangeTask &command) const
{
    const auto known = m_workbench.described(domain::SymbolKind::Task, command.task.text());
    const auto *task = known ? std::get_if<domain::Task>(&known->fact()) : nullptr;
    if (!task)
        return failure(ErrorCode::DanglingReference, command.task.text(), "no such task");
    domain::Task changed = *task;
    changed.state = command.state;
    changed.actor = m_workbench.m_actor;
    const auto written = domain::Record::make(
        changed, {known->occurredAt(), std::max(m_now, known->recordedAt() + support::Duration{1}), false}, known->extras());
    if (!written)
        return tl::unexpected(written.error());
    return Planned{{*written},
                   ChangeTask{command.task, task->state},
                   task->deal ? std::vector{task->deal->text()} : std::vector<std::string>()};
}

Result<Planned> CommandPlanner::planOne(const MoveDeal &command) const
{
    auto deal = state(command.deal);
    if (!deal)
        return tl::unexpected(deal.error());
    const auto target = placeOf(*deal, command.stage);
    if (!target)
        return failure(ErrorCode::UnknownStage, command.stage.text(), "the deal's pipeline has no such stage");
    if (takesBackTheLast(command, *deal))
        return takeBack(command, *deal);
    const auto against =
        command.judged ? decltype(engine::judgeMove(*deal, *target, m_now))() : engine::judgeMove(*deal, *target, m_now);
    if (!against.empty() && command.overrideReason.empty())
        return failure(ErrorCode::GateRefused, deal->pipeline->stages[against.front().first].stage->id.text(),
                       "a gate on the way does not hold");
    Planned planned;
    planned.deals = {command.deal.text()};
    const std::size_t from = static_cast<std::size_t>(std::max(deal->claimed, 0));
    planned.undo = MoveDeal{command.deal, deal->pipeline->pipeline->stages[from].id,
                            against.empty() ? "" : command.overrideReason, true, m_now};
    const auto add = [&](domain::EventBody body) -> Result<void> {
        auto made = event(command.deal, std::move(body));
        if (!made)
            return tl::unexpected(made.error());
        planned.records.push_back(*std::move(made));
        return {};
    };
    for (const auto &[stage, gate] : against) {
        const auto reason = domain::Text::parse(command.overrideReason);
        if (!reason)
            return tl::unexpected(reason.error());
        if (const auto added = add(domain::GateOverridden{deal->pipeline->pipeline->stages[stage].id, *reason}); !added)
            return tl::unexpected(added.error());
    }
    if (const auto added = add(domain::StageMoved{{command.stage}}); !added)
        return tl::unexpected(added.error());
    return planned;
}

/// A fact of the instant of the move, recorded now: the stays of the deal are again what they were.
Result<Planned> CommandPlanner::takeBack(const MoveDeal &command, const engine::DealState &deal) const
{
    auto made = domain::Record::make(domain::DealEvent{{command.deal, m_workbench.m_actor}, domain::StageMoved{{command.stage}}},
                                     {*command.takenBack, m_now, false});
    const auto &stages = deal.pipeline->pipeline->stages;
    // What was passed by an override is judged again, for the overrides are gone with the move.
    const MoveDeal again{command.deal, stages[static_cast<std::size_t>(std::max(deal.claimed, 0))].id, command.overrideReason,
                         command.overrideReason.empty()};
    return single(std::move(made), again, command.deal);
}

Result<Planned> CommandPlanner::planOne(const TickItem &command) const
{
    const auto deal = state(command.deal);
    if (!deal)
        return tl::unexpected(deal.error());
    const auto before = lastBody<domain::ItemChecked>(*deal, domain::RowKind::ItemChecked,
                                                      m_workbench.keyOf(domain::SymbolKind::Item, command.item.text()));
    return single(event(command.deal, domain::ItemChecked{command.stage, command.item, command.done}),
                  TickItem{command.deal, command.stage, command.item, before && before->done}, command.deal);
}

Result<Planned> CommandPlanner::planOne(const SetDealField &command) const
{
    const auto deal = state(command.deal);
    const auto text =
        command.value
            ? domain::Text::parse(*command.value).map([](domain::Text value) { return std::optional(std::move(value)); })
            : Result<std::optional<domain::Text>>();
    if (!deal || !text)
        return tl::unexpected(deal ? text.error() : deal.error());
    SetDealField undo{command.deal, command.field, std::nullopt};
    const auto before = lastBody<domain::FieldSet>(*deal, domain::RowKind::FieldSet,
                                                   m_workbench.keyOf(domain::SymbolKind::FieldName, command.field.text()));
    if (before && before->value.value)
        undo.value = before->value.value->text();
    return single(event(command.deal, domain::FieldSet{command.field, {*text}}), undo, command.deal);
}

Result<Planned> CommandPlanner::planOne(const JudgeEvidence &command) const
{
    const auto deal = state(command.deal);
    const auto reason = optionalText(command.reason);
    if (!deal || !reason)
        return tl::unexpected(deal ? reason.error() : deal.error());
    const domain::SymbolKey key = m_workbench.keyOf(domain::SymbolKind::Evidence, command.evidence.text());
    const auto file = std::ranges::find(deal->files, key, [](const engine::FileState &one) { return one.file.evidence; });
    if (file == deal->files.end())
        return failure(ErrorCode::DanglingReference, command.evidence.text(), "the deal has no such file");
    JudgeEvidence undo{command.deal, command.evidence, file->verdict, {}};
    if (const auto before = lastBody<domain::EvidenceJudged>(*deal, domain::RowKind::EvidenceJudged, key);
        before && before->reason)
        undo.reason = before->reason->text();
    return single(event(command.deal, domain::EvidenceJudged{command.evidence, command.verdict, *reason}), undo, command.deal);
}

Result<Planned> CommandPlanner::planOne(const Together &command) const
{
    Planned all;
    Together undo;
    for (const Command &part : command.parts) {
        auto planned = plan(part);
        if (!planned)
            return planned;
        all.records.insert(all.records.end(), planned->records.begin(), planned->records.end());
        all.deals.insert(all.deals.end(), planned->deals.begin(), planned->deals.end());
        undo.parts.insert(undo.parts.begin(), std::move(planned->undo));
    }
    all.undo = std::move(undo);
    return all;
}

Result<Applied> Workbench::apply(const Command &command)
{
    if (m_self->m_readOnly)
        return failure(ErrorCode::WorkspaceReadOnly, file().string(), "the workspace is open for reading only");
    const auto snapshot = m_self->snapshot();
    const CommandPlanner planner(*m_self, *snapshot);
    const auto planned = planner.plan(command);
    if (!planned)
        return tl::unexpected(planned.error());
    const auto summary = m_self->append({store::BatchKind::Edit, {}, planner.at()}, planned->records);
    if (!summary)
        return tl::unexpected(summary.error());
    m_self->commandDone(planner.at());
    m_self->announce({Change::Kind::Facts, planned->deals});
    return Applied{planned->undo, planned->records.size()};
}

} // namespace workbench
