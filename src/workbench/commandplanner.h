// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/resolver.h"

#include <vector>

namespace workbench {

/// What a command comes to: the facts to write, and the command that takes them back.
struct Planned {
    std::vector<domain::Record> records;
    Command undo = Together{};
    std::vector<std::string> deals; ///< concerned
};

/// Turns commands into facts, as of now. Nothing is written here.
class CommandPlanner {
public:
    CommandPlanner(const Core &workbench, const Snapshot &snapshot);

    [[nodiscard]] support::Result<Planned> plan(const Command &command) const;
    /// When the planned facts happen.
    [[nodiscard]] support::Instant at() const { return m_now; }

private:
    [[nodiscard]] support::Result<Planned> planOne(const DecideFlag &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const AssignTask &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const ChangeTask &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const MoveDeal &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const TickItem &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const SetDealField &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const JudgeEvidence &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const AssignOwner &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const SetCloseDate &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const SetCategory &command) const;
    [[nodiscard]] support::Result<Planned> planOne(const Together &command) const;

    [[nodiscard]] support::Result<std::optional<domain::Record>> lastDecision(const FlagSubject &about,
                                                                              const domain::RuleId &rule) const;
    /// Whether the rule holds for the subject and nobody has put its flag aside: one that was may have come back by itself. As a
    /// screen of now shows it, whose board is there already.
    [[nodiscard]] bool isOpen(const FlagSubject &about, const domain::RuleId &rule) const;
    [[nodiscard]] std::optional<domain::Record> recordAt(std::uint32_t number) const; ///< 0: none
    [[nodiscard]] support::Result<engine::DealState> state(const domain::DealId &deal) const;
    /// What was last said on the deal about `object`, in an event of `kind`: what an undo says again.
    [[nodiscard]] std::optional<domain::Record> last(const engine::DealState &deal, domain::RowKind kind,
                                                     domain::SymbolKey object) const;
    template <class Body>
    [[nodiscard]] std::optional<Body> lastBody(const engine::DealState &deal, domain::RowKind kind,
                                               domain::SymbolKey object) const;
    [[nodiscard]] support::Result<domain::Record> record(domain::Fact fact) const;
    [[nodiscard]] support::Result<Planned> takeBack(const MoveDeal &command, const engine::DealState &deal) const;
    [[nodiscard]] support::Result<domain::Record> event(const domain::DealId &deal, domain::EventBody body) const;
    [[nodiscard]] support::Result<Planned> single(support::Result<domain::Record> record, Command undo,
                                                  const std::optional<domain::DealId> &deal) const;

    const Core &m_workbench;
    const Snapshot &m_snapshot;
    const PlaybookInForce &m_playbook;
    support::Instant m_now;
};

} // namespace workbench
