// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profilewriter.h"

#include "exchange/standins.h"
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

std::string answerFor(const ImportPlan &plan, QuestionCode code, const std::string &header)
{
    const auto answered = plan.answers.find(Question{code, header, {}, {}, {}}.key());
    return answered == plan.answers.end() ? std::string() : answered->second;
}

/// How the dates of `column` were written, in this file or by what was said of it; empty where nobody knows.
std::string dateOrderOf(const ImportPlan &plan, const ColumnUse &column)
{
    const std::string answer = answerFor(plan, QuestionCode::DateOrder, column.header);
    const auto order = column.order ? column.order : column.usualOrder;
    if (!order || (!column.order && !answer.empty()))
        return answer;
    return *order == DateOrder::MonthFirst ? "mdy" : "dmy";
}

/// The same of its amounts. The point needs no word, but where somebody said it.
std::string decimalSignOf(const ImportPlan &plan, const ColumnUse &column)
{
    const std::string answer = answerFor(plan, QuestionCode::DecimalSign, column.header);
    if (!answer.empty() || (column.sign == DecimalSign::Point && !column.usualSign))
        return answer;
    return column.sign == DecimalSign::Comma ? "comma" : "point";
}

/// Adds how the dates and amounts of the columns are written that `out` has.
void addWays(const ImportPlan &plan, const TableUse &table, Json &out)
{
    for (const ColumnUse &column : table.columns) {
        if (!out["columns"].contains(column.header))
            continue;
        if (const std::string order = dateOrderOf(plan, column); !order.empty() && holdsDates(column.meaning))
            out["date_order"][column.header] = order;
        if (const std::string sign = decimalSignOf(plan, column); !sign.empty() && holdsMoney(column.meaning))
            out["decimal_sign"][column.header] = sign;
    }
}

Json tableOf(const ImportPlan &plan, const TableUse &table)
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
    addWays(plan, table, out);
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
    const std::string owner = answerFor(plan, QuestionCode::Owner, "");
    if (const std::string &usual = owner.empty() ? profile.owner : owner; !usual.empty() && usual != nobodyId)
        out["owner"] = usual;
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
        if (Json one = tableOf(plan, table); !one["columns"].empty())
            out["tables"].push_back(std::move(one));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace exchange
