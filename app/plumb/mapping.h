// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/commands.h"
#include "workbench/importing.h"

#include <string>
#include <string_view>

namespace plumb {

// Which column of a table is what, as people say it on the command line.

/// What the options say of the files. Fails with BadSyntax and BadChoice; the detail says what may stand there.
[[nodiscard]] support::Result<workbench::ImportHints> hintsOf(const ImportOptions &options);

/// What may stand after the sign in `--column HEADER=FIELD`, with what each means: the end of `plumb import --help`.
[[nodiscard]] std::string fieldsText();
/// What --profile may name.
[[nodiscard]] std::string profilesText();

/// Why a column is left out, in words, by the word for it (exchange::ColumnUse::reason).
[[nodiscard]] std::string_view leftOutText(std::string_view reason);

/// What the columns of the plan's tables are taken for, a line for each table.
[[nodiscard]] std::string columnsText(const workbench::ImportJob &job);

/// The columns that are left out since they say what only the outcome has shown; empty where there are none.
[[nodiscard]] std::string leaksText(const workbench::ImportJob &job);

} // namespace plumb
