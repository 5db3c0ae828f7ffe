// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/core.h"

#include <algorithm>
#include <cmath>

namespace workbench {

/// As far as it is looked back for since when a flag holds that somebody reads about.
inline constexpr support::Duration farLookBack = support::days(180);

/// Turns what the engine says in numbers into values with names, as of one instant.
class Resolver {
public:
    Resolver(const Core &workbench, const Snapshot &snapshot, const PlaybookInForce &playbook, support::Instant asOf);

    /// Fetches the names of the deals and customers of `rows` in one go; `summary` uses them.
    void prefetch(const std::vector<const engine::DealRow *> &rows);
    [[nodiscard]] DealSummary summary(const engine::DealRow &row) const;

    [[nodiscard]] std::string person(domain::SymbolKey key) const;
    [[nodiscard]] std::string personNamed(const std::string &id) const;
    [[nodiscard]] TaskView task(const domain::Task &task) const;
    /// The name and title of a contact.
    [[nodiscard]] std::pair<std::string, std::string> contact(const std::string &id) const;
    [[nodiscard]] std::string evidenceName(const std::string &id) const;
    /// Why the file has its verdict: what the last judgement said, else the file itself.
    [[nodiscard]] std::string verdictReason(history::DealIndex deal, const domain::Evidence &evidence,
                                            domain::SymbolKey key) const;
    [[nodiscard]] domain::Label evidenceKind(const std::string &id) const;
    [[nodiscard]] std::string text(domain::SymbolKey key) const { return m_workbench.textOf(key); }
    [[nodiscard]] std::vector<RecordRef> records(const std::vector<std::uint32_t> &numbers) const;

    /// What the rule names as missing on the deal.
    [[nodiscard]] std::vector<MissingItem> missing(const domain::Rule &rule, const engine::DealEvaluation &deal) const;
    /// The flag with its measures, records and since when it holds, looking back at most `lookBack`.
    [[nodiscard]] Flag flag(const engine::Board &board, const engine::FlagRow &row, const engine::DealEvaluation &deal,
                            support::Duration lookBack) const;
    /// The lead with the flag on it.
    [[nodiscard]] FlagAbout aboutLead(const engine::Board &board, const engine::FlagRow &row, const engine::LeadRow &lead) const;
    /// The person with the flag on them.
    [[nodiscard]] FlagAbout aboutPerson(const engine::FlagRow &row, const engine::PersonRow &person) const;
    /// The unmet conditions of the gate of the stage at `place`.
    [[nodiscard]] std::vector<UnmetCondition> unmet(const engine::DealState &state, std::size_t place,
                                                    const std::vector<engine::Unmet> &list) const;
    /// The label of a required field, the playbook's own or built in (then only its id).
    [[nodiscard]] domain::Label fieldName(const domain::FieldId &field) const;
    /// The name of a choice's value; any other value is called what it is.
    [[nodiscard]] domain::Label valueName(const domain::FieldId &field, const std::string &value) const;

    [[nodiscard]] const domain::Playbook &playbook() const { return m_playbook.compiled->playbook(); }
    [[nodiscard]] std::optional<engine::DealEvaluation> evaluate(const engine::Board &board, history::DealIndex deal) const;

private:
    [[nodiscard]] std::string nameOf(domain::SymbolKey key) const;
    [[nodiscard]] std::int64_t shown(std::int64_t health) const;
    /// The word that was written for a stage which the playbook does not know; the board keeps none.
    void tellUnknownStage(const engine::DealRow &row, DealSummary &summary) const;
    /// The open task that was given last because of `rule`.
    [[nodiscard]] std::optional<TaskView> taskOf(const domain::Rule &rule, const history::AsOf &view) const;
    /// The task that was given in the step that acknowledged the flag of a lead or a person, which have no tasks of their own.
    [[nodiscard]] std::optional<TaskView> taskBeside(const engine::FlagRow &row, const history::AsOf &view) const;

    const Core &m_workbench;
    const Snapshot &m_snapshot;
    const PlaybookInForce &m_playbook;
    support::Instant m_asOf;
    support::Date m_day;
    bool m_judgesHealth;
    std::map<domain::SymbolKey, std::string> m_names;
};

/// What the playbook calls the definition with `id`; the id itself where it has none.
template <class T>
[[nodiscard]] domain::Label labelOf(const std::vector<T> &definitions, std::string_view id)
{
    const auto found = std::ranges::find_if(definitions, [&](const T &definition) { return definition.id.text() == id; });
    return found == definitions.end() ? domain::Label{std::string(id), std::string(id)} : found->name;
}

/// What a flag of any subject has in common: the rule's own words.
[[nodiscard]] Flag ruleFlag(const domain::Rule &rule, const engine::FlagRow &row);

/// The flag of a lead or a person, with its measures.
template <class Row>
[[nodiscard]] Flag flagOf(const domain::Rule &rule, const engine::FlagRow &row, const Row &subject)
{
    Flag flag = ruleFlag(rule, row);
    for (const domain::Measure measure : rule.quoted) {
        const double value = engine::measure(measure, subject);
        if (!std::isnan(value))
            flag.quoted.push_back({measure, value});
    }
    return flag;
}

/// What a customer is like, as words; 0 where it is not said.
struct CustomerTraits {
    domain::SymbolKey region = 0;
    domain::SymbolKey industry = 0;
    domain::SymbolKey size = 0;
    domain::SymbolKey channel = 0;
};

[[nodiscard]] CustomerTraits customerTraits(const history::History &history, domain::SymbolKey customer, support::Instant asOf);

/// The customer of a deal; 0 where the deal does not exist at `asOf`.
[[nodiscard]] domain::SymbolKey customerOf(const history::History &history, history::DealIndex deal, support::Instant asOf);

/// The number of the last event of `kind` about `object` in a view; 0 where there is none.
[[nodiscard]] std::uint32_t lastEvent(const history::AsOf &view, domain::RowKind kind, domain::SymbolKey object);

/// The health score's term as a word: roles, files, asks, stale.
[[nodiscard]] std::string_view termId(engine::TermKind kind);

[[nodiscard]] DealStatus statusOf(engine::Status status);

} // namespace workbench
