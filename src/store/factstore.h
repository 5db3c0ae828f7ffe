// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"
#include "domain/record.h"
#include "store/batch.h"
#include "store/connection.h"

#include <string>
#include <vector>

namespace store {

/// The bytes of a fact as they lie in the file.
struct Body {
    std::string bytes;
    domain::Times times;
    std::int64_t seal;
};

/// A hash of a fact's bytes and both its times; the same on every machine.
[[nodiscard]] std::int64_t sealOf(std::string_view bytes, const domain::Times &times);

/// Facts by number: their numbers and their bytes.
class FactStore {
public:
    explicit FactStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] support::Result<void> insert(const domain::FactRow &row, std::int64_t seal, std::string_view bytes);
    [[nodiscard]] support::Result<void> remove(FactNumber number);
    /// Fails with OutOfRange where there is no such fact, WorkspaceDamaged where the bytes do not fit their seal.
    [[nodiscard]] support::Result<Body> body(FactNumber number);
    [[nodiscard]] support::Result<domain::Record> record(FactNumber number);

private:
    Connection &m_connection;
};

/// The record that `body` holds. Fails with WorkspaceDamaged, and without a subject: which file it is from is not known here.
[[nodiscard]] support::Result<domain::Record> decode(const Body &body);
/// The failure to decode the fact `number`, told of the file it is in.
[[nodiscard]] support::Error damagedFact(const Connection &connection, FactNumber number, std::string_view detail);

/// Ranges of numbers, for the facts of withdrawn batches.
class NumberRanges {
public:
    struct Range {
        FactNumber first;
        FactNumber last;
    };

    /// The withdrawn facts of the file as it is now: of withdrawn batches, unless a batch that counts has told them again.
    [[nodiscard]] static support::Result<NumberRanges> withdrawn(Connection &connection);
    /// What the batch told, whether it wrote it or it was there already.
    [[nodiscard]] static support::Result<NumberRanges> toldBy(Connection &connection, BatchId batch);
    /// What the batches before this one told that count.
    [[nodiscard]] static support::Result<NumberRanges> toldBefore(Connection &connection, BatchId batch);
    /// What people wrote here and no import that counts has told.
    [[nodiscard]] static support::Result<NumberRanges> edited(Connection &connection);
    /// The numbers that are set in `numbers`.
    [[nodiscard]] static NumberRanges of(const std::vector<bool> &numbers);

    [[nodiscard]] const std::vector<Range> &ranges() const { return m_ranges; }
    /// These numbers but for those of `other`.
    [[nodiscard]] NumberRanges without(const NumberRanges &other) const;

    [[nodiscard]] bool contains(FactNumber number) const;
    /// What lies in [first, last] but in none of the ranges, in ascending order.
    [[nodiscard]] std::vector<Range> gaps(FactNumber first, FactNumber last) const;

private:
    /// The ranges that `sql` gives, in the order of their firsts.
    template <class... Values>
    [[nodiscard]] static support::Result<NumberRanges> read(Connection &connection, std::string_view sql, Values... values);
    /// Adds one that begins no earlier than any before it.
    void add(Range range);

    std::vector<Range> m_ranges; // ascending, apart
};

} // namespace store
