// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/bytefile.h"

#include <cstdio>
#include <system_error>

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

} // namespace

Result<Input> fileInput(const std::filesystem::path &path)
{
    std::error_code status;
    const std::string name = path.filename().string();
    if (!std::filesystem::exists(path, status))
        return failure(ErrorCode::FileMissing, path.string(), "no such file");
    if (std::filesystem::is_directory(path, status))
        return failure(ErrorCode::FileUnreadable, path.string(), "a folder, not a file");
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
