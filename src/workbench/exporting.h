// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench {

/// Which facts to export: all that count, less what is named here.
struct ExportRequest {
    std::optional<std::string> type = std::nullopt;      ///< the interchange format's word
    std::optional<support::Instant> asOf = std::nullopt; ///< as known then
};

/// A fact whose bytes are damaged in the file.
struct DamagedFact {
    std::int64_t number = 0; ///< as `verify` names it
    std::string why;
};

/// Who hears of an export.
struct ExportSinks {
    std::function<support::Result<void>(std::string_view line)> line; ///< a failure ends the export
    std::function<void(const DamagedFact &)> damaged = {};            ///< none: the first damaged fact ends it
};

/// The facts of the workspace as lines of the interchange format, in order of arrival. Fails with UnknownType, Cancelled, with
/// what `line` fails with and with WorkspaceDamaged where more is damaged than single facts.
[[nodiscard]] support::Result<void> exportFacts(const Workbench &workbench, const ExportRequest &request,
                                                const ExportSinks &sinks, std::stop_token stop = {});

/// The same of a file that need not be sound enough for a Workbench. Fails as opening does where not even a look at it is
/// possible.
[[nodiscard]] support::Result<void> exportFile(const std::filesystem::path &file, const ExportRequest &request,
                                               const ExportSinks &sinks, std::stop_token stop = {});

/// The facts that answers call `id` among their records, as lines in order of arrival: an event, or the versions of a thing up to
/// `asOf`. Nothing where there is none.
[[nodiscard]] support::Result<std::vector<std::string>> exportRecord(const Workbench &workbench, std::string_view id,
                                                                     std::optional<support::Instant> asOf);

} // namespace workbench
