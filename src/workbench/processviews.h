// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/reports.h"

#include <array>
#include <stop_token>

namespace workbench {

// How deals come through the stages, for screens (engine.md, "Funnel and dwell"; catalogue 56, 60, 66–68, 113). Every question
// may be asked from any thread; it fails with UnknownStage where the playbook has no such pipeline or stage, and with Cancelled.

/// What an answer rests on; stands below every chart (60).
struct Ground {
    support::Instant asOf;
    support::Instant dataTime;                      ///< the newest fact that counts
    std::optional<support::Instant> lastCorrection; ///< the last fact that was entered a day or more late, or replaced another
    int playbookVersion = 0;
};

struct PipelineChoice {
    std::string id;
    domain::Label name;
    std::size_t deals = 0; ///< in the scope, open and closed
};

struct FunnelBase {
    support::Instant asOf;
    Scope scope = {};
    std::optional<domain::PipelineId> pipeline = {}; ///< none: the one with the most deals
};

/// One of the slices that stand side by side.
struct FunnelSide {
    std::optional<std::string> slice = {};  ///< the id of a region, team, …, or empty for deals without one; none: all deals
    std::optional<support::Date> from = {}; ///< stages entered from this day on
    std::optional<support::Date> to = {};   ///< until this day, included
    friend bool operator==(const FunnelSide &, const FunnelSide &) = default;
};

struct FunnelQuestion {
    FunnelBase base;
    FunnelBy by = FunnelBy::All;                 ///< what the slices are slices of
    std::vector<FunnelSide> sides{FunnelSide()}; ///< one or two
};

/// What two slices are compared in (engine::StageFigure).
enum class FunnelFigure : std::uint8_t { Next, Win, Dwell, Overrun, Fields, Evidence };
inline constexpr std::size_t funnelFigures = 6;

/// A difference between the first side and the second.
struct FigureDifference {
    bool told = false; ///< it is more than chance, as far as can be told among so many comparisons
    double chance = 1; ///< of such a difference by chance, corrected for the number of comparisons
    double alone = 1;  ///< had nothing else been compared
    double first = 0;  ///< the shares compared; of dwell how many left for each that would have left had they been alike
    double second = 0;
    std::optional<std::array<double, 2>> interval; ///< 95 % for the first share less the second
    std::optional<double> withinDays;              ///< shares that deals are on their way to are compared within this time
};
using FigureDifferences = std::array<std::optional<FigureDifference>, funnelFigures>;

struct FunnelSideView {
    std::string name; ///< of the slice; empty for all, and for the deals without one
    std::vector<FunnelStageLine> claimed;
    std::vector<FunnelStageLine> proven;
    std::uint32_t unplaced = 0; ///< as of FunnelSliceLine
    std::uint32_t deals = 0;    ///< created in the period
    std::uint32_t won = 0;
    std::optional<double> cycleDays; ///< of these, their mean
};

struct FunnelView {
    Ground ground;
    std::vector<PipelineChoice> pipelines;
    std::string pipeline;
    std::vector<FunnelSideView> sides;      ///< as they were asked for
    std::vector<FigureDifferences> claimed; ///< by stage; none with one side
    std::vector<FigureDifferences> proven;
};

[[nodiscard]] support::Result<FunnelView> funnelView(const Workbench &workbench, const FunnelQuestion &question,
                                                     const std::stop_token &stop = {});

/// A value of what deals can be cut by.
struct SliceChoice {
    std::string id;
    std::string name;
    std::size_t deals = 0;
};
/// The slices of the scope, the most deals first.
[[nodiscard]] std::vector<SliceChoice> sliceChoices(const Workbench &workbench, const FunnelBase &base, FunnelBy by,
                                                    const std::stop_token &stop = {});

/// A count of a stage that opens to its deals.
enum class FunnelCount : std::uint8_t {
    Entered,
    Forward,
    Back,
    Lost,
    Open,
    Elsewhere,
    Won,
    Overrun,
    WithoutFields,
    WithoutEvidence,
    OpenOverrun,
    OpenMissing,
    OpenStuck,
    Unplaced ///< of no stage
};

struct FunnelPlace {
    FunnelSide side = {};
    std::string stage = {};
    bool proven = false;
};

/// A number of a funnel that opens.
struct FunnelNumber {
    FunnelPlace place;
    FunnelCount count = FunnelCount::Entered;
};

struct DealList {
    std::vector<DealSummary> deals; ///< open ones first, the worst health first
    std::size_t total = 0;          ///< how many there are in all
};
/// The deals that a number counts, as far as `limit`; `question.sides` is not asked.
[[nodiscard]] support::Result<DealList> dealsBehind(const Workbench &workbench, const FunnelQuestion &question,
                                                    const FunnelNumber &number, std::size_t limit,
                                                    const std::stop_token &stop = {});

/// How long deals stay in a stage (engine::DwellCurve).
struct DwellCurveView {
    struct Step {
        double days = 0;
        double staying = 1; ///< share that stays longer
        double low = 1;     ///< 95 %
        double high = 1;
        std::uint32_t atRisk = 0;
    };
    std::vector<Step> steps; ///< so many as a chart can show
    std::uint32_t entered = 0;
    std::uint32_t left = 0;
    double longestDays = 0;
    double limitDays = 0; ///< the stage's own
};
[[nodiscard]] support::Result<DwellCurveView> dwellCurve(const Workbench &workbench, const FunnelQuestion &question,
                                                         const FunnelPlace &place, const std::stop_token &stop = {});

/// One team or person on the process board (67, 68).
struct ProcessRow {
    std::string id; ///< empty for deals without one
    std::string name;
    std::vector<FunnelStageLine> stages;
    std::uint32_t entered = 0; ///< stages entered in all, which the rates are shares of
    std::optional<double> overrunRate;
    std::optional<double> missingRate; ///< of the fields that the stages ask for
    std::optional<double> evidenceMissingRate;
    std::uint32_t open = 0;
    std::uint32_t stuck = 0; ///< of the open ones, over the limit or without what the stage asks for
    std::uint32_t deals = 0;
    std::uint32_t won = 0;
    std::optional<double> cycleDays;
};

struct ProcessView {
    Ground ground;
    std::vector<PipelineChoice> pipelines;
    std::string pipeline;
    std::vector<double> limitDays; ///< by stage
    ProcessRow all;
    std::vector<ProcessRow> rows; ///< by name
    std::uint32_t thinBelow = 0;  ///< fewer deals than this say little
};

/// By `question.by`, over the period of its first side.
[[nodiscard]] support::Result<ProcessView> processView(const Workbench &workbench, const FunnelQuestion &question, bool proven,
                                                       const std::stop_token &stop = {});

} // namespace workbench
