// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/workspace.h"

#include "store/file.h"
#include "store/migrations.h"
#include "store/reading.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace fs = std::filesystem;

namespace {

/// What SQLite puts before everything else, with its closing zero, and where the application's number stands behind it.
constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t headerBytes = 100;
constexpr std::size_t applicationOffset = 68;

std::int64_t bigEndian(const std::array<char, headerBytes> &bytes, std::size_t offset)
{
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(offset + i));
    return value;
}

constexpr std::string_view zoneKey = "time_zone";
constexpr std::string_view createdKey = "created_at";

/// Looks at the first bytes, so that SQLite is never given a file that is not ours.
Result<void> checkHeader(const fs::path &path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return failure(ErrorCode::FileMissing, path.string(), "there is no such file");
    if (!fs::is_regular_file(path, error))
        return failure(ErrorCode::NotAWorkspace, path.string(), "not a file");
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return failure(ErrorCode::FileUnreadable, path.string(), "the file cannot be opened");
    std::array<char, headerBytes> header{};
    in.read(header.data(), header.size());
    const std::string_view read(header.data(), static_cast<std::size_t>(in.gcount()));
    if (read.empty() || !magic.starts_with(read.substr(0, magic.size())))
        return failure(ErrorCode::NotAWorkspace, path.string(), "the file is not a workspace");
    if (read.size() < headerBytes)
        return failure(ErrorCode::WorkspaceDamaged, path.string(), "the file ends within its header");
    if (bigEndian(header, applicationOffset) != applicationId)
        return failure(ErrorCode::NotAWorkspace, path.string(), "the file belongs to another program");
    return {};
}

fs::path beside(const fs::path &path, const char *suffix)
{
    fs::path out = path;
    out += suffix;
    return out;
}

/// Makes an empty file for the owner's eyes only, and only if there is none.
Result<void> makeFile(const fs::path &path)
{
    std::error_code error;
    const fs::path folder = fs::absolute(path, error).parent_path();
    if (!fs::is_directory(folder, error))
        return failure(ErrorCode::FileMissing, folder.string(), "there is no such folder");
    std::FILE *file = std::fopen(path.c_str(), "wbx");
    if (file == nullptr && errno == EEXIST)
        return failure(ErrorCode::FileExists, path.string(), "there is a file of this name");
    if (file == nullptr)
        return failure(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path.string(),
                       "the file cannot be made");
    std::fclose(file);
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
    return {};
}

void removeFiles(const fs::path &path)
{
    std::error_code ignored;
    for (const char *suffix : {"", "-wal", "-shm", "-journal", "-lock", "-lock-journal"})
        fs::remove(beside(path, suffix), ignored);
}

Result<void> keepLog(Connection &connection)
{
    auto query = connection.lease("PRAGMA journal_mode = WAL");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    const auto row = (*query)->bind().step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || (*query)->text(0) != "wal")
        return failure(ErrorCode::FileUnwritable, "journal_mode", "this file system cannot keep a write-ahead log");
    return {};
}

Result<void> initialise(Connection &connection, const Settings &settings)
{
    const std::string mark = fmt::format("PRAGMA application_id = {}", applicationId);
    return connection.execute(mark.c_str())
        .and_then([&] { return migrate(connection, migrations().size()); })
        .and_then([&] {
            const std::string zone = settings.timeZone.name();
            return connection.run("INSERT INTO meta (key, value) VALUES ('time_zone', ?1), ('created_at', ?2)",
                                  std::string_view(zone), std::string_view(support::toText(settings.createdAt)));
        })
        .map([] {});
}

/// After the header has been found ours, "not a database" can only mean damage; the subject is the file in every case, as the
/// caller named it.
support::Error openingError(support::Error error, const fs::path &path)
{
    if (error.code == ErrorCode::NotAWorkspace)
        error.code = ErrorCode::WorkspaceDamaged;
    if (error.subject.empty() || error.code == ErrorCode::WorkspaceDamaged || error.code == ErrorCode::WorkspaceNewer)
        error.subject = path.string();
    return error;
}

/// Opens for reading, also where the folder does not let us put an index of the log beside the file.
Result<std::unique_ptr<Connection>> openForReading(const fs::path &path)
{
    auto connection = Connection::open(path, Connection::Access::ReadOnly);
    const auto version = connection ? schemaVersion(**connection) : tl::unexpected(connection.error());
    if (version || (version.error().code != ErrorCode::FileUnreadable && version.error().code != ErrorCode::WorkspaceReadOnly))
        return version ? std::move(connection) : tl::unexpected(version.error());
    std::error_code error;
    const auto logBytes = fs::file_size(beside(path, "-wal"), error);
    if (!error && logBytes > 0)
        return failure(ErrorCode::FileUnreadable, path.string(),
                       "the write-ahead log cannot be read in a folder without write access");
    return Connection::open(path, Connection::Access::Immutable);
}

Result<std::unique_ptr<File>> openReader(const fs::path &path)
{
    auto connection = openForReading(path);
    const auto version = connection ? schemaVersion(**connection) : tl::unexpected(connection.error());
    if (!version)
        return tl::unexpected(openingError(version.error(), path));
    const Result<void> seen = checkKnown(**connection, *version).and_then([&] { return readAsCurrent(**connection, *version); });
    if (!seen)
        return tl::unexpected(openingError(seen.error(), path));
    return std::make_unique<File>(path, *std::move(connection), std::nullopt);
}

