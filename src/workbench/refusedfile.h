// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace workbench {

/// The file of refused rows. It grows under another name and takes its own only when the import is done: what was stopped or
/// failed leaves no file behind, nor spoils one that was there. What is no plain file, as /dev/stderr, is written to directly.
class RefusedFile {
public:
    /// An empty path: no file, and nothing fails.
    explicit RefusedFile(const std::filesystem::path &path);
    RefusedFile(const RefusedFile &) = delete;
    RefusedFile &operator=(const RefusedFile &) = delete;
    ~RefusedFile();

    void add(std::string_view line);
    [[nodiscard]] bool failed() const { return m_failed || (m_file.is_open() && !m_file); }
    /// Gives the file its name; false when its rows could not be written.
    [[nodiscard]] bool keep();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_growing;
    std::ofstream m_file;
    bool m_failed = false;
};

} // namespace workbench
