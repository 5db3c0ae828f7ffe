// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace support {

/// What went wrong, as a fact that a program can act on. The user's sentence for each is written once, in the interface.
enum class ErrorCode : std::uint8_t {
    // A value that came from outside.
    BadSyntax,
    BadText,
    BadId,
    BadNumber,
    BadTime,
    BadDate,
    BadTimeZone,
    BadMoney,
    BadCurrency,
    BadChoice,
    MissingKey,
    UnknownType,
    DanglingReference,
    OutOfRange,
    CurrencyMismatch,
    TooLarge,
    // A file or the machine under it.
    FileMissing,
    FileExists,
    FileUnreadable,
    FileUnwritable,
    DiskFull,
    IoFailed,
    FileDamaged,
    // A workspace.
    NotAWorkspace,
    WorkspaceNewer,
    WorkspaceDamaged,
    WorkspaceReadOnly,
    WorkspaceBusy,
    SampleWorkspace,
    // A playbook.
    BadPlaybook,
    UnknownStage,
    UnknownRule,
    // An import.
    UnknownFormat,
    MixedFormats,
    UnknownProfile,
    UnknownColumns,
    AmbiguousColumn,
    UnknownImport,
    // A person's act.
    GateRefused,
    PastIsReadOnly,
    UnknownDeal,
    UnknownPerson,
    NothingToUndo,
    Cancelled,
};

/// The stable English name of `code`, as logs and `--json` print it.
[[nodiscard]] std::string_view name(ErrorCode code);

/// An expected failure. `subject` is the word, field or file at fault, free of language; `detail` is English, for the log.
struct Error {
    ErrorCode code;
    std::string subject;
    std::string detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string_view subject, std::string_view detail)
{
    return tl::unexpected(Error{code, std::string(subject), std::string(detail)});
}

} // namespace support
