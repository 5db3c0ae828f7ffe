// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/dealparts.h"

#include "engine/gate.h"
#include "workbench/similarcases.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

constexpr std::size_t similarShown = 5;

std::string fieldText(const Core &workbench, const engine::FieldValue &field, std::string_view id)
{
    if (!field.filled)
        return {};
    const auto record = workbench.read([&](const store::Workspace &file) { return file.read(field.number); });
    if (!record)
        return {};
    if (const auto *event = std::get_if<domain::DealEvent>(&record->fact())) {
        if (const auto *set = std::get_if<domain::FieldSet>(&event->body))
            return set->value.value ? set->value.value->text() : std::string();
        if (const auto *amount = std::get_if<domain::AmountSet>(&event->body))
            return amount->amount.text() + ' ' + amount->currency.text();
        if (const auto *date = std::get_if<domain::CloseDateSet>(&event->body))
            return date->date.value ? support::toText(*date->date.value) : std::string();
        if (const auto *step = std::get_if<domain::NextStepSet>(&event->body))
            return step->text.text();
    }
    if (const auto *customer = std::get_if<domain::Customer>(&record->fact()); customer && id == "first_contact_channel")
        return customer->firstContactChannel ? customer->firstContactChannel->text() : std::string();
    return {};
}

/// What was said to come next, and until when.
void addNextStep(const Core &workbench, const engine::DealState &deal, DealPage &page)
{
    const engine::FieldValue &said = deal.fields[engine::CompiledPlaybook::NextStep];
    const auto record = workbench.read([&](const store::Workspace &file) { return file.read(said.number); });
    const auto *event = said.filled && record ? std::get_if<domain::DealEvent>(&record->fact()) : nullptr;
    const auto *step = event != nullptr ? std::get_if<domain::NextStepSet>(&event->body) : nullptr;
    if (step == nullptr)
        return;
    page.nextStep = step->text.text();
    page.nextStepDue = step->due;
}

/// How long the open deal was in each stage, all visits together, and when it last came in.
void addTimes(const engine::DealState &state, support::Instant asOf, std::vector<StageView> &stages)
{
    const support::Instant end = std::min(state.closed, asOf);
    const auto spent = [&](support::Instant from, support::Instant to) {
        return std::max(support::inDays(to - from - state.closedTime(from, to)), 0.0);
    };
    if (state.startedUnmoved() && !stages.empty()) {
        const support::Instant left = state.moves.empty() ? end : state.moves.front().at;
        stages.front().entered = state.created.at;
        stages.front().days = spent(state.created.at, left);
    }
    for (std::size_t i = 0; i < state.moves.size(); ++i) {
        const engine::Move &move = state.moves[i];
        if (move.place < 0)
            continue;
        StageView &stage = stages[static_cast<std::size_t>(move.place)];
        const support::Instant until = i + 1 < state.moves.size() ? state.moves[i + 1].at : end;
        stage.entered = move.at;
        stage.days += spent(move.at, until);
    }
}

std::vector<StageView> stagesOf(const Core &workbench, const Resolver &resolver, const engine::DealEvaluation &deal)
{
    std::vector<StageView> stages;
    if (!deal.state.pipeline)
        return stages;
    for (std::size_t place = 0; place < deal.state.pipeline->stages.size(); ++place) {
        const engine::CompiledStage &compiled = deal.state.pipeline->stages[place];
        const engine::GateView gate = engine::judgeGate(deal.state, place, deal.context.asOf);
        StageView &stage = stages.emplace_back();
        stage.id = compiled.stage->id.text();
        stage.name = compiled.stage->name;
        stage.limitDays = compiled.stage->limitDays;
        stage.claimed = deal.row.claimed == static_cast<int>(place);
        stage.proven = deal.row.proven == static_cast<int>(place);
        stage.gateHolds = gate.holds;
        stage.overridden = gate.overridden;
        stage.unmet = resolver.unmet(deal.state, place, gate.unmet);
        for (std::size_t i = 0; i < compiled.items.size(); ++i) {
            const domain::ChecklistItem &item = compiled.stage->checklist[i];
            stage.checklist.push_back({item.id.text(), item.prompt, deal.state.items[compiled.items[i]].done});
        }
        for (std::size_t i = 0; i < compiled.fields.size(); ++i) {
            const domain::FieldId &field = compiled.stage->requiredFields[i].id;
            const engine::FieldValue &value = deal.state.fields[compiled.fields[i]];
            const auto isUnmet = [&](const UnmetCondition &one) { return one.id == field.text(); };
            StageView::Field shown{field.text(), resolver.fieldName(field), fieldText(workbench, value, field.text()),
                                   value.filled};
            shown.met = std::ranges::none_of(stage.unmet, isUnmet);
            shown.valueName = resolver.valueName(field, shown.value);
            if (const domain::FieldDefinition *definition = resolver.playbook().field(field)) {
                shown.type = definition->type;
                shown.choices = definition->choices;
            }
            stage.fields.push_back(std::move(shown));
        }
    }
    addTimes(deal.state, deal.context.asOf, stages);
    return stages;
}

/// Whether a gate of the deal's pipeline asks for the role; in a pipeline that the playbook does not know, each is asked for.
bool isAsked(const engine::DealState &state, const domain::RoleId &role)
{
    const auto asks = [&](const engine::CompiledStage &stage) { return std::ranges::count(stage.stage->roles, role) > 0; };
    return !state.pipeline || std::ranges::any_of(state.pipeline->stages, asks);
}

