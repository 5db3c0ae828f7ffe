// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

namespace workbench {

/// The file of refused rows. It grows under another name and takes its own only when the import is done: what was stopped or
/// failed leaves no file behind, nor spoils one that was there. What is no plain file, as /dev/stderr, is written to directly.
///
/// Rows are refused in the order in which that turns out, and some only in the end; people go through them in the order of
/// their own file, so a plain file is brought into that order when it is kept. For that 24 bytes of each row stay in memory.
class RefusedFile {
public:
    /// An empty path: no file, and nothing fails.
    explicit RefusedFile(const std::filesystem::path &path);
    RefusedFile(const RefusedFile &) = delete;
    RefusedFile &operator=(const RefusedFile &) = delete;
    ~RefusedFile();

    /// Adds `line` at its `place`: the greater, the later it stands; of equal ones the first comes first.
    void add(std::uint64_t place, std::string_view line);
    [[nodiscard]] bool failed() const { return m_failed || (m_file.is_open() && !m_file); }
    /// Gives the file its name; false when its rows could not be written. Without any there is none, unless one of an earlier
    /// run would go on saying what no longer holds.
    [[nodiscard]] bool keep();

private:
    struct Line {
        std::uint64_t place;
        std::uint64_t offset;
        std::uint64_t length;
    };
    [[nodiscard]] bool isPlain() const { return m_growing != m_path; }
    [[nodiscard]] bool bringIntoOrder();

    std::filesystem::path m_path;
    std::filesystem::path m_growing;
    std::ofstream m_file;
    std::vector<Line> m_lines; ///< of a plain file
    std::uint64_t m_size = 0;
    bool m_failed = false;
};

} // namespace workbench
