// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profilewriter.h"
#include "importfixture.h"

#include <gmock/gmock.h>

namespace exchange {

using testing::ElementsAre;

namespace {

const std::string odd = "Unsere Vorgänge;;;\nVorgang;Kunde;Phase;Summe\nA1;Edge;Angebot;5000\nB1;Kante;Gewonnen;700\n";

const std::vector<ToldColumn> said{
    {"vorgang", Meaning::DealName}, {"Kunde", Meaning::CustomerName}, {"Phase", Meaning::Stage}, {"Summe", Meaning::Amount}};

support::Result<Recognition> look(const std::vector<Input> &inputs, const Told &told)
{
    return recognise(inputs, builtinProfiles(), testContext(), told);
}

std::vector<std::string> meanings(const TableUse &table)
{
    std::vector<std::string> words;
    for (const ColumnUse &column : table.columns)
        words.emplace_back(name(column.meaning));
    return words;
}

} // namespace

TEST(Told, ColumnsLetATableBeReadThatNoProfileKnows)
{
    const std::vector<Input> inputs{memoryInput("odd.csv", odd)};
    const auto found = look(inputs, {.columns = said}).value();
    ASSERT_EQ(found.tables.size(), 1U);
    EXPECT_EQ(found.tables[0].role, TableRole::Deals);
    EXPECT_EQ(found.tables[0].headerLine, 2U) << "a title stands above it";
    EXPECT_EQ(found.tables[0].rows, 2U);
    EXPECT_THAT(meanings(found.tables[0]), ElementsAre("deal_name", "customer_name", "stage", "amount"));
    std::vector<std::string> asked;
    for (const Question &question : found.questions)
        asked.push_back(question.key());
    EXPECT_THAT(asked, ElementsAre("currency", "owner", "stage:Angebot", "stage:Gewonnen", "row_time:odd.csv"));
}

TEST(Told, WhatNobodySpeaksOfIsReadByCommonWords)
{
    const std::vector<Input> inputs{memoryInput("odd.csv", "Vorgang,Owner,Amount\nA1,Ann,5\n")};
    const auto found = look(inputs, {.columns = {{"Vorgang", Meaning::DealName}}}).value();
    EXPECT_THAT(meanings(found.tables[0]), ElementsAre("deal_name", "owner_name", "amount"));
}

TEST(Told, StandsAboveWhatWasRecognised)
{
    const std::vector<Input> inputs{
        memoryInput("t.csv", "Deal Name,Customer,Stage,Amount,Net,Owner,Created\nA,Edge,Proposal,5,3,Ann,2026-04-03\n")};
    const auto found = look(inputs, {.columns = {{"Net", Meaning::Amount}, {"Owner", Meaning::Ignored}}}).value();
    EXPECT_EQ(found.profile->id, "generic");
    EXPECT_THAT(meanings(found.tables[0]),
                ElementsAre("deal_name", "customer_name", "stage", "custom", "amount", "ignored", "created_at"));
}

TEST(Told, OfOneFileIsAboutThatFileOnly)
{
    const std::vector<Input> inputs{memoryInput("a.csv", "Vorgang,Wert\nA1,5\n"), memoryInput("b.csv", "Name,Wert\nEdge,big\n")};
    const auto found =
        look(inputs,
             {.columns = {{"Vorgang", Meaning::DealName}, {"Wert", Meaning::Amount, "a.csv"}, {"Wert", Meaning::Size, "b.csv"}}})
            .value();
    ASSERT_EQ(found.tables.size(), 2U);
    EXPECT_EQ(found.tables[0].role, TableRole::Customers) << "size says so, and customers come before deals";
    EXPECT_THAT(meanings(found.tables[0]), ElementsAre("custom", "size"));
    EXPECT_THAT(meanings(found.tables[1]), ElementsAre("deal_name", "amount"));
}

TEST(Told, ATableWithoutAHeaderHasColumnsOfLetters)
{
    const std::vector<Input> inputs{memoryInput("bare.csv", "A1,Edge,5000\nB,Kante,700\n")};
    Told told{.columns = {{"A", Meaning::DealName}, {"b", Meaning::CustomerName}, {"C", Meaning::Amount}}};
    EXPECT_EQ(look(inputs, told).error().code, support::ErrorCode::BadChoice) << "B is a cell, and A and C are nowhere";
    told.noHeader = true;
    const auto found = look(inputs, told).value();
    ASSERT_EQ(found.tables.size(), 1U);
    EXPECT_EQ(found.tables[0].rows, 2U) << "the first row is one like the others";
    EXPECT_THAT(meanings(found.tables[0]), ElementsAre("deal_name", "customer_name", "amount"));
    EXPECT_EQ(found.tables[0].columns[1].example, "Edge") << "the first cell that says anything";
    const auto untold = look(inputs, {.noHeader = true});
    EXPECT_EQ(untold.error().subject, "bare.csv: A, B, C");
}

TEST(Told, ColumnsAreLetteredAsInASpreadsheet)
{
    EXPECT_EQ(columnLetters(0), "A");
    EXPECT_EQ(columnLetters(25), "Z");
    EXPECT_EQ(columnLetters(26), "AA");
    EXPECT_EQ(columnLetters(701), "ZZ");
    EXPECT_EQ(columnLetters(702), "AAA");
}

TEST(Told, SaysWhatTheRowsAre)
{
    const std::vector<Input> inputs{memoryInput("a.csv", "Wer,Wo\nAnn,Nord\n")};
    EXPECT_EQ(look(inputs, {}).error().code, support::ErrorCode::UnknownColumns);
    const auto found = look(inputs, {.columns = {{"Wer", Meaning::OwnerName}}, .rows = TableRole::People}).value();
    EXPECT_EQ(found.tables[0].role, TableRole::People);
    EXPECT_THAT(meanings(look(inputs, {.rows = TableRole::Deals}).value().tables[0]), ElementsAre("custom", "custom"))
        << "nothing is known yet, but there is a table to speak of";
    const auto questions = look(inputs, {.rows = TableRole::Deals}).value().questions;
    EXPECT_TRUE(std::ranges::any_of(questions, [](const Question &one) { return one.code == QuestionCode::Owner; }))
        << "and whose the deals are can be answered before it is said which they are";
}

TEST(Told, AColumnThatNoTableHasIsAnError)
{
    const std::vector<Input> inputs{memoryInput("odd.csv", odd)};
    auto columns = said;
    columns.push_back({"Nix", Meaning::OwnerName});
    const auto found = look(inputs, {.columns = columns});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, support::ErrorCode::BadChoice);
    EXPECT_EQ(found.error().subject, "Nix");
    EXPECT_EQ(found.error().detail, "the columns are: Vorgang, Kunde, Phase, Summe");
    EXPECT_EQ(look(inputs, {.columns = {{"Nix", Meaning::OwnerName}}}).error().code, support::ErrorCode::UnknownColumns);
    columns.back() = {"Summe#", Meaning::OwnerName};
    EXPECT_FALSE(look(inputs, {.columns = columns})) << "a header is meant as it stands there";
}

