// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/playbookwords.h"

#include <gtest/gtest.h>

#include <set>

using domain::fromWord;
using domain::Measure;
using domain::MeasureOwner;
using domain::ownerOf;
using domain::RuleSubject;
using domain::word;

TEST(PlaybookWords, AreReadBackToTheirEnumerators)
{
    EXPECT_EQ(fromWord<domain::Comparison>(">="), domain::Comparison::AtLeast);
    EXPECT_EQ(word(domain::Proposal::Coach), "coach");
    EXPECT_EQ(word(domain::Missing::Material), "material");
    EXPECT_EQ(word(domain::Quadrant::LowLong), "low_long");
    EXPECT_EQ(word(domain::FieldType::Flag), "flag");
    EXPECT_EQ(fromWord<domain::Severity>("fatal"), std::nullopt);
}

TEST(PlaybookWords, GiveEverySignalItsOwnBitAndWord)
{
    std::set<std::string_view> words;
    domain::Signals bits = 0;
    for (const auto &[name, signal] : domain::signalWords) {
        EXPECT_TRUE(words.insert(name).second) << name;
        EXPECT_FALSE(has(bits, signal)) << name;
        bits |= static_cast<domain::Signals>(signal);
    }
}

TEST(PlaybookWords, KnowWhatEveryDealHasAnyway)
{
    EXPECT_TRUE(domain::isBuiltIn("amount"));
    EXPECT_FALSE(domain::isBuiltIn("pain_points"));
}

TEST(Measures, HaveNamesThatAreReadBack)
{
    for (std::size_t i = 0; i < domain::measures.size(); ++i)
        EXPECT_EQ(domain::measureNamed(domain::measures.at(i).id), static_cast<Measure>(i));
    EXPECT_EQ(domain::measureNamed("mood"), std::nullopt);
}

TEST(Measures, BelongToADealALeadOrAPerson)
{
    EXPECT_EQ(ownerOf(Measure::Health), MeasureOwner::Deal);
    EXPECT_EQ(ownerOf(Measure::Amount), MeasureOwner::Deal);
    EXPECT_EQ(ownerOf(Measure::LeadAgeDays), MeasureOwner::Lead);
    EXPECT_EQ(ownerOf(Measure::LeadDaysUnread), MeasureOwner::Lead);
    EXPECT_EQ(ownerOf(Measure::ShareWithoutSubstance), MeasureOwner::Person);
    EXPECT_EQ(ownerOf(Measure::OpenDeals), MeasureOwner::Person);
    EXPECT_EQ(ownerOf(RuleSubject::WonDeal), MeasureOwner::Deal);
    EXPECT_EQ(ownerOf(RuleSubject::Person), MeasureOwner::Person);
}
