// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/reports.h"

#include "engine/funnel.h"
#include "exchange/factjson.h"
#include "exchange/playbookjson.h"
#include "store/verify.h"
#include "workbench/parallel.h"
#include "workbench/resolver.h"

#include <algorithm>
#include <unordered_set>

namespace workbench {

using support::Result;

namespace {

ScoreLine lineOf(const Resolver &resolver, const engine::DealEvaluation &deal)
{
    const DealSummary summary = resolver.summary(deal.row);
    ScoreLine line;
    line.deal = summary.id ? summary.id->text() : std::string();
    line.status = summary.status;
    line.health = summary.health;
    line.healthTold = summary.shownHealth.has_value();
    line.claimed = summary.stageId;
    line.stageKnown = summary.stageKnown;
    line.proven = summary.provenStageId;
    line.quadrant = summary.quadrant;
    line.daysToClose = summary.daysToClose;
    line.daysFrom = summary.daysFrom;
    line.closeDate = summary.closeDate;
    line.amount = summary.amount;
    line.red = summary.red;
    if (!line.health)
        return line;
    for (const engine::HealthTerm &term : engine::healthTerms(deal.state, resolver.playbook().health, deal.context.asOf))
        line.terms.push_back(
            {std::string(termId(term.kind)), term.count, term.weight, term.value, resolver.records(term.records)});
    return line;
}

std::optional<double> share(std::uint32_t part, std::uint32_t whole)
{
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / whole);
}

std::optional<double> days(const std::optional<support::Duration> &span)
{
    return span ? std::optional(support::inDays(*span)) : std::nullopt;
}

FunnelStageLine lineOf(const engine::FunnelStage &stage, const domain::Stage &definition)
{
    FunnelStageLine line;
    line.stage = definition.id.text();
    line.name = definition.name;
    line.entered = stage.entered;
    line.forward = stage.forward;
    line.back = stage.back;
    line.lost = stage.lost;
    line.open = stage.open;
    line.elsewhere = stage.elsewhere;
    line.won = stage.won;
    line.conversion = stage.conversion;
    line.winRate = stage.winRate;
    line.dwellMedianDays = days(stage.dwellMedian);
    line.dwellP80Days = days(stage.dwellEightieth);
    line.dwellMeanDays = stage.meanDwellDays;
    line.overrunRate = share(stage.overrun, stage.entered);
    line.missingRate = share(stage.fieldsMissing, stage.fieldsAsked);
    line.evidenceMissingRate = share(stage.evidenceMissing, stage.evidenceAsked);
    return line;
}

/// The pipeline with the most deals at as-of.
std::size_t busiest(const engine::Board &board, std::size_t pipelines)
{
    std::vector<std::size_t> counts(pipelines);
    for (const engine::DealRow &row : board.deals) {
        if (row.pipeline >= 0)
            ++counts[static_cast<std::size_t>(row.pipeline)];
    }
    return static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
}

/// What a funnel is cut by: the key of a deal's slice, and the id and name of a key.
class Cut {
public:
    Cut(const Core &core, const Snapshot &snapshot, const FunnelRequest &request)
        : m_core(core)
        , m_snapshot(snapshot)
        , m_request(request)
    {
        if (request.by != FunnelBy::Team)
            return;
        const support::Date day = core.m_zone.dateOf(request.asOf);
        for (const TeamView &team : snapshot.organisation->tree(request.asOf, day)) {
            m_teams.push_back(team.id);
            for (const PersonView &person : team.people)
                m_teamOf[snapshot.organisation->personKey(person.id)] = static_cast<domain::SymbolKey>(m_teams.size());
        }
    }

    [[nodiscard]] domain::SymbolKey key(const engine::StayDeal &deal) const
    {
        switch (m_request.by) {
        case FunnelBy::All: return 0;
        case FunnelBy::Person: return deal.owner;
        case FunnelBy::Product: return deal.product;
        case FunnelBy::Channel: return customerTraits(*m_snapshot.history, deal.customer, m_request.asOf).channel;
        case FunnelBy::Team: {
            const auto team = m_teamOf.find(deal.owner);
            return team == m_teamOf.end() ? 0 : team->second;
        }
        }
        return 0;
    }

