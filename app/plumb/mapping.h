// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/commands.h"
#include "workbench/importing.h"

#include <string>

namespace plumb {

// Which column of a table is what, as people say it on the command line.

/// What the options say of the files. Fails with BadSyntax and BadChoice; the detail says what may stand there.
[[nodiscard]] support::Result<workbench::ImportHints> hintsOf(const ImportOptions &options);

/// What may stand after the sign in `--column HEADER=FIELD`, with what each means: the end of `plumb import --help`.
[[nodiscard]] std::string fieldsText();
/// What --profile may name.
[[nodiscard]] std::string profilesText();

/// What the columns of the plan's tables are taken for, a line for each table.
[[nodiscard]] std::string columnsText(const workbench::ImportJob &job);

} // namespace plumb
