// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profile.h"
#include "exchange/stagewords.h"
#include "importfixture.h"

#include <gmock/gmock.h>

#include <set>

namespace exchange {

using support::ErrorCode;

TEST(Profile, ThoseOfTheProgramAreAllSound)
{
    std::set<std::string> ids;
    for (const Profile &profile : builtinProfiles()) {
        EXPECT_TRUE(ids.insert(profile.id).second) << profile.id;
        EXPECT_EQ(profile.title.empty(), profile.generic);
    }
    EXPECT_THAT(ids, testing::IsSupersetOf({"salesforce", "hubspot", "pipedrive", "odoo", "zoho", "crm_zh", "maven", "bpi2012",
                                            "x_education", "olist", "ibm_win_loss", "helpdesk", "generic"}));
}

TEST(Profile, EveryStageLeadsToAStageOfItsPipeline)
{
    for (const Profile &profile : builtinProfiles()) {
        auto targets = stageChoices(profile);
        targets.emplace_back("ignore");
        for (const auto &[stage, target] : profile.stages)
            EXPECT_THAT(targets, testing::Contains(target)) << profile.id << ": " << stage;
    }
}

TEST(Profile, MeaningsHaveOneNameEach)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < meaningCount; ++i) {
        const auto meaning = static_cast<Meaning>(i);
        EXPECT_TRUE(names.insert(name(meaning)).second);
        EXPECT_EQ(meaningNamed(name(meaning)), meaning);
    }
    EXPECT_EQ(meaningNamed("nonsense"), std::nullopt);
    EXPECT_EQ(roleNamed("history"), TableRole::History);
}

TEST(Profile, SaysWhereADocumentIsWrong)
{
    const auto subject = [](std::string_view json) { return parseProfile(json).error().subject; };
    EXPECT_EQ(parseProfile("{").error().code, ErrorCode::UnknownProfile);
    EXPECT_EQ(subject("[]"), "");
    EXPECT_EQ(subject(R"({"id":"x"})"), "tables");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"dragons"}]})"), "tables.role");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals","identify":["a"],"columns":{"a":"dragon"}}]})"), "columns.a");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals"}]})"), "tables.identify");
    EXPECT_EQ(subject(R"({"id":"x","currency":"euro","tables":[{}]})"), "currency");
    EXPECT_EQ(subject(R"({"id":"x","pipeline":{"id":"p"},"tables":[{}]})"), "pipeline");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals","identify":["a"],"amount_known":"later"}]})"), "amount_known");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals","identify":["a"],"created_in":"  "}]})"), "tables.created_in");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals","identify":["a"],"date_order":{"a":"ymd"}}]})"),
              "tables.date_order");
    EXPECT_EQ(subject(R"({"id":"x","tables":[{"role":"deals","identify":["a"],"decimal_sign":{"a":1}}]})"),
              "tables.decimal_sign");
    for (const std::string days : {"\"30\"", "null", "-3", "1e9", "[]"}) {
        const std::string stage = R"({"id":"s","limit_days":)" + days + "}";
        EXPECT_EQ(subject(R"({"id":"x","pipeline":{"id":"p","stages":[)" + stage + R"(]},"tables":[{}]})"), "pipeline.stages.s")
            << days;
    }
    EXPECT_EQ(subject(R"({"id":"x","pipeline":{"id":"p","stages":[3]},"tables":[{}]})"), "pipeline.stages.id");
}

} // namespace exchange
