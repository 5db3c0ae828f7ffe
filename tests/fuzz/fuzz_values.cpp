// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/civil.h"
#include "support/id.h"
#include "support/instant.h"
#include "support/money.h"
#include "support/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

struct AnyTag;

void demand(bool truth)
{
    if (!truth)
        std::abort();
}

void readBack(std::string_view text)
{
    if (const auto instant = support::parseInstant(text))
        demand(support::parseInstant(toText(*instant)) == *instant);
    if (const auto date = support::parseDate(text))
        demand(toText(*date) == text);
    if (const auto id = support::Id<AnyTag>::parse(text))
        demand(support::isUtf8(id->text()) && support::trimmed(id->text()) == id->text());
    for (const char *code : {"CNY", "JPY", "KWD"}) {
        const auto money = support::Money::parse(text, support::Currency::parse(code).value());
        demand(!money || support::Money::parse(decimal(*money), money->currency) == *money);
    }
}

} // namespace

/// Whatever the value parsers take, they write back to the same value.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    readBack(text);
    const auto code = support::Currency::parse(text.substr(0, 3));
    demand(!code || support::Currency::unpack(code->packed()) == *code);
    return 0;
}
