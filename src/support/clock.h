// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/instant.h"

#include <chrono>

namespace support {

/// Where "now" comes from. Passed to those who need it, so that a test can stand at any instant.
class Clock {
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count()};
    }
};

/// A clock that stands where it was put: for tests, and for sessions that look at a sample of another day.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant now) : m_now(now) {}

    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now;
};

} // namespace support
