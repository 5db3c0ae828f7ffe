// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/duplicates.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace exchange {

using Reasons = std::set<DuplicateReason>;

namespace {

Reasons reasonsFor(const std::string &a, const std::string &b)
{
    DuplicateFinder finder;
    finder.learnCustomer("1", a);
    finder.learnCustomer("2", b);
    const auto pairs = finder.pairs(10);
    return pairs.empty() ? Reasons() : pairs.front().reasons;
}

domain::Record contact(const std::string &customer, const std::string &phone, const std::string &email)
{
    const support::Instant now{};
    domain::Contact person{domain::ContactId::parse(customer + phone + email).value(),
                           domain::CustomerId::parse(customer).value(),
                           domain::Name::parse("Someone").value(),
                           std::nullopt,
                           std::nullopt,
                           std::nullopt};
    if (!phone.empty())
        person.phone = domain::Name::parse(phone).value();
    if (!email.empty())
        person.email = domain::Name::parse(email).value();
    return domain::Record::make(person, {now, now, true}).value();
}

} // namespace

TEST(Duplicates, SeeThroughCaseWidthPunctuationAndSpaces)
{
    EXPECT_EQ(reasonsFor("Acme Corp", "ACME  corp."), Reasons{DuplicateReason::SameName});
    EXPECT_EQ(reasonsFor("一诺科技（北京）", "一诺科技(北京)"), Reasons{DuplicateReason::SameName});
    EXPECT_EQ(reasonsFor("ＡＢＣ", "abc"), Reasons{DuplicateReason::SameName});
}

TEST(Duplicates, SeeThroughLegalForms)
{
    for (const auto &[a, b] : {std::pair("一诺科技有限公司", "一诺科技"), std::pair("一诺科技股份有限公司", "一诺科技有限公司"),
                               std::pair("Edge Communications, Inc.", "Edge Communications"), std::pair("Muster GmbH", "Muster"),
                               std::pair("Grand Hotels Ltd", "Grand Hotels LLC")})
        EXPECT_EQ(reasonsFor(a, b), Reasons{DuplicateReason::SameLegalForm}) << a;
}

TEST(Duplicates, ALegalFormInsideAWordIsNone)
{
    EXPECT_EQ(withoutLegalForm("Zinc"), "zinc");
    EXPECT_EQ(withoutLegalForm("Acme Visa"), "acmevisa");
    EXPECT_EQ(withoutLegalForm("有限公司"), "有限公司");
}

TEST(Duplicates, SeeOneLetterInALongName)
{
    EXPECT_EQ(reasonsFor("Jackson Controls", "Jakson Controls"), Reasons{DuplicateReason::OneLetter});
    EXPECT_EQ(reasonsFor("Jackson Controls", "Jackson Contrels"), Reasons{DuplicateReason::OneLetter});
    EXPECT_EQ(reasonsFor("深圳市前海一诺科技", "深圳市前海一若科技"), Reasons{DuplicateReason::OneLetter});
}

TEST(Duplicates, LeaveShortNamesAndOtherNamesAlone)
{
    EXPECT_TRUE(reasonsFor("张三", "李三").empty());
    EXPECT_TRUE(reasonsFor("Isdom", "Isdam").empty());
    EXPECT_TRUE(reasonsFor("Jackson Controls", "Jason Controls").empty()) << "two letters";
    EXPECT_TRUE(reasonsFor("United Oil & Gas, UK", "United Oil & Gas, Singapore").empty());
}

TEST(Duplicates, ANumberTellsNamesApart)
{
    EXPECT_TRUE(reasonsFor("北京大学附属第一医院", "北京大学附属第三医院").empty());
    EXPECT_TRUE(reasonsFor("Jackson Controls 1", "Jackson Controls 2").empty());
    EXPECT_TRUE(reasonsFor("Jackson Controls 1", "Jackson Controls 11").empty());
    EXPECT_EQ(reasonsFor("北京大学附属第一医院", "北京大学附蜀第一医院"), Reasons{DuplicateReason::OneLetter});
}

TEST(Duplicates, SeeASharedPhoneAndMailDomain)
{
    DuplicateFinder finder;
    finder.learnCustomer("1", "Edge");
    finder.learnCustomer("2", "Kante");
    finder.learn(contact("1", "+86 138-0013-8000", "a@edge.example"));
    finder.learn(contact("2", "13800138000", "b@EDGE.example"));
    const auto pairs = finder.pairs(10);
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].reasons, (Reasons{DuplicateReason::SamePhone, DuplicateReason::SameDomain}));
    EXPECT_EQ(pairs[0].firstName, "Edge");
    EXPECT_EQ(pairs[0].second, "2");
}

TEST(Duplicates, APublicMailServiceProvesNothing)
{
    DuplicateFinder finder;
    finder.learnCustomer("1", "Edge");
    finder.learnCustomer("2", "Kante");
    finder.learn(contact("1", "", "a@qq.com"));
    finder.learn(contact("2", "", "b@qq.com"));
    EXPECT_TRUE(finder.pairs(10).empty());
}

TEST(Duplicates, ACustomerIsNotItsOwnDuplicate)
{
    DuplicateFinder finder;
    finder.learnCustomer("1", "Edge Communications");
    finder.learnCustomer("1", "Edge Communications");
    EXPECT_TRUE(finder.pairs(10).empty());
}

RC_GTEST_PROP(Duplicates, FindEveryNameWithOneLetterChanged, ())
{
    const auto letter = rc::gen::inRange<char>('a', 'm');
    std::string name = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(8, 20), letter);
    const std::string other = [&] {
        std::string changed = name;
        changed[*rc::gen::inRange<std::size_t>(0, name.size())] = 'z';
        return changed;
    }();
    RC_PRE(withoutLegalForm(name) == name && withoutLegalForm(other) == other);
    RC_ASSERT(reasonsFor(name, other) == Reasons{DuplicateReason::OneLetter});
}

} // namespace exchange

TEST(Duplicates, AreNotLookedForAmongTheCustomersOfTheWorkspaceItself)
{
    exchange::DuplicateFinder finder;
    finder.learnKnown("1", "Edge Communications");
    finder.learnKnown("2", "EDGE Communications");
    EXPECT_TRUE(finder.pairs(10).empty());
    finder.learnCustomer("3", "edge communications");
    EXPECT_EQ(finder.pairs(10).size(), 2U);
}
