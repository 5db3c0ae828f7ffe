// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors

// The importer against exports of real systems. They are not part of the project: PLUMBLINE_DATA names the folder, else it is
// looked for beside the source; without it these tests are skipped.

#include "exchange/bytefile.h"
#include "importfixture.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

namespace exchange {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::filesystem::path dataFolder()
{
    const char *named = std::getenv("PLUMBLINE_DATA");
    return named != nullptr ? std::filesystem::path(named) : std::filesystem::path(PLUMBLINE_TEST_DATA) / "../../../shared/data";
}

class RealSets : public testing::Test {
protected:
    void SetUp() override
    {
        if (!std::filesystem::is_directory(dataFolder()))
            GTEST_SKIP() << "no folder of real data at " << dataFolder() << " (set PLUMBLINE_DATA)";
    }

    /// The import of `files`, made once for all the tests that look at it.
    static const Imported &import(const std::vector<std::string> &files, const std::map<std::string, std::string> &answers = {})
    {
        static std::map<std::pair<std::vector<std::string>, std::map<std::string, std::string>>, Imported> done;
        const auto key = std::pair(files, answers);
        if (!done.contains(key)) {
            std::vector<Input> inputs;
            for (const std::string &file : files)
                inputs.push_back(fileInput(dataFolder() / file).value());
            done.emplace(key, importAll(inputs, answers));
        }
        return done.at(key);
    }

    static const Imported &maven(const std::string &variant)
    {
        std::vector<std::string> files;
        for (const char *file : {"sales_pipeline.csv", "data_dictionary.csv", "accounts.csv", "products.csv", "sales_teams.csv"})
            files.push_back("maven_crm/" + variant + '/' + file);
        return import(files);
    }

    static const Imported &bpi()
    {
        return import({"bpi2012_asof/asof_2011-12-01_opportunities.csv", "bpi2012_asof/asof_2011-12-01_stage_history.csv"});
    }

    static const Imported &salesforce(const std::map<std::string, std::string> &answers = {})
    {
        return import({"salesforce/Account.csv", "salesforce/Contact.csv", "salesforce/Lead.csv", "salesforce/Opportunity.csv",
                       "salesforce/OpportunityHistory.csv"},
                      answers);
    }

    static const Imported &zoho()
    {
        return import({"zoho/Accounts.csv", "zoho/Calls.csv", "zoho/Campaign_Lead_Status.csv", "zoho/Campaigns.csv",
                       "zoho/Contacts.csv", "zoho/Events.csv", "zoho/Leads.csv", "zoho/Potentials.csv", "zoho/Quotes.csv",
                       "zoho/Tasks.csv", "zoho/Users.csv"});
    }
};

std::string headerMeaning(const Imported &imported, const std::string &header)
{
    for (const TableUse &table : imported.recognition.tables) {
        for (const ColumnUse &column : table.columns) {
            if (column.header == header)
                return std::string(name(column.meaning)) + (column.reason.empty() ? "" : ":" + column.reason);
        }
    }
    return "no such column";
}

} // namespace

TEST_F(RealSets, MavenJoinsItsFourFilesAndLeavesTheDictionaryOut)
{
    for (const char *variant : {"iso_dates", "us_dates"}) {
        const auto &set = maven(variant);
        EXPECT_EQ(set.recognition.profile->id, "maven");
        EXPECT_THAT(set.recognition.unused, ElementsAre(testing::Field(&UnusedTable::name, "data_dictionary.csv"))) << variant;
        EXPECT_THAT(set.questions(), IsEmpty());
        EXPECT_EQ(set.count("deal"), 8800U);
        EXPECT_EQ(set.count("event.won"), 4238U);
        EXPECT_EQ(set.count("event.lost"), 2473U);
        EXPECT_EQ(set.count("event.stage"), 8800U) << "500 are prospects; all others were engaged, on the day the file says";
        EXPECT_EQ(set.with({"\"type\":\"person\"", "\"role\":\"rep\""}), 35U);
        EXPECT_EQ(set.with({"\"type\":\"person\"", "\"role\":\"manager\""}), 6U);
        EXPECT_EQ(set.with({"\"type\":\"team\"", "\"kind\":\"region\""}), 3U);
        EXPECT_EQ(set.counts.refused, 0U);
    }
}

TEST_F(RealSets, MavenGivesTheSameFactsFromIsoAndUsDates)
{
    EXPECT_EQ(maven("iso_dates").facts, maven("us_dates").facts);
}

TEST_F(RealSets, MavenGtxProWithoutItsSpaceIsTheProductGtxPro)
{
    const auto &set = maven("iso_dates");
    EXPECT_EQ(set.count("product"), 7U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"product\":\"GTX Pro\""}), 1480U);
    EXPECT_EQ(set.counts.notes.counts().at({"value_replaced", "product", "GTXPro → GTX Pro"}), 1480U);
}

