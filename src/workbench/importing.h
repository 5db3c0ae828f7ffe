// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tableimport.h"
#include "workbench/workbench.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace workbench {

/// A line or row that was refused, of JSON Lines or, with a column, of a table; or the one value that was left out of a row.
struct RefusedLine {
    std::string file; ///< and the sheet of a workbook: "crm.xlsx / Deals"
    std::uint64_t line = 0;
    std::string column;
    std::string value;
    std::string reason; ///< a word: of support::ErrorCode or exchange::RefusalReason
    std::string remedy; ///< a word; empty where the reason says it all
    std::string detail;
    bool valueOnly = false;                                          ///< the row was taken without this value
    std::variant<exchange::RefusalReason, support::ErrorCode> cause; ///< what `reason` is the word of
};

[[nodiscard]] RefusedLine refusedLine(const exchange::Refusal &refusal);

/// Lines or values that were refused for one reason in one column of one file.
struct RefusedGroup {
    RefusedLine first;
    std::uint64_t count = 0;
};

struct ImportReport {
    WorkspaceView into;     ///< the workspace as it was before
    std::int64_t batch = 0; ///< what `--undo` names; 0 of a dry run
    std::uint64_t created = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;
    std::uint64_t leftOut = 0;        ///< values of rows that were taken without them
    std::uint64_t repeated = 0;       ///< rows of tables that say word for word what one before them said, and came to nothing
    std::vector<RefusedLine> reasons; ///< the first thousand; all go to the file of refused rows
    std::vector<RefusedGroup> groups; ///< all of them by reason, in the order of their first
    std::map<std::string, std::uint64_t> news; ///< what was new or changed, by type (exchange::kindOf)
    exchange::Notes notes;
    std::vector<exchange::DuplicatePair> duplicates; ///< of customers; where they were asked for. Nothing was merged
    bool refusedFileLost = false;                    ///< the import is done, but the file of refused rows could not be finished
    std::optional<support::Result<std::filesystem::path>> profile; ///< where the reading is kept, or why it could not be
};

/// What an import would come to, and what of that the workspace does not know.
struct ImportRehearsal {
    exchange::ImportPreview preview;
    std::map<std::string, std::uint64_t> news; ///< what would be new or changed, by type (exchange::kindOf)
    std::uint64_t created = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
};

struct ImportRun {
    bool dryRun = false;                    ///< everything but the commit
    std::filesystem::path refusedFile = {}; ///< empty: none is written; it is there only when the run succeeds
    /// Whether the workbench takes in what was written. Without it the memory of an import does not grow with its files, and the
    /// workbench answers as before it: for a program that ends with the import.
    bool takenIn = true;
    /// What the file of refused rows says to people; without it, the bare words of reason and remedy. Called on the run's thread.
    std::function<exchange::RefusalWords(const RefusedLine &line)> words = {};
    bool intoSample = false;     ///< somebody said that these records belong into a sample workspace
    bool findDuplicates = false; ///< whether to look for customers of tables that may be one
    /// The name under which the way tables were read is kept as a profile of the user in `ownProfiles`; empty: it is not.
    std::string keepAs = {};
    std::filesystem::path ownProfiles = {};
};

/// Fails with WorkspaceReadOnly; with SampleWorkspace where records of people's own would be lost among made-up ones: unless
/// `how` says that they belong there, or nothing would be written; with BadChoice where the profile to keep cannot be called so;
/// and with FileExists where the file of refused rows or that profile would take the place of the workspace or of one of
/// `files`, which are what is imported. `ImportJob::run` asks it too; ask it before the files are read.
[[nodiscard]] support::Result<void> mayImport(const Workbench &workbench, const ImportRun &how,
                                              std::span<const std::filesystem::path> files);

/// What a person says of the files beforehand.
struct ImportHints {
    exchange::Told told = {};
    std::filesystem::path ownProfiles = {}; ///< the folder of profiles that the user saved (ownprofiles.h); empty: none
    std::filesystem::path profileFile = {}; ///< the file of the only profile to try; empty: `told.profile` names it, or none
};

/// `record` as a line of the interchange format: what a preview shows of a fact.
[[nodiscard]] std::string factLine(const domain::Record &record);

/// The import of files into a workspace, from looking at them to one batch that can be undone whole: first `prepare`, then
/// whatever a person changes in `plan`, then `run`. Nothing is written before `run` commits, nor when it is stopped.
class ImportJob {
public:
    /// Looks at the files. Fails with FileMissing, FileUnreadable, UnknownProfile (there is none of the told name),
    /// UnknownColumns (no profile knows the tables; the subject names the file and its columns), BadChoice (no table has a told
    /// column), MixedFormats (facts as JSON Lines among tables), Cancelled, and where no file can be read as reading does.
    [[nodiscard]] static support::Result<ImportJob> prepare(Workbench &workbench, const std::vector<std::filesystem::path> &files,
                                                            const ImportHints &hints, const OnProgress &progress = {},
                                                            std::stop_token stop = {});

    /// The file, and the sheet of a workbook, by which exchange::ToldColumn speaks of `table`.
    [[nodiscard]] std::string placeOf(const exchange::TableUse &table) const { return exchange::placeOf(m_inputs, table.file); }
    /// What the file is called that `table` was found in.
    [[nodiscard]] const std::string &fileOf(const exchange::TableUse &table) const { return m_inputs[table.file.input].name; }
    /// The user's own profiles that were passed over, since they cannot be read (ownprofiles.h).
    [[nodiscard]] const std::vector<support::Error> &unreadProfiles() const { return m_unreadProfiles; }
    /// The files hold facts as JSON Lines: there is nothing to plan.
    [[nodiscard]] bool holdsFacts() const { return m_holdsFacts; }
    [[nodiscard]] exchange::ImportPlan &plan() { return m_plan; }
    [[nodiscard]] const exchange::ImportPlan &plan() const { return m_plan; }

    /// What the tables would come to, with the first `shown` facts and refusals. In a workspace that holds something already
    /// everything is written and taken back to learn what of it is news, which takes as long as the import.
    [[nodiscard]] support::Result<ImportRehearsal> rehearse(std::size_t shown, const OnProgress &progress = {},
                                                            std::stop_token stop = {});
    [[nodiscard]] support::Result<ImportReport> run(const ImportRun &how, const OnProgress &progress = {},
                                                    std::stop_token stop = {});

private:
    class Writing;

    explicit ImportJob(Workbench &workbench) : m_workbench(&workbench) {}
    /// The playbook with the pipeline of the files' system in it, as the fact to write; nothing where it is there.
    [[nodiscard]] support::Result<std::optional<domain::Record>> newPipeline() const;
    [[nodiscard]] support::Result<exchange::ImportPreview> preview(std::size_t shown, const exchange::Watch &watch) const;
    [[nodiscard]] support::Result<void> runFacts(Writing &writing, const OnProgress &progress, const std::stop_token &stop) const;
    [[nodiscard]] support::Result<void> runTables(Writing &writing, const OnProgress &progress,
                                                  const std::stop_token &stop) const;

    Workbench *m_workbench;
    std::shared_ptr<const exchange::Profiles> m_profiles; ///< what the plan's profile is one of
    std::vector<support::Error> m_unreadProfiles;
    std::vector<std::filesystem::path> m_files;
    std::filesystem::path m_profileFile; ///< empty: none was named
    std::vector<exchange::Input> m_inputs;
    std::string m_label;
    bool m_holdsFacts = false;
    exchange::ImportPlan m_plan;
    exchange::ImportContext m_context;
};

} // namespace workbench
