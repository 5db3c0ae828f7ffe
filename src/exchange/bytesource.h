// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace exchange {

/// Bytes in order, read once from the start to the end.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    /// Puts at most `room` bytes at `into` and returns how many; 0 at the end only.
    [[nodiscard]] virtual support::Result<std::size_t> read(char *into, std::size_t room) = 0;
};

/// Bytes that are in memory already.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string bytes) : m_bytes(std::move(bytes)) {}

    [[nodiscard]] support::Result<std::size_t> read(char *into, std::size_t room) override
    {
        const std::size_t count = std::min(room, m_bytes.size() - m_at);
        std::copy_n(m_bytes.data() + m_at, count, into);
        m_at += count;
        return count;
    }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

/// All that `source` still has. Fails as reading does, and with TooLarge, naming `name`, past `limit` bytes.
[[nodiscard]] support::Result<std::string> readAll(ByteSource &source, const std::string &name, std::uint64_t limit);

/// A file as an import sees it: a name to show, its size in bytes, and a way to read it from the start, any number of times.
struct Input {
    std::string name;
    std::uint64_t size = 0;
    std::function<support::Result<std::unique_ptr<ByteSource>>()> open;
};

/// `bytes` under `name`.
[[nodiscard]] inline Input memoryInput(std::string name, std::string bytes)
{
    const std::uint64_t size = bytes.size();
    return {std::move(name), size, [held = std::move(bytes)]() -> support::Result<std::unique_ptr<ByteSource>> {
                return std::make_unique<MemorySource>(held);
            }};
}

} // namespace exchange
