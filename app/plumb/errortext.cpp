// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/errortext.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plumb {

using support::ErrorCode;

namespace {

/// The sentence for a code; "{}" stands for the word, field or file at fault.
std::string_view pattern(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadSyntax: return "“{}” cannot be read: it is not written as the format asks";
    case ErrorCode::BadText:
        return "“{}” is no text that can be kept: it must be UTF-8 without control characters, and a name has one line";
    case ErrorCode::BadId: return "“{}” is no id: an id is 1 to 200 bytes on one line";
    case ErrorCode::BadNumber: return "“{}” is no number";
    case ErrorCode::BadTime: return "“{}” is no time: write 2026-03-01T09:30:00+08:00, or a day as 2026-03-01";
    case ErrorCode::BadDate: return "“{}” is no date: write 2026-03-01";
    case ErrorCode::BadTimeZone: return "There is no time zone “{}”: name one as Asia/Shanghai";
    case ErrorCode::BadMoney: return "“{}” is no amount of this currency: write 128000.50";
    case ErrorCode::BadCurrency: return "“{}” is no currency: write its three letters, as CNY";
    case ErrorCode::BadChoice: return "“{}” is none of the words that may stand here";
    case ErrorCode::MissingKey: return "“{}” is missing";
    case ErrorCode::UnknownType: return "“{}” is no type of fact that this version knows";
    case ErrorCode::DanglingReference: return "“{}” is named but described nowhere: import what it is about as well";
    case ErrorCode::OutOfRange: return "“{}” lies outside what is possible here";
    case ErrorCode::CurrencyMismatch: return "Amounts in {} cannot be added to another currency without a rate";
    case ErrorCode::TooLarge: return "“{}” is too long";
    case ErrorCode::FileMissing: return "There is no file {}: check the path";
    case ErrorCode::FileExists: return "{} exists already: choose another name, or remove it first";
    case ErrorCode::FileUnreadable: return "{} cannot be read: check that it is a file and that you may read it";
    case ErrorCode::FileUnwritable: return "{} cannot be written: check the space left, the folder and your rights";
    case ErrorCode::DiskFull: return "The disk is full: nothing was changed; make room and try again ({})";
    case ErrorCode::IoFailed: return "The disk reported an error: nothing was changed ({})";
    case ErrorCode::NotAWorkspace: return "{} is no Plumbline workspace";
    case ErrorCode::WorkspaceNewer: return "{} was written by a newer version of Plumbline: use that version or a later one";
    case ErrorCode::WorkspaceDamaged: return "{} is damaged: “plumb verify” says what is wrong; go back to a backup";
    case ErrorCode::WorkspaceReadOnly: return "{} can only be read: check your rights to the file and its folder";
    case ErrorCode::WorkspaceBusy: return "{} is open in another program: close it there first";
    case ErrorCode::BadPlaybook: return "The playbook cannot be used: see {}";
    case ErrorCode::UnknownStage: return "The playbook has no stage or pipeline “{}”";
    case ErrorCode::UnknownRule: return "The playbook has no rule “{}”";
    case ErrorCode::UnknownFormat: return "{} is in no format that can be imported: JSON Lines, CSV and XLSX can";
    case ErrorCode::UnknownProfile: return "There is no import profile “{}”; the man page lists them";
    case ErrorCode::UnknownColumns:
        return "No import profile knows these columns: {}. Say which is which with --column HEADER=FIELD, such as "
               "--column Phase=stage; plumb import --help lists the fields";
    case ErrorCode::AmbiguousColumn: return "The column “{}” can be read in two ways: say which";
    case ErrorCode::UnknownImport: return "There is no import {} in this workspace";
    case ErrorCode::GateRefused: return "The gate of the stage “{}” does not hold";
    case ErrorCode::PastIsReadOnly: return "The past can only be looked at";
    case ErrorCode::UnknownDeal: return "There is no deal “{}” at that time";
    case ErrorCode::UnknownPerson: return "There is no person “{}” in this workspace";
    case ErrorCode::NothingToUndo: return "There is nothing to undo: {}";
    case ErrorCode::Cancelled: return "Cancelled: nothing was changed";
    }
    return "{}";
}

/// True where the detail, which is for the log, would only say the sentence a second time.
bool saysAll(const support::Error &error)
{
    constexpr std::array codes{ErrorCode::FileExists,    ErrorCode::UnknownDeal, ErrorCode::UnknownPerson,
                               ErrorCode::UnknownImport, ErrorCode::BadTimeZone, ErrorCode::BadTime,
                               ErrorCode::BadDate,       ErrorCode::UnknownType, ErrorCode::UnknownProfile,
                               ErrorCode::UnknownColumns};
    constexpr std::array<std::string_view, 3> details{"no such file", "the file is not a workspace", "the file cannot be opened"};
    return error.detail.empty() || std::ranges::find(codes, error.code) != codes.end()
           || std::ranges::any_of(details, [&](std::string_view detail) { return error.detail.ends_with(detail); });
}

} // namespace

std::string sentence(const support::Error &error)
{
    const std::string text = fmt::format(fmt::runtime(pattern(error.code)), error.subject.empty() ? "—" : error.subject);
    return saysAll(error) ? text + '.' : text + ". (" + error.detail + ')';
}

} // namespace plumb
