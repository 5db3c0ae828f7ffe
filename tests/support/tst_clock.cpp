// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/clock.h"

#include <gtest/gtest.h>

TEST(FixedClock, StandsWhereItWasPut)
{
    support::FixedClock clock(support::Instant{5});
    EXPECT_EQ(clock.now(), support::Instant{5});
    clock.set(support::Instant{7});
    EXPECT_EQ(clock.now(), support::Instant{7});
}

TEST(SystemClock, ShowsATimeAfterThisProgramWasWritten)
{
    EXPECT_GT(support::SystemClock().now(), support::parseInstant("2026-01-01T00:00:00Z").value());
}
