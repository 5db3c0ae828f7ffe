// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/symbols.h"

#include <gtest/gtest.h>

using domain::SymbolKind;
using domain::Symbols;

TEST(Symbols, AreNumberedFromOneInTheOrderOfTheirFirstUse)
{
    Symbols symbols;
    EXPECT_EQ(symbols.intern(SymbolKind::Deal, "D1"), 1U);
    EXPECT_EQ(symbols.intern(SymbolKind::Deal, "D2"), 2U);
    EXPECT_EQ(symbols.intern(SymbolKind::Deal, "D1"), 1U);
    EXPECT_EQ(symbols.size(), 2U);
    EXPECT_EQ(symbols.text(2), "D2");
}

TEST(Symbols, KeepTheSameTextOfTwoKindsApart)
{
    Symbols symbols;
    EXPECT_NE(symbols.intern(SymbolKind::Deal, "1"), symbols.intern(SymbolKind::Customer, "1"));
}

TEST(Symbols, AreFoundWithoutBeingMade)
{
    Symbols symbols;
    EXPECT_EQ(symbols.find(SymbolKind::Stage, "signed"), 0U);
    EXPECT_EQ(symbols.size(), 0U);
    const auto key = symbols.intern(SymbolKind::Stage, "signed");
    EXPECT_EQ(symbols.find(SymbolKind::Stage, "signed"), key);
    EXPECT_EQ(symbols.find(SymbolKind::Role, "signed"), 0U);
}
