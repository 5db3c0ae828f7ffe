// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/delimited.h"
#include "support/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Any bytes are a table: every row is readable text, lines only grow, and none comes out twice.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char *>(data), size);
    exchange::EncodingProbe probe;
    probe.feed(bytes);
    const exchange::Encoding encoding = probe.guess().encoding;
    std::string text;
    exchange::Decoder(encoding).decode(bytes, true, text);
    if (!support::isUtf8(text))
        std::abort();
    exchange::DelimitedReader reader(std::make_unique<exchange::MemorySource>(bytes),
                                     exchange::guessDialect(text, true, encoding));
    std::uint64_t line = 0;
    for (exchange::Row row; reader.next(row).value_or(false);) {
        if (row.line <= line)
            std::abort();
        line = row.line;
    }
    return 0;
}
