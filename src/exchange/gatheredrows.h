// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/row.h"
#include "support/instant.h"

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace exchange {

/// Rows that stand in a file in any order, given back deal by deal and within a deal by their times and, of one time, by their
/// `order`. What is more than fits into the bound waits, sorted, in a nameless file on the disk, from which the
/// sorted runs are merged.
class GatheredRows {
public:
    static constexpr std::size_t usualBound = std::size_t{64} * 1024 * 1024;

    /// Keeps about `bound` bytes in memory.
    explicit GatheredRows(std::size_t bound = usualBound) : m_bound(bound) {}

    struct Entry {
        std::string deal;
        support::Instant time;
        std::uint64_t order = 0;
        std::size_t table = 0; ///< whose row it is
        Row row;
    };

    /// Fails with IoFailed where the disk takes no more.
    [[nodiscard]] support::Result<void> add(Entry entry);

    using Use = std::function<support::Result<void>(const Entry &entry)>;
    /// Gives all rows to `use`, whose failure ends it, and forgets them.
    [[nodiscard]] support::Result<void> each(const Use &use);

private:
    struct Closer {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    class Run;

    [[nodiscard]] support::Result<void> spill();
    [[nodiscard]] support::Result<void> merge(const Use &use);

    std::size_t m_bound;
    std::size_t m_held = 0;
    std::vector<Entry> m_entries;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::vector<std::uint64_t> m_runs; ///< where each run begins in the file
    std::uint64_t m_size = 0;          ///< of the file
};

} // namespace exchange
