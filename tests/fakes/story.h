// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "domain/symbols.h"
#include "engine/evaluate.h"
#include "history/builder.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fakes {

/// The instant `text` after the first of January 2026, 00:00 UTC: "3d", "2d1s", "-1d", "48h1us".
[[nodiscard]] support::Instant at(std::string_view text);

/// The fact on one line. It starts with when it occurred, and after a slash when it was recorded, if that is another time:
///
///     0d     deal D1 customer=acme owner=ann pipeline=default      (these are what is meant when nothing is said)
///     1d/2d  stage D1 shown                amount D1 12.50 CNY     close D1 30d (or none)
///     1d     owner D1 bob                  field D1 pain much      role D1 tech kim (or none)
///     1d     check D1 found ask            uncheck D1 found ask    next D1 (or next D1 -)
///     1d     won D1 [10 CNY]               lost D1                 reopened D1
///     1d     payment D1 10 CNY             override D1 found       verdict D1 E1 accepted
///     1d     file D1 E1 quotation hash=a verdict=accepted
///     1d     call in D1 by=ann material=yes read=2d text=to the end of the line     (each kind of activity)
///     1d     call in @acme                 (of a customer, not of a deal)
///     1d     customer acme channel=fair    contact kim acme        lead L1 customer=acme
///     1d     flag D1 red snoozed until=3d  (also @L1 for a lead, ~ann for a person)
///     1d     task D1 T1 done
[[nodiscard]] domain::Record fact(std::string_view line);

/// Facts in their order of arrival, as the store would give them to the engine.
class Story {
public:
    explicit Story(domain::Playbook playbook);
    Story(domain::Playbook playbook, std::string_view lines);

    /// Adds the facts of `lines`; empty lines are passed over.
    Story &tell(std::string_view lines);

    /// Adds facts that come from elsewhere.
    Story &tell(std::vector<domain::Record> records);

    [[nodiscard]] const std::vector<domain::Record> &records() const { return m_records; }
    /// The facts as numbers: each with its place in the order of arrival, and until when its version held.
    [[nodiscard]] std::vector<domain::FactRow> rows();
    [[nodiscard]] std::shared_ptr<const history::History> history();

    [[nodiscard]] const engine::CompiledPlaybook &playbook() const { return *m_playbook; }
    [[nodiscard]] const engine::RuleSet &rules() const { return *m_rules; }
    [[nodiscard]] const domain::Symbols &symbols() const { return m_symbols; }
    [[nodiscard]] std::string text(domain::SymbolKey key) const { return key == 0 ? std::string() : m_symbols.text(key); }

    [[nodiscard]] std::shared_ptr<const engine::Board> board(std::string_view asOf);
    /// The deal with everything that is known about it at `asOf`; a failure of the test when it does not exist.
    [[nodiscard]] engine::DealEvaluation deal(std::string_view id, std::string_view asOf);
    /// Its health at `asOf`.
    [[nodiscard]] std::int64_t health(std::string_view id, std::string_view asOf);
    /// The rules that hold for it at `asOf`, in the order of the playbook, parted by spaces.
    [[nodiscard]] std::string flags(std::string_view id, std::string_view asOf);

private:
    domain::Symbols m_symbols;
    std::unique_ptr<engine::CompiledPlaybook> m_playbook;
    std::unique_ptr<engine::RuleSet> m_rules;
    domain::Lexicon m_lexicon;
    std::vector<domain::Record> m_records;
};

/// `asOf` with its day in UTC.
[[nodiscard]] engine::When when(support::Instant asOf);

/// Gives each version of a thing the time from which a newer one holds, by recorded time and then by arrival.
void supersede(const std::vector<domain::Record> &records, std::vector<domain::FactRow> &rows);

/// Everything on `board` as text, by ids and not by indices: equal texts are equal boards, to the last bit of each number.
[[nodiscard]] std::string dump(const engine::Board &board, const Story &story);

} // namespace fakes
