// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/pickmodel.h"

#include "workbench/views.h"

#include <optional>

namespace ui {

// Teams and people as something to pick from, regions first, each team under its own with its people below it.

/// For the scope: everyone, every team, every person.
[[nodiscard]] std::vector<Pick> scopePicks(const std::vector<workbench::TeamView> &teams);
[[nodiscard]] workbench::Scope scopeOf(const QString &pick);
[[nodiscard]] std::string pickOf(const workbench::Scope &scope);
/// The scope in words: "Everyone", a team's or a person's name.
[[nodiscard]] QString nameOf(const workbench::Scope &scope, const std::vector<workbench::TeamView> &teams);

[[nodiscard]] QString roleName(domain::PersonRole role);

/// For "who am I": nobody in particular, then every active person.
[[nodiscard]] std::vector<Pick> peoplePicks(const std::vector<workbench::TeamView> &teams);
[[nodiscard]] std::optional<domain::PersonId> personOf(const QString &pick);
/// The scope that somebody starts with: a rep's own deals, everybody else's team.
[[nodiscard]] workbench::Scope startScope(const domain::PersonId &person, const std::vector<workbench::TeamView> &teams);
[[nodiscard]] QString nameOf(const domain::PersonId &person, const std::vector<workbench::TeamView> &teams);

} // namespace ui
