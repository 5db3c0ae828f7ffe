// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/importwords.h"

#include "ui/models/personwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ui::Import", text);
}

struct Named {
    std::string_view code;
    const char *text;
};

template <std::size_t N>
QString find(const std::array<Named, N> &table, std::string_view code)
{
    for (const Named &one : table) {
        if (one.code == code)
            return words(one.text);
    }
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

constexpr std::array<Named, 25> reasons{{
    {"unclosed_quote", QT_TRANSLATE_NOOP("ui::Import", "A quotation mark is opened and never closed")},
    {"too_many_cells", QT_TRANSLATE_NOOP("ui::Import", "The row has more cells than the header")},
    {"cut_off", QT_TRANSLATE_NOOP("ui::Import", "The file ends in the middle of the row")},
    {"bad_bytes", QT_TRANSLATE_NOOP("ui::Import", "The row holds bytes that are no text")},
    {"too_long", QT_TRANSLATE_NOOP("ui::Import", "The row is too long")},
    {"missing", QT_TRANSLATE_NOOP("ui::Import", "A cell that is needed is empty")},
    {"bad_date", QT_TRANSLATE_NOOP("ui::Import", "This is no day of the calendar")},
    {"bad_amount", QT_TRANSLATE_NOOP("ui::Import", "This is no amount")},
    {"bad_text", QT_TRANSLATE_NOOP("ui::Import", "This text is too long or holds control characters")},
    {"bad_currency", QT_TRANSLATE_NOOP("ui::Import", "This is no currency")},
    {"bad_number", QT_TRANSLATE_NOOP("ui::Import", "This is no number")},
    {"unknown_stage", QT_TRANSLATE_NOOP("ui::Import", "No stage is called like this")},
    {"repeated_id", QT_TRANSLATE_NOOP("ui::Import", "Another row has this id already")},
    {"unknown_deal", QT_TRANSLATE_NOOP("ui::Import", "The deal that it belongs to is not there")},
    {"unknown_party", QT_TRANSLATE_NOOP("ui::Import", "The contact or lead that it is about is in none of these files")},
    {"inconsistent", QT_TRANSLATE_NOOP("ui::Import", "What the row says does not go together")},
    {"future_date", QT_TRANSLATE_NOOP("ui::Import", "This day is still to come, and the cell says what has happened")},
    {"future_close", QT_TRANSLATE_NOOP("ui::Import", "The deal is closed, and the day it was to close on is still to come")},
    {"negative_amount", QT_TRANSLATE_NOOP("ui::Import", "An amount is not below zero")},
    {"name_shared", QT_TRANSLATE_NOOP("ui::Import", "Several things of the workspace are called like this")},
    {"doubtful_amount", QT_TRANSLATE_NOOP("ui::Import", "This amount may have thousands or thousandths")},
    {"too_few_cells", QT_TRANSLATE_NOOP("ui::Import", "The row ends before this column; of the header's columns it has %1")},
    {"damaged", QT_TRANSLATE_NOOP("ui::Import", "The workbook is damaged here or holds other bytes than were written")},
    {"totals_row", QT_TRANSLATE_NOOP("ui::Import", "The row sums up others and is no deal")},
    {"error_value", QT_TRANSLATE_NOOP("ui::Import", "The cell shows an error of the spreadsheet and no value")},
}};

constexpr std::array<Named, 25> remedies{{
    {"unclosed_quote", QT_TRANSLATE_NOOP("ui::Import", "Close the quotation mark")},
    {"too_many_cells", QT_TRANSLATE_NOOP("ui::Import", "Put the cell with the delimiter in quotation marks")},
    {"cut_off", QT_TRANSLATE_NOOP("ui::Import", "Export the file again, to its end")},
    {"bad_bytes", QT_TRANSLATE_NOOP("ui::Import", "Save the file as UTF-8")},
    {"too_long", QT_TRANSLATE_NOOP("ui::Import", "Split the row")},
    {"missing", QT_TRANSLATE_NOOP("ui::Import", "Fill the cell")},
    {"bad_date", QT_TRANSLATE_NOOP("ui::Import", "Write the date like 2026-03-01")},
    {"bad_amount", QT_TRANSLATE_NOOP("ui::Import", "Write the amount like 128000.50")},
    {"bad_text", QT_TRANSLATE_NOOP("ui::Import", "Shorten or clean the text")},
    {"bad_currency", QT_TRANSLATE_NOOP("ui::Import", "Write the currency like CNY")},
    {"bad_number", QT_TRANSLATE_NOOP("ui::Import", "Write a plain number")},
    {"unknown_stage", QT_TRANSLATE_NOOP("ui::Import", "Say which stage it is, in the step before")},
    {"repeated_id", QT_TRANSLATE_NOOP("ui::Import", "Keep one row of this id")},
    {"unknown_deal", QT_TRANSLATE_NOOP("ui::Import", "Import the deal too")},
    {"unknown_party", QT_TRANSLATE_NOOP("ui::Import", "Import the file that has the contact or lead together with this one")},
    {"inconsistent", QT_TRANSLATE_NOOP("ui::Import", "Correct the row")},
    {"future_date", QT_TRANSLATE_NOOP("ui::Import", "Write the day on which it happened")},
    {"future_close", QT_TRANSLATE_NOOP("ui::Import", "Write the day on which it was closed")},
    {"negative_amount", QT_TRANSLATE_NOOP("ui::Import", "Write what the deal is worth")},
    {"name_shared", QT_TRANSLATE_NOOP("ui::Import", "Give the id too, in a column of its own")},
    {"doubtful_amount", QT_TRANSLATE_NOOP("ui::Import", "Say whether the point groups the digits, in the step before")},
    {"too_few_cells", QT_TRANSLATE_NOOP("ui::Import", "Complete the row, or export the file again")},
    {"damaged", QT_TRANSLATE_NOOP("ui::Import", "Export the workbook again and import that")},
    {"totals_row", QT_TRANSLATE_NOOP("ui::Import", "Delete the row, or give the deal an id")},
    {"error_value", QT_TRANSLATE_NOOP("ui::Import", "Correct the formula, or write the value")},
}};

constexpr std::array<Named, 32> facts{{
    {"team", QT_TRANSLATE_NOOP("ui::Import", "Team")},
    {"person", QT_TRANSLATE_NOOP("ui::Import", "Person")},
    {"membership", QT_TRANSLATE_NOOP("ui::Import", "Membership")},
    {"customer", QT_TRANSLATE_NOOP("ui::Import", "Customer")},
    {"contact", QT_TRANSLATE_NOOP("ui::Import", "Contact")},
    {"product", QT_TRANSLATE_NOOP("ui::Import", "Product")},
    {"lead", QT_TRANSLATE_NOOP("ui::Import", "Lead")},
    {"deal", QT_TRANSLATE_NOOP("ui::Import", "Deal")},
    {"event.stage", QT_TRANSLATE_NOOP("ui::Import", "Stage change")},
    {"event.amount", QT_TRANSLATE_NOOP("ui::Import", "Amount")},
    {"event.close_date", QT_TRANSLATE_NOOP("ui::Import", "Close date")},
    {"event.owner", QT_TRANSLATE_NOOP("ui::Import", "Owner")},
    {"event.category", QT_TRANSLATE_NOOP("ui::Import", "Forecast category")},
    {"event.field", QT_TRANSLATE_NOOP("ui::Import", "Field")},
    {"event.role", QT_TRANSLATE_NOOP("ui::Import", "Role")},
    {"event.check", QT_TRANSLATE_NOOP("ui::Import", "Checklist")},
    {"event.next_step", QT_TRANSLATE_NOOP("ui::Import", "Next step")},
    {"event.won", QT_TRANSLATE_NOOP("ui::Import", "Won")},
    {"event.lost", QT_TRANSLATE_NOOP("ui::Import", "Lost")},
    {"event.reopened", QT_TRANSLATE_NOOP("ui::Import", "Reopened")},
    {"event.payment", QT_TRANSLATE_NOOP("ui::Import", "Payment")},
    {"event.override", QT_TRANSLATE_NOOP("ui::Import", "Gate overridden")},
    {"event.verdict", QT_TRANSLATE_NOOP("ui::Import", "Verdict on evidence")},
    {"activity", QT_TRANSLATE_NOOP("ui::Import", "Activity")},
    {"evidence", QT_TRANSLATE_NOOP("ui::Import", "Evidence")},
    {"target", QT_TRANSLATE_NOOP("ui::Import", "Target")},
    {"assessment", QT_TRANSLATE_NOOP("ui::Import", "Assessment")},
    {"article", QT_TRANSLATE_NOOP("ui::Import", "Article")},
    {"task", QT_TRANSLATE_NOOP("ui::Import", "Task")},
    {"flag", QT_TRANSLATE_NOOP("ui::Import", "Flag decision")},
    {"playbook", QT_TRANSLATE_NOOP("ui::Import", "Playbook")},
    {"merge", QT_TRANSLATE_NOOP("ui::Import", "Customers that are one")},
}};

constexpr std::array<Named, 35> notes{{
    {"no_rows", QT_TRANSLATE_NOOP("ui::Import", "“%1” has a header and no rows: there is nothing in it to import")},
    {"value_replaced", QT_TRANSLATE_NOOP("ui::Import", "Spelling replaced in “%1”: %2")},
    {"placeholder", QT_TRANSLATE_NOOP("ui::Import", "Placeholder read as empty in “%1”: %2")},
    {"row_unwrapped", QT_TRANSLATE_NOOP("ui::Import", "Row with a second pair of quotation marks unwrapped")},
    {"row_repeated", QT_TRANSLATE_NOOP("ui::Import", "Row that repeats another one passed over")},
    {"deal_without_customer",
     QT_TRANSLATE_NOOP("ui::Import", "Deal without a customer: it gets one of its own, named like the deal")},
    {"customer_from_lead", QT_TRANSLATE_NOOP("ui::Import", "Customer taken from the lead")},
    {"creation_assumed", QT_TRANSLATE_NOOP("ui::Import", "Day of creation assumed: %1")},
    {"closed_before_created", QT_TRANSLATE_NOOP("ui::Import", "Closed before it was created: creation moved back")},
    {"closed_assumed", QT_TRANSLATE_NOOP("ui::Import", "Closed deal without a day: %1 assumed")},
    {"closed_when_planned", QT_TRANSLATE_NOOP("ui::Import", "Closed deal without a day: the planned one assumed")},
    {"closed_when_changed", QT_TRANSLATE_NOOP("ui::Import", "Closed deal without a day: that of its last change assumed")},
    {"row_older",
     QT_TRANSLATE_NOOP("ui::Import",
                       "Row without a time of change that says what was told before what stands now: passed over (%1)")},
    {"deal_missing",
     QT_TRANSLATE_NOOP("ui::Import", "Deal that is open here and not in the files stays open: deleted or renamed? %1")},
    {"merged_before", QT_TRANSLATE_NOOP("ui::Import", "Customer “%1” was merged into “%2” by an import before and still is")},
    {"merge_forgotten", QT_TRANSLATE_NOOP("ui::Import", "Merge of “%1” into “%2” holds for this import only: too long an id")},
    {"deal_deleted", QT_TRANSLATE_NOOP("ui::Import", "Deal marked “%1” in the other system: left out")},
    {"owner_assumed", QT_TRANSLATE_NOOP("ui::Import", "Owner assumed: %1")},
    {"stage_kept", QT_TRANSLATE_NOOP("ui::Import", "Stage “%1” not known: a deal that the workspace knows stays in its own")},
    {"stage_seen", QT_TRANSLATE_NOOP("ui::Import", "Day of entering the stage not told: known to be there on %1")},
    {"stage_assumed", QT_TRANSLATE_NOOP("ui::Import", "Stage “%1” taken as %2")},
    {"word_unknown", QT_TRANSLATE_NOOP("ui::Import", "Unknown word in “%1”: %2")},
    {"way_untold", QT_TRANSLATE_NOOP("ui::Import", "Stages before the present one not known")},
    {"time_assumed", QT_TRANSLATE_NOOP("ui::Import", "Time assumed for %1: %2")},
    {"currency_assumed", QT_TRANSLATE_NOOP("ui::Import", "Amount without a currency: %1 assumed")},
    {"name_shared", QT_TRANSLATE_NOOP("ui::Import", "“%1” is the name of several, and none was chosen: %2")},
    {"history_stops", QT_TRANSLATE_NOOP("ui::Import", "History stops before its deal: “%1” taken from the deal's row")},
    {"amount_rounded", QT_TRANSLATE_NOOP("ui::Import", "Amount in “%1” rounded to what %2 has digits for")},
    {"date_orders_differ", QT_TRANSLATE_NOOP("ui::Import", "Dates with the day first in “%1”, with the month first in “%2”")},
    {"customer_unnamed",
     QT_TRANSLATE_NOOP("ui::Import", "Customer called by its id, since no file here names it: import “%1” too")},
    {"person_unnamed", QT_TRANSLATE_NOOP("ui::Import", "Person called by an id, since no file here names them: import “%1” too")},
    {"product_unnamed",
     QT_TRANSLATE_NOOP("ui::Import", "Product called by its id, since no file here names it: import “%1” too")},
    {"customer_nameless", QT_TRANSLATE_NOOP("ui::Import", "Customer called by its id, since nothing in the files names it")},
    {"person_nameless", QT_TRANSLATE_NOOP("ui::Import", "Person called by an id, since nothing in the files names them")},
    {"product_nameless", QT_TRANSLATE_NOOP("ui::Import", "Product called by its id, since nothing in the files names it")},
}};

constexpr std::array<Named, 9> choices{{
    {"dmy", QT_TRANSLATE_NOOP("ui::Import", "Day first (31/12)")},
    {"mdy", QT_TRANSLATE_NOOP("ui::Import", "Month first (12/31)")},
    {"point", QT_TRANSLATE_NOOP("ui::Import", "Decimals after a point (1,234.5)")},
    {"comma", QT_TRANSLATE_NOOP("ui::Import", "Decimals after a comma (1.234,5)")},
    {"won", QT_TRANSLATE_NOOP("ui::Import", "Won")},
    {"lost", QT_TRANSLATE_NOOP("ui::Import", "Lost")},
    {"ignore", QT_TRANSLATE_NOOP("ui::Import", "Is no stage")},
    {"deleted", QT_TRANSLATE_NOOP("ui::Import", "Deleted: leave such deals out")},
    {"unassigned", QT_TRANSLATE_NOOP("ui::Import", "Nobody yet")},
}};

/// Why a profile leaves a column out: not to be taken for anything else without thinking twice.
constexpr std::array<Named, 5> leftOut{{
    {"leak", QT_TRANSLATE_NOOP("ui::Import", "Known only after the outcome")},
    {"derived", QT_TRANSLATE_NOOP("ui::Import", "Follows from other columns")},
    {"system", QT_TRANSLATE_NOOP("ui::Import", "The other system's own bookkeeping")},
    {"constant", QT_TRANSLATE_NOOP("ui::Import", "The same in every row")},
    {"not_of_the_stage", QT_TRANSLATE_NOOP("ui::Import", "Not about this stage")},
}};

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',': return words(QT_TRANSLATE_NOOP("ui::Import", "comma"));
    case ';': return words(QT_TRANSLATE_NOOP("ui::Import", "semicolon"));
    case '\t': return words(QT_TRANSLATE_NOOP("ui::Import", "tab"));
    default: return QString(QLatin1Char(delimiter));
    }
}

