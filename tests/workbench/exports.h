// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "desk.h"

#include <fmt/format.h>

namespace tests {

/// What a table of a deal's owners, amounts and days looks like in most systems.
inline const std::string exportHeader = "Deal Name,Customer,Stage,Amount,Owner,Created,Modified,Close Date,Next Step\n";

/// A workspace on its way from one export to the next.
class Exports {
public:
    Exports() : desk("") {}

    /// The report of an export with `row`, brought on `day`.
    workbench::ImportReport bring(const std::string &day, const std::string &row)
    {
        return bringFiles(day, {exportHeader + row + "\n"});
    }

    /// The same of whole tables, of whose columns `told` says what they hold.
    workbench::ImportReport bringFiles(const std::string &day, const std::vector<std::string> &tables,
                                       const exchange::Told &told = {})
    {
        desk.clock.set(support::parseInstant(day + "T01:00:00Z").value());
        std::vector<std::filesystem::path> files;
        for (const std::string &table : tables)
            files.push_back(desk.put(fmt::format("export{}.csv", ++m_files), table));
        auto job = workbench::ImportJob::prepare(*desk.workbench, files, {.told = told});
        EXPECT_TRUE(job) << (job ? "" : job.error().detail);
        return job ? job->run({}).value() : workbench::ImportReport();
    }

    /// The events of the workspace as "day kind value", in the order of their times, but for where nobody knows the stage.
    [[nodiscard]] std::vector<std::string> way(std::initializer_list<std::string_view> kinds) const
    {
        std::vector<std::string> told;
        for (const std::string &fact : tests::facts(*desk.workbench)) {
            const std::string kind = part(fact, "kind");
            const bool isUntold = fact.find(R"("stage":null)") != std::string::npos;
            if (part(fact, "type") == "event" && !isUntold && std::ranges::find(kinds, kind) != kinds.end())
                told.push_back(part(fact, "occurred_at").substr(0, 10) + ' ' + kind + ' ' + valueOf(fact, kind));
        }
        std::ranges::stable_sort(told, {}, [](const std::string &one) { return one.substr(0, 10); });
        return told;
    }

    /// How many facts contain all of `parts`.
    [[nodiscard]] std::size_t with(std::initializer_list<std::string_view> parts) const
    {
        const std::vector<std::string> all = tests::facts(*desk.workbench);
        return static_cast<std::size_t>(std::ranges::count_if(all, [&](const std::string &fact) {
            return std::ranges::all_of(parts, [&](std::string_view one) { return fact.find(one) != std::string::npos; });
        }));
    }

    Desk desk;

private:
    static std::string part(const std::string &fact, const std::string &key)
    {
        const std::size_t at = fact.find('"' + key + "\":\"");
        const std::size_t from = at + key.size() + 4;
        return at == std::string::npos ? std::string() : fact.substr(from, fact.find('"', from) - from);
    }

    static std::string valueOf(const std::string &fact, const std::string &kind)
    {
        static const std::map<std::string, std::string> keys{
            {"close_date", "date"}, {"owner", "person"}, {"next_step", "text"}, {"lost", "reason"}};
        const auto key = keys.find(kind);
        return part(fact, key == keys.end() ? kind : key->second);
    }

    int m_files = 0;
};

} // namespace tests
