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

Result<PublishedPlaybooks> publishedPlaybooks(const std::vector<store::StoredRecord> &records)
{
    PublishedPlaybooks published;
    auto &versions = published.versions;
    for (const store::StoredRecord &stored : records) {
        const auto *publication = std::get_if<domain::PlaybookPublished>(&stored.record.fact());
        if (!publication)
            continue;
        const int version = static_cast<int>(publication->version.value());
        auto playbook = exchange::readPlaybook(publication->document.text);
        if (!playbook) { // a newer program's form: the version before it stays in force here
            published.unread.push_back({version, stored.record.recordedAt(), playbook.error()});
            continue;
        }
        playbook->version = version;
        versions.push_back({stored.record.recordedAt(), *std::move(playbook)});
    }
    std::ranges::stable_sort(versions, {}, &PublishedPlaybook::from);
    if (versions.empty()) {
        auto standard = standardPlaybook("default");
        if (!standard)
            return tl::unexpected(standard.error());
        versions.push_back({support::Instant::min(), *std::move(standard)});
    }
    return published;
}

} // namespace workbench
