// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/importstate.h"

namespace exchange {

/// What an event says; null of a record that is none.
[[nodiscard]] const domain::EventBody *bodyOf(const domain::Record &record);

/// Whether two records tell the same, whenever that was.
[[nodiscard]] bool saysSame(const domain::Record &one, const domain::Record &other);

/// Whether `body` says how a deal ended.
[[nodiscard]] bool isEnd(const domain::EventBody &body);

/// The event that closed a deal of this standing; null where it is open.
[[nodiscard]] const domain::Record *closing(const DealStanding &standing);

/// The last event of the kind of `body` that says the same; null where the last one of its kind says something else.
[[nodiscard]] const domain::Record *sameIn(const DealStanding &standing, const domain::EventBody &body);

/// Whether a deal of this standing stands as `body` says: so does one of which nobody ever said what `body` clears.
[[nodiscard]] bool standsAs(const DealStanding &standing, const domain::EventBody &body);

/// Who has a deal of this standing.
[[nodiscard]] std::optional<domain::PersonId> ownerOf(const DealStanding &standing);

/// A deal as the rows of a history would have left it that stood like this; nobody has it yet.
[[nodiscard]] HistoryState historyOf(const DealStanding &standing);

/// A deal that the workspace knows, when a later export speaks of it again. What its row says is held against two standings: what
/// stands, whoever said it, and what the other system told last, by the imports alone.
///
/// No news is what either of them says already; it is told again word for word, so that it stays where it is. So what somebody
/// decided here holds until the other system says something else than it did before. Nor is it news what one of them said at the
/// time that the row bears, where something was said later: that row is of an older export. A row that was changed after the
/// deal's last turn (`StandsSince::touched`) is of none, whatever day its stage or its end bears.
///
/// All else is news, and nothing before it is rewritten. It is of the row's own time, or of the time of its last change, where
/// that is after what it replaces; of the import's day, where the row bears no time, or the very one of what it replaces. A row
/// that is older than that tells what was then, and what stands is left standing.
class KnownDeal {
public:
    KnownDeal(const ImportContext &context, domain::DealId id)
        : m_context(context)
        , m_id(std::move(id))
        , m_now(context.dealStanding(m_id.text(), support::Instant::max()))
        , m_told(toldAsOf(support::Instant::max()))
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
    /// Whether somebody has said in which stage it is, or how it ended.
    [[nodiscard]] bool stands() const { return !historyOf(m_now).stage.empty(); }
    [[nodiscard]] bool isClosed() const;
    /// Whether it is closed there in the way of `target`, "won" or "lost".
    [[nodiscard]] bool endedAs(std::string_view target) const { return historyOf(m_now).stage == target; }
    /// When the last thing became known of it that is compared here.
    [[nodiscard]] support::Instant last() const;
    /// Describes the deal again. It was created when and for whom its description says, and a description that differs holds
    /// from the change on: from `own`, if that is after all that is known of the deal, and else from the import on. With `owned`
    /// another owner is news too.
    [[nodiscard]] Read<void> describe(domain::Deal deal, domain::Extras extras, std::optional<support::Instant> own, bool owned,
                                      RowFacts &facts) const;
    /// When it last came to another stage, was closed or reopened; before all else where it never was.
    [[nodiscard]] support::Instant lastTurn() const;
    /// Whether the last event of the kind of `body` came after `when`.
    [[nodiscard]] bool goesOn(const domain::EventBody &body, support::Instant when) const;
    /// Tells `body`, which the row dates `own`.
    [[nodiscard]] Read<void> say(domain::EventBody body, std::optional<support::Instant> own, RowFacts &facts) const;
    /// Tells `body` again, if it was said as of the instant `when`; nothing otherwise.
    void repeatSaid(const domain::EventBody &body, support::Instant when, RowFacts &facts) const;
    /// The same of a stage, or of how the deal ended. A deal that was closed otherwise is reopened, if the row is not the older
    /// of the two. No day before that on which it was closed or reopened last can be that of a new stage or end: it is that of
    /// the last change, then. What a row says anew of an end leaves it where it was, but for a later day that a cell says.
    [[nodiscard]] Read<void> sayState(domain::EventBody body, const StandsSince &since, RowFacts &facts) const;

private:
    [[nodiscard]] DealStanding asOf(support::Instant when) const { return m_context.dealStanding(m_id.text(), when); }
    /// What imports alone have said.
    [[nodiscard]] const DealStanding &told() const { return m_told ? *m_told : m_now; }
    [[nodiscard]] std::optional<DealStanding> toldAsOf(support::Instant when) const;
    /// The description that says the same as `said`: that of now, or the one that held at `own` and has been followed by more.
    [[nodiscard]] std::optional<domain::Record> sameDescription(const domain::Record &said,
                                                                std::optional<support::Instant> own) const;
    /// When the last thing became known of the deal that an import told.
    [[nodiscard]] support::Instant lastTold() const;
    /// When news are news that a row dates `own`: the import's day, where it does not.
    [[nodiscard]] domain::Times newsOf(std::optional<support::Instant> own) const;
    [[nodiscard]] Read<void> add(domain::EventBody body, std::optional<support::Instant> own, RowFacts &facts) const;
    [[nodiscard]] Read<void> sayStage(domain::EventBody body, const StandsSince &since, RowFacts &facts) const;
    [[nodiscard]] Read<void> sayEnd(domain::EventBody body, const StandsSince &since, RowFacts &facts) const;
    /// Says more of the end `closed`.
    [[nodiscard]] Read<void> sayMore(const domain::Record &closed, domain::EventBody body, const StandsSince &since,
                                     RowFacts &facts) const;

    const ImportContext &m_context;
    domain::DealId m_id;
    DealStanding m_now;
    std::optional<DealStanding> m_told; ///< where that is something else
};

/// The deal `id` as the workspace knows it; nothing where it does not.
[[nodiscard]] std::optional<KnownDeal> knownDeal(const ImportContext &context, const domain::DealId &id);

} // namespace exchange
