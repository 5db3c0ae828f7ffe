// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <Qt>

#include <cstdint>

namespace ui {

/// What a line is painted as. A heading groups the lines after it and cannot be selected.
enum class RowLook : std::uint8_t { Line, Heading, Detail };

/// What a text or mark means; the theme knows its colour.
enum class Tone : std::uint8_t { Plain, Muted, Accent, Good, Warning, Bad };

/// What the models of the deal's lists tell the one delegate that paints them. DisplayRole is the first line, ToolTipRole and
/// AccessibleTextRole say everything, CheckStateRole makes a box where it is given.
enum RowRole {
    LookRole = Qt::UserRole + 1, ///< RowLook
    ToneRole,                    ///< Tone of the icon and the mark
    TextRole,                    ///< below the first line, in up to three lines
    TrailingRole,                ///< at the right end: a number or a time
    TrailingToneRole,
    ChipRole, ///< a word in a small frame after the first line
    ChipToneRole,
    IconRole,   ///< name of an icon
    IndentRole, ///< steps to the right
    OpenRole,   ///< bool: a line that opens and closes, and whether it is open
    LeadsRole,  ///< bool: a click leads to what the line names
    KeyRole,    ///< the id of the line
    ValueRole,  ///< workbench::ReportCell: the number behind the text, as it leaves the program
};

} // namespace ui
