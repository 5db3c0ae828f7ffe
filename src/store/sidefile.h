// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/factmark.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace store {

/// A file beside a workspace with what was computed from all its facts once, so that it is there at once the next time. It
/// may be missing, out of date or damaged at any time, and is then made anew: nothing depends on it but speed.
class SideFile {
public:
    explicit SideFile(const std::filesystem::path &workspace);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

    using Sink = std::function<support::Result<void>(std::span<const std::byte>)>;
    /// Replaces the file by what `content` puts into its sink, which was computed from the facts up to `mark`. Where that
    /// fails (FileUnwritable, DiskFull) the old file stays.
    [[nodiscard]] support::Result<void> write(const FactMark &mark,
                                              const std::function<support::Result<void>(const Sink &)> &content) const;

    struct Content {
        FactMark mark;
        std::span<const std::byte> bytes;   ///< aligned for any number
        std::shared_ptr<const void> keeper; ///< they lie there for as long as it lives
    };
    /// The whole content; nothing where there is no file, or one that is damaged.
    [[nodiscard]] std::optional<Content> read() const;

private:
    std::filesystem::path m_path;
};

} // namespace store
