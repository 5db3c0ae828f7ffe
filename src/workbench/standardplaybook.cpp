// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/standardplaybook.h"

#include "exchange/playbookjson.h"

#include "resources/embedded.h"

#include <algorithm>

namespace workbench {

using support::Result;

Result<domain::Playbook> standardPlaybook(std::string_view name)
{
    const auto found = std::ranges::find(resources::playbooks(), name, &resources::Embedded::name);
    if (found == resources::playbooks().end())
        return support::failure(support::ErrorCode::BadPlaybook, name, "no playbook of this name comes with the program");
    return exchange::readPlaybook(found->text);
}

exchange::Profiles standardProfiles()
{
    exchange::Profiles profiles;
    for (const resources::Embedded &file : resources::profiles()) {
        if (auto profile = exchange::parseProfile(file.text))
            profiles.push_back(*std::move(profile));
    }
    return profiles;
}

Result<std::vector<PublishedPlaybook>> publishedPlaybooks(const std::vector<store::StoredRecord> &records)
{
    std::vector<PublishedPlaybook> versions;
    for (const store::StoredRecord &stored : records) {
        const auto *published = std::get_if<domain::PlaybookPublished>(&stored.record.fact());
        if (!published)
            continue;
        auto playbook = exchange::readPlaybook(published->document.text);
        if (!playbook) // a newer program's form: the version before it stays in force here
            continue;
        playbook->version = static_cast<int>(published->version.value());
        versions.push_back({stored.record.recordedAt(), *std::move(playbook)});
    }
    std::ranges::stable_sort(versions, {}, &PublishedPlaybook::from);
    if (versions.empty()) {
        auto standard = standardPlaybook("default");
        if (!standard)
            return tl::unexpected(standard.error());
        versions.push_back({support::Instant::min(), *std::move(standard)});
    }
    return versions;
}

} // namespace workbench
