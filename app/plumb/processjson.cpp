// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/processjson.h"

namespace plumb {

namespace {

constexpr std::array<const char *, workbench::funnelFigures> figureWords{"next", "win", "dwell", "overrun", "fields", "evidence"};

template <class T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json timeJson(const std::optional<support::Instant> &at)
{
    return at ? Json(support::toText(*at)) : Json();
}

Json differenceJson(const std::optional<workbench::FigureDifference> &difference)
{
    if (!difference)
        return {};
    return {{"first", difference->first},
            {"second", difference->second},
            {"low", difference->interval ? Json(difference->interval->at(0)) : Json()},
            {"high", difference->interval ? Json(difference->interval->at(1)) : Json()},
            {"within_days", daysJson(difference->withinDays)},
            {"chance", difference->chance},
            {"alone", difference->alone},
            {"told", difference->told}};
}

Json differencesJson(const workbench::FigureDifferences &differences)
{
    Json document;
    for (std::size_t i = 0; i < differences.size(); ++i)
        document[figureWords.at(i)] = differenceJson(differences.at(i));
    return document;
}

Json shareJson(const std::optional<workbench::TimedShareView> &share)
{
    if (!share)
        return {};
    return {{"share", share->share},
            {"low", share->low},
            {"high", share->high},
            {"of", share->of},
            {"days", daysJson(share->withinDays)}};
}

void addGround(const workbench::Ground &ground, Json &document)
{
    document["data_time"] = support::toText(ground.dataTime);
    document["last_correction"] = timeJson(ground.lastCorrection);
}

constexpr std::size_t hoursADay = 24;

} // namespace

Json toJson(const workbench::FunnelView &view, const ComparedSlices &slices)
{
    Json stages = Json::array();
    for (std::size_t i = 0; i < view.claimed.size(); ++i)
        stages.push_back({{"stage", view.sides.front().claimed[i].stage},
                          {"claimed", differencesJson(view.claimed[i])},
                          {"proven", differencesJson(view.proven[i])}});
    Json document{{"by", slices.by}, {"first", slices.first}, {"second", slices.second}, {"stages", std::move(stages)}};
    addGround(view.ground, document);
    return document;
}

Json toJson(const workbench::ProcessRow &row, std::string_view by, bool isAll)
{
    Json stages = Json::array();
    for (const workbench::FunnelStageLine &stage : row.stages)
        stages.push_back({{"stage", stage.stage},
                          {"entered", stage.entered},
                          {"dwell_median_days", daysJson(stage.dwellMedianDays)},
                          {"overrun_rate", orNull(stage.overrunRate)},
                          {"missing_rate", orNull(stage.missingRate)},
                          {"evidence_missing_rate", orNull(stage.evidenceMissingRate)},
                          {"open", stage.open},
                          {"open_overrun", stage.openOverrun},
                          {"open_missing", stage.openMissing},
                          {"open_stuck", stage.openStuck}});
    return {{"by", isAll ? "all" : by},
            {"slice", row.id.empty() ? Json() : Json(row.id)},
            {"name", row.name},
            {"deals", row.deals},
            {"won", row.won},
            {"cycle_days", daysJson(row.cycleDays)},
            {"overrun_rate", orNull(row.overrunRate)},
            {"missing_rate", orNull(row.missingRate)},
            {"evidence_missing_rate", orNull(row.evidenceMissingRate)},
            {"open", row.open},
            {"stuck", row.stuck},
            {"stages", std::move(stages)}};
}

Json toJson(const workbench::BreakpointsView &view)
{
    using enum workbench::BreakCount;
    Json document{{"leads", view.count(Leads)},
                  {"touched", view.count(Touched)},
                  {"effective", view.count(Effective)},
                  {"read_unanswered", view.count(ReadUnanswered)},
                  {"unanswered", view.count(Unanswered)},
                  {"untouched", view.count(Untouched)},
                  {"became_deals", view.count(BecameDeals)},
                  {"become_deals", shareJson(view.becomeDeals)},
                  {"created", view.count(Created)},
                  {"signed", view.count(Signed)},
                  {"unproven", view.count(Unproven)},
                  {"are_signed", shareJson(view.areSigned)},
                  {"buyers", view.count(Buyers)},
                  {"opened_new", view.count(OpenedNew)},
                  {"open_new", shareJson(view.openNewDeals)},
                  {"bought_again", view.count(BoughtAgain)},
                  {"buy_again", shareJson(view.buyAgain)},
                  {"within_days", view.againDays}};
    addGround(view.ground, document);
    return document;
}

Json toJson(const workbench::BounceView &view)
{
    Json hours = Json::array();
    for (std::size_t i = 0; i < view.hours.size(); ++i) {
        if (view.hours.at(i) > 0)
            hours.push_back({{"weekday", i / hoursADay + 1}, {"hour", i % hoursADay}, {"changes", view.hours.at(i)}});
    }
    Json segments = Json::array();
    for (const workbench::BounceSegment &segment : view.segments)
        segments.push_back({{"segment", segment.name.empty() ? Json() : Json(segment.name)},
                            {"deals", segment.deals},
                            {"changes", segment.changes}});
    Json patterns = Json::array();
    for (const workbench::BouncePatternView &pattern : view.patterns) {
        const auto hour = static_cast<std::size_t>(pattern.hourOfWeek.value_or(0));
        patterns.push_back({{"weekday", pattern.hourOfWeek ? Json(hour / hoursADay + 1) : Json()},
                            {"hour", pattern.hourOfWeek ? Json(hour % hoursADay) : Json()},
                            {"segment", pattern.hourOfWeek ? Json() : Json(pattern.segment)},
                            {"share", pattern.share},
                            {"usual", pattern.usual},
                            {"deals", pattern.deals},
                            {"chance", pattern.chance}});
    }
    Json document{{"more_than", orNull(view.moreThan)},
                  {"within_days", view.moreThan ? Json(view.withinDays) : Json()},
                  {"changed_deals", view.changedDeals},
                  {"bounced_deals", view.bouncedDeals},
                  {"changes", view.changes},
                  {"bounce_changes", view.bounceChanges},
                  {"hours", std::move(hours)},
                  {"segments", std::move(segments)},
                  {"patterns", std::move(patterns)}};
    addGround(view.ground, document);
    return document;
}

} // namespace plumb
