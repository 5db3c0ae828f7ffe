// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tableimport.h"

#include "exchange/merges.h"

namespace exchange {

using support::Result;

DuplicateFinder finderFor(const ImportContext &context)
{
    DuplicateFinder finder;
    for (const auto &[name, id] : context.customers)
        finder.learnKnown(id, name);
    for (const auto &[name, ids] : context.customerNamesakes) {
        for (const std::string &id : ids)
            finder.learnKnown(id, name);
    }
    return finder;
}

std::vector<DuplicatePair> duplicatesIn(const DuplicateFinder &finder, const ImportContext &context)
{
    std::vector<DuplicatePair> pairs = finder.pairs(maxDuplicates);
    const auto spell = [&](const std::string &id, std::string &name) {
        std::string known = context.customerName ? context.customerName(id) : std::string();
        if (!known.empty()) // the finder knows it without its capitals
            name = std::move(known);
    };
    const std::map<std::string, std::string> nothing;
    const Merges merges(nothing, context.merged);
    const auto merged = [&](const std::string &id) { return merges.into(id).value_or(id); };
    std::erase_if(pairs, [&](const DuplicatePair &pair) { return merged(pair.first) == merged(pair.second); });
    for (DuplicatePair &pair : pairs) {
        spell(pair.first, pair.firstName);
        spell(pair.second, pair.secondName);
    }
    return pairs;
}

Result<ImportPreview> previewImport(std::span<const Input> inputs, const ImportPlan &plan, const ImportContext &context,
                                    std::size_t shown, const Watch &watch)
{
    ImportPreview preview;
    DuplicateFinder finder = finderFor(context);
    const auto keep = [&](const RowPlace &, domain::Record record) -> Result<void> {
        finder.learn(record);
        if (preview.facts.size() < shown)
            preview.facts.push_back(std::move(record));
        return {};
    };
    const auto keepRefusal = [&](const Refusal &refusal) {
        if (preview.refusals.size() < shown)
            preview.refusals.push_back(refusal);
    };
    auto counts = importTables(inputs, plan, context, {keep, keepRefusal, watch.progress}, watch.stop);
    if (!counts)
        return tl::unexpected(counts.error());
    preview.counts = *std::move(counts);
    preview.duplicates = duplicatesIn(finder, context);
    return preview;
}

} // namespace exchange
