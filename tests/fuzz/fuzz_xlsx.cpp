// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/xlsx.h"

#include <cstddef>
#include <cstdint>

/// Any bytes may be called a workbook: it is read or refused, in bounded memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto reader = exchange::XlsxReader::open(std::string(reinterpret_cast<const char *>(data), size), 0);
    exchange::Row row;
    while (reader && (*reader)->next(row).value_or(false)) {}
    return 0;
}
