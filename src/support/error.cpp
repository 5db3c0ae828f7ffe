// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/error.h"

namespace support {

std::string_view name(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadSyntax: return "bad_syntax";
    case ErrorCode::BadText: return "bad_text";
    case ErrorCode::BadId: return "bad_id";
    case ErrorCode::BadNumber: return "bad_number";
    case ErrorCode::BadTime: return "bad_time";
    case ErrorCode::BadDate: return "bad_date";
    case ErrorCode::BadTimeZone: return "bad_time_zone";
    case ErrorCode::BadMoney: return "bad_money";
    case ErrorCode::BadCurrency: return "bad_currency";
    case ErrorCode::BadChoice: return "bad_choice";
    case ErrorCode::MissingKey: return "missing_key";
    case ErrorCode::UnknownType: return "unknown_type";
    case ErrorCode::DanglingReference: return "dangling_reference";
    case ErrorCode::OutOfRange: return "out_of_range";
    case ErrorCode::CurrencyMismatch: return "currency_mismatch";
    case ErrorCode::TooLarge: return "too_large";
    case ErrorCode::FileMissing: return "file_missing";
    case ErrorCode::FileExists: return "file_exists";
    case ErrorCode::FileUnreadable: return "file_unreadable";
    case ErrorCode::FileUnwritable: return "file_unwritable";
    case ErrorCode::DiskFull: return "disk_full";
    case ErrorCode::IoFailed: return "io_failed";
    case ErrorCode::FileDamaged: return "file_damaged";
    case ErrorCode::NotAWorkspace: return "not_a_workspace";
    case ErrorCode::WorkspaceNewer: return "workspace_newer";
    case ErrorCode::WorkspaceDamaged: return "workspace_damaged";
    case ErrorCode::WorkspaceReadOnly: return "workspace_read_only";
    case ErrorCode::WorkspaceBusy: return "workspace_busy";
    case ErrorCode::SampleWorkspace: return "sample_workspace";
    case ErrorCode::BadPlaybook: return "bad_playbook";
    case ErrorCode::UnknownStage: return "unknown_stage";
    case ErrorCode::UnknownRule: return "unknown_rule";
    case ErrorCode::UnknownFormat: return "unknown_format";
    case ErrorCode::MixedFormats: return "mixed_formats";
    case ErrorCode::UnknownProfile: return "unknown_profile";
    case ErrorCode::UnknownColumns: return "unknown_columns";
    case ErrorCode::AmbiguousColumn: return "ambiguous_column";
    case ErrorCode::UnknownImport: return "unknown_import";
    case ErrorCode::GateRefused: return "gate_refused";
    case ErrorCode::PastIsReadOnly: return "past_is_read_only";
    case ErrorCode::UnknownDeal: return "unknown_deal";
    case ErrorCode::UnknownPerson: return "unknown_person";
    case ErrorCode::NothingToUndo: return "nothing_to_undo";
    case ErrorCode::Cancelled: return "cancelled";
    }
    return "unknown";
}

} // namespace support
