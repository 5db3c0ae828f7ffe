// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

namespace store {

/// The content of a file, from the pages that the system holds of it anyway: nothing is copied, and it goes again when memory
/// is short. Where the system has no such pages to lend it is read.
struct MappedFile {
    std::span<const std::byte> bytes;   ///< aligned for any number
    std::shared_ptr<const void> keeper; ///< they lie there for as long as it lives

    /// Nothing where the file cannot be read. Whoever replaces the file puts another in its place: what is shortened under a
    /// reader ends the program.
    [[nodiscard]] static std::optional<MappedFile> open(const std::filesystem::path &path);
};

} // namespace store
