// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/row.h"
#include "exchange/xmlelements.h"
#include "exchange/ziparchive.h"

#include <memory>
#include <string>
#include <vector>

namespace exchange {

/// The names of the sheets of an Excel workbook that can be seen, in order, and what is needed to read one.
struct Workbook {
    struct Sheet {
        std::string name;
        std::string entry; ///< in the archive
    };

    std::vector<Sheet> sheets;
    bool from1904 = false;
    std::vector<bool> dateStyles;           ///< by the index of a cell's style: it shows a date
    std::vector<std::string> sharedStrings; ///< by index; those behind a damaged one are not known
    bool damaged = false;                   ///< the texts are not what was written
};

/// True when a file that starts with `head` is an archive, as XLSX files are.
[[nodiscard]] bool looksLikeXlsx(std::string_view head);

/// Reads a workbook's sheet row by row (ECMA-376 part 1, chapter 18). Texts come as they are, numbers in plain decimals of at
/// most 15 significant digits, dates as 2026-03-01 or 2026-03-01T09:30:00, truth values as TRUE and FALSE, errors as
/// #REF!, #VALUE! and the like; a text that the workbook has lost as #REF!. The line of a row is its number in the sheet.
/// Formulas, merged cells, pictures and formatting are not looked at. A damaged row is a faulty row; where nothing behind it can
/// be read, or the sheet ends too early, it is the last one. Only where not even a first row can be read does reading fail.
class XlsxReader final : public RowSource {
public:
    /// Opens sheet number `sheet` of the workbook in `bytes`. Fails with UnknownFormat (not a workbook, an old .xls, encrypted),
    /// FileDamaged, TooLarge (unpacks to more than is sound), OutOfRange (no such sheet).
    [[nodiscard]] static support::Result<std::unique_ptr<XlsxReader>> open(std::string bytes, std::size_t sheet);

    [[nodiscard]] support::Result<bool> next(Row &row) override;
    [[nodiscard]] std::uint64_t consumed() const override { return m_rows.consumed(); }
    [[nodiscard]] const std::vector<Workbook::Sheet> &sheets() const { return m_workbook.sheets; }

private:
    XlsxReader(ZipArchive archive, Workbook workbook, std::unique_ptr<ByteSource> sheet);

    /// What is wrong with the row that was found, if there is one.
    [[nodiscard]] RowFault faultOf(const support::Result<XmlFind> &found) const;
    /// Makes the next row of its element.
    void readRow(pugi::xml_node xml, RowFault fault, Row &row);
    /// Fills the cells, the text and the fault of `row` from its element.
    void readCells(pugi::xml_node xml, Row &row) const;
    [[nodiscard]] std::string cellText(pugi::xml_node cell) const;
    [[nodiscard]] std::string numberText(pugi::xml_node cell, const std::string &value) const;

    ZipArchive m_archive;
    Workbook m_workbook;
    XmlElements m_rows;
    std::uint64_t m_line = 0;
    bool m_ended = false;
};

} // namespace exchange
