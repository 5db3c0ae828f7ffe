// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/importtext.h"

#include "app/plumb/errortext.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plumb {

using exchange::RefusalReason;
using exchange::RefusalWords;

namespace {

RefusalWords words(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::UnclosedQuote: return {"a quotation mark is opened and never closed", "close the quotation mark"};
    case RefusalReason::TooManyCells:
        return {"the row has more cells than the header", "put the cell that holds the delimiter in quotation marks"};
    case RefusalReason::CutOff: return {"the file ends in the middle of the row", "export the file again, to its end"};
    case RefusalReason::BadBytes: return {"the row holds bytes that are no text", "save the file as UTF-8"};
    case RefusalReason::TooLong: return {"the row is longer than 1 MiB", "split the row"};
    case RefusalReason::Missing: return {"a cell that is needed is empty", "fill the cell"};
    case RefusalReason::BadDate: return {"this is no day of the calendar", "write the date like 2026-03-01"};
    case RefusalReason::BadAmount: return {"this is no amount", "write the amount like 128000.50"};
    case RefusalReason::BadText: return {"this text is too long or holds control characters", "shorten or clean the text"};
    case RefusalReason::BadCurrency: return {"this is no currency", "write the currency like CNY"};
    case RefusalReason::BadNumber: return {"this is no number", "write a plain number"};
    case RefusalReason::UnknownStage: return {"no stage is called like this", "say with --answer which stage it is"};
    case RefusalReason::RepeatedId: return {"another row has this id already", "keep one row of this id"};
    case RefusalReason::UnknownDeal: return {"the deal that the row belongs to is not there", "import the deal too"};
    case RefusalReason::UnknownParty:
        return {"the contact or lead that the row is about is in none of these files",
                "import the file that has the contact or lead together with this one"};
    case RefusalReason::Inconsistent: return {"what the row says does not go together", "correct the row"};
    case RefusalReason::FutureDate:
        return {"this day is still to come, and the cell says what has happened", "write the day on which it happened"};
    case RefusalReason::FutureClose:
        return {"the deal is closed, and the day it was to close on is still to come", "write the day on which it was closed"};
    case RefusalReason::NegativeAmount: return {"an amount is not below zero", "write what the deal is worth"};
    case RefusalReason::NameShared:
        return {"several things of the workspace are called like this", "give the id too, in a column of its own"};
    case RefusalReason::DoubtfulAmount:
        return {"this amount may have thousands or thousandths", "say with --answer whether the point groups its digits"};
    case RefusalReason::TooFewCells:
        return {"the row has {} of the header's columns and ends before this one", "complete the row, or export the file again"};
    case RefusalReason::Damaged:
        return {"the workbook is damaged here or holds other bytes than were written",
                "export the workbook again and import that"};
    case RefusalReason::TotalsRow: return {"the row sums up others and is no deal", "delete the row, or give the deal an id"};
    case RefusalReason::ErrorValue:
        return {"the cell shows an error of the spreadsheet and no value", "correct the formula, or write the value"};
    }
    return {};
}

/// "3/12" as people say it.
std::string shareText(std::string share)
{
    const std::size_t of = share.find('/');
    return of == std::string::npos ? share : share.replace(of, 1, " of ");
}

struct Sentence {
    std::string_view code;
    std::string_view text; ///< {0} is the note's subject, {1} its detail
};

