// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/refusal.h"

#include <array>

namespace exchange {

namespace {

std::string quoted(std::string_view text)
{
    std::string cell = "\"";
    for (const char c : text) {
        cell += c;
        if (c == '"')
            cell += '"';
    }
    // A cell that starts as a formula would be run by a spreadsheet when the file is opened.
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        cell.insert(1, 1, '\'');
    return cell + '"';
}

} // namespace

std::string_view name(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::UnclosedQuote: return "unclosed_quote";
    case RefusalReason::TooManyCells: return "too_many_cells";
    case RefusalReason::CutOff: return "cut_off";
    case RefusalReason::BadBytes: return "bad_bytes";
    case RefusalReason::TooLong: return "too_long";
    case RefusalReason::Missing: return "missing";
    case RefusalReason::BadDate: return "bad_date";
    case RefusalReason::BadAmount: return "bad_amount";
    case RefusalReason::BadText: return "bad_text";
    case RefusalReason::BadCurrency: return "bad_currency";
    case RefusalReason::BadNumber: return "bad_number";
    case RefusalReason::UnknownStage: return "unknown_stage";
    case RefusalReason::RepeatedId: return "repeated_id";
    case RefusalReason::UnknownDeal: return "unknown_deal";
    case RefusalReason::UnknownParty: return "unknown_party";
    case RefusalReason::Inconsistent: return "inconsistent";
    case RefusalReason::FutureDate: return "future_date";
    case RefusalReason::FutureClose: return "future_close";
    case RefusalReason::NegativeAmount: return "negative_amount";
    case RefusalReason::NameShared: return "name_shared";
    case RefusalReason::DoubtfulAmount: return "doubtful_amount";
    case RefusalReason::TooFewCells: return "too_few_cells";
    case RefusalReason::Damaged: return "damaged";
    case RefusalReason::TotalsRow: return "totals_row";
    case RefusalReason::ErrorValue: return "error_value";
    }
    return "";
}

std::string_view remedy(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::UnclosedQuote: return "close_the_quote";
    case RefusalReason::TooManyCells: return "quote_the_cell_with_the_delimiter";
    case RefusalReason::CutOff: return "export_again_complete";
    case RefusalReason::BadBytes: return "save_as_utf8";
    case RefusalReason::TooLong: return "split_the_row";
    case RefusalReason::Missing: return "fill_the_cell";
    case RefusalReason::BadDate: return "write_the_date_as_2026-03-01";
    case RefusalReason::BadAmount: return "write_the_amount_as_128000.50";
    case RefusalReason::BadText: return "shorten_or_clean_the_text";
    case RefusalReason::BadCurrency: return "write_the_currency_as_CNY";
    case RefusalReason::BadNumber: return "write_a_plain_number";
    case RefusalReason::UnknownStage: return "say_which_stage_it_is";
    case RefusalReason::RepeatedId: return "keep_one_row_of_this_id";
    case RefusalReason::UnknownDeal: return "import_the_deal_too";
    case RefusalReason::UnknownParty: return "import_the_file_of_contacts_or_leads_together";
    case RefusalReason::Inconsistent: return "correct_the_row";
    case RefusalReason::FutureDate: return "write_the_day_on_which_it_happened";
    case RefusalReason::FutureClose: return "write_the_day_on_which_it_closed";
    case RefusalReason::NegativeAmount: return "write_what_the_deal_is_worth";
    case RefusalReason::NameShared: return "give_the_id_too";
    case RefusalReason::DoubtfulAmount: return "say_whether_the_point_groups";
    case RefusalReason::TooFewCells: return "complete_the_row";
    case RefusalReason::Damaged: return "export_again";
    case RefusalReason::TotalsRow: return "delete_the_row";
    case RefusalReason::ErrorValue: return "correct_the_formula";
    }
    return "";
}

RefusalReason reasonOf(RowFault fault)
{
    switch (fault) {
    case RowFault::None: break;
    case RowFault::UnclosedQuote: return RefusalReason::UnclosedQuote;
    case RowFault::TooManyCells: return RefusalReason::TooManyCells;
    case RowFault::CutOff: return RefusalReason::CutOff;
    case RowFault::BadBytes: return RefusalReason::BadBytes;
    case RowFault::TooLong: return RefusalReason::TooLong;
    case RowFault::Damaged: return RefusalReason::Damaged;
    }
    return RefusalReason::Inconsistent;
}

std::string refusedHeader()
{
    return "\xEF\xBB\xBF"
           "file,line,column,value,reason,remedy,code,refused,row\r\n";
}

std::string refusedLine(const RefusedFact &fact, support::ErrorCode code, const RefusalWords &words)
{
    return quoted(fact.file) + ',' + std::to_string(fact.line) + ',' + quoted(fact.key) + ',' + quoted(fact.value) + ','
           + quoted(words.reason) + ',' + quoted(words.remedy) + ',' + std::string(support::name(code)) + ",row,"
           + quoted(fact.text) + "\r\n";
}

std::string refusedLine(const Refusal &refusal, const RefusalWords &words)
{
    return quoted(refusal.file) + ',' + std::to_string(refusal.line) + ',' + quoted(refusal.column) + ',' + quoted(refusal.value)
           + ',' + quoted(words.reason) + ',' + quoted(words.remedy) + ',' + std::string(name(refusal.reason)) + ','
           + (refusal.valueOnly ? "value" : "row") + ',' + quoted(refusal.raw) + "\r\n";
}

} // namespace exchange
