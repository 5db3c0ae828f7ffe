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
    EXPECT_EQ(found.unreadProfiles().size(), 1U);
    ASSERT_EQ(unread.size(), 1U);
    EXPECT_EQ(unread[0].subject, (desk.folder / "own/broken.json").string());
    EXPECT_EQ(ImportJob::prepare(*desk.workbench, {table}, {.profileFile = desk.folder / "own/broken.json"}).error().code,
              ErrorCode::UnknownProfile);
    EXPECT_EQ(ImportJob::prepare(*desk.workbench, {table}, {.profileFile = desk.folder / "own/none.json"}).error().code,
              ErrorCode::FileMissing);
}

TEST(OwnProfiles, AreKeptByTheImportThatReadTheFiles)
{
    Desk desk("");
    auto job = ImportJob::prepare(*desk.workbench, {offers(desk)}, {.told = told}).value();
    job.plan().answers["stage:Angebot"] = "negotiating";
    const auto folder = desk.folder / "own";
    const auto file = folder / "ours.json";
    EXPECT_EQ(job.run({.keepAs = "a/b", .ownProfiles = folder}).error().code, ErrorCode::BadChoice);
    EXPECT_FALSE(job.run({.dryRun = true, .keepAs = "ours", .ownProfiles = folder}).value().profile);
    EXPECT_EQ(job.run({.refusedFile = file, .keepAs = "ours", .ownProfiles = folder}).error().code, ErrorCode::FileExists);
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_EQ(desk.workbench->facts(), 0U);
    EXPECT_EQ(job.run({.keepAs = "ours", .ownProfiles = folder}).value().profile->value(), file);
    EXPECT_TRUE(std::filesystem::exists(file));

    const auto report = job.run({.keepAs = "ours", .ownProfiles = desk.put("file", "") / "below"}).value();
    EXPECT_EQ(report.profile->error().code, ErrorCode::FileUnwritable) << "the import is done all the same";
    EXPECT_GT(report.unchanged, 0U);
}

TEST(OwnProfiles, AreKeptInPlaceOfTheOneThatTheFilesWereReadBy)
{
    Desk desk("");
    const auto table = offers(desk);
    const auto folder = desk.folder / "own";
    const auto first = ImportJob::prepare(*desk.workbench, {table}, {.told = told}).value();
    const auto file = saveOwnProfile(first.plan(), "ours", folder).value();
    auto job = ImportJob::prepare(*desk.workbench, {table}, {.profileFile = file}).value();
    EXPECT_EQ(job.run({.refusedFile = file}).error().code, ErrorCode::FileExists);
    job.plan().answers["stage:Angebot"] = "negotiating";
    EXPECT_EQ(job.run({.keepAs = "ours", .ownProfiles = folder}).value().profile->value(), file);
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
