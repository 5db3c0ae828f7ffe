// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb {

/// A table for people: columns as wide as their widest cell (East Asian characters are two wide), numbers to the right.
class Table {
public:
    struct Column {
        std::string title;
        bool right = false;
        bool yields = false; ///< is cut where the table would be wider than it may be
    };

    /// No wider than `most` as far as there are columns that yield.
    explicit Table(std::vector<Column> columns, std::size_t most = std::string::npos)
        : m_columns(std::move(columns))
        , m_most(most)
    {}

    void add(std::vector<std::string> cells) { m_rows.push_back({std::move(cells), {}}); }
    /// Says more about the last row on lines of its own, under the second column, broken where the table ends.
    void under(std::string text) { m_rows.back().under.push_back(std::move(text)); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] std::string text() const;

private:
    struct Row {
        std::vector<std::string> cells;
        std::vector<std::string> under;
    };

    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<Column> m_columns;
    std::size_t m_most;
    std::vector<Row> m_rows;
};

/// "1 deal", "2 deals", "12,345 deals".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view what);
/// `value` with one digit after the point, or "—" for none.
[[nodiscard]] std::string oneDigit(const std::optional<double> &value);
/// A share as a percentage, or "—".
[[nodiscard]] std::string percent(const std::optional<double> &share);

} // namespace plumb