    void describe(domain::SymbolKey key, FunnelSliceLine &slice) const
    {
        if (key == 0)
            return;
        slice.id = m_request.by == FunnelBy::Team ? m_teams[key - 1] : m_core.textOf(key);
        slice.name = slice.id;
        if (const auto *team = m_request.by == FunnelBy::Team ? m_snapshot.organisation->team(slice.id, m_request.asOf) : nullptr)
            slice.name = team->name.text();
        if (m_request.by == FunnelBy::Person)
            slice.name = m_snapshot.organisation->personName(key, m_request.asOf);
        if (const auto *product =
                m_request.by == FunnelBy::Product ? m_snapshot.organisation->product(slice.id, m_request.asOf) : nullptr)
            slice.name = product->name.text();
    }

private:
    const Core &m_core;
    const Snapshot &m_snapshot;
    const FunnelRequest &m_request;
    std::vector<std::string> m_teams;
    std::map<domain::SymbolKey, domain::SymbolKey> m_teamOf;
};

} // namespace

Result<void> scores(const Workbench &workbench, support::Instant asOf, const std::optional<domain::DealId> &deal,
                    const std::function<void(const ScoreLine &)> &sink)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const auto board = core.board(*snapshot, asOf, {});
    Resolver resolver(core, *snapshot, snapshot->playbook(asOf), asOf);
    std::vector<std::pair<std::string, history::DealIndex>> wanted;
    if (deal) {
        const auto index = snapshot->history->deals().find(core.keyOf(domain::SymbolKind::Deal, deal->text()));
        if (!index || !resolver.evaluate(*board, *index))
            return support::failure(support::ErrorCode::UnknownDeal, deal->text(), "no such deal at this time");
        wanted.emplace_back(deal->text(), *index);
    } else {
        for (const engine::DealRow &row : board->deals) {
            if (row.status == engine::Status::Open)
                wanted.emplace_back(core.textOf(row.key), row.deal);
        }
    }
    std::ranges::sort(wanted);
    for (const auto &[id, index] : wanted)
        sink(lineOf(resolver, *resolver.evaluate(*board, index)));
    return {};
}

BoardSize boardSize(const Workbench &workbench, support::Instant asOf)
{
    const auto board = workbench.core().board(*workbench.core().snapshot(), asOf, {});
    return {board->deals.size(), board->leads.size()};
}

Result<void> flags(const Workbench &workbench, const Scope &scope, support::Instant asOf, bool all,
                   const std::function<void(const FlagLine &)> &sink)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const auto board = core.board(*snapshot, asOf, {});
    const PlaybookInForce &playbook = snapshot->playbook(asOf);
    const auto people = snapshot->organisation->peopleIn(scope, asOf, board->today);
    const auto inScope = [&](domain::SymbolKey owner) { return !people || people->contains(owner); };
    const engine::Focus focus =
        engine::focus(*board, *playbook.compiled, inScope, all ? std::numeric_limits<std::size_t>::max() : 0);
    const Resolver resolver(core, *snapshot, playbook, asOf);
    const auto tell = [&](int place, const engine::FlagRow &row) {
        const engine::DealRow &deal = board->deals[row.row];
        sink({place, resolver.summary(deal), resolver.flag(*board, row, *resolver.evaluate(*board, deal.deal), farLookBack)});
    };
    std::unordered_set<const engine::FlagRow *> told;
    for (std::size_t i = 0; i < focus.items.size(); ++i) {
        const engine::FocusItem &item = focus.items[i];
        tell(static_cast<int>(i) + 1, *item.best);
        told.insert(item.best);
        for (const engine::FlagRow &flag : item.flags) {
            if (all && told.insert(&flag).second)
                tell(static_cast<int>(i) + 1, flag);
        }
    }
    if (!all)
        return {};
    for (const engine::FlagRow &flag : board->deals.flags()) {
        if (!told.contains(&flag) && inScope(board->deals[flag.row].owner))
            tell(0, flag);
    }
    return {};
}

Result<Scope> scopeOf(const Workbench &workbench, const domain::PersonId &person, support::Instant asOf)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const domain::Person *described = snapshot->organisation->person(person.text(), asOf);
    if (!described)
        return support::failure(support::ErrorCode::UnknownPerson, person.text(), "no such person");
    Scope scope;
    if (described->role == domain::PersonRole::Rep) {
        scope.person = person;
        return scope;
    }
    const std::string team = snapshot->organisation->teamOf(person.text(), asOf, core.m_zone.dateOf(asOf));
    scope.team =
        domain::TeamId::parse(team).map([](domain::TeamId id) { return std::optional(std::move(id)); }).value_or(std::nullopt);
    return scope;
}

