// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/cellmodel.h"
#include "ui/models/format.h"

#include "workbench/processviews.h"

#include <array>

namespace ui {

/// What the process board tells of each stage.
enum class ProcessFigure : std::uint8_t { Days, Stuck, Overrun, Missing };
inline constexpr std::array allProcessFigures{ProcessFigure::Days, ProcessFigure::Stuck, ProcessFigure::Overrun,
                                              ProcessFigure::Missing};

[[nodiscard]] QString nameOf(ProcessFigure figure);

struct ProcessTable {
    CellTable table;
    std::vector<std::string> slices; ///< by row, the id of the team or person; the first row is of all
    std::vector<std::string> stages; ///< by column from the second on
};

/// People by stages: the figure of each, tinted by how it stands to the stage's limit or to the others, and what they come to
/// in all. Cells of few deals are marked.
[[nodiscard]] ProcessTable processTable(const Format &format, const workbench::ProcessView &view, ProcessFigure figure);

} // namespace ui
