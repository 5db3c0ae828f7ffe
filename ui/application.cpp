// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/application.h"

namespace ui {

void Application::choose(LanguageChoice choice) const
{
    settings.setLanguage(choice);
    language.apply(choice);
    session.setLocale(language.locale());
}

void Application::choose(ThemeChoice choice) const
{
    settings.setTheme(choice);
    theme.apply(choice);
}

} // namespace ui
