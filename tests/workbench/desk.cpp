// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "app/plumb/json.h"

#include <fstream>
#include <sstream>

namespace tests {

using workbench::Workbench;

const std::string_view story = R"({"type":"team","id":"north","name":"华北大区","kind":"region"}
{"type":"team","id":"a","name":"一组","parent":"north"}
{"type":"team","id":"b","name":"二组"}
{"type":"person","id":"ann","name":"安娜","role":"rep","team":"a"}
{"type":"person","id":"bob","name":"Bob","role":"rep","team":"b"}
{"type":"person","id":"mia","name":"米娅","role":"manager","team":"a"}
{"type":"person","id":"dan","name":"Dan","role":"director","team":"north"}
{"type":"customer","id":"acme","name":"远景诊断","industry":"医疗","size":"500+","region":"华北","first_contact_channel":"展会","recorded_at":"2025-10-01T09:00:00+08:00"}
{"type":"customer","id":"zen","name":"Zenith 检验","industry":"医疗","size":"500+","first_contact_channel":"转介绍","recorded_at":"2025-10-01T09:00:00+08:00"}
{"type":"contact","id":"kim","customer":"acme","name":"金主任","title":"检验科主任","recorded_at":"2025-10-02T09:00:00+08:00"}
{"type":"deal","id":"D3","customer":"acme","name":"远景耗材","owner":"ann","occurred_at":"2025-10-05T09:00:00+08:00"}
{"type":"event","deal":"D3","kind":"amount","amount":"300000","currency":"CNY","occurred_at":"2025-10-06T09:00:00+08:00"}
{"type":"event","deal":"D3","kind":"won","occurred_at":"2025-12-20T15:00:00+08:00"}
{"type":"deal","id":"D1","customer":"acme","name":"远景年度试剂","owner":"ann","occurred_at":"2026-01-05T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"stage","stage":"lead_confirmed","occurred_at":"2026-01-05T09:30:00+08:00"}
{"type":"event","deal":"D1","kind":"amount","amount":"1200000.50","currency":"CNY","occurred_at":"2026-01-06T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"close_date","date":"2026-03-20","occurred_at":"2026-01-06T09:00:00+08:00"}
{"type":"evidence","id":"E1","deal":"D1","kind":"minutes","name":"首访纪要.pdf","verdict":"accepted","occurred_at":"2026-01-10T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"stage","stage":"needs_diagnosed","occurred_at":"2026-01-12T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"role","role":"technical_selector","contact":"kim","occurred_at":"2026-01-13T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"field","field":"pain_points","value":"假阳性太多","occurred_at":"2026-01-13T10:00:00+08:00"}
{"type":"evidence","id":"E2","deal":"D1","kind":"other","name":"宣传册.pdf","occurred_at":"2026-02-10T09:00:00+08:00"}
{"type":"activity","id":"A1","kind":"visit","direction":"out","deal":"D1","actor":"ann","text":"补录的拜访","occurred_at":"2026-02-12T09:00:00+08:00","recorded_at":"2026-02-20T09:00:00+08:00"}
{"type":"activity","id":"A2","kind":"call","direction":"in","deal":"D1","contact":"kim","text":"价格能不能再谈谈","occurred_at":"2026-02-27T09:00:00+08:00"}
{"type":"event","deal":"D1","kind":"next_step","text":"周三演示","due":"2026-03-04","occurred_at":"2026-02-27T10:00:00+08:00"}
{"type":"deal","id":"D2","customer":"zen","name":"Zenith 扩建","owner":"bob","occurred_at":"2026-01-15T09:00:00+08:00"}
{"type":"event","deal":"D2","kind":"amount","amount":"90000","currency":"CNY","occurred_at":"2026-01-15T10:00:00+08:00"}
{"type":"deal","id":"D4","customer":"zen","name":"Zenith 质控","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"}
{"type":"event","deal":"D4","kind":"amount","amount":"500000","currency":"CNY","occurred_at":"2026-02-01T10:00:00+08:00"}
{"type":"evidence","id":"E4","deal":"D4","kind":"minutes","name":"纪要.pdf","verdict":"accepted","occurred_at":"2026-02-02T09:00:00+08:00"}
{"type":"event","deal":"D4","kind":"check","stage":"lead_confirmed","item":"lead_confirmed.1","done":true,"occurred_at":"2026-02-03T09:00:00+08:00"}
{"type":"event","deal":"D4","kind":"check","stage":"lead_confirmed","item":"lead_confirmed.2","done":true,"occurred_at":"2026-02-03T09:01:00+08:00"}
{"type":"event","deal":"D4","kind":"check","stage":"lead_confirmed","item":"lead_confirmed.3","done":true,"occurred_at":"2026-02-03T09:02:00+08:00"}
)";

std::vector<std::string> storyLines()
{
    std::istringstream in{std::string(story)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

Desk::Desk() : Desk(story) {}

Desk::Desk(std::string_view lines) : clock(at("2026-03-02T10:00:00+08:00"))
{
    workbench = Workbench::create(folder / "desk.plumb", "Asia/Shanghai", clock).value();
    if (!lines.empty()) {
        const auto report = import(lines);
        EXPECT_EQ(report.refused, 0U) << (report.reasons.empty() ? "" : report.reasons.front().reason);
    }
}

std::filesystem::path Desk::put(std::string_view name, std::string_view text) const
{
    const std::filesystem::path path = folder / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

workbench::ImportJob Desk::job(std::string_view lines)
{
    const auto file = put("import" + std::to_string(++m_files) + ".jsonl", lines);
    return workbench::ImportJob::prepare(*workbench, {file}, {}).value();
}

workbench::ImportReport Desk::import(std::string_view lines, const workbench::ImportRun &how)
{
    const auto report = job(lines).run(how);
    EXPECT_TRUE(report) << (report ? "" : report.error().detail);
    return report.value_or(workbench::ImportReport());
}

workbench::Applied Desk::apply(const workbench::Command &command)
{
    const auto applied = workbench->apply(command);
    EXPECT_TRUE(applied) << (applied ? "" : std::string(name(applied.error().code)) + ' ' + applied.error().detail);
    return applied.value_or(workbench::Applied{workbench::Together{}, 0});
}

void Desk::reopen(workbench::Access access)
{
    workbench.reset();
    workbench = Workbench::open(folder / "desk.plumb", access, clock).value();
}

namespace {

plumb::Json linesOf(const Workbench &workbench, const std::vector<workbench::RecordRef> &records)
{
    std::vector<std::string> lines;
    for (const workbench::RecordRef &record : records)
        lines.push_back(workbench.record(record.number).value_or("no such record"));
    std::ranges::sort(lines);
    return lines;
}

} // namespace

std::string board(const Workbench &workbench, support::Instant asOf)
{
    std::vector<std::string> lines;
    const auto score = [&](const workbench::ScoreLine &line) {
        plumb::Json json = plumb::toJson(line);
        for (std::size_t i = 0; i < line.terms.size(); ++i)
            json["terms"][i]["records"] = linesOf(workbench, line.terms[i].records);
        lines.push_back(json.dump());
    };
    EXPECT_TRUE(workbench::scores(workbench, asOf, std::nullopt, score));
    const auto flag = [&](const workbench::FlagLine &line) {
        plumb::Json json = plumb::toJson(line);
        json["records"] = linesOf(workbench, line.flag.records);
        lines.push_back(json.dump());
    };
    EXPECT_TRUE(workbench::flags(workbench, {}, asOf, true, flag));
    return joined(lines);
}

std::string funnels(const Workbench &workbench, support::Instant asOf)
{
    std::vector<std::string> lines;
    for (const bool proven : {false, true}) {
        for (const auto by : {workbench::FunnelBy::All, workbench::FunnelBy::Person}) {
            workbench::FunnelRequest request{asOf, by, {}, {}, {}, proven, {}};
            const auto slices = workbench::funnel(workbench, request);
            EXPECT_TRUE(slices);
            for (const workbench::FunnelSliceLine &slice : slices.value_or(std::vector<workbench::FunnelSliceLine>()))
                lines.push_back(plumb::toJson(slice, by).dump());
        }
    }
    return joined(lines);
}

std::vector<std::string> facts(const Workbench &workbench, std::optional<support::Instant> asOf)
{
    std::vector<std::string> lines;
    const auto take = [&](std::string_view line) -> support::Result<void> {
        lines.emplace_back(line);
        return {};
    };
    EXPECT_TRUE(workbench::exportFacts(workbench, {std::nullopt, asOf}, {take}));
    return lines;
}

std::string joined(const std::vector<std::string> &lines)
{
    std::string all;
    for (const std::string &line : lines)
        all += line + '\n';
    return all;
}

domain::DealId dealId(std::string_view id)
{
    return domain::DealId::parse(id).value();
}

std::optional<workbench::FlagState> flagState(const Workbench &workbench, std::string_view deal, std::string_view rule,
                                              support::Instant asOf)
{
    const auto page = workbench.deal(dealId(deal), asOf);
    EXPECT_TRUE(page);
    for (const workbench::Flag &flag : page ? page->flags : std::vector<workbench::Flag>()) {
        if (flag.rule == rule)
            return flag.state;
    }
    return std::nullopt;
}

std::vector<std::string> listed(const workbench::Today &today)
{
    std::vector<std::string> ids;
    for (const workbench::TodayItem &item : today.listed)
        ids.push_back(item.deal.id->text());
    return ids;
}

} // namespace tests
