// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/mappedfile.h"

#if __has_include(<sys/mman.h>)
#    include <fcntl.h>
#    include <sys/mman.h>
#    include <unistd.h>
#else
#    include <algorithm>
#    include <fstream>
#    include <new>
#endif

namespace store {

#if __has_include(<sys/mman.h>)

std::optional<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    const ::off_t size = ::lseek(file, 0, SEEK_END);
    void *const pages = size > 0 ? ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    ::close(file);
    if (pages == MAP_FAILED)
        return size == 0 ? std::optional(MappedFile()) : std::nullopt;
    const auto length = static_cast<std::size_t>(size);
    ::madvise(pages, length, MADV_WILLNEED);
    std::shared_ptr<const void> keeper(pages, [length](void *mapped) { ::munmap(mapped, length); });
    return MappedFile{{static_cast<const std::byte *>(pages), length}, std::move(keeper)};
}

#else

std::optional<MappedFile> MappedFile::open(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    const auto size = static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0));
    const std::shared_ptr<std::byte[]> memory(new (std::nothrow) std::byte[size]);
    if (!memory || !in.seekg(0).read(reinterpret_cast<char *>(memory.get()), static_cast<std::streamsize>(size)))
        return std::nullopt;
    return MappedFile{{memory.get(), size}, memory};
}

#endif

} // namespace store
