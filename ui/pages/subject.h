// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/commands.h"
#include "workbench/views.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// What is decided on: a deal, the flag in question, and the deal's stages once they are known.
struct Subject {
    workbench::DealSummary deal;
    std::optional<workbench::Flag> flag;
    std::vector<workbench::StageView> stages;
    /// A person or a lead in place of the deal; then nothing but its flag can be decided on, and tasks given.
    std::optional<workbench::FlagSubject> about = {};
    QString name = {};    ///< of the person or lead
    std::string row = {}; ///< the key of the row that it was chosen in
};

/// The customer, or the person or lead.
[[nodiscard]] QString nameOf(const Subject &subject);
[[nodiscard]] std::optional<workbench::FlagSubject> flagSubject(const Subject &subject);
/// Nothing where no flag stands.
[[nodiscard]] std::optional<workbench::DecideFlag> decisionOn(const Subject &subject, domain::FlagAct act);

} // namespace ui
