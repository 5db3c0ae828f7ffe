// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dating.h"

#include "domain/build.h"

#include <algorithm>

namespace exchange {

using support::Instant;
using support::Result;

namespace {

/// The type of the things that an id names, where a description of them can be kept.
template <class Id>
constexpr std::string_view typeOf = {};
template <>
constexpr std::string_view typeOf<domain::TeamId> = domain::Team::type;
template <>
constexpr std::string_view typeOf<domain::PersonId> = domain::Person::type;
template <>
constexpr std::string_view typeOf<domain::CustomerId> = domain::Customer::type;
template <>
constexpr std::string_view typeOf<domain::ContactId> = domain::Contact::type;
template <>
constexpr std::string_view typeOf<domain::ProductId> = domain::Product::type;

std::string keyOf(std::string_view type, const std::string &id)
{
    return std::string(type) + ' ' + id;
}

/// Calls `use` with the key of what `value` names, if it names such a thing.
template <class T, class Use>
void eachNamed(const T &value, const Use &use)
{
    if constexpr (!typeOf<T>.empty()) {
        use(keyOf(typeOf<T>, value.text()));
    } else if constexpr (domain::OptionalOf<T>::value) {
        if (value)
            eachNamed(*value, use);
    } else if constexpr (domain::ClearableOf<T>::value) {
        eachNamed(value.value, use);
    }
}

/// The same for every field of a fact, but for its own id.
template <class Struct, class Use>
void eachNamedIn(const Struct &fact, const Use &use)
{
    domain::eachField(fact, [&]<class F>(const F &field, const auto &value) {
        if (field.key != "id")
            eachNamed(value, use);
    });
}

template <class Use>
void eachNamedBy(const domain::Fact &fact, const Use &use)
{
    std::visit([&](const auto &body) { eachNamedIn(body, use); }, fact);
    if (const auto *event = std::get_if<domain::DealEvent>(&fact))
        std::visit([&](const auto &body) { eachNamedIn(body, use); }, event->body);
}

/// The type and id of what `fact` describes, where that can be dated; two empty texts for any other fact.
std::pair<std::string_view, std::string> describedBy(const domain::Fact &fact)
{
    return std::visit(
        []<class T>(const T &body) -> std::pair<std::string_view, std::string> {
            if constexpr (requires { requires !typeOf<decltype(T::id)>.empty(); })
                return {T::type, body.id.text()};
            else
                return {};
        },
        fact);
}

} // namespace

Result<void> Dating::take(const RowPlace &place, domain::Record record)
{
    const auto [type, id] = describedBy(record.fact());
    if (type.empty()) {
        name(record.fact(), record.recordedAt());
        return m_sink(place, std::move(record));
    }
    if (!record.times().assumed || (m_context.knowsThing && m_context.knowsThing(type, id)))
        return m_sink(place, std::move(record));
    m_kept.push_back({place, std::move(record)});
    return {};
}

void Dating::name(const domain::Fact &fact, Instant instant)
{
    eachNamedBy(fact, [&](std::string key) {
        const auto [entry, added] = m_since.try_emplace(std::move(key), instant);
        entry->second = std::min(entry->second, instant);
    });
}

template <class T>
void Dating::passOn()
{
    for (const Kept &kept : m_kept) {
        if (std::holds_alternative<T>(kept.record.fact()) && knownSince(kept.record.fact()) < m_context.importTime)
            name(kept.record.fact(), knownSince(kept.record.fact()));
    }
}

Instant Dating::knownSince(const domain::Fact &fact) const
{
    const auto since = [&](const std::string &key) {
        const auto found = m_since.find(key);
        return found == m_since.end() ? m_context.importTime : std::min(found->second, m_context.importTime);
    };
    const auto [type, id] = describedBy(fact);
    const Instant own = since(keyOf(type, id));
    const auto *contact = std::get_if<domain::Contact>(&fact);
    return contact != nullptr && own == m_context.importTime ? since(keyOf(domain::Customer::type, contact->customer.text()))
                                                             : own;
}

Result<void> Dating::tell(Kept kept)
{
    const Instant since = knownSince(kept.record.fact());
    auto dated = domain::Record::make(kept.record.fact(), {since, since, true}, kept.record.extras());
    return dated ? m_sink(kept.place, *std::move(dated)) : tl::unexpected(dated.error());
}

Result<void> Dating::finish()
{
    // From what names to what is named: each can only bring the next further back.
    passOn<domain::Contact>();
    passOn<domain::Customer>();
    passOn<domain::Person>();
    passOn<domain::Team>();
    for (Kept &kept : m_kept) {
        if (auto told = tell(std::move(kept)); !told)
            return told;
    }
    m_kept.clear();
    return {};
}

} // namespace exchange
