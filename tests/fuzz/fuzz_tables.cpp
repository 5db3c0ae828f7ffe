// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profilewriter.h"
#include "exchange/tableimport.h"
#include "resources/embedded.h"

#include <algorithm>
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

/// What a person could say of a table: its columns hold one thing after the other, from the first byte on.
exchange::Told toldBy(std::string_view text)
{
    exchange::Told told{.profile = {}, .columns = {}, .rows = exchange::TableRole::Deals};
    auto meaning = text.empty() ? 0U : static_cast<unsigned char>(text.front());
    for (std::string_view line = text.substr(0, text.find('\n')); !line.empty() && told.columns.size() < 8;) {
        const std::size_t end = std::min(line.find(','), line.size());
        told.columns.push_back(
            {std::string(line.substr(0, end)), static_cast<exchange::Meaning>(meaning++ % exchange::meaningCount)});
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return told;
}

/// Imports what was recognised into nothing, and reads the profile back that would be kept of it.
void takeIn(const std::vector<exchange::Input> &inputs, exchange::Recognition recognition)
{
    const exchange::ImportContext context;
    const exchange::ImportPlan plan{std::move(recognition), {}, {}};
    const auto preview = exchange::previewImport(inputs, plan, context, 10);
    if (!preview || preview->counts.refused > preview->counts.rows)
        std::abort();
    const bool anyColumn = std::ranges::any_of(plan.recognition.tables, [](const exchange::TableUse &table) {
        return std::ranges::any_of(table.columns, [](const exchange::ColumnUse &column) {
            return !column.header.empty() && column.meaning != exchange::Meaning::Custom
                   && column.meaning != exchange::Meaning::Ignored;
        });
    });
    if (exchange::parseProfile(exchange::profileOf(plan, "own")).has_value() != anyColumn)
        std::abort();
}

} // namespace

/// Any bytes may be handed in as an export, with anything said of it: every row of what is recognised becomes facts, a refusal or
/// a note.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::vector inputs{exchange::memoryInput("f.csv", std::string(reinterpret_cast<const char *>(data), size))};
    const exchange::ImportContext context;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const exchange::Told &told : {exchange::Told(), toldBy(text)}) {
        if (auto recognition = exchange::recognise(inputs, profiles(), context, told))
            takeIn(inputs, *std::move(recognition));
    }
    return 0;
}
