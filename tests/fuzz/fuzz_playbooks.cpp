// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookjson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Any text is read or refused; what was read is written so that it is read again, and written the same.

namespace {

void roundTrip(std::string_view text)
{
    const auto playbook = exchange::readPlaybook(text);
    if (!playbook)
        return;
    const std::string written = exchange::writePlaybook(*playbook);
    const auto again = exchange::readPlaybook(written);
    if (!again || exchange::writePlaybook(*again) != written)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    roundTrip({reinterpret_cast<const char *>(data), size});
    return 0;
}
