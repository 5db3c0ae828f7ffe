// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/tables.h"

#include "workbench/core.h"
#include "workbench/keptfiles.h"

namespace workbench {

support::Result<void> writeTable(const Workbench &workbench, const TableReport &report, TableKind kind,
                                 const std::filesystem::path &file)
{
    const std::vector<std::filesystem::path> kept = filesOf(workbench.file());
    return mayWrite(file, kept).and_then([&] {
        switch (kind) {
        case TableKind::Csv: return exchange::writeCsv(report, file);
        case TableKind::Xlsx: return exchange::writeXlsx(report, file);
        }
        return support::Result<void>();
    });
}

DataStamp dataStamp(const Workbench &workbench, support::Instant asOf)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    return {core.dataTime(*snapshot, asOf), snapshot->playbook(asOf).compiled->playbook().version};
}

} // namespace workbench