TEST_F(RealSets, MavenTechnolgyIsTechnology)
{
    const auto &set = maven("iso_dates");
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "\"industry\":\"technology\""}), 12U);
    EXPECT_EQ(set.with({"technolgy"}), 0U);
}

TEST_F(RealSets, MavenDealsWithoutAnAccountGetACustomerOfTheirOwn)
{
    const auto &set = maven("us_dates");
    EXPECT_EQ(set.note("deal_without_customer"), 1425U);
    EXPECT_EQ(set.with({"\"type\":\"customer\"", "assumed_customer"}), 1425U);
    EXPECT_EQ(set.count("customer"), 85U + 1425U);
}

TEST_F(RealSets, MavenProspectingHasNoEngageDateAndBeginsWithTheExport)
{
    const auto &set = maven("iso_dates");
    EXPECT_EQ(set.note("creation_assumed"), 500U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"prospecting\""}), 500U);
    EXPECT_EQ(set.with({"\"kind\":\"stage\"", "\"stage\":\"engaging\""}), 8300U) << "all that bear an engage date";
}

TEST_F(RealSets, MavenAmountsAreKnownAtTheCloseAndALostZeroIsNoAmount)
{
    const auto &set = maven("iso_dates");
    EXPECT_EQ(set.count("event.amount"), 0U);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"deal\":\"1C1I7A6R\"", "\"amount\":\"1054\"", "\"currency\":\"USD\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"lost\"", "amount"}), 0U);
}

TEST_F(RealSets, MavenBringsItsOwnPipeline)
{
    const auto &set = maven("iso_dates");
    EXPECT_EQ(set.recognition.profile->pipeline->stages.size(), 2U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"pipeline\":\"maven\""}), 8800U);
}

TEST_F(RealSets, IbmKeepsTheLiteralCompetitorNone)
{
    const auto &set = import({"ibm_win_loss/sales_win_loss.csv"});
    EXPECT_EQ(set.recognition.profile->id, "ibm_win_loss");
    EXPECT_GT(set.with({"\"Competitor Type\":\"None\""}), 7000U);
    EXPECT_GT(set.with({"\"Competitor Type\":\"Unknown\""}), 45'000U);
}

TEST_F(RealSets, IbmRepeatedRowsCountOnceAndContradictingOnesAreRefused)
{
    const auto &set = import({"ibm_win_loss/sales_win_loss.csv"});
    EXPECT_EQ(set.count("deal"), 62'303U);
    EXPECT_EQ(set.note("row_repeated"), 33U);
    EXPECT_EQ(set.counts.refused, 84U);
    EXPECT_EQ(set.counts.reasons.at(RefusalReason::RepeatedId), 84U);
    EXPECT_EQ(set.count("event.won") + set.count("event.lost"), 62'303U);
}

TEST_F(RealSets, IbmLeaksAreLeftOutAndSaidToBe)
{
    const auto &set = import({"ibm_win_loss/sales_win_loss.csv"});
    for (const char *header : {"Total Days Identified Through Closing", "Total Days Identified Through Qualified",
                               "Ratio Days Identified To Total Days", "Ratio Days Validated To Total Days",
                               "Ratio Days Qualified To Total Days", "Sales Stage Change Count", "Elapsed Days In Sales Stage"}) {
        EXPECT_EQ(headerMeaning(set, header), "ignored:leak") << header;
        EXPECT_EQ(set.with({header}), 0U);
    }
}

TEST_F(RealSets, IbmHasNoDatesAndNoOwnersAndAsks)
{
    EXPECT_THAT(import({"ibm_win_loss/sales_win_loss.csv"}).questions(), ElementsAre("owner", "row_time:sales_win_loss.csv"));
}

TEST_F(RealSets, BpiTakesOutcomesFromTheHistory)
{
    const auto &set = bpi();
    EXPECT_EQ(set.recognition.profile->id, "bpi2012");
    EXPECT_THAT(set.questions(), IsEmpty());
    EXPECT_EQ(set.count("deal"), 5337U);
    EXPECT_EQ(set.count("event.won"), 724U);
    EXPECT_EQ(set.count("event.lost"), 3105U + 801U);
    EXPECT_EQ(set.counts.refused, 0U);
}

TEST_F(RealSets, BpiOffsetsAcrossTheChangeOfSummerTimeAreInstants)
{
    const auto &set = bpi();
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"id\":\"bpi2012:173688\"", "\"occurred_at\":\"2011-09-30T22:38:44.546Z\""}), 1U);
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"deal\":\"bpi2012:173694\"", "\"occurred_at\":\"2011-11-04T15:04:52.612Z\""}), 1U);
}

