// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/clock.h"
#include "tests/store/storefixture.h"
#include "workbench/exporting.h"
#include "workbench/importing.h"
#include "workbench/reports.h"
#include "workbench/workbench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// A small organisation with four deals, as JSON Lines:
///
/// - D1 of acme 远景诊断, with ann of team a in north: in needs_diagnosed without its gate; a role, a file that counts, a call in
///   and a visit told late.
/// - D2 of zen, with bob of team b: in lead_confirmed, silent since January.
/// - D3 of acme, with ann: won in December.
/// - D4 of zen, with ann: in lead_confirmed, whose gate holds.
///
/// Mia leads a, Dan north. The desk's clock stands at 2026-03-02, 10:00 in Shanghai.
extern const std::string_view story;
/// `story` without its last line end, as its lines.
[[nodiscard]] std::vector<std::string> storyLines();

/// A workspace in a folder of its own, with a clock that stands still.
class Desk {
public:
    /// With the story in it.
    Desk();
    /// With `lines` in it; with none, an empty workspace.
    explicit Desk(std::string_view lines);

    /// Imports `lines`; fails the test where that cannot be done.
    workbench::ImportReport import(std::string_view lines, const workbench::ImportRun &how = {});
    [[nodiscard]] workbench::ImportJob job(std::string_view lines);
    /// Writes a file into the folder.
    std::filesystem::path put(std::string_view name, std::string_view text) const;
    /// Applies and says what takes it back; fails the test where it is refused.
    workbench::Applied apply(const workbench::Command &command);

    void reopen(workbench::Access access = workbench::Access::ReadWrite);

    [[nodiscard]] support::Instant now() const { return workbench->now(); }

    Folder folder;
    support::FixedClock clock;
    std::unique_ptr<workbench::Workbench> workbench;

private:
    int m_files = 0;
};

/// Every score and every flag at `asOf`, with the records as their lines, so that equal texts are equal boards wherever the
/// facts came from.
[[nodiscard]] std::string board(const workbench::Workbench &workbench, support::Instant asOf);
/// The funnel of all deals and by person, claimed and proven, at `asOf`.
[[nodiscard]] std::string funnels(const workbench::Workbench &workbench, support::Instant asOf);
/// The exported lines.
[[nodiscard]] std::vector<std::string> facts(const workbench::Workbench &workbench,
                                             std::optional<support::Instant> asOf = std::nullopt);
[[nodiscard]] std::string joined(const std::vector<std::string> &lines);

[[nodiscard]] domain::DealId dealId(std::string_view id);
/// The states of the rule's flag on the deal: empty when it does not hold.
[[nodiscard]] std::optional<workbench::FlagState> flagState(const workbench::Workbench &workbench, std::string_view deal,
                                                            std::string_view rule, support::Instant asOf);
/// The deals listed in `today`, in order.
[[nodiscard]] std::vector<std::string> listed(const workbench::Today &today);

} // namespace tests
