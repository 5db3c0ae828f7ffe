// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/bytesource.h"

#include <array>

namespace exchange {

using support::ErrorCode;
using support::Result;

Result<std::string> readAll(ByteSource &source, const std::string &name, std::uint64_t limit)
{
    std::string whole;
    std::array<char, 64 * 1024> block{};
    for (;;) {
        const auto count = source.read(block.data(), block.size());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return whole;
        whole.append(block.data(), *count);
        if (whole.size() > limit)
            return support::failure(ErrorCode::TooLarge, name, "more than is read into memory at once");
    }
}

} // namespace exchange
