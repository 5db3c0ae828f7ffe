// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/ziparchive.h"

#include <zip.h>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

struct EntryCloser {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

class EntrySource final : public ByteSource {
public:
    EntrySource(zip_file_t *file, std::string name, std::uint64_t limit) : m_file(file), m_name(std::move(name)), m_left(limit) {}

    [[nodiscard]] Result<std::size_t> read(char *into, std::size_t room) override
    {
        const zip_int64_t count = zip_fread(m_file.get(), into, room);
        if (count < 0)
            return failure(ErrorCode::FileDamaged, m_name, "the archive is damaged here");
        const auto bytes = static_cast<std::uint64_t>(count);
        if (bytes > m_left)
            return failure(ErrorCode::TooLarge, m_name, "this part of the archive unpacks to more than is sound");
        m_left -= bytes;
        return static_cast<std::size_t>(bytes);
    }

private:
    std::unique_ptr<zip_file_t, EntryCloser> m_file;
    std::string m_name;
    std::uint64_t m_left;
};

} // namespace

ZipArchive::ZipArchive(std::unique_ptr<std::string> bytes, zip *archive) : m_bytes(std::move(bytes)), m_archive(archive) {}

void ZipArchive::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string bytes)
{
    auto held = std::make_unique<std::string>(std::move(bytes));
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(held->data(), held->size(), 0, &error);
    zip_t *archive = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (archive == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    if (archive == nullptr)
        return failure(ErrorCode::UnknownFormat, "", "not a ZIP archive");
    ZipArchive opened(std::move(held), archive);
    constexpr zip_int64_t maxEntries = 10'000;
    if (zip_get_num_entries(archive, 0) > maxEntries)
        return failure(ErrorCode::TooLarge, "", "the archive has more than 10,000 entries");
    return opened;
}

bool ZipArchive::has(const std::string &entry) const
{
    return zip_name_locate(m_archive.get(), entry.c_str(), 0) >= 0;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::stream(const std::string &entry, std::uint64_t limit) const
{
    zip_file_t *file = zip_fopen(m_archive.get(), entry.c_str(), 0);
    if (file == nullptr)
        return has(entry) ? failure(ErrorCode::FileDamaged, entry, "the archive is damaged here")
                          : failure(ErrorCode::UnknownFormat, entry, "the archive has no such entry");
    return std::make_unique<EntrySource>(file, entry, limit);
}

Result<std::string> ZipArchive::text(const std::string &entry, std::uint64_t limit) const
{
    const auto source = stream(entry, limit);
    if (!source)
        return tl::unexpected(source.error());
    return readAll(**source, entry, limit);
}

} // namespace exchange
