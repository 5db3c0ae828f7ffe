// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/asking.h"
#include "app/plumb/flagtext.h"
#include "app/plumb/json.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "domain/playbookwords.h"
#include "workbench/reports.h"

#include <array>

namespace plumb {

namespace {

using workbench::FlagLine;
using workbench::FlagOn;

/// As wide as the terminals that people read on.
constexpr std::size_t wide = 120;

/// What is left of a deal's name without its customer's, which stands beside it.
std::string shortName(const FlagLine &line)
{
    if (line.customer.empty() || line.name.size() <= line.customer.size() || !line.name.starts_with(line.customer))
        return line.name;
    const std::size_t from = line.name.find_first_not_of(" -:/", line.customer.size());
    return from == std::string::npos ? line.name : line.name.substr(from);
}

/// The list for people: of each subject a row, and under it each of its flags in words.
class FlagTables {
public:
    void add(const FlagLine &line)
    {
        Table &table = m_tables.at(static_cast<std::size_t>(line.on));
        const std::string subject = fmt::format("{} {} {}", static_cast<int>(line.on), line.place, line.id);
        if (subject != m_last)
            table.add(cellsOf(line));
        m_last = subject;
        const workbench::Flag &flag = line.flag;
        const std::string state = flag.state == workbench::FlagState::Open ? "" : fmt::format(", {}", word(flag.state));
        table.under(fmt::format("{}{}: {}", domain::word(flag.severity), state, shown(reasonLabel(flag))));
        const std::string missing = missingText(flag.missing, chinese());
        table.under(fmt::format("proposed: {}{}{}", spelt(domain::word(flag.proposal), ' '),
                                missing.empty() ? "" : "; missing: ", missing));
        m_untold = m_untold || (line.health && !line.shownHealth);
    }

    [[nodiscard]] bool empty() const { return m_last.empty(); }

    void tell() const
    {
        bool any = false;
        for (const Table &table : m_tables) {
            if (!table.empty())
                say("{}{}", any ? "\n" : "", table.text());
            any = any || !table.empty();
        }
        if (m_untold)
            writeError("note: health is not told here: nobody records what it is made of (talk, and the roles or the files of "
                       "deals)\n");
    }

private:
    [[nodiscard]] static std::vector<std::string> cellsOf(const FlagLine &line)
    {
        const std::string place = line.place == 0 ? "—" : std::to_string(line.place);
        switch (line.on) {
        case FlagOn::Deal:
            return {place,
                    line.id,
                    line.owner,
                    amountText(line.amount),
                    line.shownHealth ? std::to_string(*line.shownHealth) : "—",
                    line.customer,
                    shortName(line)};
        case FlagOn::Lead: return {line.id, line.owner, line.customer};
        case FlagOn::Person: return {line.id, line.name};
        }
        return {};
    }

    /// By FlagOn.
    std::array<Table, 3> m_tables{Table({{"#", true},
                                         {"deal"},
                                         {"owner", false, true},
                                         {"amount", true},
                                         {"health", true},
                                         {"customer", false, true},
                                         {"name", false, true}},
                                        wide),
                                  Table({{"lead"}, {"owner", false, true}, {"customer", false, true}}, wide),
                                  Table({{"person"}, {"name", false, true}}, wide)};
    std::string m_last; ///< the subject of the last row
    bool m_untold = false;
};

/// "and so much more": what is flagged in the scope and not in the day's list.
std::string restText(const workbench::FlagCounts &counts)
{
    std::string text;
    const auto add = [&](std::size_t count, std::string_view what, std::string_view how) {
        if (count > 0)
            text += (text.empty() ? "" : ", ") + counted(count, what) + std::string(how);
    };
    add(counts.below, "deal", " below the line");
    add(counts.putAside, "deal", " put aside");
    add(counts.leads, "lead", "");
    add(counts.people, "person", "");
    return text;
}

/// What stands beside the list, or in its place where it is empty.
void tellCounts(const workbench::FlagCounts &counts, bool empty, bool all)
{
    if (empty)
        say("{} is flagged: {} open.\n", all ? "Nothing" : "No deal",
            counts.open == 1 ? "1 deal is" : counted(counts.open, "deal") + " are");
    const std::string rest = all ? std::string() : restText(counts);
    if (!rest.empty())
        say("{}Flagged beside {}: {}. To see them: --all\n", empty ? "" : "\n", empty ? "that" : "these", rest);
}

} // namespace

Exit runFlags(const FlagsOptions &options)
{
    const Asked asked = ask(options.common);
    if (!asked.workbench)
        return asked.otherwise;
    workbench::Scope scope;
    if (!options.person.empty()) {
        const auto person = domain::PersonId::parse(options.person);
        const auto found = person ? workbench::scopeOf(*asked.workbench, *person, asked.asOf) : tl::unexpected(person.error());
        if (!found)
            return fail(options.common, found.error(), Exit::Failed);
        scope = *found;
    }
    FlagTables tables;
    const auto take = [&](const FlagLine &line) {
        if (options.common.json)
            return printLine(toJson(line));
        tables.add(line);
    };
    const auto counts = workbench::flags(*asked.workbench, scope, asked.asOf, options.all, take);
    if (!counts)
        return fail(options.common, counts.error(), Exit::Failed);
    if (!options.common.json) {
        tables.tell();
        tellCounts(*counts, tables.empty(), options.all);
        if (tables.empty())
            noteNoDeals(asked, options.common);
    }
    noteAhead(*asked.workbench, options.common, asked.asOf);
    return Exit::Done;
}

} // namespace plumb