TEST_F(RealSets, BpiStatesAtOneInstantAndRepeatedStatesGiveOneMoveEach)
{
    const auto &set = bpi();
    EXPECT_EQ(set.with({"\"deal\":\"bpi2012:173688\"", "\"kind\":\"stage\""}), 5U)
        << "submitted, preaccepted, accepted, offered, answered";
    EXPECT_EQ(set.with({"\"deal\":\"bpi2012:173688\"", "\"kind\":\"won\""}), 1U);
    EXPECT_EQ(set.count("event.amount"), 5337U) << "an amount that does not change is told once";
}

TEST_F(RealSets, XEducationSelectIsAPlaceholderInEveryCell)
{
    const auto &set = import({"x_education/leads.csv"});
    EXPECT_EQ(set.count("lead"), 9240U);
    EXPECT_EQ(set.note("placeholder"), 13'380U);
    EXPECT_EQ(set.with({"Select"}), 0U);
    EXPECT_THAT(set.questions(), ElementsAre("row_time:leads.csv"));
}

TEST_F(RealSets, XEducationRowsWrappedInQuotesAreUnwrapped)
{
    const auto &clean = import({"x_education/leads.csv"});
    const auto &wrapped = import({"x_education/leads_338_rows_wrapped_in_quotes.csv"});
    EXPECT_EQ(wrapped.note("row_unwrapped"), 338U);
    EXPECT_EQ(wrapped.facts, clean.facts);
    EXPECT_EQ(wrapped.counts.refused, 0U);
}

TEST_F(RealSets, XEducationATrailingEmptyColumnChangesNothing)
{
    EXPECT_EQ(import({"x_education/leads_trailing_empty_column.csv"}).facts, import({"x_education/leads.csv"}).facts);
}

TEST_F(RealSets, XEducationLeaksAndConstantColumnsAreLeftOut)
{
    const auto &set = import({"x_education/leads.csv"});
    for (const char *header : {"Tags", "Lead Quality", "Lead Profile", "Last Activity", "Last Notable Activity"})
        EXPECT_EQ(headerMeaning(set, header), "ignored:leak") << header;
    EXPECT_EQ(headerMeaning(set, "Magazine"), "ignored:constant");
    EXPECT_EQ(headerMeaning(set, "TotalVisits"), "behaviour");
}

TEST_F(RealSets, OlistReadsDayFirstDatesBecauseTheColumnProvesThem)
{
    const auto &set = import({"olist/mql_dmy.csv", "olist/closed_deals_iso.csv"});
    EXPECT_EQ(set.recognition.profile->id, "olist");
    EXPECT_THAT(set.questions(), IsEmpty());
    EXPECT_EQ(set.count("lead"), 8000U);
    EXPECT_EQ(set.count("event.won"), 842U);
    EXPECT_EQ(set.count("event.lost"), 0U);
    EXPECT_EQ(set.with({"\"type\":\"lead\"", "\"id\":\"olist:dac32acd4db4c29c230538b72f8dd87d\"",
                        "\"occurred_at\":\"2018-01-31T16:00:00Z\""}),
              1U)
        << "1 February in Shanghai";
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"lead\":\"olist:"}), 842U);
}

TEST_F(RealSets, OlistAFileWithoutItsHeaderIsTheSameLeads)
{
    const auto &bare = import({"olist/mql_iso_no_header.csv", "olist/closed_deals_iso_no_header.csv"});
    EXPECT_EQ(bare.count("lead"), 8000U);
    EXPECT_EQ(bare.count("event.won"), 842U);
    EXPECT_EQ(bare.with({"\"type\":\"lead\"", "\"id\":\"olist:dac32acd4db4c29c230538b72f8dd87d\"", "\"source\":\"social\""}), 1U);
}

TEST_F(RealSets, OlistATruncatedMonthFirstFileGivesTheRowsItHas)
{
    const auto &set = import({"olist/mql_dmy.csv", "olist/closed_deals_mdy_380_of_842.csv"});
    EXPECT_EQ(set.count("event.won"), 380U);
    EXPECT_THAT(set.questions(), ElementsAre("owner"));
    EXPECT_EQ(set.with({"\"kind\":\"won\"", "\"occurred_at\":\"2018-02-26T11:58:00Z\""}), 1U);
}

TEST_F(RealSets, OlistTheOneWonBeforeItsFirstContactIsSaid)
{
    EXPECT_EQ(import({"olist/mql_dmy.csv", "olist/closed_deals_iso.csv"}).note("closed_before_created"), 1U);
}

