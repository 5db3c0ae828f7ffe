// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/xlsx.h"

#include "exchange/datecell.h"
#include "exchange/workbookparts.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::uint64_t maxSheet = 4ULL << 30U;
constexpr std::size_t maxColumns = 16'384;   // of Excel
constexpr std::uint64_t maxRows = 1'048'576; // of Excel

/// The column of a cell reference, "C5" as 2; npos where there is none.
std::size_t columnOf(std::string_view reference)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && letters < 3 && reference[letters] >= 'A' && reference[letters] <= 'Z')
        column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A') + 1;
    return letters == 0 || column > maxColumns ? std::string_view::npos : column - 1;
}

bool isBlank(const Row &row)
{
    return std::ranges::all_of(row.cells, [](const std::string &cell) { return support::trimmed(cell).empty(); });
}

/// The row as it would stand in a tab separated file, for the file of refused rows.
std::string rawText(const std::vector<std::string> &cells)
{
    std::string raw;
    for (const std::string &cell : cells)
        raw += raw.empty() && &cell == &cells.front() ? cell : '\t' + cell;
    return raw;
}

} // namespace

bool looksLikeXlsx(std::string_view head)
{
    return head.starts_with(std::string_view("PK\x03\x04", 4));
}

XlsxReader::XlsxReader(ZipArchive archive, Workbook workbook, std::unique_ptr<ByteSource> sheet)
    : m_archive(std::move(archive))
    , m_workbook(std::move(workbook))
    , m_rows(std::move(sheet), "row")
{}

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(std::string bytes, std::size_t sheet)
{
    auto archive = ZipArchive::open(std::move(bytes));
    if (!archive)
        return tl::unexpected(archive.error());
    auto workbook = readWorkbook(*archive);
    if (!workbook)
        return tl::unexpected(workbook.error());
    if (sheet >= workbook->sheets.size())
        return failure(ErrorCode::OutOfRange, std::to_string(sheet), "the workbook has no such sheet");
    auto rows = archive->stream(workbook->sheets[sheet].entry, maxSheet);
    if (!rows)
        return tl::unexpected(rows.error());
    return std::unique_ptr<XlsxReader>(new XlsxReader(*std::move(archive), *std::move(workbook), *std::move(rows)));
}

Result<bool> XlsxReader::next(Row &row)
{
    pugi::xml_document element;
    for (;;) {
        auto more = m_rows.next(element);
        if (!more || !*more)
            return more;
        const pugi::xml_node xml = element.first_child();
        const std::uint64_t named = xml.attribute("r").as_ullong(0);
        m_line = std::max(m_line + 1, named <= maxRows ? named : 0);
        row = Row();
        row.line = m_line;
        readCells(xml, row);
        if (row.fault != RowFault::None || !isBlank(row))
            return true;
    }
}

void XlsxReader::readCells(pugi::xml_node xml, Row &row) const
{
    std::size_t size = 0;
    for (const pugi::xml_node cell : xml) {
        if (localName(cell.name()) != "c")
            continue;
        const std::size_t named = columnOf(cell.attribute("r").value());
        const std::size_t column = named == std::string_view::npos ? row.cells.size() : named;
        if (column >= maxColumns)
            break;
        std::string text = cellText(cell);
        size += text.size();
        if (size > maxRowSize) { // a few bytes of a cell may name a text of megabytes
            row.fault = RowFault::TooLong;
            break;
        }
        row.cells.resize(std::max(row.cells.size(), column + 1));
        row.cells[column] = std::move(text);
    }
    row.raw = rawText(row.cells);
    if (row.fault == RowFault::None && (!support::isUtf8(row.raw) || row.raw.find('\0') != std::string::npos))
        row.fault = RowFault::BadBytes;
}

std::string XlsxReader::cellText(pugi::xml_node cell) const
{
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr")
        return stringItem(childNamed(cell, "is"));
    const std::string value = childNamed(cell, "v").child_value();
    if (type == "s") {
        std::size_t index = 0;
        const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), index);
        return status == std::errc() && index < m_workbook.sharedStrings.size() ? m_workbook.sharedStrings[index] : std::string();
    }
    if (type == "b")
        return value == "1" ? "TRUE" : "FALSE";
    if (type == "e")
        return {};
    return type.empty() || type == "n" ? numberText(cell, value) : value;
}

std::string XlsxReader::numberText(pugi::xml_node cell, const std::string &value) const
{
    double number = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (status != std::errc() || !std::isfinite(number))
        return value;
    const std::size_t style = cell.attribute("s").as_ullong(0);
    if (style < m_workbook.dateStyles.size() && m_workbook.dateStyles[style]) {
        if (const auto date = fromExcelSerial(number, m_workbook.from1904))
            return date->time
                       ? support::toText(instantOf({date->date, date->time, support::Duration{}}, support::TimeZone::utc()))
                             .substr(0, 19)
                       : support::toText(date->date);
    }
    constexpr double exactBelow = 1e15;
    if (number == std::floor(number) && std::fabs(number) < exactBelow)
        return fmt::format("{:.0f}", number);
    return fmt::format("{:.15g}", number);
}

} // namespace exchange
