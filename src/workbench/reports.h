// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <functional>
#include <string>
#include <vector>

namespace workbench {

// The board as lists, for the command line and for exports.

struct ScoreLine {
    std::string deal;
    DealStatus status = DealStatus::Open;
    std::optional<std::int64_t> health; ///< open deals only
    bool healthTold = false;            ///< false too where nobody records what the health is made of: it says nothing
    std::vector<Term> terms;
    /// Stage ids. A claimed stage that the playbook does not know is told as it was written; of a pipeline that it does not know
    /// no stage is proven.
    std::string claimed;
    std::string proven;
    bool stageKnown = true; ///< false for such a claimed stage
    domain::Quadrant quadrant = domain::Quadrant::None;
    std::optional<double> daysToClose;
    DaysFrom daysFrom = DaysFrom::History;
    std::optional<support::Date> closeDate;
    std::optional<support::Money> amount;
    bool red = false;
};

/// The score of every deal that is open at `asOf`, or of `deal` alone (open or not), by deal id. Fails with UnknownDeal.
[[nodiscard]] support::Result<void> scores(const Workbench &workbench, support::Instant asOf,
                                           const std::optional<domain::DealId> &deal,
                                           const std::function<void(const ScoreLine &)> &sink);

/// What a flag is about.
enum class FlagOn : std::uint8_t { Deal, Lead, Person };

struct FlagLine {
    /// Of the deal in the list, from 1; 0 for a flag that is snoozed, resolved or dismissed, or is about a lead or a person.
    int place = 0;
    FlagOn on = FlagOn::Deal;
    std::string id = {};   ///< of the deal, the lead or the person
    std::string name = {}; ///< of the deal or the person; a lead has none
    std::string customer = {};
    std::string customerId = {};
    std::string owner = {}; ///< of the deal or the lead
    std::string ownerId = {};
    std::optional<support::Money> amount = {};
    std::optional<std::int64_t> health = {}; ///< as of DealSummary
    std::optional<std::int64_t> shownHealth = {};
    Flag flag = {};
};

/// What there is in a scope beside the flags that were told.
struct FlagCounts {
    std::size_t open = 0;                          ///< open deals, flagged or not
    std::size_t below = 0;                         ///< flagged deals below the line of the focus budget
    std::size_t putAside = 0;                      ///< deals whose flags are all snoozed, resolved or dismissed
    std::size_t leads = 0;                         ///< flagged ones, less those put aside
    std::size_t people = 0;                        ///< likewise
    std::optional<support::Instant> nextWake = {}; ///< when the next snooze of a deal ends
};

/// What the board of an instant is about.
struct BoardSize {
    std::size_t deals = 0;
    std::size_t leads = 0;
};

[[nodiscard]] BoardSize boardSize(const Workbench &workbench, support::Instant asOf);

/// The flags of `scope`: of the deals within the focus budget the first reason each; with `all` every flag of every deal,
/// whatever its state, the most pressing deals first, and after them those of leads and of persons.
[[nodiscard]] support::Result<FlagCounts> flags(const Workbench &workbench, const Scope &scope, support::Instant asOf, bool all,
                                                const std::function<void(const FlagLine &)> &sink);

/// What `person` looks after on `asOf`: a rep their own deals, anybody else their team. Fails with UnknownPerson.
[[nodiscard]] support::Result<Scope> scopeOf(const Workbench &workbench, const domain::PersonId &person, support::Instant asOf);

/// The fields of a funnel's stage; what each means: engine.md, "Funnel and dwell".
struct FunnelStageLine {
    std::string stage;
    domain::Label name;
    std::uint32_t entered = 0;
    std::uint32_t forward = 0;
    std::uint32_t back = 0;
    std::uint32_t lost = 0;
    std::uint32_t open = 0;
    std::uint32_t elsewhere = 0; ///< of those that entered, now in a stage that the playbook does not know
    std::uint32_t won = 0;
    std::optional<double> conversion;
    std::optional<double> winRate;
    std::optional<double> dwellMedianDays;
    std::optional<double> dwellP80Days;
    std::optional<double> dwellMeanDays;
    std::optional<double> overrunRate;
    std::optional<double> missingRate;
    std::optional<double> evidenceMissingRate;
    std::uint32_t overrun = 0;             ///< deals longer here than the stage's limit
    std::uint32_t withoutFields = 0;       ///< deals that miss a field or more
    std::uint32_t withoutEvidence = 0;     ///< deals that miss evidence
    std::uint32_t openOverrun = 0;         ///< of those still here
    std::uint32_t openMissing = 0;         ///< of those still here, without a field or evidence
    std::uint32_t openStuck = 0;           ///< of those still here, one or the other
    std::vector<support::Money> openMoney; ///< the amounts of those still here, a sum for each currency
};

struct FunnelSliceLine {
    std::string id; ///< of the region, team, person or product, or the word itself; empty for all, or for deals without one
    std::string name;
    std::vector<FunnelStageLine> stages;
    std::uint32_t unplaced = 0; ///< deals created in the period of which nobody told a stage that the playbook knows
};

/// What a funnel is cut by. The team of a deal is the one that it names, else its owner's as of the day; its region the nearest
/// one that this team lies in; its segment the industry of its customer.
enum class FunnelBy : std::uint8_t { All, Region, Team, Person, Product, Channel, Segment };

struct FunnelRequest {
    support::Instant asOf;
    FunnelBy by = FunnelBy::All;
    std::optional<domain::PipelineId> pipeline; ///< none: the one with the most deals
    std::optional<support::Date> from;
    std::optional<support::Date> to; ///< the last day of the period
    bool proven = false;
    Scope scope;
};

/// The funnel of one pipeline, a slice after the other, by name. Fails with UnknownStage where the pipeline is not in the
/// playbook.
[[nodiscard]] support::Result<std::vector<FunnelSliceLine>> funnel(const Workbench &workbench, const FunnelRequest &request);

struct Fault {
    std::string invariant;
    std::string where;
    std::string detail;
};

/// Checks the file's integrity and every invariant of ours.
[[nodiscard]] support::Result<std::vector<Fault>> verify(const Workbench &workbench, const OnProgress &progress = {},
                                                         std::stop_token stop = {});

/// The same of a file that need not be sound enough for a Workbench. Fails as opening does where not even a look at it is
/// possible.
[[nodiscard]] support::Result<std::vector<Fault>> verifyFile(const std::filesystem::path &file, const OnProgress &progress = {},
                                                             std::stop_token stop = {});

/// Publishes `document`, a playbook file, as the workspace's next version. Fails with BadPlaybook.
[[nodiscard]] support::Result<int> publishPlaybook(Workbench &workbench, std::string_view document, std::string_view note);

} // namespace workbench
