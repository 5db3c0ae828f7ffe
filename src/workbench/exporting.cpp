// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/exporting.h"

#include "exchange/factjson.h"
#include "store/recordsof.h"
#include "workbench/core.h"
#include "workbench/recordids.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

Result<void> exportOf(const store::Workspace &file, const ExportRequest &request, const ExportSinks &sinks, std::stop_token stop)
{
    std::string line;
    const auto take = [&](const store::StoredRecord &stored) {
        line.clear();
        exchange::appendJson(line, stored.record);
        return sinks.line(line);
    };
    store::Workspace::DamageSink damaged;
    if (sinks.damaged)
        damaged = [&](store::FactNumber number, const support::Error &error) { sinks.damaged({number, error.detail}); };
    return file.scanRecords({request.type, request.asOf, std::nullopt}, take, {std::move(stop), {}}, damaged);
}

} // namespace

Result<void> exportFacts(const Workbench &workbench, const ExportRequest &request, const ExportSinks &sinks, std::stop_token stop)
{
    return workbench.core().read([&](const store::Workspace &file) { return exportOf(file, request, sinks, std::move(stop)); });
}

Result<void> exportFile(const std::filesystem::path &file, const ExportRequest &request, const ExportSinks &sinks,
                        std::stop_token stop)
{
    return store::Workspace::open(file, store::Mode::ReadOnly).and_then([&](const store::Workspace &opened) {
        return exportOf(opened, request, sinks, std::move(stop));
    });
}

Result<std::vector<std::string>> exportRecord(const Workbench &workbench, std::string_view id,
                                              std::optional<support::Instant> asOf)
{
    const support::Instant end = asOf.value_or(support::Instant::max());
    std::vector<store::StoredRecord> found;
    for (const std::int64_t identity : identitiesOf(id)) {
        auto records = workbench.core().read([&](const store::Workspace &file) { return store::recordsOf(file, identity); });
        if (!records)
            return tl::unexpected(std::move(records.error()));
        std::ranges::copy_if(*records, std::back_inserter(found), [&](const store::StoredRecord &stored) {
            return recordId(stored.record) == id && stored.record.recordedAt() <= end && stored.record.occurredAt() <= end;
        });
    }
    std::ranges::sort(found, {}, &store::StoredRecord::number);
    std::vector<std::string> lines;
    std::ranges::transform(found, std::back_inserter(lines),
                           [](const store::StoredRecord &stored) { return exchange::toJson(stored.record); });
    return lines;
}

} // namespace workbench
