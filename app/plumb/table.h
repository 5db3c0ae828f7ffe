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
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// "1 deal", "2 deals", "12,345 deals".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view what);
/// `value` with one digit after the point, or "—" for none.
[[nodiscard]] std::string oneDigit(const std::optional<double> &value);
/// A share as a percentage, or "—".
[[nodiscard]] std::string percent(const std::optional<double> &share);

} // namespace plumb
