// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/uuid.h"

#include <fmt/format.h>

#include <random>

namespace support {

std::string newUuid(Instant now)
{
    std::random_device random;
    const auto millis = static_cast<std::uint64_t>(now.micros / 1000);
    const std::uint32_t a = random() & 0xFFFU;
    const std::uint32_t b = (random() & 0x3FFFU) | 0x8000U;
    const std::uint64_t c = static_cast<std::uint64_t>(random()) << 16U | (random() & 0xFFFFU);
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", millis >> 16U & 0xFFFFFFFFU, millis & 0xFFFFU, a, b, c);
}

} // namespace support