Result<std::vector<FunnelSliceLine>> funnel(const Workbench &workbench, const FunnelRequest &request)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const PlaybookInForce &playbook = snapshot->playbook(request.asOf);
    const auto &pipelines = playbook.compiled->playbook().pipelines;
    const auto board = core.board(*snapshot, request.asOf, {});
    std::size_t pipeline = busiest(*board, pipelines.size());
    if (request.pipeline)
        pipeline =
            static_cast<std::size_t>(std::ranges::find(pipelines, *request.pipeline, &domain::Pipeline::id) - pipelines.begin());
    if (pipeline >= pipelines.size())
        return support::failure(support::ErrorCode::UnknownStage, request.pipeline ? request.pipeline->text() : "",
                                "the playbook has no such pipeline");
    const Cut cut(core, *snapshot, request);
    const auto people = snapshot->organisation->peopleIn(request.scope, request.asOf, core.m_zone.dateOf(request.asOf));
    engine::FunnelQuery query;
    if (request.from)
        query.from = core.m_zone.startOf(*request.from);
    if (request.to)
        query.to = core.m_zone.startOf(*request.to + 1);
    query.slice = [&](const engine::StayDeal &deal) { return cut.key(deal); };
    query.accept = [&](const engine::StayDeal &deal) { return !people || people->contains(deal.owner); };
    const engine::Stays stays(*snapshot->history, *playbook.compiled, request.asOf, {pipeline, request.proven}, onAllCores());
    std::vector<FunnelSliceLine> slices;
    for (const engine::FunnelSlice &slice : engine::funnel(stays, query, onAllCores())) {
        FunnelSliceLine &line = slices.emplace_back();
        cut.describe(slice.key, line);
        for (std::size_t place = 0; place < slice.stages.size(); ++place)
            line.stages.push_back(lineOf(slice.stages[place], pipelines[pipeline].stages[place]));
    }
    std::ranges::sort(slices, {}, [](const FunnelSliceLine &slice) { return std::pair(slice.name, slice.id); });
    return slices;
}

Result<void> exportFacts(const Workbench &workbench, const std::optional<std::string> &type, std::optional<support::Instant> asOf,
                         const std::function<Result<void>(std::string_view line)> &sink, std::stop_token stop)
{
    std::string line;
    return workbench.core().read([&](const store::Workspace &file) {
        return file.scanRecords({type, asOf, std::nullopt},
                                [&](const store::StoredRecord &stored) {
                                    line.clear();
                                    exchange::appendJson(line, stored.record);
                                    return sink(line);
                                },
                                {std::move(stop), {}});
    });
}

namespace {

Result<std::vector<Fault>> faultsIn(const store::Workspace &file, const OnProgress &progress, std::stop_token stop)
{
    store::Watch watch{std::move(stop), {}};
    if (progress)
        watch.progress = [&](std::uint64_t done, std::uint64_t total) { progress({done, total}); };
    const auto findings = store::verify(file, watch);
    if (!findings)
        return tl::unexpected(findings.error());
    std::vector<Fault> faults;
    for (const store::Finding &finding : *findings)
        faults.push_back({std::string(store::name(finding.code)), finding.where, finding.detail});
    return faults;
}

} // namespace

Result<std::vector<Fault>> verify(const Workbench &workbench, const OnProgress &progress, std::stop_token stop)
{
    return workbench.core().read([&](const store::Workspace &file) { return faultsIn(file, progress, stop); });
}

Result<std::vector<Fault>> verifyFile(const std::filesystem::path &file, const OnProgress &progress, std::stop_token stop)
{
    const auto opened = store::Workspace::open(file, store::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    return faultsIn(*opened, progress, std::move(stop));
}

Result<int> publishPlaybook(Workbench &workbench, std::string_view document, std::string_view note)
{
    Core &core = workbench.core();
    auto playbook = exchange::readPlaybook(document);
    const auto text = domain::Text::parse(note);
    if (!playbook || !text)
        return tl::unexpected(playbook ? text.error() : playbook.error());
    const support::Instant now = core.now();
    const auto version = domain::Bounded<1, 1'000'000>::of(core.snapshot()->playbooks.back().compiled->playbook().version + 1);
    if (!version)
        return tl::unexpected(version.error());
    playbook->version = static_cast<int>(version->value());
    const std::optional<domain::Text> remark = note.empty() ? std::nullopt : std::optional(*text);
    const auto record = domain::Record::make(
        domain::PlaybookPublished{*version, exchange::publishedForm(*playbook), remark, core.m_actor}, {now, now, false});
    if (!record)
        return tl::unexpected(record.error());
    const auto written = core.append({store::BatchKind::Edit, "playbook", now}, {*record});
    if (!written)
        return tl::unexpected(written.error());
    core.announce({Change::Kind::Playbook, {}});
    return playbook->version;
}

} // namespace workbench
