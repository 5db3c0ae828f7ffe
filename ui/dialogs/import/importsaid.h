// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/dialogs/import/importplanview.h"

#include <map>
#include <string>

namespace ui {

/// What a person has said of files that are to be imported: it outlives the dialog that heard it, for it goes with the files
/// into another workspace.
struct ImportSaid {
    workbench::ImportHints hints = {};
    std::map<std::string, std::string> answers = {}; ///< given before the files were looked at again
    std::map<std::string, std::string> merges = {};  ///< the customers that were ticked to be others (ImportPreviewView::merges)
    std::string keepAs = {};                         ///< the name under which the reading of the files is to be kept
    bool unknown = false;                            ///< no profile knows the tables: they are what is said of them

    /// Adds what is said in `plan`.
    void take(const ImportPlanView &plan);
    [[nodiscard]] bool isAnything() const;
    [[nodiscard]] ImportPlanView::Reading reading() const;
};

} // namespace ui
