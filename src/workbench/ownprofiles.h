// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tableimport.h"

#include <filesystem>
#include <string>

namespace workbench {

// Profiles of the user's own: one JSON file each, of the same form as those that come with the program. A table is mapped by
// hand once, and known from then on.

/// Where this user's profiles lie: plumbline/profiles below $XDG_DATA_HOME or ~/.local/share. Empty where neither is known.
[[nodiscard]] std::filesystem::path ownProfilesFolder();

/// The files in `folder` that are no profiles, and so know no table: the subject is the path, the detail says why.
[[nodiscard]] std::vector<support::Error> unreadProfiles(const std::filesystem::path &folder);

/// Profiles to try, and the files that are none and so were passed over.
struct FoundProfiles {
    exchange::Profiles profiles;
    std::vector<support::Error> unread = {};
};

/// `standard` behind the user's profiles in `folder` (none where it is empty or not there), so that these win where both know a
/// table. With a `file` its profile is the only one, and `only` becomes its name. Fails with UnknownProfile where `file` is none,
/// and FileMissing.
[[nodiscard]] support::Result<FoundProfiles> withOwnProfiles(const exchange::Profiles &standard,
                                                             const std::filesystem::path &folder,
                                                             const std::filesystem::path &file, std::string &only);

/// The file of the user's profile `name` in `folder`. Fails with BadChoice for a name that is no file's or that a profile of the
/// program has.
[[nodiscard]] support::Result<std::filesystem::path> ownProfileFile(const std::string &name, const std::filesystem::path &folder);

/// Keeps how the files of `plan` are read as the user's profile `name` in `folder`, which is made where it is not there; one of
/// the same name is replaced. Gives its path. Fails as `ownProfileFile` does, and with FileUnwritable.
[[nodiscard]] support::Result<std::filesystem::path> saveOwnProfile(const exchange::ImportPlan &plan, const std::string &name,
                                                                    const std::filesystem::path &folder);

} // namespace workbench
