// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/importstate.h"

namespace exchange {

/// What an event says; null of a record that is none.
[[nodiscard]] const domain::EventBody *bodyOf(const domain::Record &record);

/// Whether `body` says how a deal ended.
[[nodiscard]] bool isEnd(const domain::EventBody &body);

/// The event that closed a deal of this standing; null where it is open.
[[nodiscard]] const domain::Record *closing(const DealStanding &standing);

/// The last event of the kind of `body` that says the same; null where the last one of its kind says something else.
[[nodiscard]] const domain::Record *sameIn(const DealStanding &standing, const domain::EventBody &body);

/// Who has a deal of this standing.
[[nodiscard]] std::optional<domain::PersonId> ownerOf(const DealStanding &standing);

/// A deal as the rows of a history would have left it that stood like this; nobody has it yet.
[[nodiscard]] HistoryState historyOf(const DealStanding &standing);

/// A deal that the workspace knows, when a later export speaks of it again. What stands there already is told again word for
/// word, so that it stays where it is; what differs is news, of the time that the row gives for it or else of the import's day,
/// and nothing before that is rewritten: a row that bears the very time of what it replaces is news of the import's day too. A
/// row that is older than what the workspace knows is compared with what was then. An end that stands is not told again by a row
/// that says no more of it.
class KnownDeal {
public:
    KnownDeal(const ImportContext &context, domain::DealId id)
        : m_context(context)
        , m_id(std::move(id))
        , m_now(context.dealStanding(m_id.text(), support::Instant::max()))
    {}

    /// What describes the deal; none where it was never described.
    [[nodiscard]] const std::optional<domain::Record> &description() const { return m_now.deal; }
    /// What that says; null where it was never described.
    [[nodiscard]] const domain::Deal *deal() const { return m_now.deal ? &std::get<domain::Deal>(m_now.deal->fact()) : nullptr; }
    [[nodiscard]] const domain::DealId &id() const { return m_id; }
    /// The deal's present owner.
    [[nodiscard]] std::optional<domain::PersonId> owner() const;
    /// What was to come next at `when`, or now.
    [[nodiscard]] std::optional<domain::NextStepSet> nextStep(std::optional<support::Instant> when) const;
    /// When the last thing became known of it that is compared here.
    [[nodiscard]] support::Instant last() const;
    /// Describes the deal again. It was created when and for whom its description says, and a description that differs holds
    /// from the change on; with `owned` another owner is news too.
    [[nodiscard]] Read<void> describe(domain::Deal deal, domain::Extras extras, std::optional<support::Instant> own, bool owned,
                                      RowFacts &facts) const;
    /// When it last came to another stage, was closed or reopened; before all else where it never was.
    [[nodiscard]] support::Instant lastTurn() const;
    /// Whether the last event of the kind of `body` came after `when`.
    [[nodiscard]] bool goesOn(const domain::EventBody &body, support::Instant when) const;
    /// Tells `body`, which the row dates `own`.
    [[nodiscard]] Read<void> say(domain::EventBody body, std::optional<support::Instant> own, RowFacts &facts) const;
    /// The same of a stage, or of how the deal ended. A deal that was closed otherwise is reopened, if the row is the newer of
    /// the two: by the day of its stage, or by when it was last changed, where that is later. What a row without a day of its own
    /// says anew of an end leaves the end where it was.
    [[nodiscard]] Read<void> sayState(domain::EventBody body, const StandsSince &since, RowFacts &facts) const;

private:
    [[nodiscard]] DealStanding asOf(support::Instant when) const { return m_context.dealStanding(m_id.text(), when); }
    /// When news are news that a row dates `own`: the import's day, where it does not.
    [[nodiscard]] domain::Times newsOf(std::optional<support::Instant> own) const;
    [[nodiscard]] Read<void> add(domain::EventBody body, std::optional<support::Instant> own, RowFacts &facts) const;
    [[nodiscard]] Read<void> sayEnd(domain::EventBody body, const StandsSince &since, RowFacts &facts) const;
    /// Says more of the end `closed`.
    [[nodiscard]] Read<void> sayMore(const domain::Record &closed, domain::EventBody body, const StandsSince &since,
                                     RowFacts &facts) const;

    const ImportContext &m_context;
    domain::DealId m_id;
    DealStanding m_now;
};

/// The deal `id` as the workspace knows it; nothing where it does not.
[[nodiscard]] std::optional<KnownDeal> knownDeal(const ImportContext &context, const domain::DealId &id);

} // namespace exchange
