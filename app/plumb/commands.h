// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plumb {

// One struct and one function for each command. What each option means is said once, in main.cpp, for `--help`.

struct InitOptions {
    Common common;
    std::string timeZone; ///< empty: the machine's
    std::string playbook;
};
struct SampleOptions {
    Common common;
    std::uint64_t deals = 1200;
    std::uint64_t seed = 1;
};
struct ImportOptions {
    Common common;
    std::vector<std::string> files;
    std::string profile;
    std::vector<std::string> answers;
    std::vector<std::string> merges;  ///< ID=ID each: a customer, and the one it is
    std::vector<std::string> columns; ///< HEADER=FIELD each
    std::string table;                ///< what the rows of an unknown table are
    bool noHeader = false;
    std::string saveProfile; ///< the name under which the columns and answers are kept
    std::string refused;
    bool dryRun = false;
    bool intoSample = false;
    std::string person; ///< who imports; empty: nobody in particular
    std::optional<std::int64_t> undo;
    std::optional<std::int64_t> redo;
};
struct ImportsOptions {
    Common common;
};
struct ExportOptions {
    Common common;
    std::string type;
    std::string record; ///< an id among the records of an answer
};
struct ScoreOptions {
    Common common;
    std::string deal;
};
struct FlagsOptions {
    Common common;
    std::string person;
    bool all = false;
};
struct FunnelOptions {
    Common common;
    std::string by = "all";
    std::string pipeline;
    std::string from;
    std::string to;
    bool proven = false;
};
/// How deals come through: the process board, the breakpoints, bounces.
struct ProcessOptions {
    Common common;
    std::string by = "person";
    std::string pipeline;
    std::string from;
    std::string to;
    bool proven = false;
};
struct CompareOptions : ProcessOptions {
    std::string first;
    std::string second;
};
struct VerifyOptions {
    Common common;
};

[[nodiscard]] Exit runInit(const InitOptions &options);
[[nodiscard]] Exit runSample(const SampleOptions &options);
[[nodiscard]] Exit runImport(const ImportOptions &options);
/// The part of `import` that takes an import back, or brings it back.
[[nodiscard]] Exit runUndo(const ImportOptions &options, workbench::Workbench &workbench);
[[nodiscard]] Exit runImports(const ImportsOptions &options);
[[nodiscard]] Exit runExport(const ExportOptions &options);
[[nodiscard]] Exit runScore(const ScoreOptions &options);
[[nodiscard]] Exit runFlags(const FlagsOptions &options);
[[nodiscard]] Exit runFunnel(const FunnelOptions &options);
[[nodiscard]] Exit runCompare(const CompareOptions &options);
[[nodiscard]] Exit runProcess(const ProcessOptions &options);
[[nodiscard]] Exit runBreakpoints(const ProcessOptions &options);
[[nodiscard]] Exit runBounces(const ProcessOptions &options);
[[nodiscard]] Exit runVerify(const VerifyOptions &options);

} // namespace plumb
