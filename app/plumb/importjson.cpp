// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/importjson.h"

#include "app/plumb/importtext.h"

namespace plumb {

namespace {

Json toJson(const workbench::RefusedLine &line)
{
    Json reason{{"file", line.file}, {"line", line.line}, {"reason", line.reason}, {"value", line.value}};
    if (!line.column.empty())
        reason["column"] = line.column;
    if (!line.remedy.empty())
        reason["remedy"] = line.remedy;
    if (!line.detail.empty())
        reason["detail"] = line.detail;
    const exchange::RefusalWords words = refusalWords(line);
    reason["refused"] = line.valueOnly ? "value" : "row";
    reason["reason_text"] = words.reason;
    if (!words.remedy.empty())
        reason["remedy_text"] = words.remedy;
    return reason;
}

Json toJson(const exchange::Question &question, const exchange::ImportPlan &plan)
{
    Json asked{{"question", question.key()},
               {"answer", plan.answer(question)},
               {"assumed", !plan.answers.contains(question.key())},
               {"choices", question.choices}};
    if (question.rows > 0)
        asked["rows"] = question.rows;
    if (!question.example.empty())
        asked["example"] = question.example;
    return asked;
}

Json toJson(const exchange::TableUse &table, const std::string &file)
{
    Json columns = Json::array();
    for (const exchange::ColumnUse &column : table.columns)
        columns.push_back({{"column", column.header}, {"field", name(column.meaning)}});
    return {{"file", file},
            {"sheet", table.file.sheetName.empty() ? Json() : Json(table.file.sheetName)},
            {"table", name(table.role)},
            {"rows", table.rows},
            {"columns", std::move(columns)}};
}

} // namespace

Json toJson(const workbench::ImportReport &report, const workbench::ImportJob &job)
{
    const exchange::ImportPlan &plan = job.plan();
    Json tables = Json::array();
    for (const exchange::TableUse &table : plan.recognition.tables)
        tables.push_back(toJson(table, job.fileOf(table)));

    Json reasons = Json::array();
    for (const workbench::RefusedLine &line : report.reasons)
        reasons.push_back(toJson(line));
    Json notes = Json::array();
    for (const auto &[note, count] : report.notes.counts())
        notes.push_back({{"note", note.code},
                         {"subject", note.subject},
                         {"detail", note.detail},
                         {"count", count},
                         {"text", noteText(note)}});
    Json questions = Json::array();
    for (const exchange::Question &question : plan.recognition.questions)
        questions.push_back(toJson(question, plan));
    return {{"import", report.batch == 0 ? Json() : Json(report.batch)},
            {"created", report.created},
            {"updated", report.updated},
            {"unchanged", report.unchanged},
            {"refused", report.refused},
            {"reasons", std::move(reasons)},
            {"notes", std::move(notes)},
            {"left_out", report.leftOut},
            {"questions", std::move(questions)},
            {"profile", plan.recognition.profile == nullptr ? Json() : Json(plan.recognition.profile->id)},
            {"tables", std::move(tables)}};
}

} // namespace plumb
