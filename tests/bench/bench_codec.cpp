// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/factjson.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace {

/// Lines as an import sees them: for each deal's creation, 4 moves and amounts and 19 activities with talk.
std::vector<std::string> typicalLines()
{
    std::vector<std::string> lines;
    for (int deal = 0; deal < 200; ++deal) {
        lines.push_back(fmt::format(
            R"({{"type":"deal","id":"d{0}","customer":"c{0}","name":"化学发光检测平台","owner":"p7","currency":"CNY",)"
            R"("occurred_at":"2025-04-01T09:12:00+08:00"}})",
            deal));
        for (int i = 0; i < 4; ++i)
            lines.push_back(
                fmt::format(R"({{"type":"event","deal":"d{}","kind":"amount","amount":"{}.50","currency":"CNY","actor":"p7",)"
                            R"("occurred_at":"2025-04-0{}T09:12:00+08:00"}})",
                            deal, 128'000 + i, i + 1));
        for (int i = 0; i < 19; ++i)
            lines.push_back(fmt::format(
                R"({{"type":"activity","id":"a{}-{}","kind":"call","direction":"in","deal":"d{}","contact":"k{}",)"
                R"("actor":"p7","duration_s":431,"text":"王主任问报价单能否本周给，竞品报了 86 万，希望含三年质控品。",)"
                R"("occurred_at":"2025-04-11T15:{:02}:00+08:00","recorded_at":"2025-04-11T16:00:00+08:00"}})",
                deal, i, deal, deal, i));
    }
    return lines;
}

void readLines(benchmark::State &state)
{
    const std::vector<std::string> lines = typicalLines();
    exchange::FactReader reader;
    for ([[maybe_unused]] const auto round : state) {
        for (const std::string &line : lines)
            benchmark::DoNotOptimize(reader.read(line, {}));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines.size()));
}
BENCHMARK(readLines)->Unit(benchmark::kMillisecond);

/// The comparison: the same lines into JSON trees, with no fact made of them.
void readTreesOnly(benchmark::State &state)
{
    const std::vector<std::string> lines = typicalLines();
    for ([[maybe_unused]] const auto round : state) {
        for (const std::string &line : lines)
            benchmark::DoNotOptimize(nlohmann::json::parse(line, nullptr, false));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines.size()));
}
BENCHMARK(readTreesOnly)->Unit(benchmark::kMillisecond);

void writeLines(benchmark::State &state)
{
    exchange::FactReader reader;
    std::vector<domain::Record> records;
    for (const std::string &line : typicalLines())
        records.push_back(*reader.read(line, {}));
    std::string out;
    for ([[maybe_unused]] const auto round : state) {
        out.clear();
        for (const domain::Record &record : records)
            exchange::appendJson(out, record);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(records.size()));
}
BENCHMARK(writeLines)->Unit(benchmark::kMillisecond);

} // namespace
