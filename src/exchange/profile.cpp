// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profile.h"

#include "exchange/textcell.h"

#include <nlohmann/json.hpp>

#include <array>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;
using Json = nlohmann::ordered_json;

namespace {

/// What a document holds under a key, or the empty value of its type; a value of another type counts as absent.
std::string textAt(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json &objectAt(const Json &json, const char *key)
{
    static const Json nothing = Json::object();
    const auto found = json.find(key);
    return found != json.end() && found->is_object() ? *found : nothing;
}

std::vector<std::string> textsAt(const Json &json, const char *key)
{
    std::vector<std::string> texts;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array())
        return texts;
    for (const Json &one : *found) {
        if (one.is_string())
            texts.push_back(one.get<std::string>());
    }
    return texts;
}

/// The days under `key`, `days` where there are none; false where something else stands there than a stage can have.
bool readDays(const Json &json, const char *key, double fewest, double &days)
{
    constexpr double most = 3660;
    const auto found = json.find(key);
    if (found == json.end())
        return true;
    const double told = found->is_number() ? found->get<double>() : -1;
    if (told < fewest || told > most)
        return false;
    days = told;
    return true;
}

bool flagAt(const Json &json, const char *key, bool otherwise)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

tl::unexpected<support::Error> bad(const std::string &where, std::string_view why)
{
    return failure(ErrorCode::UnknownProfile, where, why);
}

std::vector<std::string> alternatives(std::string_view entry)
{
    std::vector<std::string> keys;
    for (std::size_t at = 0; at <= entry.size();) {
        const std::size_t bar = std::min(entry.find('|', at), entry.size());
        keys.push_back(headerKey(entry.substr(at, bar - at)));
        at = bar + 1;
    }
    return keys;
}

Result<AmountKnown> amountKnown(const Json &json)
{
    constexpr std::array<std::pair<std::string_view, AmountKnown>, 4> words{{{"", AmountKnown::AtLastChange},
                                                                             {"at_last_change", AmountKnown::AtLastChange},
                                                                             {"at_creation", AmountKnown::AtCreation},
                                                                             {"at_close", AmountKnown::AtClose}}};
    const std::string word = textAt(json, "amount_known");
    for (const auto &[known, value] : words) {
        if (word == known)
            return value;
    }
    return bad("amount_known", "at_creation, at_last_change or at_close");
}

/// Reads the words under `key` by header; false where one of them is neither `first` nor `second`.
template <class Way>
bool readWays(const Json &json, const char *key, const std::pair<std::string_view, Way> &first,
              const std::pair<std::string_view, Way> &second, std::map<std::string, Way> &ways)
{
    for (const auto &[header, value] : objectAt(json, key).items()) {
        const std::string word = value.is_string() ? value.template get<std::string>() : std::string();
        if (word != first.first && word != second.first)
            return false;
        ways[headerKey(header)] = word == first.first ? first.second : second.second;
    }
    return true;
}

Result<void> parseReading(const Json &json, TableProfile &table)
{
    if (const std::string stage = textAt(json, "created_in"); !stage.empty()) {
        const auto id = domain::StageId::parse(stage);
        if (!id)
            return bad("tables.created_in", "a stage's id");
        table.createdIn = *id;
    }
    if (!readWays<DateOrder>(json, "date_order", {"dmy", DateOrder::DayFirst}, {"mdy", DateOrder::MonthFirst}, table.dateOrders))
        return bad("tables.date_order", "dmy or mdy");
    if (!readWays<DecimalSign>(json, "decimal_sign", {"point", DecimalSign::Point}, {"comma", DecimalSign::Comma},
                               table.decimalSigns))
        return bad("tables.decimal_sign", "point or comma");
    return {};
}

Result<TableProfile> parseTable(const Json &json)
{
    TableProfile table;
    const auto role = roleNamed(textAt(json, "role"));
    const auto amount = amountKnown(json);
    if (!role)
        return bad("tables.role", "a table has a role that we know");
    if (!amount)
        return tl::unexpected(amount.error());
    table.role = *role;
    table.called = textAt(json, "called");
    table.amountKnown = *amount;
    for (const std::string &entry : textsAt(json, "identify"))
        table.identify.push_back(alternatives(entry));
    for (const auto &[header, meaning] : objectAt(json, "columns").items()) {
        const auto known = meaningNamed(meaning.is_string() ? meaning.get<std::string>() : std::string());
        if (!known)
            return bad("columns." + header, "a column says something that we know");
        table.columns.emplace_back(headerKey(header), *known);
    }
    for (const auto &[header, reason] : objectAt(json, "ignore").items())
        table.ignored.emplace_back(headerKey(header), reason.is_string() ? reason.get<std::string>() : std::string());
    for (const auto &[meaning, value] : objectAt(json, "constants").items()) {
        const auto known = meaningNamed(meaning);
        if (!known || !value.is_string())
            return bad("constants." + meaning, "a constant is a text for a meaning that we know");
        table.constants[*known] = value.get<std::string>();
    }
    if (const auto reading = parseReading(json, table); !reading)
        return tl::unexpected(reading.error());
    table.shape = textsAt(json, "shape");
    table.positions = textsAt(json, "positions");
    table.keepRest = flagAt(json, "keep_rest", true);
    if (table.identify.empty() || table.shape.size() != table.positions.size())
        return bad("tables.identify", "a table names what identifies it, and a name for each column of its shape");
    return table;
}

domain::Label labelOf(const Json &json)
{
    const Json &label = objectAt(json, "name");
    return {textAt(label, "en"), textAt(label, "zh")};
}

Result<domain::Pipeline> parsePipeline(const Json &json)
{
    const auto id = domain::PipelineId::parse(textAt(json, "id"));
    const auto stages = json.find("stages");
    if (!id || stages == json.end() || !stages->is_array() || stages->empty())
        return bad("pipeline", "a pipeline has an id and stages");
    domain::Pipeline pipeline{*id, labelOf(json), {}};
    for (const Json &one : *stages) {
        const auto stageId = domain::StageId::parse(textAt(one, "id"));
        if (!stageId)
            return bad("pipeline.stages.id", "a stage has an id");
        domain::Stage stage{*stageId, labelOf(one)};
        const bool days = readDays(one, "limit_days", 0.01, stage.limitDays) && readDays(one, "stale_days", 0.01, stage.staleDays)
                          && readDays(one, "remaining_days", 0, stage.remainingDays);
        if (!days)
            return bad("pipeline.stages." + stageId->text(), "days are a number up to 3660, above zero");
        stage.signedFromHere = flagAt(one, "signed_from_here", false);
        pipeline.stages.push_back(std::move(stage));
    }
    return pipeline;
}

Result<void> parseValues(const Json &json, Profile &profile)
{
    for (const auto &[stage, target] : objectAt(json, "stages").items())
        profile.stages[foldCase(stage)] = target.is_string() ? target.get<std::string>() : std::string();
    for (const auto &[meaning, spellings] : objectAt(json, "values").items()) {
        const auto known = meaningNamed(meaning);
        if (!known || !spellings.is_object())
            return bad("values." + meaning, "spellings are given for a meaning that we know");
        for (const auto &[from, to] : spellings.items())
            profile.values[*known][from] = to.is_string() ? to.get<std::string>() : std::string();
    }
    return {};
}

} // namespace

