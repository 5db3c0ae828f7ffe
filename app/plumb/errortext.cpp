// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/errortext.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace plumb {

using support::ErrorCode;

namespace {

/// What is wrong, and what would mend it where that is not said by itself; "{}" stands for the word, field or file at fault.
struct Pattern {
    std::string_view wrong;
    std::string_view remedy = {};
};

Pattern pattern(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadSyntax: return {"“{}” cannot be read", "write it as the format asks"};
    case ErrorCode::BadText:
        return {"“{}” is no text that can be kept", "save it as UTF-8 without control characters; a name has one line"};
    case ErrorCode::BadId: return {"“{}” is no id", "write 1 to 200 bytes on one line"};
    case ErrorCode::BadNumber: return {"“{}” is no number", "write a plain number"};
    case ErrorCode::BadTime: return {"“{}” is no time", "write 2026-03-01T09:30:00+08:00, or a day as 2026-03-01"};
    case ErrorCode::BadDate: return {"“{}” is no date", "write 2026-03-01"};
    case ErrorCode::BadTimeZone: return {"There is no time zone “{}”", "name one as Asia/Shanghai"};
    case ErrorCode::BadMoney: return {"“{}” is no amount of this currency", "write 128000.50"};
    case ErrorCode::BadCurrency: return {"“{}” is no currency", "write its code of ISO 4217, as CNY"};
    case ErrorCode::BadChoice: return {"“{}” is none of the words that may stand here", "choose one that is"};
    case ErrorCode::MissingKey: return {"“{}” is missing", "add it"};
    case ErrorCode::UnknownType:
        return {"“{}” is no type of fact that this version knows", "correct the word, or use a later version"};
    case ErrorCode::DanglingReference: return {"“{}” is named but described nowhere", "import what it is about as well"};
    case ErrorCode::OutOfRange: return {"“{}” lies outside what is possible here", "correct it"};
    case ErrorCode::CurrencyMismatch: return {"Amounts in {} cannot be added to another currency without a rate"};
    case ErrorCode::TooLarge: return {"“{}” is too long", "shorten or split it"};
    case ErrorCode::FileMissing: return {"There is no file {}", "check the path"};
    case ErrorCode::FileExists: return {"{} exists already", "choose another name, or remove it first"};
    case ErrorCode::FileUnreadable: return {"{} cannot be read", "check that it is a file and that you may read it"};
    case ErrorCode::FileUnwritable: return {"{} cannot be written", "check the space left, the folder and your rights"};
    case ErrorCode::DiskFull: return {"The disk is full, and nothing was changed ({})", "make room and try again"};
    case ErrorCode::IoFailed: return {"The disk reported an error, and nothing was changed ({})", "check the disk and try again"};
    case ErrorCode::FileDamaged: return {"{} is damaged and cannot be read", "export or copy it again"};
    case ErrorCode::NotAWorkspace:
        return {"{} is no Plumbline workspace", "name the workspace first, and then what belongs to it"};
    case ErrorCode::WorkspaceNewer: return {"{} was written by a newer version of Plumbline", "use that version or a later one"};
    case ErrorCode::WorkspaceDamaged: return {"{} is damaged", "“plumb verify” says what is wrong; go back to a backup"};
    case ErrorCode::WorkspaceReadOnly: return {"{} can only be read", "check your rights to the file and its folder"};
    case ErrorCode::WorkspaceBusy: return {"{} is open in another program", "close it there first"};
    case ErrorCode::SampleWorkspace:
        return {"{} holds sample data, and your own records would be lost among them",
                "make a workspace of your own with “plumb init FILE” and import there, or add --into-sample to import here all "
                "the same"};
    case ErrorCode::BadPlaybook: return {"The playbook cannot be used", "see {}"};
    case ErrorCode::UnknownStage: return {"The playbook has no stage or pipeline “{}”"};
    case ErrorCode::UnknownRule: return {"The playbook has no rule “{}”"};
    case ErrorCode::UnknownFormat: return {"{} is in no format that can be imported", "JSON Lines, CSV and XLSX can"};
    case ErrorCode::MixedFormats:
        return {"{} holds facts as JSON Lines, and other files of this import are tables", "import them one after the other"};
    case ErrorCode::UnknownProfile: return {"There is no import profile “{}”", "“plumb import --help” lists them"};
    case ErrorCode::UnknownColumns:
        return {"No import profile knows these columns: {}. Say which is which with --column HEADER=FIELD, such as "
                "--column Phase=stage; plumb import --help lists the fields"};
    case ErrorCode::AmbiguousColumn: return {"The column “{}” can be read in two ways", "say which"};
    case ErrorCode::UnknownImport: return {"There is no import {} in this workspace", "“plumb imports” lists them"};
    case ErrorCode::GateRefused: return {"The gate of the stage “{}” does not hold"};
    case ErrorCode::PastIsReadOnly: return {"The past can only be looked at"};
    case ErrorCode::UnknownDeal: return {"There is no deal “{}” at that time"};
    case ErrorCode::UnknownPerson: return {"There is no person “{}” in this workspace"};
    case ErrorCode::NothingToUndo: return {"There is nothing to undo: {}"};
    case ErrorCode::Cancelled: return {"Cancelled: nothing was changed"};
    }
    return {"{}"};
}

/// True where the detail, which is for the log, would only say the sentence a second time.
bool saysAll(const support::Error &error)
{
    constexpr std::array codes{ErrorCode::FileExists,     ErrorCode::UnknownDeal,    ErrorCode::UnknownPerson,
                               ErrorCode::UnknownImport,  ErrorCode::BadTimeZone,    ErrorCode::BadTime,
                               ErrorCode::BadDate,        ErrorCode::UnknownType,    ErrorCode::UnknownProfile,
                               ErrorCode::UnknownColumns, ErrorCode::SampleWorkspace};
    constexpr std::array<std::string_view, 3> details{"no such file", "the file is not a workspace", "the file cannot be opened"};
    return error.detail.empty() || std::ranges::find(codes, error.code) != codes.end()
           || std::ranges::any_of(details, [&](std::string_view detail) { return error.detail.ends_with(detail); });
}

} // namespace

Told told(const support::Error &error)
{
    constexpr std::string_view named = "“{}”";
    const auto [wrong, remedy] = pattern(error.code);
    const std::string_view none = error.code == ErrorCode::BadPlaybook ? "its outermost value" : "—";
    const std::string subject = error.subject.empty() ? std::string(none) : error.subject;
    Told told{fmt::format(fmt::runtime(wrong), subject), fmt::format(fmt::runtime(remedy), subject), error.detail};
    if (error.subject.empty() && wrong.starts_with(named))
        told.wrong = "This" + std::string(wrong.substr(named.size()));
    if (error.detail.find(" is written ") != std::string::npos) // it says how, and more exactly
        told.remedy = std::exchange(told.detail, {});
    else if (saysAll(error))
        told.detail.clear();
    return told;
}

std::string sentence(const support::Error &error)
{
    const Told parts = told(error);
    const std::string text = parts.remedy.empty() ? parts.wrong : parts.wrong + ": " + parts.remedy;
    return parts.detail.empty() ? text + '.' : text + ". (" + parts.detail + ')';
}

} // namespace plumb
