// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/sampling.h"

#include "workbench/bulkwriter.h"

#include <fstream>

namespace workbench {

using support::Result;

namespace {

constexpr std::string_view sampleZone = "Asia/Shanghai";

std::filesystem::path truthsFile(const std::filesystem::path &file)
{
    return file.string() + ".truths.jsonl";
}

Result<void> fill(Workbench &workbench, const std::filesystem::path &truths, const exchange::sample::Spec &spec,
                  const OnProgress &progress, const std::stop_token &stop)
{
    Core &core = workbench.core();
    std::ofstream truthLines(truths, std::ios::binary | std::ios::trunc);
    BulkWriter bulk(core, {store::BatchKind::Sample, "sample", spec.asOf});
    const auto produce = [&](const BulkWriter::Append &append) {
        exchange::sample::Sinks sinks;
        sinks.fact = [&](const domain::Record &record) { return append(record, 0).map([](store::Outcome) {}); };
        sinks.truth = [&](const exchange::sample::Truth &truth) { truthLines << exchange::sample::toJson(truth) << '\n'; };
        sinks.progress = [&](std::uint64_t deals) {
            if (progress)
                progress({deals, spec.deals});
        };
        return exchange::sample::generate(spec, sinks, stop).map([] { return BulkWriter::Produced{}; });
    };
    std::optional<support::Error> refused;
    const auto written = bulk.run(
        produce, [&](std::uint64_t, const support::Error &error) { refused = error; }, BulkWriter::End::TakeIn);
    if (!written || refused)
        return tl::unexpected(written ? *refused : written.error());
    if (!truthLines.flush())
        return support::failure(support::ErrorCode::FileUnwritable, truths.string(),
                                "the truths cannot be written beside the sample");
    const Result<void> noted = core.write([&](store::Workspace &file) {
        return file.setNote("sample_as_of", support::toText(spec.asOf)).and_then([&] { return file.useLog(); });
    });
    core.m_frozenNow = spec.asOf;
    return noted;
}

} // namespace

support::Instant sampleDay(support::Instant now)
{
    const support::TimeZone zone = support::TimeZone::named(sampleZone).value_or(support::TimeZone::utc());
    support::Date day = zone.dateOf(now) + -1;
    while (support::weekday(day) > 4)
        day = day + -1;
    return zone.at(day, support::hours(18));
}

Result<std::unique_ptr<Workbench>> createSample(const std::filesystem::path &file, const exchange::sample::Spec &spec,
                                                const support::Clock &clock, const OnProgress &progress, std::stop_token stop)
{
    auto workbench = Workbench::create(file, sampleZone, clock, store::Journal::Rollback);
    if (!workbench)
        return workbench;
    if (const Result<void> filled = fill(**workbench, truthsFile(file), spec, progress, stop); !filled) {
        workbench->reset();
        Workbench::discard(file);
        return tl::unexpected(filled.error());
    }
    return workbench;
}

} // namespace workbench
