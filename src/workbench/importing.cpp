// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/importing.h"

#include "exchange/bytefile.h"
#include "exchange/factjson.h"
#include "exchange/faultykey.h"
#include "exchange/jsonlines.h"
#include "exchange/plausible.h"
#include "exchange/playbookjson.h"
#include "workbench/bulkwriter.h"
#include "workbench/importcontext.h"
#include "workbench/keptfiles.h"
#include "workbench/ownprofiles.h"
#include "workbench/refusedfile.h"

#include <algorithm>

namespace workbench {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::size_t reasonsKept = 1000;
constexpr std::size_t groupsKept = 100;

enum class Holds : std::uint8_t { Nothing, Facts, Table };

/// Facts are JSON objects; no table starts with a brace. A damaged first line does not make a table of what is called facts.
Result<Holds> whatHolds(const exchange::Input &input)
{
    auto source = input.open();
    if (!source)
        return tl::unexpected(source.error());
    std::array<char, 64> head{};
    const auto read = (*source)->read(head.data(), head.size());
    if (!read)
        return tl::unexpected(read.error());
    const std::string_view text = support::trimmed(std::string_view(head.data(), *read));
    if (text.starts_with('{') || input.name.ends_with(".jsonl") || input.name.ends_with(".ndjson"))
        return Holds::Facts;
    return text.empty() ? Holds::Nothing : Holds::Table;
}

/// Whether the files hold facts. Fails with MixedFormats where some do and others are tables: neither waits for what the other
/// describes.
Result<bool> holdFacts(std::span<const exchange::Input> inputs)
{
    const exchange::Input *facts = nullptr;
    const exchange::Input *table = nullptr;
    for (const exchange::Input &input : inputs) {
        const auto holds = whatHolds(input);
        if (!holds)
            return tl::unexpected(holds.error());
        if (*holds == Holds::Facts && facts == nullptr)
            facts = &input;
        if (*holds == Holds::Table && table == nullptr)
            table = &input;
    }
    if (facts != nullptr && table != nullptr)
        return failure(ErrorCode::MixedFormats, facts->name, table->name + " is a table");
    return facts != nullptr;
}

/// A row of one of several files as one number, which a batch gives back when it refuses the row. Tags are in the order of the
/// files, their sheets and lines; the 4096th sheet of a workbook and those behind it are one.
constexpr unsigned fileShift = 48;
constexpr unsigned sheetShift = 36;

constexpr std::uint64_t tagOf(const exchange::RowPlace &place)
{
    const std::uint64_t sheet = std::min<std::uint64_t>(place.sheet, (1U << (fileShift - sheetShift)) - 1);
    return static_cast<std::uint64_t>(place.input) << fileShift | sheet << sheetShift | place.line;
}

constexpr exchange::RowPlace placeAt(std::uint64_t tag)
{
    const auto below = [](unsigned shift) { return (std::uint64_t{1} << shift) - 1; };
    return {static_cast<std::size_t>(tag >> fileShift), static_cast<std::size_t>((tag & below(fileShift)) >> sheetShift),
            tag & below(sheetShift)};
}

/// The playbook of now with `pipeline` in it, as a publication; nothing when it has it already.
Result<std::optional<domain::Record>> withPipeline(const Core &core, const domain::Pipeline &pipeline)
{
    const support::Instant now = core.now();
    domain::Playbook playbook = core.snapshot()->playbook(now).compiled->playbook();
    if (playbook.pipeline(pipeline.id))
        return std::optional<domain::Record>();
    playbook.pipelines.push_back(pipeline);
    for (domain::Stage &stage : playbook.pipelines.back().stages) {
        // A profile knows what another system calls its stages, not what they are for.
        if (stage.purpose.en.empty())
            stage.purpose = stage.name;
    }
    const auto version = domain::Bounded<1, 1'000'000>::of(playbook.version + 1);
    if (!version)
        return tl::unexpected(version.error());
    playbook.version = static_cast<int>(version->value());
    domain::PlaybookPublished published{*version, exchange::publishedForm(playbook), std::nullopt, core.m_actor};
    if (const auto readable = exchange::readPlaybook(published.document.text); !readable)
        return tl::unexpected(readable.error());
    return domain::Record::make(std::move(published), {now, now, false}).map([](domain::Record record) {
        return std::optional(std::move(record));
    });
}

/// What a line may say and cannot be so. A published playbook that cannot be read would be in the way of every question: it is
/// refused like any other bad line.
Result<void> checkSound(const domain::Record &record, support::Instant now)
{
    if (const Result<void> possible = exchange::plausible(record, now); !possible)
        return possible;
    if (const auto *published = std::get_if<domain::PlaybookPublished>(&record.fact())) {
        if (const auto playbook = exchange::readPlaybook(published->document.text); !playbook)
            return tl::unexpected(playbook.error());
    }
    return {};
}

} // namespace