const char *questionText(exchange::QuestionCode code)
{
    switch (code) {
    case exchange::QuestionCode::DateOrder:
        return QT_TRANSLATE_NOOP("ui::Import", "In “%1”, does the day or the month come first?");
    case exchange::QuestionCode::DecimalSign:
        return QT_TRANSLATE_NOOP("ui::Import", "In “%1”, which sign stands before the decimals?");
    case exchange::QuestionCode::Currency: return QT_TRANSLATE_NOOP("ui::Import", "Which currency are amounts without one in?");
    case exchange::QuestionCode::Owner: return QT_TRANSLATE_NOOP("ui::Import", "Whose are the deals without an owner?");
    case exchange::QuestionCode::RowTime: return QT_TRANSLATE_NOOP("ui::Import", "On which day did the rows of “%1” hold?");
    case exchange::QuestionCode::Stage: return QT_TRANSLATE_NOOP("ui::Import", "What does the stage “%1” stand for?");
    case exchange::QuestionCode::Encoding: return QT_TRANSLATE_NOOP("ui::Import", "In which encoding is “%1” written?");
    }
    return "";
}

QString stageText(const std::string &stage, const StageNames &stages)
{
    const auto named = stages.find(stage);
    return named == stages.end() ? find(choices, stage) : named->second;
}

