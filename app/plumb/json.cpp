// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/json.h"

#include "app/plumb/flagtext.h"
#include "domain/playbookwords.h"

#include <fmt/ranges.h>

#include <cmath>

namespace plumb {

namespace {

Json labelJson(const domain::Label &label)
{
    return {{"en", label.en}, {"zh", label.zh}};
}

template <class T>
Json orNull(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json moneyJson(const std::optional<support::Money> &money)
{
    return money ? Json{{"amount", support::decimal(*money)}, {"currency", money->currency.text()}} : Json();
}

/// Null for an id that there is none of.
Json orNone(const std::string &id)
{
    return id.empty() ? Json() : Json(id);
}

/// What ranks a deal's flag; leads and persons are not ranked.
Json rankJson(const workbench::Flag &flag)
{
    return {{"value", flag.rank},
            {"money", flag.money},
            {"money_currency", flag.moneyCurrency ? Json(flag.moneyCurrency->text()) : Json()},
            {"urgency", flag.urgency},
            {"actionability", flag.actionability}};
}

Json recordsJson(const std::vector<workbench::RecordRef> &records)
{
    Json list = Json::array();
    for (const workbench::RecordRef &record : records)
        list.push_back(record.id);
    return list;
}

std::string_view word(workbench::DealStatus status)
{
    constexpr std::array<std::string_view, 3> words{"open", "won", "lost"};
    return words.at(static_cast<std::size_t>(status));
}

Json quadrantJson(domain::Quadrant quadrant)
{
    return quadrant == domain::Quadrant::None ? Json() : Json(domain::word(quadrant));
}

std::string_view word(workbench::DaysFrom from)
{
    constexpr std::array<std::string_view, 3> words{"history", "age", "playbook"};
    return words.at(static_cast<std::size_t>(from));
}

} // namespace

Json daysJson(const std::optional<double> &days)
{
    constexpr double kept = 1e6;
    return days ? Json(std::round(*days * kept) / kept) : Json();
}

Json toJson(const workbench::ScoreLine &line)
{
    Json terms = Json::array();
    for (const workbench::Term &term : line.terms) {
        terms.push_back({{"term", term.id},
                         {"count", term.count},
                         {"weight", term.weight},
                         {"value", term.value},
                         {"records", recordsJson(term.records)}});
    }
    return {{"deal", line.deal},
            {"health", orNull(line.health)},
            {"terms", std::move(terms)},
            {"claimed", line.claimed.empty() ? Json() : Json(line.claimed)},
            {"proven", line.proven},
            {"quadrant", line.health ? quadrantJson(line.quadrant) : Json()},
            {"days_to_close", daysJson(line.daysToClose)},
            {"days_to_close_from", word(line.daysFrom)},
            {"close_date", line.closeDate ? Json(support::toText(*line.closeDate)) : Json()},
            {"amount", moneyJson(line.amount)},
            {"red", line.health ? Json(line.red) : Json()},
            {"status", word(line.status)},
            {"health_told", line.healthTold}};
}

Json toJson(const workbench::FlagLine &line)
{
    const workbench::Flag &flag = line.flag;
    Json params = Json::object();
    for (const workbench::QuotedMeasure &quoted : flag.quoted)
        params[std::string(domain::info(quoted.measure).id)] = daysJson(quoted.value);
    Json missing = Json::array();
    for (const workbench::MissingItem &item : flag.missing) {
        const std::string kind(domain::word(item.kind));
        missing.push_back(item.ids.empty() ? kind : fmt::format("{}:{}", kind, fmt::join(item.ids, "|")));
    }
    Json notify = Json::array();
    for (const domain::PersonRole role : flag.notify)
        notify.push_back(domain::word(role));
    const auto idOf = [&](workbench::FlagOn on) { return line.on == on ? Json(line.id) : Json(); };
    return {{"deal", idOf(workbench::FlagOn::Deal)},
            {"rank", line.place == 0 ? Json() : Json(line.place)},
            {"rule", flag.rule},
            {"version", flag.version},
            {"severity", domain::word(flag.severity)},
            {"amount", moneyJson(line.amount)},
            {"since", flag.since ? Json(support::toText(*flag.since)) : Json()},
            {"held_longer", flag.heldLonger},
            {"reason", labelJson(reasonLabel(flag))},
            {"params", std::move(params)},
            {"missing", std::move(missing)},
            {"action", domain::word(flag.proposal)},
            {"records", recordsJson(flag.records)},
            {"state", word(flag.state)},
            {"until", flag.until ? Json(support::toText(*flag.until)) : Json()},
            {"notify", std::move(notify)},
            {"score", line.on == workbench::FlagOn::Deal ? rankJson(flag) : Json()},
            {"customer", orNone(line.customerId)},
            {"owner", orNone(line.ownerId)},
            {"lead", idOf(workbench::FlagOn::Lead)},
            {"person", idOf(workbench::FlagOn::Person)}};
}

Json toJson(const workbench::FunnelSliceLine &slice, workbench::FunnelBy by)
{
    Json stages = Json::array();
    for (const workbench::FunnelStageLine &stage : slice.stages) {
        stages.push_back({{"stage", stage.stage},
                          {"entered", stage.entered},
                          {"forward", stage.forward},
                          {"back", stage.back},
                          {"lost", stage.lost},
                          {"open", stage.open},
                          {"elsewhere", stage.elsewhere},
                          {"won", stage.won},
                          {"conversion", orNull(stage.conversion)},
                          {"win_rate", orNull(stage.winRate)},
                          {"dwell_median_days", daysJson(stage.dwellMedianDays)},
                          {"dwell_p80_days", daysJson(stage.dwellP80Days)},
                          {"dwell_mean_days", daysJson(stage.dwellMeanDays)},
                          {"overrun_rate", orNull(stage.overrunRate)},
                          {"missing_rate", orNull(stage.missingRate)},
                          {"evidence_missing_rate", orNull(stage.evidenceMissingRate)}});
    }
    return {{"by", funnelWords.at(static_cast<std::size_t>(by))},
            {"slice", slice.id.empty() ? Json() : Json(slice.id)},
            {"name", slice.name},
            {"unplaced", slice.unplaced},
            {"stages", std::move(stages)}};
}

Json toJson(const workbench::Fault &fault)
{
    return {{"invariant", fault.invariant}, {"where", fault.where}, {"detail", fault.detail}};
}

} // namespace plumb
