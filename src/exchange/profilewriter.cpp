// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profilewriter.h"

#include "exchange/textcell.h"

#include <nlohmann/json.hpp>

namespace exchange {

using Json = nlohmann::ordered_json;

namespace {

std::string_view word(AmountKnown known)
{
    switch (known) {
    case AmountKnown::AtCreation: return "at_creation";
    case AmountKnown::AtLastChange: return "at_last_change";
    case AmountKnown::AtClose: break;
    }
    return "at_close";
}

Json labelOf(const domain::Label &label)
{
    return {{"en", label.en}, {"zh", label.zh}};
}

Json pipelineOf(const domain::Pipeline &pipeline)
{
    Json stages = Json::array();
    for (const domain::Stage &stage : pipeline.stages)
        stages.push_back({{"id", stage.id.text()},
                          {"name", labelOf(stage.name)},
                          {"limit_days", stage.limitDays},
                          {"stale_days", stage.staleDays},
                          {"remaining_days", stage.remainingDays},
                          {"signed_from_here", stage.signedFromHere}});
    return {{"id", pipeline.id.text()}, {"name", labelOf(pipeline.name)}, {"stages", std::move(stages)}};
}

Json tableOf(const TableUse &table)
{
    Json identify = Json::array();
    Json columns = Json::object();
    Json ignored = Json::object();
    for (const ColumnUse &column : table.columns) {
        if (column.header.empty() || column.meaning == Meaning::Custom)
            continue;
        if (column.meaning == Meaning::Ignored) {
            ignored[column.header] = column.reason;
            continue;
        }
        columns[column.header] = name(column.meaning);
        identify.push_back(column.header);
    }
    Json out{{"role", name(table.role)}, {"identify", std::move(identify)}, {"columns", std::move(columns)}};
    if (!ignored.empty())
        out["ignore"] = std::move(ignored);
    if (table.amountKnown != AmountKnown::AtLastChange)
        out["amount_known"] = word(table.amountKnown);
    if (table.createdIn)
        out["created_in"] = table.createdIn->text();
    for (const auto &[meaning, value] : table.constants)
        out["constants"][std::string(name(meaning))] = value;
    return out;
}

Json stagesOf(const ImportPlan &plan)
{
    Json stages = Json::object();
    for (const auto &[stage, target] : plan.recognition.profile->stages)
        stages[stage] = target;
    for (const Question &question : plan.recognition.questions) {
        if (question.code == QuestionCode::Stage && plan.answers.contains(question.key()))
            stages[foldCase(question.subject)] = plan.answer(question);
    }
    return stages;
}

Json currencyOf(const ImportPlan &plan)
{
    const auto answered = plan.answers.find(std::string(name(QuestionCode::Currency)));
    if (answered != plan.answers.end())
        return answered->second;
    const auto &currency = plan.recognition.profile->currency;
    return currency ? Json(currency->text()) : Json();
}

} // namespace

std::string profileOf(const ImportPlan &plan, std::string_view id)
{
    const Profile &profile = *plan.recognition.profile;
    Json out{{"id", id}, {"title", id}, {"prefix", profile.prefix}, {"customer_from_deal", profile.customerFromDeal}};
    if (Json currency = currencyOf(plan); !currency.is_null())
        out["currency"] = std::move(currency);
    out["placeholders"] = profile.placeholders;
    out["stages"] = stagesOf(plan);
    for (const auto &[meaning, spellings] : profile.values) {
        for (const auto &[from, to] : spellings)
            out["values"][std::string(name(meaning))][from] = to;
    }
    if (profile.pipeline)
        out["pipeline"] = pipelineOf(*profile.pipeline);
    out["tables"] = Json::array();
    for (const TableUse &table : plan.recognition.tables) {
        if (Json one = tableOf(table); !one["columns"].empty())
            out["tables"].push_back(std::move(one));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace exchange
