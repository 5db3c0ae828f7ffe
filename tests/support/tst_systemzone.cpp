// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/systemzone.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace {

/// Sets TZ for a test and puts it back.
class SystemZone : public testing::Test {
protected:
    void SetUp() override
    {
        const char *value = std::getenv("TZ");
        m_before = value == nullptr ? "" : value;
    }
    void TearDown() override { m_before.empty() ? unsetenv("TZ") : setenv("TZ", m_before.c_str(), 1); }

private:
    std::string m_before;
};

TEST_F(SystemZone, IsThatOfTheEnvironment)
{
    setenv("TZ", "Europe/Berlin", 1);
    EXPECT_EQ(support::systemZone().name(), "Europe/Berlin");
    setenv("TZ", ":America/New_York", 1);
    EXPECT_EQ(support::systemZone().name(), "America/New_York");
}

TEST_F(SystemZone, IsThatOfTheMachineWhereTheEnvironmentNamesNone)
{
    unsetenv("TZ");
    const std::string machine = support::systemZone().name();
    EXPECT_TRUE(support::TimeZone::named(machine).has_value());
    setenv("TZ", "Asia/Atlantis", 1);
    EXPECT_EQ(support::systemZone().name(), machine);
}

} // namespace
