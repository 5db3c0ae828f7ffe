// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/factjson.h"
#include "exchange/jsonlines.h"

#include <cstdint>
#include <cstdlib>

// What is read must be written and read back to the same record; anything else must be refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    exchange::MemorySource source(std::string(data, data + size));
    exchange::FactReader reader;
    const auto check = [&](std::uint64_t, const domain::Record &record) {
        const auto again = reader.read(exchange::toJson(record), {});
        if (!again || again->fact() != record.fact() || again->extras() != record.extras()
            || again->occurredAt() != record.occurredAt())
            std::abort();
        return support::Result<void>();
    };
    const auto explain = [](std::uint64_t, std::string_view, const support::Error &error) {
        if (error.detail.empty())
            std::abort();
    };
    const auto counts = exchange::readFacts(source, {}, {check, explain, {}});
    return counts ? 0 : 1;
}
