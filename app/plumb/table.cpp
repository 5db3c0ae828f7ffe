// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plumb {

namespace {

char32_t codePoint(std::string_view text, std::size_t &at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        point = point << 6U | (byte(at + i) & 0x3FU);
    at += length;
    return point;
}

struct Range {
    char32_t first;
    char32_t last;
};

/// Where characters are wide, by Unicode's East Asian Width: Hangul, CJK and its punctuation, full-width forms, emoji,
/// supplementary ideographs.
constexpr std::array<Range, 11> wideRanges{{{0x1100, 0x115F},
                                            {0x2E80, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1F64F},
                                            {0x1F900, 0x1F9FF},
                                            {0x20000, 0x2FFFD},
                                            {0x30000, 0x3FFFD}}};

bool isWide(char32_t point)
{
    return std::ranges::any_of(wideRanges, [&](const Range &range) { return range.first <= point && point <= range.last; });
}

std::size_t width(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();)
        columns += isWide(codePoint(text, at)) ? 2U : 1U;
    return columns;
}

std::string padded(const std::string &cell, std::size_t columns, bool right)
{
    const std::string space(columns - std::min(columns, width(cell)), ' ');
    return right ? space + cell : cell + space;
}

/// As much of `cell` as there is room for, with "…" where something is left out.
std::string cut(const std::string &cell, std::size_t columns)
{
    if (width(cell) <= columns)
        return cell;
    std::size_t used = 1; // the "…"
    std::size_t end = 0;
    for (std::size_t at = 0; at < cell.size(); end = at) {
        used += isWide(codePoint(cell, at)) ? 2U : 1U;
        if (used > columns)
            break;
    }
    return cell.substr(0, end) + "…";
}

/// Chinese signs that belong to what stands before them.
bool mayStartLine(char32_t point)
{
    return std::u32string_view(U"，。、：；！？”’）》…").find(point) == std::u32string_view::npos;
}

/// `text` in lines of at most `columns`: broken at spaces, and beside wide characters anywhere.
std::vector<std::string> broken(const std::string &text, std::size_t columns)
{
    std::vector<std::string> lines;
    std::size_t start = 0;   // of the line
    std::size_t mayEnd = 0;  // where it was last possible to break it
    std::size_t used = 0;    // columns of it
    std::size_t usedEnd = 0; // the same up to `mayEnd`
    bool afterWide = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t point = codePoint(text, at);
        if (here > start && mayStartLine(point) && (text[here - 1] == ' ' || isWide(point) || afterWide)) {
            mayEnd = here;
            usedEnd = used;
        }
        afterWide = isWide(point);
        used += afterWide ? 2U : 1U;
        if (used <= columns || mayEnd <= start || point == U' ')
            continue;
        lines.push_back(text.substr(start, mayEnd - start));
        start = mayEnd;
        used -= usedEnd;
    }
    lines.push_back(text.substr(start));
    return lines;
}

} // namespace

std::vector<std::size_t> Table::widths() const
{
    std::vector<std::size_t> widths;
    std::size_t all = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t widest = width(m_columns[i].title);
        for (const Row &row : m_rows)
            widest = std::max(widest, width(row.cells[i]));
        widths.push_back(widest);
        all += widest + (i == 0 ? 0 : 2);
    }
    constexpr std::size_t least = 12;
    while (all > m_most) {
        std::size_t *widest = nullptr;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].yields && widths[i] > least && (widest == nullptr || widths[i] > *widest))
                widest = &widths[i];
        }
        if (widest == nullptr)
            break;
        --*widest;
        --all;
    }
    return widths;
}

std::string Table::text() const
{
    const std::vector<std::size_t> widths = this->widths();
    std::string out;
    const auto line = [&](const auto &cellOf) {
        std::string row;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            row += (i == 0 ? "" : "  ") + padded(cut(cellOf(i), widths[i]), widths[i], m_columns[i].right);
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + '\n';
    };
    line([&](std::size_t i) { return m_columns[i].title; });
    const std::size_t indent = widths.front() + 2;
    for (const Row &row : m_rows) {
        line([&](std::size_t i) { return row.cells[i]; });
        for (const std::string &text : row.under) {
            for (std::string &part : broken(text, m_most == std::string::npos ? m_most : m_most - indent)) {
                part.erase(part.find_last_not_of(' ') + 1);
                out += std::string(indent, ' ') + part + '\n';
            }
        }
    }
    return out;
}

std::string counted(std::uint64_t count, std::string_view what)
{
    std::string digits = std::to_string(count);
    constexpr int group = 3;
    for (auto at = static_cast<int>(digits.size()) - group; at > 0; at -= group)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return fmt::format("{} {}{}", digits, what, count == 1 ? "" : "s");
}

std::string oneDigit(const std::optional<double> &value)
{
    return value ? fmt::format("{:.1f}", *value) : "—";
}

std::string percent(const std::optional<double> &share)
{
    return share ? fmt::format("{:.1f} %", *share * 100) : "—";
}

} // namespace plumb
