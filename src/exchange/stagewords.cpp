// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/stagewords.h"

#include "exchange/textcell.h"
#include "support/utf8.h"

#include <array>

namespace exchange {

namespace {

/// Those of the default playbook (interchange.md), in order.
constexpr std::array<std::string_view, 6> usualStages{"lead_confirmed", "needs_diagnosed", "demonstrated",
                                                      "negotiating",    "signed",          "delivered"};

} // namespace

std::optional<std::string> stageTarget(const Profile &profile, std::string_view stage)
{
    const auto found = profile.stages.find(foldCase(oneLine(stage)));
    return found == profile.stages.end() ? std::nullopt : std::optional(found->second);
}

std::string_view firstStage(const Profile &profile)
{
    if (!profile.pipeline || profile.pipeline->stages.empty())
        return usualStages.front();
    return profile.pipeline->stages.front().id.text();
}

std::vector<std::string> stageChoices(const Profile &profile)
{
    std::vector<std::string> choices;
    if (profile.pipeline) {
        for (const domain::Stage &stage : profile.pipeline->stages)
            choices.push_back(stage.id.text());
    } else {
        choices.assign(usualStages.begin(), usualStages.end());
    }
    choices.insert(choices.end(), {"won", "lost", "ignore", std::string(deletedWord)});
    return choices;
}

bool isEndWord(std::string_view target)
{
    return target == "won" || target == "lost";
}

} // namespace exchange
