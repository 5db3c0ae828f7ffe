// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/ownprofiles.h"

#include "exchange/profilewriter.h"
#include "workbench/standardplaybook.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace workbench {

namespace fs = std::filesystem;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::string_view suffix = ".json";

Result<exchange::Profile> readProfile(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(ErrorCode::FileMissing, path.string(), "the profile cannot be read");
    std::ostringstream text;
    text << file.rdbuf();
    auto profile = exchange::parseProfile(text.str());
    if (!profile)
        return failure(ErrorCode::UnknownProfile, path.string(), profile.error().subject + ": " + profile.error().detail);
    return profile;
}

/// The profiles in `folder`, in the order of their names.
FoundProfiles foundIn(const fs::path &folder)
{
    std::vector<fs::path> paths;
    std::error_code missing;
    for (fs::directory_iterator entry(folder, missing), end; !missing && entry != end; entry.increment(missing)) {
        if (entry->path().extension() == suffix)
            paths.push_back(entry->path());
    }
    std::ranges::sort(paths);
    FoundProfiles found;
    for (const fs::path &path : paths) {
        if (auto profile = readProfile(path))
            found.profiles.push_back(*std::move(profile));
        else
            found.unread.push_back(std::move(profile.error()));
    }
    return found;
}

bool mayBeName(const std::string &name)
{
    constexpr std::size_t longest = 100;
    const bool visible = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '/'; });
    return !name.empty() && name.size() <= longest && name.front() != '.' && visible;
}

} // namespace

fs::path ownProfilesFolder()
{
    const fs::path inside = fs::path("plumbline") / "profiles";
    if (const char *data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return data / inside;
    const char *home = std::getenv("HOME");
    return home == nullptr || *home == '\0' ? fs::path() : fs::path(home) / ".local/share" / inside;
}

std::vector<support::Error> unreadProfiles(const fs::path &folder)
{
    return foundIn(folder).unread;
}

Result<FoundProfiles> withOwnProfiles(const exchange::Profiles &standard, const fs::path &folder, const fs::path &file,
                                      std::string &only)
{
    if (!file.empty()) {
        auto profile = readProfile(file);
        if (!profile)
            return tl::unexpected(profile.error());
        only = profile->id;
        return FoundProfiles{{*std::move(profile)}};
    }
    FoundProfiles found = foundIn(folder);
    found.profiles.insert(found.profiles.end(), standard.begin(), standard.end());
    return found;
}

Result<fs::path> ownProfileFile(const std::string &name, const fs::path &folder)
{
    const exchange::Profiles standard = standardProfiles();
    if (!mayBeName(name) || std::ranges::find(standard, name, &exchange::Profile::id) != standard.end())
        return failure(ErrorCode::BadChoice, name, "a profile needs a name of its own that a file can have");
    return folder / (name + std::string(suffix));
}

Result<fs::path> saveOwnProfile(const exchange::ImportPlan &plan, const std::string &name, const fs::path &folder)
{
    const auto file = ownProfileFile(name, folder);
    if (!file)
        return file;
    const fs::path &path = *file;
    std::error_code error;
    fs::create_directories(folder, error);
    fs::path growing = path;
    growing += ".part";
    std::ofstream written(growing, std::ios::binary | std::ios::trunc);
    written << exchange::profileOf(plan, name);
    written.close();
    if (written)
        fs::rename(growing, path, error);
    if (!written || error)
        return failure(ErrorCode::FileUnwritable, path.string(), "the profile cannot be kept");
    return path;
}

} // namespace workbench
