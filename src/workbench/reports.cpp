// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/reports.h"

#include "exchange/playbookjson.h"
#include "store/verify.h"
#include "workbench/resolver.h"

#include <algorithm>

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
