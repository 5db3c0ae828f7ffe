// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/appsettings.h"

#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace ui {

/// The language of the interface. Setting it reaches every widget as QEvent::LanguageChange, without a restart.
class Language final {
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    void apply(LanguageChoice choice);
    /// What holds now, which a start with another language told does not remember.
    [[nodiscard]] LanguageChoice choice() const { return m_choice; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    /// `source` of `context` in both languages, whichever is shown: what the command palette matches against.
    [[nodiscard]] QStringList inAllLanguages(const char *context, const char *source) const;

private:
    void install(const QString &name);

    LanguageChoice m_choice = LanguageChoice::System;
    QLocale m_locale;
    std::vector<std::unique_ptr<QTranslator>> m_installed;
    std::unique_ptr<QTranslator> m_chinese;
};

} // namespace ui
