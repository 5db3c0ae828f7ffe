// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/valuetext.h"
#include "store/workspace.h"
#include "tests/fakes/folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>

namespace tests {

/// The instant of a text like "2026-03-01T09:00:00Z"; of a day, its first in UTC.
[[nodiscard]] support::Instant at(std::string_view text);

template <class T>
[[nodiscard]] T value(std::string_view text)
{
    return domain::fromText<T>(text).value();
}

/// A record that is known at `recorded` and happened then.
[[nodiscard]] domain::Record record(domain::Fact fact, support::Instant recorded, domain::Extras extras = {});
/// A description without times, learned at `now`.
[[nodiscard]] domain::Record undated(domain::Fact fact, support::Instant now);

[[nodiscard]] domain::Team team(std::string_view id, std::string_view parent = {});
[[nodiscard]] domain::Person person(std::string_view id, std::string_view team = "t");
[[nodiscard]] domain::Customer customer(std::string_view id, std::string_view name = {});
[[nodiscard]] domain::Contact contact(std::string_view id, std::string_view customer);
[[nodiscard]] domain::Deal deal(std::string_view id, std::string_view customer = "c", std::string_view owner = "p");
[[nodiscard]] domain::DealEvent moved(std::string_view deal, std::string_view stage);
[[nodiscard]] domain::Activity talk(std::string_view id, std::string_view deal, std::string_view text = "");
[[nodiscard]] domain::Activity visit(std::string_view id, std::string_view customer);
[[nodiscard]] domain::Evidence evidence(std::string_view id, std::string_view deal, std::string_view activity = {});

/// The team t, the person p and the customer c, which the facts above name.
[[nodiscard]] std::vector<domain::Record> basis();

/// What a batch came to, with its refusals.
struct Written {
    store::Summary summary;
    std::map<std::uint64_t, support::Error> refused;
};

store::Workspace create(const std::filesystem::path &path);
store::Workspace open(const std::filesystem::path &path, store::Mode mode = store::Mode::ReadWrite);
/// Writes these records as one batch; their tags are 1, 2 …
[[nodiscard]] support::Result<Written> tryWrite(store::Workspace &workspace, const std::vector<domain::Record> &records,
                                                store::BatchKind kind = store::BatchKind::Import);
Written write(store::Workspace &workspace, const std::vector<domain::Record> &records,
              store::BatchKind kind = store::BatchKind::Import);
[[nodiscard]] std::vector<domain::FactRow> rows(const store::Workspace &workspace);
[[nodiscard]] std::vector<store::StoredRecord> records(const store::Workspace &workspace, const store::RecordFilter &filter = {});

/// Fails the test with everything that `verify` finds.
void expectSound(const store::Workspace &workspace);

} // namespace tests
