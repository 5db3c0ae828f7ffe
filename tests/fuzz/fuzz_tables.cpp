// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tableimport.h"
#include "resources/embedded.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

const exchange::Profiles &profiles()
{
    static const exchange::Profiles known = [] {
        std::vector<std::string_view> texts;
        for (const resources::Embedded &file : resources::profiles())
            texts.push_back(file.text);
        return exchange::parseProfiles(texts).value();
    }();
    return known;
}

} // namespace

/// Any bytes may be handed in as an export: every row of what is recognised becomes facts, a refusal or a note.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector inputs{exchange::memoryInput("f.csv", std::string(reinterpret_cast<const char *>(data), size))};
    const exchange::ImportContext context;
    auto recognition = exchange::recognise(inputs, profiles(), context);
    if (!recognition)
        return 0;
    const exchange::ImportPlan plan{*std::move(recognition), {}, {}};
    const auto preview = exchange::previewImport(inputs, plan, context, 10);
    if (!preview || preview->counts.refused > preview->counts.rows)
        std::abort();
    return 0;
}