Result<std::unique_ptr<File>> openWriter(const fs::path &path, WriterLock lock, Journal journal)
{
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return tl::unexpected(openingError(connection.error(), path));
    if ((*connection)->isReadOnly())
        return failure(ErrorCode::WorkspaceReadOnly, path.string(), "the file cannot be written to");
    // What is only in a cache could still vanish with the power: nothing is trusted before the log is in the file.
    const Result<void> ready = migrate(**connection, migrations().size())
                                   .and_then([&] { return journal == Journal::Log ? keepLog(**connection) : Result<void>(); })
                                   .and_then([&] { return (*connection)->checkpoint(); });
    if (!ready)
        return tl::unexpected(openingError(ready.error(), path));
    return std::make_unique<File>(path, *std::move(connection), std::move(lock));
}

bool isForReadingOnly(ErrorCode code)
{
    return code == ErrorCode::WorkspaceReadOnly || code == ErrorCode::FileUnreadable || code == ErrorCode::FileUnwritable;
}

} // namespace

Workspace::Workspace(std::unique_ptr<File> file) : m_file(std::move(file)) {}
Workspace::Workspace(Workspace &&other) noexcept = default;
Workspace &Workspace::operator=(Workspace &&other) noexcept = default;
Workspace::~Workspace() = default;

Result<Workspace> Workspace::create(const fs::path &path, const Settings &settings, Journal journal)
{
    if (const Result<void> made = makeFile(path); !made)
        return tl::unexpected(made.error());
    const Result<void> filled =
        Connection::open(path, Connection::Access::ReadWrite).and_then([&](const std::unique_ptr<Connection> &connection) {
            return initialise(*connection, settings);
        });
    auto lock = filled ? WriterLock::acquire(path) : tl::unexpected(filled.error());
    auto opened = lock ? openWriter(path, *std::move(lock), journal) : tl::unexpected(lock.error());
    if (!opened) {
        removeFiles(path);
        return tl::unexpected(opened.error());
    }
    return Workspace(*std::move(opened));
}

Result<void> Workspace::useLog()
{
    return keepLog(*m_file->connection);
}

Result<Workspace> Workspace::open(const fs::path &path, Mode mode)
{
    if (const Result<void> ours = checkHeader(path); !ours)
        return tl::unexpected(ours.error());
    auto file = [&]() -> Result<std::unique_ptr<File>> {
        if (mode == Mode::ReadOnly)
            return openReader(path);
        auto lock = WriterLock::acquire(path);
        auto writer = lock ? openWriter(path, *std::move(lock), Journal::Log) : tl::unexpected(lock.error());
        if (writer || !isForReadingOnly(writer.error().code))
            return writer;
        return openReader(path);
    }();
    if (!file)
        return tl::unexpected(std::move(file.error()));
    return Workspace(*std::move(file));
}

const fs::path &Workspace::path() const
{
    return m_file->path;
}

Mode Workspace::mode() const
{
    return m_file->lock ? Mode::ReadWrite : Mode::ReadOnly;
}

Result<Settings> readSettings(const Workspace &workspace)
{
    const auto zone = workspace.note(zoneKey);
    const auto created = workspace.note(createdKey);
    if (!zone || !created)
        return tl::unexpected(zone ? created.error() : zone.error());
    const auto timeZone = support::TimeZone::named(zone->value_or(""));
    const auto createdAt = support::parseInstant(created->value_or(""));
    if (!timeZone || !createdAt)
        return failure(ErrorCode::WorkspaceDamaged, timeZone ? createdKey : zoneKey,
                       timeZone ? createdAt.error().detail : timeZone.error().detail);
    return Settings{*timeZone, *createdAt};
}

Result<Settings> Workspace::settings() const
{
    return readSettings(*this).map_error([&](const support::Error &error) {
        const bool ofSetting = error.subject == zoneKey || error.subject == createdKey;
        return ofSetting ? support::Error{error.code, m_file->path.string(), fmt::format("{}: {}", error.subject, error.detail)}
                         : error;
    });
}

Result<std::optional<std::string>> Workspace::note(std::string_view key) const
{
    auto query = m_file->connection->lease("SELECT value FROM meta WHERE key = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    const auto row = (*query)->bind(key).step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? std::optional(std::string((*query)->text(0))) : std::nullopt;
}

Result<void> Workspace::setNote(std::string_view key, std::string_view value)
{
    if (mode() == Mode::ReadOnly)
        return failure(ErrorCode::WorkspaceReadOnly, m_file->path.string(), "the workspace is open for reading only");
    return m_file->connection->run("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", key, value);
}

const domain::Interner &Workspace::symbols() const
{
    return m_file->symbols;
}

Result<Symbol> Workspace::describe(domain::SymbolKey key) const
{
    return m_file->symbols.describe(key);
}

void Workspace::useLexicon(domain::Lexicon lexicon)
{
    m_file->lexicon = std::move(lexicon);
}

} // namespace store
