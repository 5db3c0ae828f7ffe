// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/gatheredrows.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>
#include <utility>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Instant;
using support::Result;

namespace {

bool isBefore(const GatheredRows::Entry &a, const GatheredRows::Entry &b)
{
    return std::tie(a.deal, a.time, a.order) < std::tie(b.deal, b.time, b.order);
}

void put(std::string &bytes, std::uint64_t number)
{
    std::array<char, sizeof number> raw{};
    std::memcpy(raw.data(), &number, raw.size());
    bytes.append(raw.data(), raw.size());
}

void put(std::string &bytes, const std::string &text)
{
    put(bytes, text.size());
    bytes += text;
}

std::uint64_t takeNumber(std::string_view &bytes)
{
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

std::string takeText(std::string_view &bytes)
{
    const std::uint64_t size = takeNumber(bytes);
    std::string text(bytes.substr(0, size));
    bytes.remove_prefix(size);
    return text;
}

std::string packed(const GatheredRows::Entry &entry)
{
    std::string bytes;
    put(bytes, entry.deal);
    put(bytes, static_cast<std::uint64_t>(entry.time.micros));
    put(bytes, entry.order);
    put(bytes, entry.table);
    put(bytes, entry.row.line);
    put(bytes, static_cast<std::uint64_t>(entry.row.fault));
    put(bytes, static_cast<std::uint64_t>(entry.row.wrapped));
    put(bytes, entry.row.raw);
    put(bytes, entry.row.cells.size());
    for (const std::string &cell : entry.row.cells)
        put(bytes, cell);
    return bytes;
}

GatheredRows::Entry unpacked(std::string_view bytes)
{
    GatheredRows::Entry entry;
    entry.deal = takeText(bytes);
    entry.time = Instant{static_cast<std::int64_t>(takeNumber(bytes))};
    entry.order = takeNumber(bytes);
    entry.table = takeNumber(bytes);
    entry.row.line = takeNumber(bytes);
    entry.row.fault = static_cast<RowFault>(takeNumber(bytes));
    entry.row.wrapped = takeNumber(bytes) != 0;
    entry.row.raw = takeText(bytes);
    entry.row.cells.resize(takeNumber(bytes));
    for (std::string &cell : entry.row.cells)
        cell = takeText(bytes);
    return entry;
}

std::size_t sizeOf(const Row &row)
{
    std::size_t size = sizeof(GatheredRows::Entry) + row.raw.size();
    for (const std::string &cell : row.cells)
        size += sizeof cell + cell.size();
    return size;
}

tl::unexpected<support::Error> lost()
{
    return failure(ErrorCode::IoFailed, "temporary file", "the rows of a history cannot be kept aside");
}

} // namespace

/// A sorted run in the file, read from its begin to its end.
class GatheredRows::Run {
public:
    Run(std::FILE *file, std::uint64_t begin, std::uint64_t end) : m_file(file), m_at(begin), m_end(end) {}

    /// Reads the next entry; false at the end.
    Result<bool> advance()
    {
        if (m_used == m_buffer.size() && m_at == m_end)
            return false;
        std::uint64_t size = 0;
        if (!fill(sizeof size))
            return lost();
        std::memcpy(&size, m_buffer.data() + m_used, sizeof size);
        m_used += sizeof size;
        if (!fill(size))
            return lost();
        m_entry = unpacked(std::string_view(m_buffer).substr(m_used, size));
        m_used += size;
        return true;
    }

    [[nodiscard]] const Entry &entry() const { return m_entry; }

private:
    /// Makes `count` bytes behind those used ready.
    bool fill(std::size_t count)
    {
        constexpr std::size_t piece = std::size_t{64} * 1024;
        if (m_buffer.size() - m_used >= count)
            return true;
        m_buffer.erase(0, m_used);
        m_used = 0;
        const std::size_t held = m_buffer.size();
        const std::size_t more = std::min<std::uint64_t>(std::max(piece, count - held), m_end - m_at);
        m_buffer.resize(held + more);
        if (std::fseek(m_file, static_cast<long>(m_at), SEEK_SET) != 0
            || std::fread(m_buffer.data() + held, 1, more, m_file) != more)
            return false;
        m_at += more;
        return m_buffer.size() >= count;
    }

    std::FILE *m_file;
    std::uint64_t m_at;
    std::uint64_t m_end;
    std::string m_buffer;
    std::size_t m_used = 0;
    Entry m_entry;
};

Result<void> GatheredRows::add(Entry entry)
{
    m_held += sizeOf(entry.row) + entry.deal.size();
    m_entries.push_back(std::move(entry));
    return m_held < m_bound ? Result<void>() : spill();
}

Result<void> GatheredRows::spill()
{
    std::ranges::sort(m_entries, isBefore);
    if (!m_file)
        m_file.reset(std::tmpfile());
    if (!m_file)
        return lost();
    m_runs.push_back(m_size);
    for (const Entry &entry : m_entries) {
        std::string bytes;
        put(bytes, packed(entry));
        if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size())
            return lost();
        m_size += bytes.size();
    }
    m_entries.clear();
    m_held = 0;
    return {};
}

Result<void> GatheredRows::each(const Use &use)
{
    if (!m_runs.empty() && !m_entries.empty()) {
        if (const auto spilt = spill(); !spilt)
            return spilt;
    }
    std::ranges::sort(m_entries, isBefore);
    for (const Entry &entry : std::exchange(m_entries, {})) {
        if (const auto used = use(entry); !used)
            return used;
    }
    const auto merged = merge(use);
    m_file.reset();
    m_runs.clear();
    m_held = m_size = 0;
    return merged;
}

Result<void> GatheredRows::merge(const Use &use)
{
    // Every run that has an entry to give, as a heap with the one in front whose entry comes first.
    std::vector<Run> heap;
    const auto later = [](const Run &a, const Run &b) { return isBefore(b.entry(), a.entry()); };
    const auto enter = [&](Run run) {
        return run.advance().map([&](bool more) {
            if (!more)
                return;
            heap.push_back(std::move(run));
            std::ranges::push_heap(heap, later);
        });
    };
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const std::uint64_t end = i + 1 < m_runs.size() ? m_runs[i + 1] : m_size;
        if (const auto entered = enter(Run(m_file.get(), m_runs[i], end)); !entered)
            return entered;
    }
    while (!heap.empty()) {
        std::ranges::pop_heap(heap, later);
        Run first = std::move(heap.back());
        heap.pop_back();
        if (const auto used = use(first.entry()); !used)
            return used;
        if (const auto entered = enter(std::move(first)); !entered)
            return entered;
    }
    return {};
}

} // namespace exchange