/// The refused lines of a run: the first in memory, all of them in a file.
class ImportJob::Writing {
public:
    explicit Writing(const ImportRun &how) : file(how.refusedFile), m_words(how.words) {}

    void refuse(const exchange::Refusal &refusal)
    {
        RefusedLine line = refusedLine(refusal);
        const std::uint64_t tag = tagOf({refusal.input, refusal.sheet, refusal.line});
        file.add(tag, exchange::refusedLine(refusal, wordsOf(line)));
        keep(std::move(line), tag);
    }

    void refuse(const std::string &name, std::uint64_t tag, std::string_view text, const support::Error &error)
    {
        const std::uint64_t number = placeAt(tag).line;
        std::string key = exchange::faultyKey(text, error);
        std::string value = error.subject;
        if (!key.empty() && value.starts_with(key + '='))
            value.erase(0, key.size() + 1);
        RefusedLine line{name, number,       std::move(key), std::move(value), std::string(support::name(error.code)),
                         {},   error.detail, false,          error.code};
        file.add(tag, exchange::refusedLine({line.file, number, line.column, line.value, text}, error.code, wordsOf(line)));
        keep(std::move(line), tag);
    }

    /// The report, with what was refused in the order of its places.
    ImportReport reported()
    {
        std::ranges::stable_sort(m_kept, {}, &std::pair<std::uint64_t, RefusedLine>::first);
        for (auto &[tag, line] : m_kept)
            report.reasons.push_back(std::move(line));
        return std::move(report);
    }

    Result<void> take(const domain::Record &record, std::uint64_t tag)
    {
        return append(record, tag).map([&](store::Outcome outcome) {
            if (outcome != store::Outcome::Unchanged)
                ++report.news[exchange::kindOf(record.fact())];
        });
    }

    RefusedFile file;
    ImportReport report;
    BulkWriter::Append append;
    std::uint64_t rows = 0;
    std::optional<exchange::DuplicateFinder> finder;

private:
    [[nodiscard]] exchange::RefusalWords wordsOf(const RefusedLine &line) const
    {
        return m_words ? m_words(line) : exchange::RefusalWords{line.reason, line.remedy.empty() ? line.detail : line.remedy};
    }

    void keep(RefusedLine line, std::uint64_t tag)
    {
        ++(line.valueOnly ? report.leftOut : report.refused);
        countIn(line);
        if (m_kept.size() < reasonsKept)
            m_kept.emplace_back(tag, std::move(line));
    }

    void countIn(const RefusedLine &line)
    {
        const auto alike = [&](const RefusedGroup &group) {
            return group.first.cause == line.cause && group.first.valueOnly == line.valueOnly && group.first.column == line.column
                   && group.first.file == line.file;
        };
        const auto group = std::ranges::find_if(report.groups, alike);
        if (group != report.groups.end())
            ++group->count;
        else if (report.groups.size() < groupsKept)
            report.groups.push_back({line, 1});
    }

    std::function<exchange::RefusalWords(const RefusedLine &line)> m_words;
    std::vector<std::pair<std::uint64_t, RefusedLine>> m_kept;
};

RefusedLine refusedLine(const exchange::Refusal &refusal)
{
    return {refusal.file,
            refusal.line,
            refusal.column,
            refusal.value,
            std::string(name(refusal.reason)),
            std::string(remedy(refusal.reason)),
            {},
            refusal.valueOnly,
            refusal.reason};
}

