// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exports.h"

using testing::IsEmpty;
using testing::SizeIs;
using tests::Exports;
using namespace workbench;

namespace {

const std::string header = "Deal ID,Deal Name,Customer,Stage,Amount,Owner,Created,Modified\n";

std::string row(const std::string &id, const std::string &customer, const std::string &modified = "2026-02-20")
{
    return id + ",Deal " + id + ',' + customer + ",Proposal,500,Ann,2026-01-02," + modified + '\n';
}

ImportReport bring(Exports &to, const std::string &table, const std::map<std::string, std::string> &merges = {})
{
    static int files = 0;
    auto job = ImportJob::prepare(*to.desk.workbench, {to.desk.put(fmt::format("list{}.csv", ++files), table)}, {}).value();
    job.plan().merges = merges;
    return job.run({.findDuplicates = true}).value();
}

/// How many deals belong to the customer `id` now.
std::size_t dealsOf(const Exports &to, const std::string &id)
{
    std::size_t count = 0;
    for (const char *deal : {"1", "2", "3"}) {
        const auto page = to.desk.workbench->deal(tests::dealId(deal), to.desk.now());
        count += page && page->summary.customerId == id ? 1U : 0U;
    }
    return count;
}

const std::string both = header + row("1", "Edge Ltd") + row("2", "Edge");

} // namespace

TEST(LaterMerges, AreThoseThatSomebodyToldOnce)
{
    Exports to;
    bring(to, both, {{"Edge Ltd", "Edge"}});
    EXPECT_EQ(dealsOf(to, "Edge"), 2U);
    const ImportReport later = bring(to, header + row("1", "Edge Ltd", "2026-02-21") + row("2", "Edge") + row("3", "Edge Ltd"));
    EXPECT_EQ(dealsOf(to, "Edge"), 3U);
    EXPECT_EQ(later.notes.total("merged_before"), 2U);
    EXPECT_THAT(later.duplicates, IsEmpty());
    EXPECT_EQ(to.with({R"("type":"merge")"}), 1U);
    const ImportReport again = bring(to, both, {{"Edge Ltd", "Edge"}});
    EXPECT_EQ(again.created + again.updated, 0U);
}

TEST(LaterMerges, AreNotOfferedAgainWhereBothCustomersAreThere)
{
    Exports to;
    EXPECT_THAT(bring(to, both).duplicates, SizeIs(1));
    bring(to, both, {{"Edge Ltd", "Edge"}});
    EXPECT_EQ(dealsOf(to, "Edge"), 2U);
    EXPECT_THAT(bring(to, both).duplicates, IsEmpty());
    EXPECT_EQ(dealsOf(to, "Edge"), 2U);
}

TEST(LaterMerges, EndWithTheImportThatToldThem)
{
    Exports to;
    bring(to, header + row("2", "Edge"));
    const ImportReport told = bring(to, both, {{"Edge Ltd", "Edge"}});
    ASSERT_TRUE(to.desk.workbench->withdrawBatch(told.batch));
    bring(to, both);
    EXPECT_EQ(dealsOf(to, "Edge Ltd"), 1U);
}

TEST(LaterMerges, AreWhatWasToldLast)
{
    Exports to;
    bring(to, both, {{"Edge Ltd", "Edge"}});
    bring(to, both, {{"Edge", "Edge Ltd"}});
    EXPECT_EQ(dealsOf(to, "Edge Ltd"), 2U);
    bring(to, both);
    EXPECT_EQ(dealsOf(to, "Edge Ltd"), 2U);
    to.desk.clock.set(support::parseInstant("2026-05-01T00:00:00Z").value());
    const std::string newer = header + row("1", "Edge Ltd", "2026-04-20") + row("2", "Edge", "2026-04-20");
    bring(to, newer, {{"Edge", "Edge"}});
    bring(to, newer);
    EXPECT_EQ(dealsOf(to, "Edge"), 1U);
    EXPECT_EQ(dealsOf(to, "Edge Ltd"), 1U);
}
