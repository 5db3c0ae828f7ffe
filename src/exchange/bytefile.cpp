// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/bytefile.h"

#include <array>
#include <cstdio>
#include <sys/types.h>
#include <system_error>
#include <unistd.h>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

struct Closer {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

class FileSource final : public ByteSource {
public:
    FileSource(std::FILE *file, std::string name) : m_file(file), m_name(std::move(name)) {}

    [[nodiscard]] Result<std::size_t> read(char *into, std::size_t room) override
    {
        const std::size_t count = std::fread(into, 1, room, m_file.get());
        if (count == 0 && std::ferror(m_file.get()) != 0)
            return failure(ErrorCode::IoFailed, m_name, "reading stopped before the end of the file");
        return count;
    }

private:
    std::unique_ptr<std::FILE, Closer> m_file;
    std::string m_name;
};

/// One reading of what came through a pipe.
class KeptSource final : public ByteSource {
public:
    KeptSource(std::shared_ptr<std::FILE> kept, std::string name) : m_kept(std::move(kept)), m_name(std::move(name)) {}

    [[nodiscard]] Result<std::size_t> read(char *into, std::size_t room) override
    {
        const ssize_t count = ::pread(fileno(m_kept.get()), into, room, m_at);
        if (count < 0)
            return failure(ErrorCode::IoFailed, m_name, "what came through the pipe cannot be read again");
        m_at += count;
        return static_cast<std::size_t>(count);
    }

private:
    std::shared_ptr<std::FILE> m_kept;
    std::string m_name;
    off_t m_at = 0;
};

/// What comes through a pipe comes once, and an import looks at its files several times: it is kept in a file without a name,
/// which is gone with the last who reads it.
Result<Input> pipeInput(const std::filesystem::path &path, const std::string &name)
{
    const std::unique_ptr<std::FILE, Closer> pipe(std::fopen(path.c_str(), "rb"));
    const std::shared_ptr<std::FILE> kept(std::tmpfile(), [](std::FILE *file) {
        if (file != nullptr)
            std::fclose(file);
    });
    if (!pipe || !kept)
        return failure(pipe ? ErrorCode::FileUnwritable : ErrorCode::FileUnreadable, path.string(), "the pipe cannot be read");
    std::array<char, 64 * 1024> block{};
    std::uint64_t size = 0;
    for (std::size_t count = 1; count > 0; size += count) {
        count = std::fread(block.data(), 1, block.size(), pipe.get());
        if (std::fwrite(block.data(), 1, count, kept.get()) != count)
            return failure(ErrorCode::DiskFull, name, "no room to keep what comes through the pipe");
    }
    if (std::ferror(pipe.get()) != 0 || std::fflush(kept.get()) != 0)
        return failure(ErrorCode::IoFailed, name, "reading stopped before the end of the pipe");
    return Input{name, size,
                 [kept, name]() -> Result<std::unique_ptr<ByteSource>> { return std::make_unique<KeptSource>(kept, name); }};
}

} // namespace

Result<Input> fileInput(const std::filesystem::path &path)
{
    std::error_code status;
    const std::string name = path.filename().string();
    if (!std::filesystem::exists(path, status))
        return failure(ErrorCode::FileMissing, path.string(), "no such file");
    if (std::filesystem::is_directory(path, status))
        return failure(ErrorCode::FileUnreadable, path.string(), "a folder, not a file");
    if (std::filesystem::is_fifo(path, status))
        return pipeInput(path, name);
    const std::uintmax_t size = std::filesystem::file_size(path, status);
    const auto open = [path, name]() -> Result<std::unique_ptr<ByteSource>> {
        std::FILE *file = std::fopen(path.c_str(), "rb");
        if (file == nullptr)
            return failure(ErrorCode::FileUnreadable, path.string(), "the file cannot be opened for reading");
        return std::make_unique<FileSource>(file, name);
    };
    if (const auto probe = open(); !probe)
        return tl::unexpected(probe.error());
    return Input{name, status ? 0 : size, open};
}

} // namespace exchange
