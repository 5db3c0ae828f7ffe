// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <cstdint>
#include <span>

namespace ui {

/// Everything a person can make the program do by a menu, a key or the command palette.
enum class Action : std::uint8_t {
    SampleWorkspace,
    OpenWorkspace,
    Import,
    Imports,
    Export,
    Print,
    CloseWorkspace,
    Settings,
    Quit,
    Undo,
    Redo,
    Find,
    CopyTable,
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
    Filter,
    ToggleProven,
    ClearFilters,
    ChooseView,
    SaveView,
    CopyAddress,
    OpenAddress,
    ShareView,
    OpenView,
    ChooseDay,
    PreviousDay,
    NextDay,
    PreviousWeek,
    NextWeek,
    ShowNow,
    Compare,
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
    HandOver,
    Snooze,
    Dismiss,
    MoveStage,
    MoveForward,
    MoveBack,
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

/// One line of the table (actiontable.h). `text` is English, translated in the context "ui::Action"; `icon` is empty where none
/// is shown; `keys` are QKeySequence's portable text, alternatives separated by "; ".
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

/// Every action, in the order of the menus.
[[nodiscard]] std::span<const ActionInfo> allActions();
[[nodiscard]] const ActionInfo &info(Action action);
/// The keys of an action, the one to show first; empty for one without.
[[nodiscard]] QList<QKeySequence> keysOf(const ActionInfo &info);
/// In the language of the interface.
[[nodiscard]] QString textOf(const ActionInfo &info);
[[nodiscard]] QString titleOf(Menu menu);

} // namespace ui