Result<ImportJob> ImportJob::prepare(Workbench &workbench, const std::vector<std::filesystem::path> &files,
                                     const ImportHints &hints, const OnProgress &progress, std::stop_token stop)
{
    ImportJob job(workbench);
    job.m_files = files;
    job.m_profileFile = hints.profileFile;
    for (const std::filesystem::path &file : files) {
        auto input = exchange::fileInput(file);
        if (!input)
            return tl::unexpected(input.error());
        job.m_label += (job.m_label.empty() ? "" : ", ") + input->name;
        job.m_inputs.push_back(*std::move(input));
    }
    if (job.m_inputs.empty())
        return failure(ErrorCode::FileMissing, "", "no file to import");
    const bool saidToBeTables = !hints.told.profile.empty() || !hints.profileFile.empty();
    const auto facts = saidToBeTables ? Result<bool>(false) : holdFacts(job.m_inputs);
    if (!facts)
        return tl::unexpected(facts.error());
    job.m_holdsFacts = *facts;
    job.m_context = importContext(workbench.core());
    if (job.m_holdsFacts)
        return job;
    const auto hear = [&](std::uint64_t done, std::uint64_t total) {
        if (progress)
            progress({done, total});
    };
    exchange::Told told = hints.told;
    auto profiles = withOwnProfiles(workbench.core().profiles(), hints.ownProfiles, hints.profileFile, told.profile);
    if (!profiles)
        return tl::unexpected(profiles.error());
    job.m_unreadProfiles = std::move(profiles->unread);
    job.m_profiles = std::make_shared<const exchange::Profiles>(std::move(profiles->profiles));
    auto recognition = exchange::recognise(job.m_inputs, *job.m_profiles, job.m_context, told, {hear, stop});
    if (!recognition)
        return tl::unexpected(recognition.error());
    job.m_plan.recognition = *std::move(recognition);
    return job;
}

Result<std::optional<domain::Record>> ImportJob::newPipeline() const
{
    const exchange::Profile *profile = m_plan.recognition.profile;
    return profile && profile->pipeline ? withPipeline(m_workbench->core(), *profile->pipeline)
                                        : Result<std::optional<domain::Record>>(std::nullopt);
}

Result<void> ImportJob::runFacts(Writing &writing, const OnProgress &progress, const std::stop_token &stop) const
{
    std::uint64_t before = 0;
    std::uint64_t total = 0;
    for (const exchange::Input &input : m_inputs)
        total += input.size;
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        auto source = m_inputs[i].open();
        if (!source)
            return tl::unexpected(source.error());
        exchange::FactHandlers handlers;
        handlers.fact = [&](std::uint64_t line, domain::Record record) -> Result<void> {
            ++writing.rows;
            if (const auto sound = checkSound(record, m_context.today); !sound) {
                writing.refuse(m_inputs[i].name, tagOf({i, 0, line}), exchange::toJson(record), sound.error());
                return {};
            }
            return writing.take(record, tagOf({i, 0, line}));
        };
        handlers.refused = [&](std::uint64_t line, std::string_view text, const support::Error &error) {
            ++writing.rows;
            writing.refuse(m_inputs[i].name, tagOf({i, 0, line}), text, error);
        };
        handlers.progress = [&](std::uint64_t bytes) {
            if (progress)
                progress({before + bytes, total});
        };
        if (const auto read = exchange::readFacts(**source, m_context.importTime, handlers, stop); !read)
            return tl::unexpected(read.error());
        before += m_inputs[i].size;
    }
    return {};
}

Result<void> ImportJob::runTables(Writing &writing, const OnProgress &progress, const std::stop_token &stop) const
{
    const auto publication = newPipeline();
    if (!publication)
        return tl::unexpected(publication.error());
    if (*publication) {
        if (const auto appended = writing.take(**publication, 0); !appended)
            return appended;
    }
    exchange::ImportHandlers handlers;
    handlers.fact = [&](const exchange::RowPlace &place, domain::Record record) {
        if (writing.finder)
            writing.finder->learn(record);
        return writing.take(record, tagOf(place));
    };
    handlers.refused = [&](const exchange::Refusal &refusal) { writing.refuse(refusal); };
    handlers.progress = [&](std::uint64_t done, std::uint64_t total) {
        if (progress)
            progress({done, total});
    };
    const auto counts = exchange::importTables(m_inputs, m_plan, m_context, handlers, stop);
    if (!counts)
        return tl::unexpected(counts.error());
    writing.report.notes = counts->notes;
    writing.report.repeated = counts->repeated();
    if (writing.finder)
        writing.report.duplicates = exchange::duplicatesIn(*writing.finder, m_context);
    writing.rows = counts->rows;
    return {};
}

