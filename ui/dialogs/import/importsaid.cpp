// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importsaid.h"

#include <algorithm>

namespace ui {

void ImportSaid::take(const ImportPlanView &plan)
{
    const std::vector<exchange::ToldColumn> told = plan.told();
    std::erase_if(hints.told.columns, [&](const exchange::ToldColumn &earlier) {
        return std::ranges::any_of(
            told, [&](const exchange::ToldColumn &one) { return one.header == earlier.header && one.table == earlier.table; });
    });
    hints.told.columns.insert(hints.told.columns.end(), told.begin(), told.end());
    for (const auto &[question, answer] : plan.answered())
        answers[question] = answer;
    keepAs = plan.profileName();
}

bool ImportSaid::isAnything() const
{
    return !hints.told.columns.empty() || hints.told.noHeader || !answers.empty() || !merges.empty() || !keepAs.empty();
}

ImportPlanView::Reading ImportSaid::reading() const
{
    if (!unknown)
        return ImportPlanView::Reading::Known;
    return hints.told.columns.empty() ? ImportPlanView::Reading::Unknown : ImportPlanView::Reading::Told;
}

} // namespace ui
