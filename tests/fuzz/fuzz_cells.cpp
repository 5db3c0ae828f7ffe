// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/datecell.h"
#include "exchange/moneycell.h"
#include "exchange/textcell.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Any text is a cell: what reads as an amount or a day must be one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view cell(reinterpret_cast<const char *>(data), size);
    for (const auto order : {exchange::DateOrder::DayFirst, exchange::DateOrder::MonthFirst}) {
        const auto date = exchange::parseDateCell(cell, order);
        if (date && !support::toDate(support::civil(date->date)))
            std::abort();
    }
    for (const auto sign : {exchange::DecimalSign::Point, exchange::DecimalSign::Comma}) {
        const auto money = exchange::parseMoneyCell(cell, sign);
        if (money && money->decimal.find_first_not_of("-0123456789.") != std::string::npos)
            std::abort();
    }
    return exchange::isPlaceholder(exchange::oneLine(cell)) && exchange::readBool(cell) && exchange::headerKey(cell).empty() ? -1
                                                                                                                             : 0;
}
