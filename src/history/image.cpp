// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/image.h"

#include <array>
#include <cstring>
#include <optional>
#include <type_traits>

namespace history {

using support::Result;

namespace {

/// How things lie in memory: another make of the program has another number here.
constexpr std::uint64_t makeNumber()
{
    constexpr std::uint64_t version = 4; // of what blocks consist of
    constexpr std::array<std::uint64_t, 7> parts{version,     sizeof(void *), sizeof(Stamp), sizeof(Event),
                                                 sizeof(Act), sizeof(File),   Block::slots};
    std::uint64_t number = 0;
    for (const std::uint64_t part : parts)
        number = number * 1'000'003 + part;
    return number;
}

struct ShelfSize {
    std::uint64_t keys = 0;
    std::uint64_t blocks = 0;
};

struct ImageHeader {
    std::uint64_t make = makeNumber();
    std::uint64_t facts = 0;
    support::Instant newest;
    support::Instant oldest;
    support::Instant lastEvent;
    support::Date lastPlan;
    std::uint32_t unused = 0; ///< no byte of an image is left to chance
    std::array<ShelfSize, 4> shelves;
};
static_assert(std::is_trivially_copyable_v<ImageHeader>);

std::size_t paddingAfter(std::uint64_t size)
{
    return (Block::alignment - size % Block::alignment) % Block::alignment;
}

template <class T>
Result<void> writeAll(std::span<const T> values, const ByteSink &sink)
{
    constexpr std::array<std::byte, Block::alignment> zeros{};
    return sink(std::as_bytes(values)).and_then([&] { return sink(std::span(zeros).first(paddingAfter(values.size_bytes()))); });
}

template <class I>
Result<void> writeShelf(const Shelf<I> &shelf, const ByteSink &sink)
{
    std::vector<domain::SymbolKey> keys;
    for (std::uint32_t i = 0; i < shelf.size(); ++i)
        keys.push_back(shelf.key({i}));
    const auto block = [&](std::size_t at) { return shelf.block({static_cast<std::uint32_t>(at * Block::slots)}).bytes(); };
    std::vector<std::uint64_t> sizes;
    for (std::size_t at = 0; at < shelf.blocks(); ++at)
        sizes.push_back(block(at).size());
    Result<void> written = writeAll<domain::SymbolKey>(keys, sink).and_then([&] { return writeAll<std::uint64_t>(sizes, sink); });
    for (std::size_t at = 0; written && at < shelf.blocks(); ++at)
        written = writeAll(block(at), sink);
    return written;
}

/// Hands out one piece of the bytes after the other.
class Pieces {
public:
    explicit Pieces(std::span<const std::byte> bytes) : m_left(bytes) {}

    /// Nothing where there is not so much left.
    [[nodiscard]] std::optional<std::span<const std::byte>> next(std::uint64_t size)
    {
        const std::size_t padding = paddingAfter(size);
        if (size > m_left.size() || padding > m_left.size() - size)
            return std::nullopt;
        const auto piece = m_left.first(size);
        m_left = m_left.subspan(size + padding);
        return piece;
    }
    template <class T>
    [[nodiscard]] std::optional<std::vector<T>> values(std::uint64_t count)
    {
        const auto piece = count > m_left.size() / sizeof(T) ? std::nullopt : next(count * sizeof(T));
        if (!piece)
            return std::nullopt;
        std::vector<T> values(count);
        if (count > 0)
            std::memcpy(values.data(), piece->data(), piece->size());
        return values;
    }
    [[nodiscard]] bool atEnd() const { return m_left.empty(); }

private:
    std::span<const std::byte> m_left;
};

} // namespace

/// Makes a history of the pieces of an image.
class ImageReader {
public:
    ImageReader(std::span<const std::byte> bytes, const std::shared_ptr<const void> &keeper) : m_pieces(bytes), m_keeper(keeper)
    {}

    [[nodiscard]] std::shared_ptr<const History> read()
    {
        const auto header = m_pieces.values<ImageHeader>(1);
        if (!header || header->front().make != makeNumber())
            return nullptr;
        const auto &shelves = header->front().shelves;
        auto history = std::make_shared<History>();
        if (!fill(history->m_deals, shelves[0]) || !fill(history->m_customers, shelves[1]) || !fill(history->m_leads, shelves[2])
            || !fill(history->m_people, shelves[3]) || !m_pieces.atEnd())
            return nullptr;
        history->m_facts = header->front().facts;
        history->m_newest = header->front().newest;
        history->m_oldest = header->front().oldest;
        history->m_lastEvent = header->front().lastEvent;
        history->m_lastPlan = header->front().lastPlan;
        return history;
    }

private:
    template <class I>
    [[nodiscard]] bool fill(Shelf<I> &shelf, const ShelfSize &size)
    {
        auto keys = m_pieces.values<domain::SymbolKey>(size.keys);
        const auto blockSizes = m_pieces.values<std::uint64_t>(size.blocks);
        if (!keys || !blockSizes || size.blocks != (size.keys + Block::slots - 1) / Block::slots)
            return false;
        for (const std::uint64_t blockSize : *blockSizes) {
            const auto bytes = m_pieces.next(blockSize);
            auto block = bytes ? Block::over(*bytes, m_keeper) : nullptr;
            if (!block)
                return false;
            shelf.m_blocks.push_back(std::move(block));
        }
        for (std::uint32_t place = 0; place < keys->size(); ++place)
            shelf.m_places.add((*keys)[place], place);
        shelf.m_keys = std::make_shared<const typename Shelf<I>::Keys>(*std::move(keys));
        return true;
    }

    Pieces m_pieces;
    const std::shared_ptr<const void> &m_keeper;
};

Result<void> writeImage(const History &history, const ByteSink &sink)
{
    const auto sizeOf = [](const auto &shelf) { return ShelfSize{shelf.size(), shelf.blocks()}; };
    ImageHeader header;
    header.facts = history.facts();
    header.newest = history.newest();
    header.oldest = history.oldest();
    header.lastEvent = history.lastEvent();
    header.lastPlan = history.lastPlan();
    header.shelves = {sizeOf(history.deals()), sizeOf(history.customers()), sizeOf(history.leads()), sizeOf(history.people())};
    return writeAll<ImageHeader>({&header, 1}, sink)
        .and_then([&] { return writeShelf(history.deals(), sink); })
        .and_then([&] { return writeShelf(history.customers(), sink); })
        .and_then([&] { return writeShelf(history.leads(), sink); })
        .and_then([&] { return writeShelf(history.people(), sink); });
}

std::shared_ptr<const History> readImage(std::span<const std::byte> bytes, const std::shared_ptr<const void> &keeper)
{
    return ImageReader(bytes, keeper).read();
}

} // namespace history