Result<void> mayImport(const Workbench &workbench, const ImportRun &how, std::span<const std::filesystem::path> files)
{
    const WorkspaceView into = workbench.identity();
    if (workbench.readOnly())
        return failure(ErrorCode::WorkspaceReadOnly, into.path.string(), "the workspace is open for reading only");
    if (into.sample && !how.intoSample && !how.dryRun)
        return failure(ErrorCode::SampleWorkspace, into.path.string(), "nobody said that these records belong into a sample");
    std::vector<std::filesystem::path> kept = filesOf(workbench.file());
    kept.insert(kept.end(), files.begin(), files.end());
    if (const Result<void> refusals = mayWrite(how.refusedFile, kept); !refusals || how.keepAs.empty())
        return refusals;
    kept.push_back(how.refusedFile);
    return ownProfileFile(how.keepAs, how.ownProfiles).and_then([&](const std::filesystem::path &profile) {
        return mayWrite(profile, kept);
    });
}

std::string factLine(const domain::Record &record)
{
    return exchange::toJson(record);
}

Result<ImportReport> ImportJob::run(const ImportRun &how, const OnProgress &progress, std::stop_token stop)
{
    const auto allowed = mayImport(*m_workbench, how, m_files).and_then([&] {
        return mayWrite(how.refusedFile, {&m_profileFile, 1});
    });
    if (!allowed)
        return tl::unexpected(allowed.error());
    Core &core = m_workbench->core();
    Writing writing(how);
    writing.report.into = m_workbench->identity();
    if (how.findDuplicates)
        writing.finder = exchange::finderFor(m_context);
    const auto refusalsWritten = [&]() -> Result<void> {
        if (writing.file.failed())
            return failure(ErrorCode::FileUnwritable, how.refusedFile.string(), "the file of refused rows cannot be written");
        return {};
    };
    if (const Result<void> begun = refusalsWritten(); !begun)
        return tl::unexpected(begun.error());
    BulkWriter bulk(
        core, {store::BatchKind::Import, m_label, m_context.importTime, core.m_actor ? core.m_actor->text() : std::string()});
    const auto produce = [&](const BulkWriter::Append &append) -> Result<BulkWriter::Produced> {
        writing.append = append;
        const Result<void> read = m_holdsFacts ? runFacts(writing, progress, stop) : runTables(writing, progress, stop);
        return read.and_then(refusalsWritten).map([&] { return BulkWriter::Produced{writing.report.refused, writing.rows}; });
    };
    exchange::LineFinder lines(m_inputs);
    const auto refused = [&](std::uint64_t tag, const support::Error &error) {
        const exchange::RowPlace place = placeAt(tag);
        const std::string_view text = m_holdsFacts ? lines.line(place.input, place.line) : std::string_view();
        writing.refuse(m_plan.nameOf(m_inputs, place), tag, text, error);
    };
    const BulkWriter::End end = how.takenIn ? BulkWriter::End::TakeIn : BulkWriter::End::Commit;
    const auto summary = bulk.run(produce, refused, how.dryRun ? BulkWriter::End::Rehearse : end, stop);
    if (!summary)
        return tl::unexpected(summary.error());
    ImportReport report = writing.reported();
    report.refusedFileLost = !writing.file.keep();
    if (!how.keepAs.empty() && !how.dryRun && !m_holdsFacts)
        report.profile = saveOwnProfile(m_plan, how.keepAs, how.ownProfiles);
    report.batch = summary->batch;
    report.created = summary->created;
    report.updated = summary->updated;
    report.unchanged = summary->unchanged;
    return report;
}

} // namespace workbench
