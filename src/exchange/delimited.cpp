// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/delimited.h"

#include "exchange/rowparser.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace exchange {

using support::Result;

namespace {

constexpr std::size_t blockSize = 64 * 1024;

std::string_view withoutLineEnd(std::string_view line)
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool isBlank(const Row &row)
{
    return std::ranges::all_of(row.cells, [](const std::string &cell) { return support::trimmed(cell).empty(); });
}

/// The cells inside a row that was wrapped whole in quotes, or nothing when it was not.
std::vector<std::string> unwrapped(const std::string &onlyCell, char delimiter)
{
    if (onlyCell.find(delimiter) == std::string::npos)
        return {};
    ParsedRow inner = parseRow(onlyCell, true, delimiter);
    return inner.end == RowEnd::Complete && inner.length == onlyCell.size() ? std::move(inner.cells) : std::vector<std::string>();
}

bool isWholeRow(std::string_view line, const Dialect &dialect)
{
    const ParsedRow alone = parseRow(line, true, dialect.delimiter);
    return alone.end == RowEnd::Complete && alone.cells.size() == dialect.columns;
}

/// True when whole rows lie in a cell of `row`: every line has just the delimiters of a row, and those between the first
/// and the last are rows by themselves. Two lines prove nothing: an address with a comma in each looks the same. Neither does
/// a row whose every cell is quoted: its writer quotes always, and a forgotten quote there meets the next cell's quote.
bool holdsWholeRows(const ParsedRow &row, std::string_view text, const Dialect &dialect)
{
    if (row.lines < 3 || row.allQuoted)
        return false;
    for (std::size_t line = 1; line <= row.lines; ++line) {
        const std::size_t length = lineLength(text, true);
        const std::string_view one = text.substr(0, length);
        if (std::ranges::count(one, dialect.delimiter) + 1 != static_cast<std::ptrdiff_t>(dialect.columns))
            return false;
        if (line > 1 && line < row.lines && !isWholeRow(one, dialect))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

/// True when `row` spans lines only because quotes were forgotten: whole rows lie in one of its cells, or it has the wrong
/// number of cells and the line after its first one is a good row by itself.
bool swallowed(const ParsedRow &row, std::string_view text, const Dialect &dialect)
{
    if (row.lines < 2 || dialect.columns < 2)
        return false;
    if (row.cells.size() == dialect.columns)
        return dialect.columns > 2 && holdsWholeRows(row, text.substr(0, row.length), dialect);
    text.remove_prefix(lineLength(text, true));
    return isWholeRow(text.substr(0, lineLength(text, true)), dialect);
}

void replaceAll(std::string &text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

struct Score {
    double agreeing = 0; ///< share of the rows that have `columns` cells
    std::size_t columns = 1;
};

Score scoreDelimiter(std::string_view text, bool wholeFile, char delimiter)
{
    constexpr std::size_t sampleRows = 200;
    std::map<std::size_t, std::size_t> widths;
    std::size_t rows = 0;
    while (!text.empty() && rows < sampleRows) {
        ParsedRow row = parseRow(text, wholeFile, delimiter);
        if (row.end == RowEnd::NeedsMore)
            break;
        const bool unclosed = row.end == RowEnd::Unclosed;
        const std::size_t length = unclosed ? lineLength(text, wholeFile) : row.length;
        if (length == std::string_view::npos)
            break;
        const bool blank = support::trimmed(text.substr(0, length)).empty();
        text.remove_prefix(length);
        if (unclosed || blank)
            continue;
        const std::size_t inner = row.cells.size() == 1 ? unwrapped(row.cells[0], delimiter).size() : 0;
        ++widths[std::max(inner, row.cells.size())];
        ++rows;
    }
    const auto most = std::ranges::max_element(widths, {}, [](const auto &entry) { return entry.second; });
    if (most == widths.end())
        return {};
    return {static_cast<double>(most->second) / static_cast<double>(rows), most->first};
}

} // namespace

Dialect guessDialect(std::string_view text, bool wholeFile, Encoding encoding)
{
    if (text.starts_with("sep=") && text.size() > 4)
        return {encoding, text[4], scoreDelimiter(text.substr(5), wholeFile, text[4]).columns};
    constexpr std::array candidates{',', ';', '\t', '|'};
    Dialect best{encoding, ',', 1};
    double bestValue = 0;
    for (const char delimiter : candidates) {
        const Score score = scoreDelimiter(text, wholeFile, delimiter);
        // A column more is worth little, agreement much: prose with commas agrees on nothing.
        const double value =
            score.columns < 2 ? 0 : score.agreeing * (1 + 0.02 * static_cast<double>(std::min<std::size_t>(score.columns, 20)));
        if (value > bestValue) {
            bestValue = value;
            best = {encoding, delimiter, score.columns};
        }
    }
    return best;
}

DelimitedReader::DelimitedReader(std::unique_ptr<ByteSource> bytes, Dialect dialect)
    : m_bytes(std::move(bytes))
    , m_dialect(dialect)
    , m_decoder(dialect.encoding)
{}

Result<bool> DelimitedReader::next(Row &row)
{
    for (;;) {
        Result<bool> more = readOne(row);
        if (!more || !*more)
            return more;
        const bool separatorLine = row.line == 1 && row.raw.size() == 5 && row.raw.starts_with("sep=");
        if (row.fault != RowFault::None || (!isBlank(row) && !separatorLine))
            return true;
    }
}

Result<bool> DelimitedReader::readOne(Row &row)
{
    row = Row();
    row.line = m_line;
    for (;;) {
        const std::string_view rest = std::string_view(m_text).substr(m_at);
        if (rest.empty() && m_atEnd)
            return false;
        ParsedRow parsed = parseRow(rest, m_atEnd, m_dialect.delimiter);
        if (parsed.end == RowEnd::NeedsMore && rest.size() <= maxRowSize) {
            if (const auto filled = refill(); !filled)
                return tl::unexpected(filled.error());
            continue;
        }
        if (parsed.end == RowEnd::Complete && !swallowed(parsed, rest, m_dialect)) {
            row.cells = std::move(parsed.cells);
            take(row, parsed.length, parsed.lines);
            finish(row, parsed.terminated);
            return true;
        }
        const std::size_t line = lineLength(rest, m_atEnd);
        if (line == std::string_view::npos)
            return skipLine(row);
        row.fault = RowFault::UnclosedQuote;
        take(row, line, 1);
        return true;
    }
}

Result<bool> DelimitedReader::skipLine(Row &row)
{
    constexpr std::size_t shown = 1000;
    row.fault = RowFault::TooLong;
    row.raw = m_text.substr(m_at, shown);
    for (;;) {
        const std::size_t line = lineLength(std::string_view(m_text).substr(m_at), m_atEnd);
        if (line != std::string_view::npos) {
            m_at += line;
            ++m_line;
            return true;
        }
        // Only a CR at the very end may still belong to this line's end.
        m_at = m_text.ends_with('\r') ? m_text.size() - 1 : m_text.size();
        if (const auto filled = refill(); !filled)
            return tl::unexpected(filled.error());
    }
}

Result<void> DelimitedReader::refill()
{
    std::array<char, blockSize> block{};
    const auto count = m_bytes->read(block.data(), block.size());
    if (!count)
        return tl::unexpected(count.error());
    m_text.erase(0, m_at);
    m_at = 0;
    m_atEnd = *count == 0;
    m_consumed += *count;
    m_decoder.decode({block.data(), *count}, m_atEnd, m_text);
    return {};
}

void DelimitedReader::take(Row &row, std::size_t length, std::size_t lines)
{
    row.raw = withoutLineEnd(std::string_view(m_text).substr(m_at, length));
    m_at += length;
    m_line += lines;
}

void DelimitedReader::finish(Row &row, bool terminated) const
{
    if (row.cells.size() == 1 && m_dialect.columns > 1) {
        if (auto inner = unwrapped(row.cells[0], m_dialect.delimiter); inner.size() > 1) {
            row.cells = std::move(inner);
            row.wrapped = true;
        }
    }
    const auto filled = [](const std::string &cell) { return !cell.empty(); };
    const auto extra = row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(row.cells.size(), m_dialect.columns));
    if (row.raw.find('\0') != std::string::npos || row.raw.find(Decoder::badMark) != std::string::npos) {
        row.fault = RowFault::BadBytes;
        replaceAll(row.raw, Decoder::badMark, "\xEF\xBF\xBD");
        for (std::string &cell : row.cells)
            replaceAll(cell, Decoder::badMark, "\xEF\xBF\xBD");
    } else if (m_dialect.columns > 0 && std::any_of(extra, row.cells.end(), filled)) {
        row.fault = RowFault::TooManyCells;
    } else if (!terminated && row.cells.size() < m_dialect.columns) {
        row.fault = RowFault::CutOff;
    }
}

} // namespace exchange
