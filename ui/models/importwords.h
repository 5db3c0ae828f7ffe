// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/importing.h"

#include <QString>

#include <map>
#include <span>
#include <string>

namespace ui {

// The interface's words for what an import found, asks and refuses.

/// The question with its subject and an example: "Is the day or the month first in “close_date” (03/04/2026)?"
[[nodiscard]] QString sentence(const Format &format, const exchange::Question &question);
/// What the stages are called that an import may speak of, by their ids.
using StageNames = std::map<std::string, QString>;
/// Of the playbook, and before it of the pipeline that the files' own system has.
[[nodiscard]] StageNames stageNames(const Format &format, const domain::Playbook &playbook, const workbench::ImportJob &job);

/// A choice of a question in words; what needs none stands for itself.
[[nodiscard]] QString choiceText(exchange::QuestionCode code, const std::string &choice, const StageNames &stages = {});
/// Whether an answer may be something else than one of the choices.
[[nodiscard]] bool takesOtherAnswers(exchange::QuestionCode code);

[[nodiscard]] QString word(exchange::TableRole role);
[[nodiscard]] QString word(exchange::DuplicateReason reason);
/// What a column is taken for.
[[nodiscard]] QString word(exchange::Meaning meaning);
/// Why a profile leaves a column out, by exchange::ColumnUse::reason; empty where it does not.
[[nodiscard]] QString leftOutText(const std::string &reason);
/// What a table was recognised as: encoding, delimiter, rows, known columns.
[[nodiscard]] QString tableText(const Format &format, const exchange::TableUse &table,
                                std::span<const exchange::Meaning> meanings);

/// Why a row was refused and what would mend it; `reason` as `workbench::RefusedLine` says it.
[[nodiscard]] QString refusalText(const std::string &reason);
[[nodiscard]] QString remedyText(const std::string &reason);

/// "deals", "stage changes", … for a fact's type ("deal", "event.stage").
[[nodiscard]] QString factName(const std::string &type);
/// A fact as its type, its time and what else it says, in words; ids that an import made up say nothing.
struct FactText {
    QString type;
    QString occurred;
    QString content;
};
[[nodiscard]] FactText factText(const Format &format, const domain::Record &record, const StageNames &stages = {});

/// What was assumed, replaced or passed over.
[[nodiscard]] QString noteText(const exchange::Note &note, const StageNames &stages = {});

} // namespace ui
