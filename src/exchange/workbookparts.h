// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/xlsx.h"

namespace exchange {

/// Reads everything of a workbook but its sheets' rows. Fails as XlsxReader::open does.
[[nodiscard]] support::Result<Workbook> readWorkbook(const ZipArchive &archive);

/// True when the number format `code` shows a date or a time ("yyyy-mm-dd", "[$-804]yyyy年m月d日", not "#,##0.00").
[[nodiscard]] bool isDateFormat(std::string_view code);

/// The text of a string item: its own and that of its rich runs, without the phonetic guide that East Asian texts carry.
[[nodiscard]] std::string stringItem(pugi::xml_node item);

} // namespace exchange
