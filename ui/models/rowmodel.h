// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/rowranges.h"

#include <QAbstractListModel>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ui {

/// A list model whose rows are replaced as a whole and matched by key. From the old rows to the new it says only what it
/// must: ranges that went, one new order of what stayed, ranges that came; never a reset, so that selection, scroll position
/// and editors survive. When hundreds of separate ranges differ it gathers them into one by a change of order first.
///
/// `Row` has `key() const`, a number or a `std::string_view`, unique within the list and valid as long as the row lives.
template <class Row>
class RowModel : public QAbstractListModel {
public:
    using Key = decltype(std::declval<const Row &>().key());

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const Row &row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }
    /// The row of `key`, or -1.
    [[nodiscard]] int rowOf(Key key) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key() == key; });
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }

protected:
    void setRows(std::vector<Row> rows)
    {
        if (setOneRange(rows))
            return;
        // What the old rows' keys point into must outlive this function: the rows themselves keep it.
        Places target = placesOf(rows);
        removeGone(target);
        reorder(orderBy([&](const Row &row) { return target.at(row.key()); }));
        const std::size_t kept = m_rows.size();
        std::vector<bool> known(rows.size(), false);
        for (std::size_t i = 0; i < kept; ++i) {
            const std::size_t place = target.at(m_rows[i].key());
            known[place] = true;
            m_rows[i] = rows[place];
        }
        if (kept > 0)
            Q_EMIT dataChanged(index(0), index(static_cast<int>(kept) - 1));
        insertNew(rows, known);
    }

    void appendRows(const std::vector<Row> &rows) { insertRange(rows, {0, rows.size()}, m_rows.size()); }

    /// Says that every row reads differently now, of a change of language for instance.
    void sayAllChanged()
    {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }

private:
    using Places = std::unordered_map<Key, std::size_t>;
    static constexpr std::size_t manyRanges = 64;

    [[nodiscard]] static Places placesOf(const std::vector<Row> &rows)
    {
        Places places;
        places.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            places.emplace(rows[i].key(), i);
        return places;
    }

    /// Where all that differs is one range that came or one that went, nothing has to be looked up: false where it is more.
    bool setOneRange(std::vector<Row> &rows)
    {
        const auto same = [](const Row &a, const Row &b) { return a.key() == b.key(); };
        const std::size_t kept = std::min(m_rows.size(), rows.size());
        const auto to = static_cast<std::ptrdiff_t>(kept);
        const auto head = std::mismatch(m_rows.begin(), m_rows.begin() + to, rows.begin(), same).first - m_rows.begin();
        const auto tail =
            std::mismatch(m_rows.rbegin(), m_rows.rbegin() + to - head, rows.rbegin(), same).first - m_rows.rbegin();
        if (head + tail != to)
            return false;
        const auto first = static_cast<std::size_t>(head);
        removeRange({first, m_rows.size() - static_cast<std::size_t>(tail)});
        std::copy(rows.begin(), rows.begin() + head, m_rows.begin());
        std::copy(rows.end() - tail, rows.end(), m_rows.begin() + head);
        if (kept > 0)
            Q_EMIT dataChanged(index(0), index(static_cast<int>(kept) - 1));
        insertRange(rows, {first, rows.size() - static_cast<std::size_t>(tail)}, first);
        return true;
    }

    template <class PlaceOf>
    [[nodiscard]] std::vector<std::size_t> orderBy(PlaceOf placeOf) const
    {
        std::vector<std::size_t> places(m_rows.size());
        std::transform(m_rows.begin(), m_rows.end(), places.begin(), placeOf);
        std::vector<std::size_t> order(m_rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
        return order;
    }

    /// Row `order[i]` becomes row i.
    void reorder(const std::vector<std::size_t> &order)
    {
        if (std::is_sorted(order.begin(), order.end()))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        std::vector<Row> rows;
        rows.reserve(order.size());
        std::vector<int> newPlace(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            rows.push_back(std::move(m_rows[order[i]]));
            newPlace[order[i]] = static_cast<int>(i);
        }
        m_rows = std::move(rows);
        const QModelIndexList from = persistentIndexList();
        QModelIndexList to;
        to.reserve(from.size());
        for (const QModelIndex &one : from)
            to.append(index(newPlace[static_cast<std::size_t>(one.row())]));
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    void removeGone(const Places &target)
    {
        const auto gone = [&](std::size_t i) { return !target.contains(m_rows[i].key()); };
        std::vector<Range> out = ranges(m_rows.size(), gone);
        if (out.size() > manyRanges) {
            reorder(orderBy([&](const Row &row) { return target.contains(row.key()) ? std::size_t{0} : std::size_t{1}; }));
            out = ranges(m_rows.size(), gone);
        }
        for (auto range = out.rbegin(); range != out.rend(); ++range)
            removeRange(*range);
    }

    void removeRange(const Range &range)
    {
        if (range.first == range.second)
            return;
        beginRemoveRows({}, static_cast<int>(range.first), static_cast<int>(range.second) - 1);
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(range.first),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(range.second));
        endRemoveRows();
    }

    void insertNew(const std::vector<Row> &rows, const std::vector<bool> &known)
    {
        const std::vector<Range> in = ranges(rows.size(), [&](std::size_t i) { return !known[i]; });
        if (in.size() <= manyRanges) {
            for (const Range &range : in)
                insertRange(rows, range, range.first);
            return;
        }
        const Places target = placesOf(rows);
        std::vector<Row> fresh;
        for (const Range &range : in)
            std::copy(rows.begin() + static_cast<std::ptrdiff_t>(range.first),
                      rows.begin() + static_cast<std::ptrdiff_t>(range.second), std::back_inserter(fresh));
        insertRange(fresh, {0, fresh.size()}, m_rows.size());
        reorder(orderBy([&](const Row &row) { return target.at(row.key()); }));
    }

    void insertRange(const std::vector<Row> &rows, const Range &range, std::size_t place)
    {
        if (range.first == range.second)
            return;
        const std::size_t last = place + (range.second - range.first) - 1;
        beginInsertRows({}, static_cast<int>(place), static_cast<int>(last));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(place),
                      rows.begin() + static_cast<std::ptrdiff_t>(range.first),
                      rows.begin() + static_cast<std::ptrdiff_t>(range.second));
        endInsertRows();
    }

    std::vector<Row> m_rows;
};

} // namespace ui
