// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/factjson.h"
#include "exchange/tableimport.h"
#include "resources/embedded.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace exchange {

/// Everything that importing some files gave.
struct Imported {
    Recognition recognition;
    ImportCounts counts;
    std::vector<std::string> facts; ///< as lines of the interchange format
    std::vector<Refusal> refusals;

    /// The facts that contain all of `parts`.
    [[nodiscard]] std::size_t with(std::initializer_list<std::string_view> parts) const
    {
        return static_cast<std::size_t>(std::ranges::count_if(facts, [&](const std::string &fact) {
            return std::ranges::all_of(parts, [&](std::string_view part) { return fact.find(part) != std::string::npos; });
        }));
    }

    [[nodiscard]] std::uint64_t count(const std::string &type) const
    {
        const auto found = counts.byType.find(type);
        return found == counts.byType.end() ? 0 : found->second;
    }

    [[nodiscard]] std::uint64_t note(const std::string &code) const { return counts.notes.total(code); }

    [[nodiscard]] std::vector<std::string> questions() const
    {
        std::vector<std::string> keys;
        for (const Question &question : recognition.questions)
            keys.push_back(question.key());
        return keys;
    }
};

/// The profiles that come with the program.
inline const Profiles &builtinProfiles()
{
    static const Profiles profiles = [] {
        std::vector<std::string_view> texts;
        for (const resources::Embedded &file : resources::profiles())
            texts.push_back(file.text);
        return parseProfiles(texts).value();
    }();
    return profiles;
}

inline ImportContext testContext()
{
    ImportContext context;
    context.zone = support::TimeZone::named("Asia/Shanghai").value();
    context.importTime = support::parseInstant("2026-11-22T00:00:00Z").value();
    return context;
}

inline Imported importAll(const std::vector<Input> &inputs, const std::map<std::string, std::string> &answers = {},
                          const ImportContext &context = testContext(), const std::map<std::string, std::string> &merges = {})
{
    Imported result;
    const auto recognition = recognise(inputs, builtinProfiles(), context);
    result.recognition = recognition.value();
    const ImportHandlers handlers{[&](const exchange::RowPlace &, domain::Record record) -> support::Result<void> {
                                      result.facts.push_back(toJson(record));
                                      return {};
                                  },
                                  [&](const Refusal &refusal) { result.refusals.push_back(refusal); },
                                  {}};
    result.counts = importTables(inputs, {result.recognition, answers, merges}, context, handlers).value();
    return result;
}

inline Imported importText(std::string_view text, const std::map<std::string, std::string> &answers = {},
                           const ImportContext &context = testContext(), const std::map<std::string, std::string> &merges = {})
{
    return importAll({memoryInput("table.csv", std::string(text))}, answers, context, merges);
}

} // namespace exchange
