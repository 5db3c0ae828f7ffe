// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/verify.h"

#include <unistd.h>

#include <cstdlib>

namespace tests {

using namespace domain;

support::Instant at(std::string_view text)
{
    return support::parseInstant(text.size() == 10 ? std::string(text) + "T00:00:00Z" : std::string(text)).value();
}

Record record(Fact fact, support::Instant recorded, Extras extras)
{
    return Record::make(std::move(fact), {recorded, recorded}, std::move(extras)).value();
}

Record undated(Fact fact, support::Instant now)
{
    return Record::make(std::move(fact), {now, now, true}).value();
}

namespace {

template <class Id>
std::optional<Id> maybe(std::string_view id)
{
    return id.empty() ? std::nullopt : std::optional(Id::parse(id).value());
}

} // namespace

Team team(std::string_view id, std::string_view parent)
{
    return {value<TeamId>(id), value<Name>(id), maybe<TeamId>(parent), std::nullopt};
}

Person person(std::string_view id, std::string_view team)
{
    return {value<PersonId>(id), value<Name>(id), PersonRole::Rep, value<TeamId>(team), std::nullopt, std::nullopt};
}

Customer customer(std::string_view id, std::string_view name)
{
    Customer customer{value<CustomerId>(id), value<Name>(name.empty() ? id : name), {}, {}, {}, {}, {}, {}, {}};
    return customer;
}

Contact contact(std::string_view id, std::string_view customer)
{
    return {value<ContactId>(id), value<CustomerId>(customer), value<Name>(id), {}, {}, {}};
}

Deal deal(std::string_view id, std::string_view customer, std::string_view owner)
{
    return {value<DealId>(id), value<CustomerId>(customer), value<Name>(id), {}, value<PersonId>(owner), {}, {}, {}, {}};
}

DealEvent moved(std::string_view deal, std::string_view stage)
{
    return {{value<DealId>(deal), std::nullopt}, StageMoved{{value<StageId>(stage)}}};
}

Activity talk(std::string_view id, std::string_view deal, std::string_view text)
{
    Activity activity{
        value<ActivityId>(id), ActivityKind::Call, Direction::In, value<DealId>(deal), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    if (!text.empty())
        activity.text = value<Text>(text);
    return activity;
}

Activity visit(std::string_view id, std::string_view customer)
{
    return {value<ActivityId>(id),
            ActivityKind::Visit,
            Direction::Out,
            {},
            value<CustomerId>(customer),
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {}};
}

Evidence evidence(std::string_view id, std::string_view deal, std::string_view activity)
{
    return {value<EvidenceId>(id),
            value<DealId>(deal),
            value<EvidenceKindId>("contract"),
            value<Name>("file.pdf"),
            {},
            {},
            maybe<ActivityId>(activity),
            {},
            {},
            {},
            {},
            {},
            {}};
}

std::vector<Record> basis()
{
    const support::Instant day = at("2026-01-01");
    return {record(team("t"), day), record(person("p"), day), record(customer("c"), day)};
}

store::Workspace create(const std::filesystem::path &path)
{
    auto created = store::Workspace::create(path, {support::TimeZone::named("Asia/Shanghai").value(), at("2026-01-01")});
    EXPECT_TRUE(created) << created.error().detail;
    return std::move(created).value();
}

store::Workspace open(const std::filesystem::path &path, store::Mode mode)
{
    auto opened = store::Workspace::open(path, mode);
    EXPECT_TRUE(opened) << opened.error().detail;
    return std::move(opened).value();
}

support::Result<Written> tryWrite(store::Workspace &workspace, const std::vector<Record> &records, store::BatchKind kind)
{
    auto batch = workspace.begin({kind, "test", at("2026-06-01")});
    if (!batch)
        return tl::unexpected(batch.error());
    Written written;
    std::uint64_t tag = 0;
    for (const Record &record : records) {
        if (const auto appended = batch->append(record, ++tag); !appended)
            return tl::unexpected(appended.error());
    }
    auto summary = batch->commit([&](std::uint64_t line, const support::Error &error) { written.refused.emplace(line, error); });
    if (!summary)
        return tl::unexpected(summary.error());
    written.summary = *summary;
    return written;
}

Written write(store::Workspace &workspace, const std::vector<Record> &records, store::BatchKind kind)
{
    auto written = tryWrite(workspace, records, kind);
    EXPECT_TRUE(written) << written.error().detail;
    return written.value_or(Written{});
}

std::vector<FactRow> rows(const store::Workspace &workspace)
{
    std::vector<FactRow> out;
    const auto scanned = workspace.scan([&](const FactRow &row) { out.push_back(row); });
    EXPECT_TRUE(scanned) << scanned.error().detail;
    return out;
}

std::vector<store::StoredRecord> records(const store::Workspace &workspace, const store::RecordFilter &filter)
{
    std::vector<store::StoredRecord> out;
    const auto scanned = workspace.scanRecords(filter, [&](const store::StoredRecord &stored) -> support::Result<void> {
        out.push_back(stored);
        return {};
    });
    EXPECT_TRUE(scanned) << scanned.error().detail;
    return out;
}

void expectSound(const store::Workspace &workspace)
{
    const auto findings = store::verify(workspace).value();
    for (const store::Finding &finding : findings)
        ADD_FAILURE() << name(finding.code) << ' ' << finding.where << ": " << finding.detail;
}

} // namespace tests