TEST_F(RealSets, OlistColumnsThatAreMostlyEmptyAreKeptWhereTheyAreFilled)
{
    EXPECT_EQ(import({"olist/mql_dmy.csv", "olist/closed_deals_iso.csv"}).with({"\"type\":\"deal\"", "\"has_company\""}), 63U);
}

TEST_F(RealSets, ZohoReadsItsAmountsDatesAndNames)
{
    const auto &set = zoho();
    EXPECT_EQ(set.recognition.profile->id, "zoho");
    EXPECT_THAT(set.questions(), IsEmpty());
    EXPECT_EQ(set.count("deal"), 3632U);
    EXPECT_EQ(set.count("event.won"), 1425U);
    EXPECT_EQ(set.count("event.lost"), 485U);
    EXPECT_EQ(set.count("event.amount"), 3632U);
    EXPECT_GE(set.with({"\"kind\":\"amount\"", "\"amount\":\"22700\"", "\"currency\":\"USD\""}), 1U);
    EXPECT_GE(set.with({"\"type\":\"deal\"", "\"name\":\"Lewis, James\"", "\"occurred_at\":\"2021-04-14T16:02:00Z\""}), 1U);
    EXPECT_EQ(set.counts.reasons.count(RefusalReason::BadDate), 0U);
    EXPECT_EQ(set.counts.reasons.count(RefusalReason::BadAmount), 0U);
}

TEST_F(RealSets, ZohoAPotentialTakesTheCompanyOfItsLead)
{
    const auto &set = zoho();
    EXPECT_EQ(set.note("customer_from_lead"), 3632U);
    EXPECT_EQ(headerMeaning(set, "Probability"), "ignored:not_of_the_stage");
}

TEST_F(RealSets, ZohoCallsThatNameNobodyAreTheOnlyRowsRefused)
{
    const auto &set = zoho();
    EXPECT_EQ(set.counts.refused, set.counts.reasons.at(RefusalReason::Missing));
    EXPECT_TRUE(std::ranges::all_of(set.refusals,
                                    [](const Refusal &one) { return one.file == "Calls.csv" || one.file == "Events.csv"; }));
    EXPECT_EQ(set.count("activity") + set.counts.refused, 4100U + 2978U);
}

TEST_F(RealSets, SalesforceReadsHalfDaysAndTruthInCapitals)
{
    const auto &set = salesforce();
    EXPECT_EQ(set.recognition.profile->id, "salesforce");
    EXPECT_THAT(set.questions(), ElementsAre("currency"));
    EXPECT_EQ(set.count("deal"), 36U);
    EXPECT_EQ(set.count("customer"), 18U);
    EXPECT_EQ(set.count("contact"), 25U);
    EXPECT_EQ(set.count("lead"), 22U);
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_GE(set.with({"\"type\":\"event\"", "\"occurred_at\":\"2026-02-23T12:55:00Z\""}), 31U)
        << "02/23/26 08:55 PM in Shanghai";
}

TEST_F(RealSets, SalesforceHistoryIsToldInOrderWhateverTheOrderOfItsRows)
{
    const auto &set = salesforce();
    EXPECT_EQ(set.count("event.won"), 19U);
    EXPECT_EQ(set.count("event.lost"), 8U);
    EXPECT_EQ(set.count("event.reopened"), 7U) << "won, later found lost";
}

TEST_F(RealSets, SalesforceAmountsTakeTheCurrencyThatWasAnswered)
{
    EXPECT_EQ(salesforce({{"currency", "USD"}}).with({"\"kind\":\"amount\"", "\"currency\":\"USD\""}), 31U);
    EXPECT_EQ(salesforce().with({"\"kind\":\"amount\"", "\"currency\":\"CNY\""}), 31U);
}

TEST_F(RealSets, HelpdeskTicketsBeginWithTheirFirstEvent)
{
    const auto &set = import({"helpdesk/events.csv"});
    EXPECT_EQ(set.recognition.profile->id, "helpdesk");
    EXPECT_THAT(set.questions(), IsEmpty());
    EXPECT_EQ(set.count("deal"), 4580U);
    EXPECT_EQ(set.counts.refused, 0U);
    EXPECT_EQ(set.with({"\"type\":\"deal\"", "\"id\":\"helpdesk:Case3608\"", "\"occurred_at\":\"2010-01-13T06:40:25Z\""}), 1U);
}

TEST_F(RealSets, DialoguesAreNoTableOfSales)
{
    const std::vector<Input> inputs{fileInput(dataFolder() / "crosswoz_zh/val_utterances.tsv").value()};
    EXPECT_EQ(recognise(inputs, builtinProfiles(), testContext()).error().code, support::ErrorCode::UnknownColumns);
}

} // namespace exchange