Result<Profile> parseProfile(std::string_view json)
{
    const Json document = Json::parse(json, nullptr, false);
    if (!document.is_object())
        return bad("", "a profile is a JSON object");
    Profile profile;
    profile.id = textAt(document, "id");
    profile.title = textAt(document, "title");
    profile.generic = flagAt(document, "generic", false);
    profile.prefix = textAt(document, "prefix");
    profile.owner = textAt(document, "owner");
    profile.placeholders = textsAt(document, "placeholders");
    profile.customerFromDeal = flagAt(document, "customer_from_deal", false);
    if (const std::string code = textAt(document, "currency"); !code.empty()) {
        const auto currency = support::Currency::parse(code);
        if (!currency)
            return bad("currency", currency.error().detail);
        profile.currency = *currency;
    }
    if (const auto values = parseValues(document, profile); !values)
        return tl::unexpected(values.error());
    if (document.contains("pipeline")) {
        auto pipeline = parsePipeline(objectAt(document, "pipeline"));
        if (!pipeline)
            return tl::unexpected(pipeline.error());
        profile.pipeline = *std::move(pipeline);
    }
    const auto tables = document.find("tables");
    if (profile.id.empty() || tables == document.end() || !tables->is_array() || tables->empty())
        return bad("tables", "a profile has an id and tables");
    for (const Json &one : *tables) {
        auto table = parseTable(one);
        if (!table)
            return tl::unexpected(table.error());
        profile.tables.push_back(*std::move(table));
    }
    return profile;
}

Result<Profiles> parseProfiles(std::span<const std::string_view> documents)
{
    Profiles profiles;
    for (const std::string_view document : documents) {
        auto profile = parseProfile(document);
        if (!profile)
            return tl::unexpected(profile.error());
        profiles.push_back(*std::move(profile));
    }
    return profiles;
}

} // namespace exchange
