// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/appsettings.h"
#include "ui/models/language.h"
#include "ui/models/session.h"
#include "ui/widgets/theme.h"

namespace ui {

/// What the windows work with; made and owned by the program, and outlives them.
struct Application {
    Session &session;
    AppSettings &settings;
    Language &language;
    Theme &theme;

    /// Both remember the choice and make it hold at once.
    void choose(LanguageChoice choice) const;
    void choose(ThemeChoice choice) const;
};

} // namespace ui
