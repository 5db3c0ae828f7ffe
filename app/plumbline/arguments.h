// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/appsettings.h"

#include "support/civil.h"

#include <QSize>
#include <QString>

#include <optional>

enum class StartPage { Today, Deal, Funnel, Map };

/// What the command line asks for.
struct Arguments {
    QString workspace; ///< empty: the welcome page
    QString picture;   ///< not empty: paint the window into this file and end
    std::optional<ui::LanguageChoice> language;
    std::optional<ui::ThemeChoice> theme;
    std::optional<QSize> size;
    std::optional<support::Date> day;
    StartPage page = StartPage::Today;
    QString view; ///< the address of what to begin with; empty: Today of now
};

/// Reads the arguments of the running application. Help, the version and what cannot be understood are answered on the
/// terminal, and end the program.
[[nodiscard]] Arguments readArguments();
