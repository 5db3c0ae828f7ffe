// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <filesystem>
#include <string_view>

namespace exchange {

/// A file that is there whole or not at all: it is written beside its place, and put there in the end. What stood there stays
/// until then.
class WholeFile {
public:
    explicit WholeFile(std::filesystem::path file);
    ~WholeFile(); ///< removes what was not committed
    WholeFile(const WholeFile &) = delete;
    WholeFile &operator=(const WholeFile &) = delete;

    /// Where it is written meanwhile.
    [[nodiscard]] const std::filesystem::path &part() const { return m_part; }
    /// Fails with FileUnwritable and DiskFull.
    [[nodiscard]] support::Result<void> write(std::string_view bytes) const;
    /// Fails with FileUnwritable.
    [[nodiscard]] support::Result<void> commit();

private:
    std::filesystem::path m_file;
    std::filesystem::path m_part;
};

} // namespace exchange
