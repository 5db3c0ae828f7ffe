// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/views.h"

#include <QString>

namespace ui {

// The interface's words for what the workbench tells in codes. Each is looked up when asked, so that a change of language
// needs no more than asking again.

[[nodiscard]] QString word(domain::Severity severity);
[[nodiscard]] QString word(domain::Proposal proposal);
[[nodiscard]] QString word(domain::Missing missing);
[[nodiscard]] QString word(domain::Quadrant quadrant);
[[nodiscard]] QString word(domain::Verdict verdict);
[[nodiscard]] QString word(domain::ActivityKind kind);
[[nodiscard]] QString word(domain::TaskKind kind);
[[nodiscard]] QString word(domain::TaskState state);
[[nodiscard]] QString word(domain::ForecastCategory category);
[[nodiscard]] QString word(domain::FlagAct act);
[[nodiscard]] QString word(workbench::FlagState state);
[[nodiscard]] QString word(workbench::DealStatus status);
/// What was done about a flag: the task that was given, to whom and until when, or its state in a word.
[[nodiscard]] QString standingOf(const Format &format, const workbench::Flag &flag);

/// What a quadrant of the battle map proposes, in one sentence (catalogue 7–9).
[[nodiscard]] QString advice(domain::Quadrant quadrant);
/// The name of a health score's term (`roles`, `files`, `asks`, `stale`); an unknown one stands for itself.
[[nodiscard]] QString termName(const std::string &id);
/// Why a past deal was proposed as similar (`industry`, `size`, `stage`, `amount`, `stuck`).
[[nodiscard]] QString similarity(const std::string &code);

/// The name of a field: the playbook's own, or the interface's where the field is built in.
[[nodiscard]] QString fieldName(const Format &format, const std::string &id, const domain::Label &name);
/// Whether the field is one that imports fill from records of their own, and nothing else.
[[nodiscard]] bool isBuiltIn(const std::string &field);

/// What stands against a move, and what would meet it.
[[nodiscard]] QString unmetText(const Format &format, const workbench::UnmetCondition &condition);
[[nodiscard]] QString wayOut(const workbench::UnmetCondition &condition);
/// What a flagged person or lead is called, and what else is known of them at a glance.
[[nodiscard]] QString aboutName(const workbench::FlagAbout &about);
[[nodiscard]] QString aboutDetail(const Format &format, const workbench::FlagAbout &about);
/// The name of something that a flag misses.
[[nodiscard]] QString missingText(const Format &format, const workbench::MissingItem &item);

/// The kind of task that carries a proposal out.
[[nodiscard]] domain::TaskKind taskKindOf(domain::Proposal proposal);
/// The words to begin with when `flag` is made a task: what is missing by name, or what is proposed and why.
[[nodiscard]] QString taskTitle(const Format &format, const workbench::Flag &flag);

/// The deal's name without its customer's in front, which every page shows beside it.
[[nodiscard]] QString shortName(const workbench::DealSummary &deal);

} // namespace ui
