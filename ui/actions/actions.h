// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <array>
#include <cstdint>

namespace ui {

/// Everything a person can make the program do by a menu, a key or the command palette.
enum class Action : std::uint8_t {
    SampleWorkspace,
    OpenWorkspace,
    Import,
    Imports,
    CloseWorkspace,
    Settings,
    Quit,
    Undo,
    Redo,
    Find,
    Palette,
    ShowToday,
    ShowFunnel,
    ShowMap,
    FoldSidebar,
    ToggleTheme,
    ToggleLanguage,
    ChooseScope,
    WholeScope,
    MyScope,
    ChooseDay,
    PreviousDay,
    NextDay,
    PreviousWeek,
    NextWeek,
    ShowNow,
    Refresh,
    NextDeal,
    PreviousDeal,
    OpenDeal,
    OpenDealWindow,
    CloseDeal,
    ShowBelow,
    DoProposed,
    Acknowledge,
    Assign,
    AskRep,
    Snooze,
    Dismiss,
    MoveStage,
    ExplainRank,
    OpenNumber,
    CopyReason,
    Shortcuts,
    About,
};

/// Where an action has a meaning. Two actions of one place, or one of `Window` and one of any place, have different keys.
enum class Place : std::uint8_t {
    Window,    ///< everywhere in the main window
    Workspace, ///< everywhere, while a workspace is open
    Deals,     ///< the page that is shown has a current deal: Today and Deal
};

enum class Menu : std::uint8_t { Workspace, Edit, View, Time, Deal, Help };

/// One line of the table below. `text` is English, translated in the context "ui::Action"; `icon` is empty where none is
/// shown; `keys` are QKeySequence's portable text, alternatives separated by "; ".
struct ActionInfo {
    Action action;
    Menu menu;
    Place place;
    const char *id;
    const char *text;
    const char *icon;
    const char *keys;
    bool separated = false; ///< a line above it in its menu
};

inline constexpr std::array<ActionInfo, 45> actionTable{{
    {Action::SampleWorkspace, Menu::Workspace, Place::Window, "workspace.sample",
     QT_TRANSLATE_NOOP("ui::Action", "Try with sample data…"), "sparkle", ""},
    {Action::OpenWorkspace, Menu::Workspace, Place::Window, "workspace.open",
     QT_TRANSLATE_NOOP("ui::Action", "Open a workspace…"), "folder", "Ctrl+O"},
    {Action::Import, Menu::Workspace, Place::Window, "workspace.import", QT_TRANSLATE_NOOP("ui::Action", "Import files…"),
     "import", "Ctrl+I", true},
    {Action::Imports, Menu::Workspace, Place::Workspace, "workspace.imports", QT_TRANSLATE_NOOP("ui::Action", "Earlier imports…"),
     "history", "Ctrl+Shift+I"},
    {Action::CloseWorkspace, Menu::Workspace, Place::Workspace, "workspace.close",
     QT_TRANSLATE_NOOP("ui::Action", "Close the workspace"), "close", "Ctrl+W", true},
    {Action::Settings, Menu::Workspace, Place::Window, "app.settings", QT_TRANSLATE_NOOP("ui::Action", "Settings…"), "settings",
     "Ctrl+,"},
    {Action::Quit, Menu::Workspace, Place::Window, "app.quit", QT_TRANSLATE_NOOP("ui::Action", "Quit"), "exit", "Ctrl+Q", true},

    {Action::Undo, Menu::Edit, Place::Workspace, "edit.undo", QT_TRANSLATE_NOOP("ui::Action", "Undo"), "undo", "Ctrl+Z"},
    {Action::Redo, Menu::Edit, Place::Workspace, "edit.redo", QT_TRANSLATE_NOOP("ui::Action", "Redo"), "redo",
     "Ctrl+Y; Ctrl+Shift+Z"},
    {Action::Find, Menu::Edit, Place::Workspace, "edit.find", QT_TRANSLATE_NOOP("ui::Action", "Search deals, customers, people"),
     "search", "Ctrl+F; /", true},

    {Action::Palette, Menu::View, Place::Window, "view.palette", QT_TRANSLATE_NOOP("ui::Action", "Command palette"), "command",
     "Ctrl+K"},
    {Action::ShowToday, Menu::View, Place::Workspace, "view.today", QT_TRANSLATE_NOOP("ui::Action", "Today"), "today", "Ctrl+1",
     true},
    {Action::ShowFunnel, Menu::View, Place::Workspace, "view.funnel", QT_TRANSLATE_NOOP("ui::Action", "Funnel"), "funnel",
     "Ctrl+2"},
    {Action::ShowMap, Menu::View, Place::Workspace, "view.map", QT_TRANSLATE_NOOP("ui::Action", "Battle map"), "map", "Ctrl+3"},
    {Action::FoldSidebar, Menu::View, Place::Window, "view.sidebar", QT_TRANSLATE_NOOP("ui::Action", "Fold the sidebar"),
     "sidebar", "Ctrl+B"},
    {Action::ToggleTheme, Menu::View, Place::Window, "view.theme",
     QT_TRANSLATE_NOOP("ui::Action", "Switch between light and dark"), "contrast", "Ctrl+Shift+L", true},
    {Action::ToggleLanguage, Menu::View, Place::Window, "view.language",
     QT_TRANSLATE_NOOP("ui::Action", "Switch between English and Chinese"), "language", "Ctrl+Shift+E"},
    {Action::ChooseScope, Menu::View, Place::Workspace, "scope.choose", QT_TRANSLATE_NOOP("ui::Action", "Choose whose deals…"),
     "people", "Ctrl+L", true},
    {Action::WholeScope, Menu::View, Place::Workspace, "scope.everyone", QT_TRANSLATE_NOOP("ui::Action", "Everyone's deals"),
     "globe", "Ctrl+Shift+A"},
    {Action::MyScope, Menu::View, Place::Workspace, "scope.mine", QT_TRANSLATE_NOOP("ui::Action", "My team's deals"), "person",
     "Ctrl+Shift+M"},

    {Action::ChooseDay, Menu::Time, Place::Workspace, "time.choose", QT_TRANSLATE_NOOP("ui::Action", "Show another day…"),
     "calendar", "Ctrl+D"},
    {Action::PreviousDay, Menu::Time, Place::Workspace, "time.previousDay", QT_TRANSLATE_NOOP("ui::Action", "One day back"),
     "chevronleft", "Alt+Left"},
    {Action::NextDay, Menu::Time, Place::Workspace, "time.nextDay", QT_TRANSLATE_NOOP("ui::Action", "One day forward"),
     "chevronright", "Alt+Right"},
    {Action::PreviousWeek, Menu::Time, Place::Workspace, "time.previousWeek", QT_TRANSLATE_NOOP("ui::Action", "One week back"),
     "weekback", "Alt+Shift+Left"},
    {Action::NextWeek, Menu::Time, Place::Workspace, "time.nextWeek", QT_TRANSLATE_NOOP("ui::Action", "One week forward"),
     "weekforward", "Alt+Shift+Right"},
    {Action::ShowNow, Menu::Time, Place::Workspace, "time.now", QT_TRANSLATE_NOOP("ui::Action", "Back to now"), "now",
     "Alt+Home"},
    {Action::Refresh, Menu::Time, Place::Workspace, "time.refresh", QT_TRANSLATE_NOOP("ui::Action", "Compute again"), "refresh",
     "F5", true},

    {Action::NextDeal, Menu::Deal, Place::Deals, "deal.next", QT_TRANSLATE_NOOP("ui::Action", "Next deal"), "arrowdown", "J"},
    {Action::PreviousDeal, Menu::Deal, Place::Deals, "deal.previous", QT_TRANSLATE_NOOP("ui::Action", "Previous deal"), "arrowup",
     "K"},
    {Action::OpenDeal, Menu::Deal, Place::Deals, "deal.open", QT_TRANSLATE_NOOP("ui::Action", "Open the deal"), "deal",
     "Return; Enter"},
    {Action::OpenDealWindow, Menu::Deal, Place::Deals, "deal.window",
     QT_TRANSLATE_NOOP("ui::Action", "Open the deal in a window of its own"), "window", "Ctrl+Return; Ctrl+Enter"},
    {Action::CloseDeal, Menu::Deal, Place::Deals, "deal.close", QT_TRANSLATE_NOOP("ui::Action", "Back"), "back", "Esc"},
    {Action::ShowBelow, Menu::Deal, Place::Deals, "deal.below", QT_TRANSLATE_NOOP("ui::Action", "Show what is below the line"),
     "more", "B"},
    {Action::DoProposed, Menu::Deal, Place::Deals, "deal.propose", QT_TRANSLATE_NOOP("ui::Action", "Do what is proposed"),
     "check", "A", true},
    {Action::Assign, Menu::Deal, Place::Deals, "deal.assign", QT_TRANSLATE_NOOP("ui::Action", "Assign a task…"), "task", "T"},
    {Action::AskRep, Menu::Deal, Place::Deals, "deal.ask", QT_TRANSLATE_NOOP("ui::Action", "Ask the rep…"), "chat", "R"},
    {Action::Acknowledge, Menu::Deal, Place::Deals, "deal.acknowledge", QT_TRANSLATE_NOOP("ui::Action", "Acknowledge"), "eye",
     "E"},
    {Action::Snooze, Menu::Deal, Place::Deals, "deal.snooze", QT_TRANSLATE_NOOP("ui::Action", "Snooze…"), "snooze", "S"},
    {Action::Dismiss, Menu::Deal, Place::Deals, "deal.dismiss", QT_TRANSLATE_NOOP("ui::Action", "Dismiss…"), "dismiss", "D"},
    {Action::MoveStage, Menu::Deal, Place::Deals, "deal.move", QT_TRANSLATE_NOOP("ui::Action", "Move to another stage…"), "stage",
     "M", true},
    {Action::ExplainRank, Menu::Deal, Place::Deals, "deal.rank", QT_TRANSLATE_NOOP("ui::Action", "Why it stands where it stands"),
     "question", "W"},
    {Action::OpenNumber, Menu::Deal, Place::Deals, "deal.number", QT_TRANSLATE_NOOP("ui::Action", "What a number is made of…"),
     "info", "I"},
    {Action::CopyReason, Menu::Deal, Place::Deals, "deal.copy", QT_TRANSLATE_NOOP("ui::Action", "Copy as text"), "copy",
     "Ctrl+Shift+C"},

    {Action::Shortcuts, Menu::Help, Place::Window, "help.shortcuts", QT_TRANSLATE_NOOP("ui::Action", "Keyboard shortcuts"),
     "keyboard", "F1; ?"},
    {Action::About, Menu::Help, Place::Window, "help.about", QT_TRANSLATE_NOOP("ui::Action", "About Plumbline"), "info", ""},
}};

[[nodiscard]] const ActionInfo &info(Action action);
/// The keys of an action, the one to show first; empty for one without.
[[nodiscard]] QList<QKeySequence> keysOf(const ActionInfo &info);
/// In the language of the interface.
[[nodiscard]] QString textOf(const ActionInfo &info);
[[nodiscard]] QString titleOf(Menu menu);

} // namespace ui
