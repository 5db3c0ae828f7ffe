// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/workspace.h"

#include <filesystem>
#include <vector>

namespace bench {

/// A folder of its own on the disk that is measured: PLUMBLINE_BENCH_DIR, or the system's for temporary files.
class Folder {
public:
    Folder();
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }

    [[nodiscard]] std::filesystem::path operator/(const std::string &name) const { return m_path / name; }
    /// The path of a workspace that is not there yet.
    [[nodiscard]] std::filesystem::path fresh();

private:
    std::filesystem::path m_path;
    int m_count = 0;
};

/// Deals with 19 activities and 4 stage changes each, all deals side by side in time, as an export by date gives them.
[[nodiscard]] std::vector<domain::Record> story(int deals);

/// What the store computes from a fact, ready to be bound.
struct Prepared {
    domain::FactRow row;
    std::string bytes;
    std::int64_t identity;
};
[[nodiscard]] std::vector<Prepared> prepare(const std::vector<domain::Record> &facts);

/// The same rows into the tables of a new workspace at `path`, with the same indexes, by nothing but prepared statements.
void insertBare(const std::filesystem::path &path, const std::vector<Prepared> &facts);

} // namespace bench
