// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/savedviews.h"

#include "workbench/views.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark };
enum class LanguageChoice : std::uint8_t { System, English, Chinese };

/// What the program remembers between two starts. As-of is not among it: a start always shows now.
class AppSettings final {
public:
    /// The user's own settings; with `file` those of one file (tests, a portable installation).
    explicit AppSettings(const QString &file = {});

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    [[nodiscard]] LanguageChoice language() const;
    void setLanguage(LanguageChoice language);
    [[nodiscard]] bool sidebarFolded() const;
    void setSidebarFolded(bool folded);
    [[nodiscard]] QByteArray geometry(const QString &window) const;
    void setGeometry(const QString &window, const QByteArray &geometry);
    [[nodiscard]] QByteArray splitter(const QString &name) const;
    void setSplitter(const QString &name, const QByteArray &state);

    /// Newest first, at most eight.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &file);
    void removeRecentFile(const QString &file);

    // Of one workspace file.
    /// What was looked at last, without its days: a workspace opens on now.
    [[nodiscard]] View view(const QString &file) const;
    void setView(const QString &file, const View &view);
    [[nodiscard]] std::vector<SavedView> savedViews(const QString &file) const;
    void setSavedViews(const QString &file, const std::vector<SavedView> &views);
    /// Who uses it; none: everyone. No answer when nobody was asked yet.
    [[nodiscard]] bool personAsked(const QString &file) const;
    [[nodiscard]] std::optional<domain::PersonId> person(const QString &file) const;
    void forgetPerson(const QString &file);
    void setPerson(const QString &file, const std::optional<domain::PersonId> &person);

private:
    [[nodiscard]] static QString keyOf(const QString &file, const char *name);

    std::unique_ptr<QSettings> m_store;
};

} // namespace ui
