// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/pace.h"

#include <gtest/gtest.h>

namespace support {

TEST(Pace, TellsTheRateAndTheTimeThatIsLeft)
{
    const auto pace = paceOf(30, 100, 3.0);
    ASSERT_TRUE(pace);
    EXPECT_DOUBLE_EQ(pace->perSecond, 10.0);
    EXPECT_EQ(pace->secondsLeft, 8U) << "seven, and what is begun counts";
}

TEST(Pace, SaysNothingBeforeThereIsAnythingToSay)
{
    EXPECT_FALSE(paceOf(30, 100, 0.4));
    EXPECT_FALSE(paceOf(0, 100, 3.0));
    EXPECT_FALSE(paceOf(30, 0, 3.0));
}

TEST(Pace, MoreThanTheTotalLeavesTheLastSecond)
{
    EXPECT_EQ(paceOf(120, 100, 3.0)->secondsLeft, 1U);
}

} // namespace support
