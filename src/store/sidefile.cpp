// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/sidefile.h"

#include "store/mappedfile.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <type_traits>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace fs = std::filesystem;

namespace {

struct Header {
    std::array<char, 8> magic{'P', 'L', 'U', 'M', 'S', 'I', 'D', '1'};
    std::uint64_t last = 0; // these three are the mark
    std::int64_t batch = 0;
    std::uint64_t fingerprint = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0; ///< XXH3 of the mark and the content
};
static_assert(std::has_unique_object_representations_v<Header>, "every byte of the file is looked at");

class Hash {
public:
    explicit Hash(const Header &header)
    {
        XXH3_64bits_reset(&m_state);
        const std::array<std::uint64_t, 3> mark{header.last, static_cast<std::uint64_t>(header.batch), header.fingerprint};
        XXH3_64bits_update(&m_state, mark.data(), sizeof mark);
    }
    void add(std::span<const std::byte> bytes) { XXH3_64bits_update(&m_state, bytes.data(), bytes.size()); }
    [[nodiscard]] std::uint64_t value() const { return XXH3_64bits_digest(&m_state); }

private:
    XXH3_state_t m_state;
};

std::span<const char> charsOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool put(std::ofstream &out, std::span<const std::byte> bytes)
{
    const auto chars = charsOf(bytes);
    out.write(chars.data(), static_cast<std::streamsize>(chars.size()));
    return out.good();
}

Result<void> writeFile(const fs::path &path, Header header, const std::function<Result<void>(const SideFile::Sink &)> &content)
{
    const auto failed = [&] {
        return failure(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path.string(),
                       "the file cannot be written");
    };
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    std::error_code ignored;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
    const auto headerBytes = std::as_bytes(std::span(&header, 1));
    if (!put(out, headerBytes))
        return failed();
    Hash hash(header);
    Result<void> written = content([&](std::span<const std::byte> bytes) -> Result<void> {
        hash.add(bytes);
        header.size += bytes.size();
        return put(out, bytes) ? Result<void>() : failed();
    });
    if (!written)
        return written;
    header.hash = hash.value();
    out.seekp(0);
    if (!put(out, headerBytes) || !out.flush())
        return failed();
    return {};
}

} // namespace

SideFile::SideFile(const fs::path &workspace) : m_path(workspace)
{
    m_path += "-columns";
}

Result<void> SideFile::write(const FactMark &mark, const std::function<Result<void>(const Sink &)> &content) const
{
    fs::path part = m_path;
    part += ".part";
    Header header;
    header.last = mark.last;
    header.batch = mark.batch;
    header.fingerprint = mark.fingerprint;
    Result<void> written = writeFile(part, header, content);
    std::error_code error;
    if (written)
        fs::rename(part, m_path, error);
    if (error)
        written = failure(ErrorCode::FileUnwritable, m_path.string(), error.message());
    if (!written)
        fs::remove(part, error);
    return written;
}

std::optional<SideFile::Content> SideFile::read() const
{
    const auto file = MappedFile::open(m_path);
    Header header;
    const Header expected;
    if (!file || file->bytes.size() < sizeof header)
        return std::nullopt;
    std::memcpy(&header, file->bytes.data(), sizeof header);
    const auto content = file->bytes.subspan(sizeof header);
    if (header.magic != expected.magic || header.size != content.size())
        return std::nullopt;
    Hash hash(header);
    hash.add(content);
    if (hash.value() != header.hash)
        return std::nullopt;
    return Content{{static_cast<FactNumber>(header.last), header.batch, header.fingerprint}, content, file->keeper};
}

} // namespace store