TEST(ProfileWriter, WritesAProfileThatKnowsTheFilesTheNextTime)
{
    const std::vector<Input> inputs{memoryInput("odd.csv", odd)};
    auto columns = said;
    columns.back().meaning = Meaning::Ignored;
    const ImportPlan plan{look(inputs, {.columns = columns}).value(),
                          {{"currency", "EUR"}, {"stage:Angebot", "negotiating"}, {"stage:Gewonnen", "won"}},
                          {}};
    const Profiles own{parseProfile(profileOf(plan, "ours")).value()};
    EXPECT_EQ(own[0].id, "ours");
    EXPECT_EQ(own[0].currency, support::Currency::parse("EUR").value());
    const auto again = recognise(inputs, own, testContext()).value();
    EXPECT_THAT(meanings(again.tables.at(0)), ElementsAre("deal_name", "customer_name", "stage", "ignored"));
    EXPECT_EQ(again.tables[0].headerLine, 2U);
    for (const Question &question : again.questions)
        EXPECT_NE(question.code, QuestionCode::Stage) << question.subject;
}

TEST(ProfileWriter, KeepsHowDatesAndAmountsWereWrittenAndWhoHasTheDealsOfNobody)
{
    const std::string rows = "Deal Name,Customer,Stage,Amount,Owner,Created,Due\nA,Edge,Proposal,1.234,,03/04/2026,05/06/2026\n";
    const std::vector<Input> inputs{memoryInput("deals.csv", rows)};
    ImportContext context = testContext();
    context.knowsThing = [](std::string_view type, const std::string &id) { return type == "person" && id == "p7"; };
    const auto looked = recognise(inputs, builtinProfiles(), context, {.columns = {{"Due", Meaning::NextStepDue}}}).value();
    const ImportPlan plan{looked, {{"date_order:Created", "mdy"}, {"decimal_sign:Amount", "comma"}, {"owner", "p7"}}, {}};
    const Profiles own{parseProfile(profileOf(plan, "ours")).value()};
    const auto again = recognise(inputs, own, context).value();
    std::map<std::string, std::string> standards;
    for (const Question &question : again.questions)
        standards[question.key()] = question.standard;
    EXPECT_EQ(standards["date_order:Created"], "mdy");
    EXPECT_EQ(standards["decimal_sign:Amount"], "comma");
    EXPECT_EQ(standards["owner"], "p7");
    const Imported set = [&] {
        Imported result;
        const ImportHandlers handlers{[&](const RowPlace &, domain::Record record) -> support::Result<void> {
                                          result.facts.push_back(toJson(record));
                                          return {};
                                      },
                                      {},
                                      {}};
        result.counts = importTables(inputs, {again, {}, {}}, context, handlers).value();
        return result;
    }();
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"owner\":\"p7\"", "\"occurred_at\":\"2026-03-03T16:00:00Z\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"amount\"", "\"amount\":\"1234\""}), 1U);
    EXPECT_EQ(set.note("owner_assumed"), 0U);
    context.knowsThing = {};
    const auto elsewhere = recognise(inputs, own, context).value();
    for (const Question &question : elsewhere.questions)
        EXPECT_NE(question.standard, "p7") << "nobody knows p7 here";
}

