// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>

namespace fakes {

/// What happens to one call to the disk.
enum class Fault : std::uint8_t {
    None,
    IoError,    ///< the call fails and has done nothing
    ShortWrite, ///< half of the bytes are written, then it fails
    DiskFull,   ///< this and every later write says that the disk is full
    Exit,       ///< the process ends on the spot, half of a write done
};

/// SQLite's own way to the disk, with a fault at one chosen call. It becomes the default of the process while it lives;
/// calls are counted over all files: open, read, write, truncate, sync, delete.
class FaultyVfs {
public:
    FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;
    ~FaultyVfs();

    /// Counts anew; the `call`th call from now on (from 1) meets `fault`.
    void arm(std::uint64_t call, Fault fault);
    void disarm();
    /// True when the fault was met since `arm`.
    [[nodiscard]] bool met() const;
    [[nodiscard]] std::uint64_t calls() const;
};

} // namespace fakes
