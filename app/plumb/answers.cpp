// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/answers.h"

#include "app/plumb/output.h"
#include "app/plumb/table.h"

#include <algorithm>

namespace plumb {

using exchange::Question;
using exchange::QuestionCode;
using support::ErrorCode;
using support::failure;

namespace {

/// A choice, with the name that people know a stage by.
std::string named(const Question &question, const std::string &choice, const exchange::Profile &profile)
{
    if (question.code != QuestionCode::Stage || !profile.pipeline)
        return choice;
    const auto &stages = profile.pipeline->stages;
    const auto stage = std::ranges::find(stages, choice, [](const domain::Stage &one) { return one.id.text(); });
    return stage == stages.end() ? choice : fmt::format("{} ({})", choice, shown(stage->name));
}

std::string allowed(const Question &question, const exchange::Profile &profile)
{
    if (question.code == QuestionCode::RowTime)
        return "a day, as 2026-03-01";
    std::string text;
    for (const std::string &choice : question.choices)
        text += (text.empty() ? "one of " : ", ") + named(question, choice, profile);
    if (question.code == QuestionCode::Currency)
        return text + ", or another currency's code";
    return question.code == QuestionCode::Owner ? text + ", or a person's id" : text;
}

bool mayBe(const Question &question, const std::string &value)
{
    switch (question.code) {
    case QuestionCode::RowTime: return support::parseDate(value).has_value();
    case QuestionCode::Currency: return support::Currency::parse(value).has_value();
    case QuestionCode::Owner: return domain::PersonId::parse(value).has_value();
    case QuestionCode::DateOrder:
    case QuestionCode::DecimalSign:
    case QuestionCode::Stage:
    case QuestionCode::Encoding: break;
    }
    return std::ranges::find(question.choices, value) != question.choices.end();
}

std::string keysOf(const std::vector<Question> &questions)
{
    std::string text;
    for (const Question &question : questions)
        text += (text.empty() ? "what can be answered here: " : ", ") + question.key();
    return text.empty() ? "these files ask nothing" : text;
}

} // namespace

support::Result<void> takeAnswers(const std::vector<std::string> &answers, exchange::ImportPlan &plan)
{
    const std::vector<Question> &questions = plan.recognition.questions;
    for (const std::string &answer : answers) {
        const std::size_t sign = answer.rfind('=');
        if (sign == std::string::npos)
            return failure(ErrorCode::BadSyntax, answer, "an answer is written KEY=VALUE");
        const std::string key = answer.substr(0, sign);
        const std::string value = answer.substr(sign + 1);
        const auto question = std::ranges::find(questions, key, &Question::key);
        if (question == questions.end())
            return failure(ErrorCode::BadChoice, key, keysOf(questions));
        if (!mayBe(*question, value))
            return failure(ErrorCode::BadChoice, value, key + " is " + allowed(*question, *plan.recognition.profile));
        plan.answers[key] = value;
    }
    return {};
}

support::Result<void> takeMerges(const std::vector<std::string> &merges, exchange::ImportPlan &plan)
{
    for (const std::string &merge : merges) {
        const std::size_t sign = merge.find('=');
        if (sign == 0 || sign == std::string::npos || sign + 1 == merge.size())
            return failure(ErrorCode::BadSyntax, merge, "a merge is written ID=ID, the customer and the one that it is");
        plan.merges[merge.substr(0, sign)] = merge.substr(sign + 1);
    }
    return {};
}

void tellAssumed(const exchange::ImportPlan &plan, bool dryRun)
{
    for (const Question &question : plan.recognition.questions) {
        if (plan.answers.contains(question.key()))
            continue;
        std::string where = question.rows == 0 ? "" : " in " + counted(question.rows, "row");
        if (!question.example.empty() && question.example != question.subject)
            where += fmt::format(" (example {})", question.example);
        sayError("assumed: {0}={1}{2}; if that is wrong, {3} with --answer '{0}=VALUE': {4}\n", question.key(), question.standard,
                 where, dryRun ? "import" : "undo this import (--undo), then import again",
                 allowed(question, *plan.recognition.profile));
    }
}

} // namespace plumb
