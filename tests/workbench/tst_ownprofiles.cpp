// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/ownprofiles.h"

#include <fstream>

using exchange::Meaning;
using support::ErrorCode;
using tests::Desk;
using namespace workbench;

namespace {

const exchange::Told told{.columns = {{"Vorgang", Meaning::DealName}, {"Phase", Meaning::Stage}}};

std::filesystem::path offers(Desk &desk)
{
    return desk.put("offers.csv", "Vorgang;Phase\nA1;Angebot\n");
}

} // namespace

TEST(OwnProfiles, AreKnownByThemselvesOnceTheyAreKept)
{
    Desk desk("");
    const auto file = offers(desk);
    const auto folder = desk.folder / "new/profiles";
    EXPECT_EQ(ImportJob::prepare(*desk.workbench, {file}, {.ownProfiles = folder}).error().code, ErrorCode::UnknownColumns);
    auto job = ImportJob::prepare(*desk.workbench, {file}, {.told = told}).value();
    job.plan().answers["stage:Angebot"] = "negotiating";
    EXPECT_EQ(saveOwnProfile(job.plan(), "ours", folder).value(), folder / "ours.json");
    auto again = ImportJob::prepare(*desk.workbench, {file}, {.ownProfiles = folder}).value();
    EXPECT_EQ(again.plan().recognition.profile->id, "ours");
    EXPECT_EQ(again.run({}).value().refused, 0U);
    EXPECT_TRUE(ImportJob::prepare(*desk.workbench, {file}, {.profileFile = folder / "ours.json"}));
}

TEST(OwnProfiles, ComeBeforeThoseOfTheProgramAndStopNothingWhenTheyAreBroken)
{
    Desk desk("");
    const auto table = desk.put("t.csv", "Deal Name,Customer,Stage,Amount,Net\nA,Edge,Proposal,5,3\n");
    auto job = ImportJob::prepare(*desk.workbench, {table}, {.told = {.columns = {{"Net", Meaning::Amount}}}}).value();
    ASSERT_TRUE(saveOwnProfile(job.plan(), "net", desk.folder / "own"));
    std::ofstream(desk.folder / "own/broken.json") << "{";
    const auto found = ImportJob::prepare(*desk.workbench, {table}, {.ownProfiles = desk.folder / "own"}).value();
    EXPECT_EQ(found.plan().recognition.profile->id, "net");
    const auto unread = unreadProfiles(desk.folder / "own");
    ASSERT_EQ(unread.size(), 1U);
    EXPECT_EQ(unread[0].subject, (desk.folder / "own/broken.json").string());
    EXPECT_EQ(ImportJob::prepare(*desk.workbench, {table}, {.profileFile = desk.folder / "own/broken.json"}).error().code,
              ErrorCode::UnknownProfile);
    EXPECT_EQ(ImportJob::prepare(*desk.workbench, {table}, {.profileFile = desk.folder / "own/none.json"}).error().code,
              ErrorCode::FileMissing);
}

TEST(OwnProfiles, HaveNamesOfTheirOwnThatFilesCanHave)
{
    Desk desk("");
    const auto job = ImportJob::prepare(*desk.workbench, {offers(desk)}, {.told = told}).value();
    for (const char *name : {"", "a/b", "..", "salesforce", "two\nlines"})
        EXPECT_EQ(saveOwnProfile(job.plan(), name, desk.folder / "own").error().code, ErrorCode::BadChoice) << name;
    EXPECT_EQ(saveOwnProfile(job.plan(), "ours", desk.put("file", "") / "below").error().code, ErrorCode::FileUnwritable);
    EXPECT_TRUE(saveOwnProfile(job.plan(), "我们的 CRM", desk.folder / "own"));
}