/// Where the subject is a word of the format, what the interface calls it.
QString subjectOf(const exchange::Note &note)
{
    if (note.code == "word_unknown") {
        const auto meaning = exchange::meaningNamed(note.subject);
        return meaning ? word(*meaning) : qstring(note.subject);
    }
    if (note.code == "time_assumed")
        return factName(note.subject);
    return note.code == "owner_assumed" ? personName(note.subject) : qstring(note.subject);
}

} // namespace

QString sentence(const Format &format, const exchange::Question &question)
{
    const QString text = words(questionText(question.code));
    QString asked = text.contains(QLatin1String("%1")) ? text.arg(qstring(question.subject)) : text;
    if (question.rows > 0)
        asked = words(QT_TRANSLATE_NOOP("ui::Import", "%1 Rows that hang on it: %2."))
                    .arg(asked, format.count(static_cast<qint64>(question.rows)));
    return question.example.empty() || question.example == question.subject
               ? asked
               : words(QT_TRANSLATE_NOOP("ui::Import", "%1 For example: %2")).arg(asked, qstring(question.example));
}

StageNames stageNames(const Format &format, const domain::Playbook &playbook, const workbench::ImportJob &job)
{
    StageNames names;
    const auto take = [&](const domain::Pipeline &pipeline) {
        for (const domain::Stage &stage : pipeline.stages)
            names.emplace(stage.id.text(), format.label(stage.name));
    };
    const exchange::Profile *profile = job.plan().recognition.profile;
    if (profile != nullptr && profile->pipeline)
        take(*profile->pipeline);
    std::ranges::for_each(playbook.pipelines, take);
    return names;
}

