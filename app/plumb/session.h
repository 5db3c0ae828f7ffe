// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace plumb {

/// How the program ends (interchange.md).
enum class Exit : int { Done = 0, SomeRefused = 1, Usage = 2, CannotOpen = 3, Failed = 4 };

/// What every command has: the workspace's path, and whether a program reads the answer.
struct Common {
    std::string workspace;
    bool json = false;
    std::string asOf;
};

/// Tells `error` on the error stream, as a sentence or, for programs, as one JSON document; returns `how`.
Exit fail(const Common &common, const support::Error &error, Exit how);

/// The same where the command has a better word for it than the error's own sentence.
Exit fail(const Common &common, const support::Error &error, const std::string &message, Exit how);

/// Tells in the same two ways that the command line cannot be understood.
Exit failUsage(bool json, std::string_view why);

/// Opens the workspace, and tells what of its playbooks cannot be read.
[[nodiscard]] support::Result<std::unique_ptr<workbench::Workbench>> tryOpen(const Common &common, workbench::Access access);

/// Tells why the workspace could not be opened.
Exit failOpen(const Common &common, const support::Error &error);

/// Opens the workspace; on failure tells why and gives nothing.
[[nodiscard]] std::unique_ptr<workbench::Workbench> open(const Common &common, workbench::Access access);

/// The instant that `text` names: a time, the end of a day in the workspace's zone, or for an empty text the workspace's now.
[[nodiscard]] support::Result<support::Instant> instantOf(const workbench::Workbench &workbench, const std::string &text);

/// Tells people, and programs as one JSON document on the error stream, that `asOf` is a day still to come. For the end of a
/// command that went well: until then nothing else but its failure stands there.
void noteAhead(const workbench::Workbench &workbench, const Common &common, support::Instant asOf);

/// True when the language of the environment is Chinese: which of the playbook's two labels is shown.
[[nodiscard]] bool chinese();
[[nodiscard]] const std::string &shown(const domain::Label &label);

/// A line of progress on the error stream, when a person watches it: how far a step has come, its rate and the time that is
/// left. The line is gone when this is.
class ProgressLine {
public:
    /// `what` is being done; `unit` is what its progress counts, "MB" for bytes.
    ProgressLine(std::string_view what, std::string_view unit);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// Tells this line, which has to outlive it; empty when nobody watches.
    [[nodiscard]] workbench::OnProgress heard();

private:
    void show(workbench::Progress progress);

    std::string m_what;
    std::string m_unit;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::atomic<bool> m_shown = false;
};

/// A token that an interrupt (Ctrl+C), an ending (SIGTERM) or the loss of the terminal (SIGHUP) stops, so that a cancelled
/// import leaves nothing behind.
[[nodiscard]] std::stop_token interruptToken();

} // namespace plumb
