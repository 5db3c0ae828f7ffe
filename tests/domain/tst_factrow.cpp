// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/factrow.h"

#include <gtest/gtest.h>

#include <limits>

namespace domain {

namespace {

template <class T>
T parsed(std::string_view text)
{
    return T::parse(text).value();
}

const auto deal = parsed<DealId>("D1");
const auto person = parsed<PersonId>("P1");
const auto yuan = parsed<support::Currency>("CNY");
const support::Date day{20'000};

/// Facts reduced in one table of symbols.
class Reduced : public testing::Test {
protected:
    FactRow row(Fact fact) { return reduce(Record::make(std::move(fact), {{5}, {7}}).value(), m_symbols, m_lexicon); }
    FactRow event(EventBody body)
    {
        FactRow reduced = row(DealEvent{{deal, person}, std::move(body)});
        EXPECT_EQ(reduced.subject, key(SymbolKind::Deal, "D1"));
        EXPECT_EQ(reduced.d, key(SymbolKind::Person, "P1"));
        return reduced;
    }
    /// Of what a fact that was reduced before has named.
    SymbolKey key(SymbolKind kind, std::string_view text) const
    {
        const SymbolKey known = m_symbols.find(kind, text);
        EXPECT_NE(known, 0U) << text;
        return known;
    }

    Symbols m_symbols;
    Lexicon m_lexicon{{{"quotation", Signal::Request}}};
};

} // namespace

TEST_F(Reduced, KeepsBothTimesAndLeavesTheRestToTheStore)
{
    const FactRow reduced = event(Reopened{});
    EXPECT_EQ(reduced.kind, RowKind::Reopened);
    EXPECT_EQ(reduced.occurred, support::Instant{5});
    EXPECT_EQ(reduced.recorded, support::Instant{7});
    EXPECT_EQ(reduced.until, support::Instant::max());
    EXPECT_EQ(reduced.number, 0U);
}

TEST_F(Reduced, ACustomerIsItsWords)
{
    Customer customer{parsed<CustomerId>("C1"), parsed<Name>("晨光医院"), {}, {}, parsed<Name>("华东"), {}, {}, {}, person};
    const FactRow reduced = row(customer);
    EXPECT_EQ(reduced.kind, RowKind::Customer);
    EXPECT_EQ(reduced.subject, key(SymbolKind::Customer, "C1"));
    EXPECT_EQ(reduced.object, key(SymbolKind::Word, "华东"));
    EXPECT_EQ(reduced.a, 0U) << "no industry";
    EXPECT_EQ(reduced.d, key(SymbolKind::Person, "P1"));
}

TEST_F(Reduced, ADealIsInTheDefaultPipelineUnlessItSaysOtherwise)
{
    Deal plain{deal, parsed<CustomerId>("C1"), parsed<Name>("试剂"), {}, person, {}, {}, {}, {}};
    const FactRow reduced = row(plain);
    EXPECT_EQ(reduced.kind, RowKind::Deal);
    EXPECT_EQ(reduced.b, key(SymbolKind::Pipeline, "default"));
    EXPECT_EQ(reduced.value, 0);
    plain.lead = parsed<LeadId>("L1");
    plain.currency = yuan;
    const FactRow full = row(plain);
    EXPECT_EQ(full.value >> 32, key(SymbolKind::Lead, "L1"));
    EXPECT_EQ(support::Currency::unpack(static_cast<std::uint32_t>(full.value)), yuan);
}

TEST_F(Reduced, MovesAndDecisionsOnADealNameWhatTheySet)
{
    const FactRow moved = event(StageMoved{{parsed<StageId>("signed")}});
    EXPECT_EQ(moved.kind, RowKind::StageMoved);
    EXPECT_EQ(moved.object, key(SymbolKind::Stage, "signed"));
    EXPECT_EQ(event(StageMoved{}).object, 0U);
    const FactRow given = event(OwnerSet{parsed<PersonId>("P2")});
    EXPECT_EQ(given.object, key(SymbolKind::Person, "P2"));
    EXPECT_EQ(event(GateOverridden{parsed<StageId>("signed"), parsed<Text>("why")}).object, moved.object);
    const FactRow checked = event(ItemChecked{parsed<StageId>("signed"), parsed<ItemId>("seal"), true});
    EXPECT_EQ(checked.object, key(SymbolKind::Item, "seal"));
    EXPECT_EQ(checked.a, key(SymbolKind::Stage, "signed"));
    EXPECT_EQ(checked.b, 1U);
    EXPECT_EQ(event(ItemChecked{parsed<StageId>("signed"), parsed<ItemId>("seal"), false}).b, 0U);
}

TEST_F(Reduced, MoneyIsInMinorUnitsOfItsCurrency)
{
    const FactRow amount = event(AmountSet{parsed<Decimal>("128000.5"), yuan});
    EXPECT_EQ(amount.kind, RowKind::AmountSet);
    EXPECT_EQ(amount.object, yuan.packed());
    EXPECT_EQ(amount.value, 12'800'050);
    const FactRow paid = event(PaymentReceived{parsed<Decimal>("3"), parsed<support::Currency>("JPY")});
    EXPECT_EQ(paid.kind, RowKind::PaymentReceived);
    EXPECT_EQ(paid.value, 3);
}

TEST_F(Reduced, AWonDealHasItsOwnAmountOrTheDeals)
{
    const FactRow silent = event(Won{});
    EXPECT_EQ(silent.kind, RowKind::Won);
    EXPECT_EQ(silent.a, 0U);
    const FactRow full = event(Won{parsed<Decimal>("10"), yuan});
    EXPECT_EQ(full.a, 1U);
    EXPECT_EQ(full.object, yuan.packed());
    EXPECT_EQ(full.value, 1000);
    const FactRow inTheDeals = event(Won{parsed<Decimal>("10"), std::nullopt});
    EXPECT_EQ(inTheDeals.object, 0U);
    EXPECT_EQ(inTheDeals.value, 10'000) << "thousandths";
}

TEST_F(Reduced, ADayIsSetOrTakenAway)
{
    const FactRow set = event(CloseDateSet{{day}});
    EXPECT_EQ(set.object, 1U);
    EXPECT_EQ(set.value, day.days);
    EXPECT_EQ(event(CloseDateSet{}).object, 0U);
    EXPECT_EQ(event(NextStepSet{parsed<Text>("call"), day}).value, day.days);
    EXPECT_EQ(event(NextStepSet{parsed<Text>("call"), std::nullopt}).object, 0U);
}

TEST_F(Reduced, AFieldIsADayAHashOrNothing)
{
    const auto field = [&](std::optional<Text> text) { return event(FieldSet{parsed<FieldId>("budget"), {std::move(text)}}); };
    const FactRow date = field(parsed<Text>("2024-10-04"));
    EXPECT_EQ(date.object, key(SymbolKind::FieldName, "budget"));
    EXPECT_EQ(date.a, 1U);
    EXPECT_EQ(date.value, 20'000);
    const FactRow word = field(parsed<Text>("large"));
    EXPECT_EQ(word.a, 0U);
    EXPECT_EQ(word.value, valueHash("large"));
    EXPECT_EQ(field(parsed<Text>("")).value, 0);
    EXPECT_EQ(field(std::nullopt).value, 0);
}

TEST_F(Reduced, ARoleIsTakenByAContactOrLeftEmpty)
{
    const FactRow taken = event(RoleSet{parsed<RoleId>("decider"), {parsed<ContactId>("K1")}});
    EXPECT_EQ(taken.object, key(SymbolKind::Role, "decider"));
    EXPECT_EQ(taken.a, key(SymbolKind::Contact, "K1"));
    EXPECT_EQ(event(RoleSet{parsed<RoleId>("decider"), {}}).a, 0U);
}

TEST_F(Reduced, AnActivityIsItsBitsAndWhatItsWordsSay)
{
    const Activity call{parsed<ActivityId>("A1"),
                        ActivityKind::Visit,
                        Direction::Out,
                        deal,
                        {},
                        {},
                        {},
                        {},
                        parsed<Text>("Asked for a QUOTATION"),
                        support::Instant{9},
                        {},
                        {},
                        Origin::Auto,
                        parsed<Name>("sheet")};
    const FactRow reduced = row(call);
    EXPECT_EQ(reduced.kind, RowKind::Activity);
    EXPECT_EQ(reduced.object, 0U) << "no customer is named";
    const ActivityBits bits = ActivityBits::unpack(reduced.a);
    EXPECT_EQ(bits.kind, ActivityKind::Visit);
    EXPECT_EQ(bits.direction, Direction::Out);
    EXPECT_TRUE(bits.automatic);
    EXPECT_TRUE(bits.withMaterial);
    EXPECT_TRUE(has(reduced.c, Signal::Request));
    EXPECT_EQ(reduced.value, 9);
}

TEST_F(Reduced, AFileIsPendingUntilItIsJudged)
{
    const Evidence file{parsed<EvidenceId>("E1"),
                        deal,
                        parsed<EvidenceKindId>("contract"),
                        parsed<Name>("contract.pdf"),
                        parsed<Sha256>(std::string(64, 'a')),
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {}};
    const FactRow reduced = row(file);
    EXPECT_EQ(reduced.a, key(SymbolKind::EvidenceKind, "contract"));
    EXPECT_EQ(reduced.b, static_cast<std::uint32_t>(Verdict::Pending));
    EXPECT_EQ(reduced.value, valueHash(std::string(64, 'a')));
    const FactRow judged = event(EvidenceJudged{parsed<EvidenceId>("E1"), Verdict::Accepted, {}});
    EXPECT_EQ(judged.object, reduced.object);
    EXPECT_EQ(judged.a, static_cast<std::uint32_t>(Verdict::Accepted));
}

TEST_F(Reduced, ADecisionKnowsTheKindOfItsSubject)
{
    FlagDecision decision{parsed<RuleId>("stale"), FlagAct::Snoozed, deal, {}, {}, support::Instant{11}, {}, {}};
    FactRow reduced = row(decision);
    EXPECT_EQ(reduced.subject, key(SymbolKind::Deal, "D1"));
    EXPECT_EQ(reduced.b, static_cast<std::uint32_t>(SymbolKind::Deal));
    EXPECT_EQ(reduced.object, key(SymbolKind::Rule, "stale"));
    EXPECT_EQ(reduced.value, 11);
    decision.deal.reset();
    decision.person = person;
    reduced = row(decision);
    EXPECT_EQ(reduced.subject, key(SymbolKind::Person, "P1"));
    EXPECT_EQ(reduced.b, static_cast<std::uint32_t>(SymbolKind::Person));
}

TEST_F(Reduced, ATaskWithoutADayIsDueNever)
{
    Task task{parsed<TaskId>("T1"), TaskKind::Task, parsed<Text>("call"), person, TaskState::Open, {}, {}, {}, {}};
    EXPECT_EQ(row(task).value, std::numeric_limits<std::int64_t>::min());
    task.due = day;
    EXPECT_EQ(row(task).value, day.days);
    EXPECT_EQ(row(task).c, key(SymbolKind::Person, "P1"));
}

TEST_F(Reduced, WhatTheEngineDoesNotLookAtIsOther)
{
    const FactRow team = row(Team{parsed<TeamId>("T1"), parsed<Name>("一组"), {}, {}});
    EXPECT_EQ(team.kind, RowKind::Other);
    EXPECT_EQ(team.subject, 0U);
}

TEST(RowKind, HasTheNumbersThatFilesAlreadyHold)
{
    EXPECT_EQ(static_cast<int>(RowKind::Deal), 4);
    EXPECT_EQ(static_cast<int>(RowKind::StageMoved), 5);
    EXPECT_EQ(static_cast<int>(RowKind::Reopened), 16);
    EXPECT_EQ(static_cast<int>(RowKind::Activity), 20);
    EXPECT_EQ(static_cast<int>(RowKind::Task), 23);
}

TEST(ValueHash, IsTheSameInEveryVersion)
{
    EXPECT_EQ(valueHash(""), 0x65F94E7242111192);
    EXPECT_EQ(valueHash("a"), 0x57B1EE264300F646);
    EXPECT_NE(valueHash("a"), valueHash("b"));
}

} // namespace domain