QString choiceText(exchange::QuestionCode code, const std::string &choice, const StageNames &stages)
{
    if (code == exchange::QuestionCode::Encoding)
        return qstring(choice);
    return code == exchange::QuestionCode::Stage ? stageText(choice, stages) : find(choices, choice);
}

bool takesOtherAnswers(exchange::QuestionCode code)
{
    switch (code) {
    case exchange::QuestionCode::Currency:
    case exchange::QuestionCode::Owner:
    case exchange::QuestionCode::RowTime: return true;
    case exchange::QuestionCode::DateOrder:
    case exchange::QuestionCode::DecimalSign:
    case exchange::QuestionCode::Stage:
    case exchange::QuestionCode::Encoding: return false;
    }
    return false;
}

QString word(exchange::TableRole role)
{
    switch (role) {
    case exchange::TableRole::People: return words(QT_TRANSLATE_NOOP("ui::Import", "people"));
    case exchange::TableRole::Products: return words(QT_TRANSLATE_NOOP("ui::Import", "products"));
    case exchange::TableRole::Customers: return words(QT_TRANSLATE_NOOP("ui::Import", "customers"));
    case exchange::TableRole::Contacts: return words(QT_TRANSLATE_NOOP("ui::Import", "contacts"));
    case exchange::TableRole::Leads: return words(QT_TRANSLATE_NOOP("ui::Import", "leads"));
    case exchange::TableRole::Deals: return words(QT_TRANSLATE_NOOP("ui::Import", "deals"));
    case exchange::TableRole::History: return words(QT_TRANSLATE_NOOP("ui::Import", "stage history"));
    case exchange::TableRole::Activities: return words(QT_TRANSLATE_NOOP("ui::Import", "activities"));
    }
    return {};
}

