// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tablereport.h"
#include "exchange/wholefile.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <locale.h> // NOLINT(modernize-deprecated-headers): uselocale is of POSIX

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace exchange {

namespace {

using support::ErrorCode;
using support::failure;
using support::Result;

constexpr std::size_t mostText = 32'000; ///< bytes; a cell takes 32,767 letters
constexpr std::size_t widthLooked = 200; ///< rows whose texts decide how wide a column is
constexpr double narrowest = 8;
constexpr double widest = 60;

/// The library writes numbers as the thread's language does, where a file wants points.
class PlainNumbers {
public:
    PlainNumbers() : m_plain(newlocale(LC_NUMERIC_MASK, "C", locale_t{})), m_before(uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    PlainNumbers(const PlainNumbers &) = delete;
    PlainNumbers &operator=(const PlainNumbers &) = delete;

private:
    locale_t m_plain;
    locale_t m_before;
};

double inMajor(const support::Money &money)
{
    return static_cast<double>(money.minor) / std::pow(10, money.currency.exponent());
}

/// The library's workbook, which is written when it is closed and gone when that failed.
struct Freed {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, Freed>;

std::string cut(const std::string &text)
{
    if (text.size() <= mostText)
        return text;
    std::size_t end = mostText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not within a letter
    return text.substr(0, end) + "…";
}

/// How wide a text stands: Chinese letters are twice as wide as Latin ones.
double widthOf(std::string_view text)
{
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x80U ? 1 : byte >= 0xE0U ? 2 : 0;
    }
    return width;
}

/// Writes the cells of one sheet.
class SheetWriter {
public:
    SheetWriter(lxw_workbook *workbook, lxw_worksheet *sheet) : m_workbook(workbook), m_sheet(sheet)
    {
        m_day = workbook_add_format(workbook);
        format_set_num_format(m_day, "yyyy-mm-dd");
        m_share = workbook_add_format(workbook);
        format_set_num_format(m_share, "0.0%");
    }

    void at(std::size_t row, std::size_t column)
    {
        m_row = static_cast<lxw_row_t>(row);
        m_column = static_cast<lxw_col_t>(column);
    }

    void operator()(std::monostate) const {}
    void operator()(const std::string &text) const
    {
        worksheet_write_string(m_sheet, m_row, m_column, cut(text).c_str(), nullptr);
    }
    void operator()(std::int64_t number) const
    {
        worksheet_write_number(m_sheet, m_row, m_column, static_cast<double>(number), nullptr);
    }
    void operator()(double number) const { worksheet_write_number(m_sheet, m_row, m_column, number, nullptr); }
    void operator()(Share share) const { worksheet_write_number(m_sheet, m_row, m_column, share.value, m_share); }
    void operator()(support::Date day) const
    {
        const support::CivilDate civil = support::civil(day);
        lxw_datetime date{civil.year, static_cast<int>(civil.month), static_cast<int>(civil.day), 0, 0, 0};
        worksheet_write_datetime(m_sheet, m_row, m_column, &date, m_day);
    }
    void operator()(const support::Money &money)
    {
        worksheet_write_number(m_sheet, m_row, m_column, inMajor(money), formatOf(money.currency));
    }

private:
    lxw_format *formatOf(const support::Currency &currency)
    {
        lxw_format *&format = m_money[currency];
        if (!format) {
            format = workbook_add_format(m_workbook);
            const std::string digits(static_cast<std::size_t>(currency.exponent()), '0');
            format_set_num_format(format,
                                  fmt::format("[${}] #,##0{}{}", currency.text(), digits.empty() ? "" : ".", digits).c_str());
        }
        return format;
    }

    lxw_workbook *m_workbook;
    lxw_worksheet *m_sheet;
    lxw_format *m_day;
    lxw_format *m_share;
    std::map<support::Currency, lxw_format *> m_money;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
};

double columnWidth(const TableReport &report, std::size_t column)
{
    double width = std::max(narrowest, widthOf(report.columns[column]));
    for (std::size_t row = 0; row < std::min(widthLooked, report.rows.size()); ++row) {
        const ReportCell &cell = report.rows[row][column];
        if (const auto *text = std::get_if<std::string>(&cell))
            width = std::max(width, widthOf(*text));
        if (const auto *money = std::get_if<support::Money>(&cell))
            width = std::max(width, widthOf(support::decimal(*money)) * 1.4 + 4); // with its code and its groups of digits
    }
    return std::min(widest, width + 2);
}

void writeTable(lxw_workbook *workbook, const TableReport &report)
{
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    lxw_format *heading = workbook_add_format(workbook);
    format_set_bold(heading);
    format_set_bottom(heading, LXW_BORDER_THIN);
    SheetWriter writer(workbook, sheet);
    for (std::size_t column = 0; column < report.columns.size(); ++column) {
        const auto place = static_cast<lxw_col_t>(column);
        worksheet_set_column(sheet, place, place, columnWidth(report, column), nullptr);
        worksheet_write_string(sheet, 0, place, cut(report.columns[column]).c_str(), heading);
    }
    // The library keeps one row at a time: from above to below, from left to right.
    for (std::size_t row = 0; row < report.rows.size(); ++row) {
        for (std::size_t column = 0; column < report.columns.size(); ++column) {
            writer.at(row + 1, column);
            std::visit(writer, report.rows[row][column]);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    if (!report.columns.empty())
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(report.rows.size()),
                             static_cast<lxw_col_t>(report.columns.size() - 1));
}

void writeAbout(lxw_workbook *workbook, const TableReport &report)
{
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    SheetWriter writer(workbook, sheet);
    worksheet_set_column(sheet, 0, 0, 24, nullptr);
    worksheet_set_column(sheet, 1, 1, widest, nullptr);
    writer.at(0, 0);
    writer(report.title);
    std::size_t row = 1;
    for (const auto &[name, value] : report.about) {
        writer.at(row, 0);
        writer(name);
        writer.at(row++, 1);
        writer(value);
    }
}

} // namespace

Result<void> writeXlsx(const TableReport &report, const std::filesystem::path &file)
{
    if (report.rows.size() >= LXW_ROW_MAX)
        return failure(ErrorCode::TooLarge, file.string(), "a sheet has 1,048,576 rows; CSV has no such limit");
    const PlainNumbers plain;
    WholeFile whole(file);
    // Made before the library opens it, which tells nothing of why it could not.
    if (auto made = whole.write({}); !made)
        return made;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    std::string folder = std::filesystem::absolute(whole.part()).parent_path().string();
    options.tmpdir = folder.data(); // rows wait there, where the workbook needs room anyway
    Workbook workbook(workbook_new_opt(whole.part().string().c_str(), &options));
    lxw_doc_properties properties{};
    std::string title = report.title;
    properties.title = title.data();
    workbook_set_properties(workbook.get(), &properties);
    writeTable(workbook.get(), report);
    writeAbout(workbook.get(), report);
    if (workbook_close(workbook.release()) != LXW_NO_ERROR)
        return failure(ErrorCode::FileUnwritable, file.string(), "the workbook cannot be written");
    return whole.commit();
}

} // namespace exchange