constexpr std::array<Sentence, 35> sentences{{
    {"no_rows", "“{0}” has a header and no rows: there is nothing in it to import"},
    {"value_replaced", "spelling replaced in “{0}”: {1}"},
    {"placeholder", "placeholder read as empty in “{0}”: {1}"},
    {"row_unwrapped", "row with a second pair of quotation marks unwrapped"},
    {"row_repeated", "row that repeats another one passed over"},
    {"deal_without_customer", "deal without a customer: it got one of its own, named like the deal"},
    {"customer_from_lead", "customer taken from the deal's lead"},
    {"creation_assumed", "deal without a day of creation: {0} was assumed"},
    {"closed_before_created", "closed before it was created: the creation was moved back"},
    {"closed_assumed", "closed deal without a day: {0} was assumed"},
    {"closed_when_planned", "closed deal without a day: the one planned for it was assumed"},
    {"closed_when_changed", "closed deal without a day: that of its last change was assumed"},
    {"row_older", "row without a time of change that says what was told before what stands now: passed over ({0})"},
    {"deal_missing", "deal that is open here and is not in the files: it stays open; was it deleted or renamed? ({0})"},
    {"merged_before", "the customer “{0}” was merged into “{1}” by an import before: it still is"},
    {"merge_forgotten", "the merge of “{0}” into “{1}” holds for this import only: its id is too long to be kept"},
    {"deal_deleted", "deal that the other system marks “{0}”: left out"},
    {"owner_assumed", "deal without an owner: “{0}” was assumed"},
    {"stage_seen",
     "an open deal's row says neither when it came to its stage nor when it was changed: it is known to be there on {0}"},
    {"stage_assumed", "the stage “{0}” is not known: it was taken as {1}"},
    {"word_unknown", "unknown word in “{0}”: {1}"},
    {"stage_kept", "the stage “{0}” is not known: a deal that the workspace knows stays in the one it is in"},
    {"way_untold", "deal past its first stage: where it stood before is not known"},
    {"time_assumed", "{0} without a day: {1} was assumed"},
    {"currency_assumed", "amount without a currency: {0} was assumed"},
    {"name_shared", "“{0}” is the name of several ({1}): none of them was chosen"},
    {"history_stops", "history that stops before its deal's row does: “{0}” was taken from the row"},
    {"amount_rounded", "amount in “{0}” with finer digits than {1} has: rounded"},
    {"date_orders_differ", "dates are written with the day first in “{0}” and with the month first in “{1}”"},
    {"customer_unnamed", "customer called by its id, since no file here names it: import “{0}” too"},
    {"person_unnamed", "person called by an id, since no file here names them: import “{0}” too"},
    {"product_unnamed", "product called by its id, since no file here names it: import “{0}” too"},
    {"customer_nameless", "customer called by its id, since nothing in the files names it"},
    {"person_nameless", "person called by an id, since nothing in the files names them"},
    {"product_nameless", "product called by its id, since nothing in the files names it"},
}};

} // namespace

RefusalWords refusalWords(const workbench::RefusedLine &line)
{
    if (const auto *reason = std::get_if<RefusalReason>(&line.cause)) {
        RefusalWords found = words(*reason);
        if (*reason == RefusalReason::TooFewCells)
            found.reason = fmt::format(fmt::runtime(found.reason), shareText(line.value));
        return found;
    }
    const Told parts = told({std::get<support::ErrorCode>(line.cause), line.value, line.detail});
    return {parts.detail.empty() ? parts.wrong : parts.wrong + " (" + parts.detail + ')', parts.remedy};
}

std::string unreadText(const exchange::UnusedTable &table)
{
    const std::string text = sentence(*table.unread);
    return table.name == table.unread->subject ? text : table.name + ": " + text;
}

std::string_view reasonText(exchange::DuplicateReason reason)
{
    switch (reason) {
    case exchange::DuplicateReason::SameName: return "same name";
    case exchange::DuplicateReason::SameLegalForm: return "same name but for the legal form";
    case exchange::DuplicateReason::OneLetter: return "one letter differs";
    case exchange::DuplicateReason::SamePhone: return "same phone number";
    case exchange::DuplicateReason::SameDomain: return "same mail domain";
    }
    return "";
}

std::string noteText(const exchange::Note &note)
{
    const auto found = std::ranges::find(sentences, note.code, &Sentence::code);
    if (found == sentences.end())
        return note.code + ' ' + note.subject + ' ' + note.detail;
    return fmt::format(fmt::runtime(found->text), note.subject, note.detail);
}

} // namespace plumb