std::vector<RoleView> rolesOf(const Resolver &resolver, const engine::DealState &state)
{
    std::vector<RoleView> roles;
    const auto &definitions = resolver.playbook().roles;
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        RoleView role;
        role.id = definitions[i].id.text();
        role.name = definitions[i].name;
        role.required = isAsked(state, definitions[i].id);
        if (state.roles[i].contact != 0) {
            role.contactId = resolver.text(state.roles[i].contact);
            std::tie(role.contact, role.title) = resolver.contact(role.contactId);
        }
        roles.push_back(std::move(role));
    }
    return roles;
}

/// The first stage whose gate asks for a file of this kind.
std::string stageAsking(const domain::Pipeline &pipeline, const std::string &kind)
{
    for (const domain::Stage &stage : pipeline.stages) {
        for (const domain::EvidenceAction &action : stage.evidence) {
            if (std::ranges::any_of(action.kinds, [&](const domain::EvidenceKindId &one) { return one.text() == kind; }))
                return stage.id.text();
        }
    }
    return {};
}

std::vector<EvidenceView> evidenceOf(const Core &workbench, const Resolver &resolver, const engine::DealState &state)
{
    std::vector<EvidenceView> list;
    for (const engine::FileState &file : state.files) {
        const auto record = workbench.read([&](const store::Workspace &store) { return store.read(file.file.number); });
        const auto *evidence = record ? std::get_if<domain::Evidence>(&record->fact()) : nullptr;
        if (!evidence)
            continue;
        EvidenceView view;
        view.id = evidence->id.text();
        view.name = evidence->name.text();
        view.kind = evidence->kind.text();
        view.kindName = resolver.evidenceKind(view.kind);
        view.stageId = state.pipeline ? stageAsking(*state.pipeline->pipeline, view.kind) : std::string();
        view.verdict = file.verdict;
        view.reason = resolver.verdictReason(state.deal, *evidence, file.file.evidence);
        view.duplicate = file.duplicate;
        view.counts = file.key;
        view.occurred = record->occurredAt();
        view.recorded = record->recordedAt();
        view.by = resolver.person(file.file.actor);
        list.push_back(std::move(view));
    }
    return list;
}

void addFlags(const Resolver &resolver, const engine::Board &board, const engine::DealEvaluation &deal, DealPage &page)
{
    for (const engine::FlagRow &flag : board.deals.flagsOn(deal.row.index()))
        page.flags.push_back(resolver.flag(board, flag, deal, farLookBack));
    std::ranges::stable_sort(page.flags, std::greater(), &Flag::rank);
}

/// Every measure of the deal that has a value. The facts are named by number; a page that shows their lines has them already.
void addNumbers(const PlaybookInForce &playbook, const engine::Board &board, const engine::DealEvaluation &deal, DealPage &page)
{
    for (std::size_t i = 0; i < domain::measures.size(); ++i) {
        const auto measure = static_cast<domain::Measure>(i);
        const double value = engine::measure(measure, deal.state, *playbook.compiled, deal.context);
        const bool open = deal.row.status == engine::Status::Open;
        if (domain::ownerOf(measure) != domain::MeasureOwner::Deal || std::isnan(value)
            || (measure == domain::Measure::Health && !open))
            continue;
        NumberView &number = page.numbers.emplace_back(NumberView{measure, value, {}});
        for (const std::uint32_t fact : engine::measureRecords(measure, deal.state))
            number.records.push_back({fact, {}});
    }
    if (deal.state.pipeline && deal.state.claimed >= 0)
        page.wonFromStage =
            board.calibration->pipelines[deal.state.pipelineAt].toWin[static_cast<std::size_t>(deal.state.claimed)].ended();
}

} // namespace

Result<DealPage> Workbench::deal(const domain::DealId &id, support::Instant asOf, std::stop_token stop) const
{
    const auto snapshot = m_self->snapshot();
    const domain::SymbolKey key = m_self->keyOf(domain::SymbolKind::Deal, id.text());
    const auto index = snapshot->history->deals().find(key);
    const auto board = m_self->board(*snapshot, asOf, std::move(stop));
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    const PlaybookInForce &playbook = snapshot->playbook(asOf);
    Resolver resolver(*m_self, *snapshot, playbook, asOf);
    const auto deal = index ? resolver.evaluate(*board, *index) : std::nullopt;
    if (!deal)
        return support::failure(support::ErrorCode::UnknownDeal, id.text(), "no such deal at this time");
    DealPage page;
    resolver.prefetch({&deal->row});
    page.summary = resolver.summary(deal->row);
    if (deal->row.status == engine::Status::Open) {
        for (const engine::HealthTerm &term : engine::healthTerms(deal->state, resolver.playbook().health, asOf))
            page.terms.push_back(
                {std::string(termId(term.kind)), term.count, term.weight, term.value, resolver.records(term.records)});
    }
    addNumbers(playbook, *board, *deal, page);
    page.asOf = asOf;
    addFlags(resolver, *board, *deal, page);
    page.stages = stagesOf(*m_self, resolver, *deal);
    page.roles = rolesOf(resolver, deal->state);
    page.evidence = evidenceOf(*m_self, resolver, deal->state);
    page.similar = SimilarCases(*snapshot, resolver, *board).of(deal->row, similarShown);
    addNextStep(*m_self, deal->state, page);
    const CustomerTraits traits = customerTraits(*snapshot->history, deal->state.customer, asOf);
    page.industry = resolver.text(traits.industry);
    page.region = resolver.text(traits.region);
    page.channel = resolver.text(traits.channel);
    page.closePushes = deal->state.closePushes;
    page.dataTime = m_self->dataTime(*snapshot, asOf);
    page.playbookVersion = resolver.playbook().version;
    if (const Result<void> filled = fillTimeline(*m_self, resolver, *deal, page); !filled)
        return tl::unexpected(filled.error());
    return page;
}

} // namespace workbench