QString word(exchange::DuplicateReason reason)
{
    switch (reason) {
    case exchange::DuplicateReason::SameName: return words(QT_TRANSLATE_NOOP("ui::Import", "same name"));
    case exchange::DuplicateReason::SameLegalForm:
        return words(QT_TRANSLATE_NOOP("ui::Import", "same name but for the legal form"));
    case exchange::DuplicateReason::OneLetter: return words(QT_TRANSLATE_NOOP("ui::Import", "one letter differs"));
    case exchange::DuplicateReason::SamePhone: return words(QT_TRANSLATE_NOOP("ui::Import", "same phone number"));
    case exchange::DuplicateReason::SameDomain: return words(QT_TRANSLATE_NOOP("ui::Import", "same mail domain"));
    }
    return {};
}

QString leftOutText(const std::string &reason)
{
    const bool known = std::ranges::find(leftOut, reason, &Named::code) != leftOut.end();
    return known ? find(leftOut, reason) : QString();
}

QString tableText(const Format &format, const exchange::TableUse &table, std::span<const exchange::Meaning> meanings)
{
    const auto known = std::ranges::count_if(meanings, [](exchange::Meaning meaning) {
        return meaning != exchange::Meaning::Custom && meaning != exchange::Meaning::Ignored;
    });
    QStringList parts{words(QT_TRANSLATE_NOOP("ui::Import", "%1 rows")).arg(format.count(static_cast<qint64>(table.rows))),
                      words(QT_TRANSLATE_NOOP("ui::Import", "%1 of %2 columns known")).arg(known).arg(table.columns.size())};
    if (table.file.workbook)
        parts += words(QT_TRANSLATE_NOOP("ui::Import", "sheet “%1”")).arg(qstring(table.file.sheetName));
    else {
        const std::string_view encoding = exchange::name(table.file.dialect.encoding);
        parts += QString::fromLatin1(encoding.data(), static_cast<qsizetype>(encoding.size()));
        parts += delimiterName(table.file.dialect.delimiter);
    }
    return parts.join(QString::fromUtf8(" · "));
}

QString refusalText(const std::string &reason)
{
    return find(reasons, reason);
}

QString remedyText(const std::string &reason)
{
    const bool known = std::ranges::find(remedies, reason, &Named::code) != remedies.end();
    return known ? find(remedies, reason) : QString();
}

QString factName(const std::string &type)
{
    return find(facts, type);
}

QString noteText(const exchange::Note &note, const StageNames &stages)
{
    QString text = find(notes, note.code);
    const bool ofStage = note.code == "stage_assumed";
    for (const QString &part : {subjectOf(note), ofStage ? stageText(note.detail, stages) : qstring(note.detail)}) {
        if (text.contains(QLatin1String("%1")) || text.contains(QLatin1String("%2")))
            text = text.arg(part);
    }
    return text;
}

} // namespace ui
