// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/importjson.h"

#include "app/plumb/importtext.h"
#include "app/plumb/mapping.h"

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

Json toJson(const exchange::DuplicatePair &pair)
{
    Json reasons = Json::array();
    for (const exchange::DuplicateReason reason : pair.reasons)
        reasons.push_back(name(reason));
    return {{"customer", pair.second},
            {"name", pair.secondName},
            {"may_be", pair.first},
            {"may_be_name", pair.firstName},
            {"reasons", std::move(reasons)}};
}

Json toJson(const exchange::TableUse &table, const std::string &file)
{
    Json columns = Json::array();
    for (const exchange::ColumnUse &column : table.columns) {
        columns.push_back({{"column", column.header}, {"field", name(column.meaning)}});
        if (!column.reason.empty()) {
            columns.back()["reason"] = column.reason;
            columns.back()["reason_text"] = leftOutText(column.reason);
        }
    }
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
    Json groups = Json::array();
    for (const workbench::RefusedGroup &group : report.groups)
        groups.push_back({{"file", group.first.file},
                          {"column", group.first.column},
                          {"reason", group.first.reason},
                          {"refused", group.first.valueOnly ? "value" : "row"},
                          {"first_line", group.first.line},
                          {"count", group.count}});
    Json notes = Json::array();
    for (const auto &[note, count] : report.notes.counts())
        notes.push_back({{"note", note.code},
                         {"subject", note.subject},
                         {"detail", note.detail},
                         {"count", count},
                         {"text", noteText(note)}});
    Json duplicates = Json::array();
    for (const exchange::DuplicatePair &pair : report.duplicates)
        duplicates.push_back(toJson(pair));
    Json questions = Json::array();
    for (const exchange::Question &question : plan.recognition.questions)
        questions.push_back(toJson(question, plan));
    Json unused = Json::array();
    Json unread = Json::array();
    for (const exchange::UnusedTable &table : plan.recognition.unused) {
        unused.push_back(table.name);
        if (table.unread)
            unread.push_back({{"file", table.name}, {"reason", support::name(table.unread->code)}, {"text", unreadText(table)}});
    }
    return {{"import", report.batch == 0 ? Json() : Json(report.batch)},
            {"created", report.created},
            {"updated", report.updated},
            {"unchanged", report.unchanged},
            {"refused", report.refused},
            {"reasons", std::move(reasons)},
            {"notes", std::move(notes)},
            {"left_out", report.leftOut},
            {"repeated", report.repeated},
            {"refused_by_reason", std::move(groups)},
            {"questions", std::move(questions)},
            {"duplicates", std::move(duplicates)},
            {"workspace",
             {{"name", report.into.name},
              {"path", report.into.path.string()},
              {"deals_before", report.into.deals},
              {"sample", report.into.sample}}},
            {"profile", plan.recognition.profile == nullptr ? Json() : Json(plan.recognition.profile->id)},
            {"tables", std::move(tables)},
            {"unused", std::move(unused)},
            {"unread", std::move(unread)}};
}

} // namespace plumb
