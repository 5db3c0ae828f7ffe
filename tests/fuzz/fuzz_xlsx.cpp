// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/xlsx.h"
#include "tests/exchange/zipfixture.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void readAll(const std::string &archive)
{
    const auto reader = exchange::XlsxReader::open(archive, 0);
    std::uint64_t line = 0;
    exchange::Row row;
    while (reader && (*reader)->next(row).value_or(false)) {
        if (row.line <= line)
            std::abort();
        line = row.line;
    }
}

/// The parts of a workbook, cut out of `bytes` at every "|": its sheet, its texts and its styles.
std::string workbookOf(std::string_view bytes)
{
    std::array<std::string, 3> parts;
    for (std::string &part : parts) {
        const std::size_t end = std::min(bytes.find('|'), bytes.size());
        part = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return exchange::zipOf(
        {{"xl/workbook.xml", R"(<workbook><sheets><sheet name="s" r:id="1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="1" Target="s.xml"/></Relationships>)"},
         {"xl/s.xml", parts[0]},
         {"xl/sharedStrings.xml", parts[1]},
         {"xl/styles.xml", parts[2]}});
}

} // namespace

/// Any bytes may be called a workbook, and any bytes may be a part of one (what a mutation of packed bytes seldom reaches): it
/// is read or refused, in bounded memory, and its rows only go down.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    readAll(bytes.starts_with("PK") ? bytes : workbookOf(bytes));
    return 0;
}
