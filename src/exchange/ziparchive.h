// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"

#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace exchange {

/// A ZIP archive in memory, of which only so much is unpacked as is asked for: a small file that unpacks to terabytes
/// costs no more than the limit the reader names.
class ZipArchive {
public:
    /// Fails with UnknownFormat when `bytes` are no archive and TooLarge when it has more than 10,000 entries.
    [[nodiscard]] static support::Result<ZipArchive> open(std::string bytes);

    [[nodiscard]] bool has(const std::string &entry) const;
    /// The unpacked bytes of `entry` in order; reading past `limit` of them fails with TooLarge. Fails with UnknownFormat when
    /// there is no such entry, and with FileDamaged. The archive has to outlive the source.
    [[nodiscard]] support::Result<std::unique_ptr<ByteSource>> stream(const std::string &entry, std::uint64_t limit) const;
    /// The whole of `entry`.
    [[nodiscard]] support::Result<std::string> text(const std::string &entry, std::uint64_t limit) const;

private:
    struct Closer {
        void operator()(zip *archive) const;
    };

    ZipArchive(std::unique_ptr<std::string> bytes, zip *archive);

    std::unique_ptr<std::string> m_bytes; ///< libzip reads from here; its address must not change
    std::unique_ptr<zip, Closer> m_archive;
};

} // namespace exchange
