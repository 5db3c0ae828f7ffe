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

/// What a cell shows whose text the workbook does not have: as where a formula's cell is gone.
constexpr std::string_view lostText = "#REF!";

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

/// Whether a cell says itself that it stands in another row: then the border between the two is lost.
bool standsElsewhere(std::string_view reference, std::string_view row)
{
    const std::size_t digits = reference.find_first_of("123456789");
    return !row.empty() && digits != std::string_view::npos && reference.substr(digits) != row;
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
    , m_rows(std::move(sheet), "row", "sheetData")
{}

Result<std::unique_ptr<XlsxReader>> XlsxReader::open(std::string bytes, std::size_t sheet)
{
    const bool begins = looksLikeXlsx(bytes);
    auto archive = ZipArchive::open(std::move(bytes));
    if (!archive && begins && archive.error().code == ErrorCode::UnknownFormat)
        return failure(ErrorCode::FileDamaged, "", "a ZIP archive whose end or table of contents is missing");
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
    while (!m_ended) {
        const auto found = m_rows.next(element);
        if (!found && m_line == 0)
            return tl::unexpected(found.error());
        m_ended = !found || *found == XmlFind::CutOff || *found == XmlFind::End;
        const RowFault fault = faultOf(found);
        if (m_ended && fault == RowFault::None)
            return false;
        readRow(found && *found != XmlFind::End ? element.first_child() : pugi::xml_node(), fault, row);
        if (row.fault != RowFault::None || !isBlank(row))
            return true;
    }
    return false;
}

RowFault XlsxReader::faultOf(const Result<XmlFind> &found) const
{
    if (!found)
        return found.error().code == ErrorCode::TooLarge ? RowFault::TooLong : RowFault::Damaged;
    switch (*found) {
    case XmlFind::Element: return RowFault::None;
    case XmlFind::Damaged: return RowFault::Damaged;
    case XmlFind::CutOff: return RowFault::CutOff;
    case XmlFind::End: return m_workbook.damaged && m_line > 0 ? RowFault::Damaged : RowFault::None;
    }
    return RowFault::Damaged;
}

void XlsxReader::readRow(pugi::xml_node xml, RowFault fault, Row &row)
{
    const std::uint64_t named = xml.attribute("r").as_ullong(0);
    m_line = std::max(m_line + 1, named <= maxRows ? named : 0);
    row = Row();
    row.line = m_line;
    readCells(xml, row);
    if (fault != RowFault::None)
        row.fault = fault;
    if (row.fault == RowFault::Damaged || row.fault == RowFault::CutOff)
        row.cells.clear(); // what could be read of them stays in the text, for people
}

void XlsxReader::readCells(pugi::xml_node xml, Row &row) const
{
    std::size_t size = 0;
    const std::string_view number = xml.attribute("r").value();
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
        if (standsElsewhere(cell.attribute("r").value(), number))
            row.fault = RowFault::Damaged;
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
        const bool known = status == std::errc() && index < m_workbook.sharedStrings.size();
        if (value.empty())
            return {};
        return known ? m_workbook.sharedStrings[index] : std::string(lostText);
    }
    if (type == "b")
        return value == "1" ? "TRUE" : "FALSE";
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