TEST(ProfileWriter, KeepsWhatAProfileOfTheProgramKnows)
{
    for (const Profile &profile : builtinProfiles()) {
        ImportPlan plan;
        plan.recognition.profile = &profile;
        for (const TableProfile &table : profile.tables) {
            TableUse use;
            use.role = table.role;
            use.amountKnown = table.amountKnown;
            use.createdIn = table.createdIn;
            use.constants = table.constants;
            use.columns = {{.header = "A", .meaning = Meaning::DealName}};
            plan.recognition.tables.push_back(use);
        }
        const Profile back = parseProfile(profileOf(plan, "own")).value();
        EXPECT_EQ(back.prefix, profile.prefix);
        EXPECT_EQ(back.currency, profile.currency);
        EXPECT_EQ(back.placeholders, profile.placeholders);
        EXPECT_EQ(back.stages, profile.stages);
        EXPECT_EQ(back.values, profile.values);
        EXPECT_EQ(back.customerFromDeal, profile.customerFromDeal);
        EXPECT_FALSE(back.generic);
        ASSERT_EQ(back.pipeline.has_value(), profile.pipeline.has_value()) << profile.id;
        for (std::size_t i = 0; profile.pipeline && i < profile.pipeline->stages.size(); ++i) {
            const domain::Stage &stage = back.pipeline->stages.at(i);
            EXPECT_EQ(stage.id, profile.pipeline->stages[i].id);
            EXPECT_EQ(stage.name.zh, profile.pipeline->stages[i].name.zh);
            EXPECT_EQ(stage.limitDays, profile.pipeline->stages[i].limitDays);
            EXPECT_EQ(stage.signedFromHere, profile.pipeline->stages[i].signedFromHere);
        }
        for (std::size_t i = 0; i < profile.tables.size(); ++i) {
            EXPECT_EQ(back.tables[i].role, profile.tables[i].role);
            EXPECT_EQ(back.tables[i].amountKnown, profile.tables[i].amountKnown);
            EXPECT_EQ(back.tables[i].createdIn, profile.tables[i].createdIn);
            EXPECT_EQ(back.tables[i].constants, profile.tables[i].constants);
        }
    }
}

} // namespace exchange
