// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/references.h"

#include "domain/build.h"

namespace store {

using domain::SymbolKind;

namespace {

/// The kind of thing that an id type names; only these are references.
template <class Id>
struct ThingOf;
template <>
struct ThingOf<domain::TeamId> {
    static constexpr auto kind = SymbolKind::Team;
};
template <>
struct ThingOf<domain::PersonId> {
    static constexpr auto kind = SymbolKind::Person;
};
template <>
struct ThingOf<domain::CustomerId> {
    static constexpr auto kind = SymbolKind::Customer;
};
template <>
struct ThingOf<domain::ContactId> {
    static constexpr auto kind = SymbolKind::Contact;
};
template <>
struct ThingOf<domain::ProductId> {
    static constexpr auto kind = SymbolKind::Product;
};
template <>
struct ThingOf<domain::LeadId> {
    static constexpr auto kind = SymbolKind::Lead;
};
template <>
struct ThingOf<domain::DealId> {
    static constexpr auto kind = SymbolKind::Deal;
};
template <>
struct ThingOf<domain::EvidenceId> {
    static constexpr auto kind = SymbolKind::Evidence;
};
template <>
struct ThingOf<domain::TaskId> {
    static constexpr auto kind = SymbolKind::Task;
};
template <>
struct ThingOf<domain::ActivityId> {
    static constexpr auto kind = SymbolKind::None;
};

template <class T>
concept ThingId = requires
{
    ThingOf<T>::kind;
};

template <class T>
void addValue(References &out, const T &value)
{
    if constexpr (ThingId<T>) {
        out.add({ThingOf<T>::kind, value.text()});
    } else if constexpr (domain::OptionalOf<T>::value) {
        if (value)
            addValue(out, *value);
    } else if constexpr (domain::ClearableOf<T>::value) {
        addValue(out, value.value);
    }
}

template <class Struct>
void addFields(References &out, const Struct &object)
{
    domain::eachField(object, [&]<class F>(const F &field, const auto &value) {
        if (field.key != "id")
            addValue(out, value);
    });
}

template <class T>
concept Thing = requires(const T &value)
{
    ThingOf<std::decay_t<decltype(value.id)>>::kind;
};

template <class T>
concept Named = requires(const T &value)
{
    std::string_view(value.name.text());
};

template <std::size_t... I>
std::optional<std::size_t> indexOf(std::string_view word, std::index_sequence<I...>)
{
    std::optional<std::size_t> found;
    ((std::variant_alternative_t<I, domain::Fact>::type == word ? void(found = I) : void()), ...);
    return found;
}

} // namespace

References references(const domain::Fact &fact)
{
    References out;
    std::visit([&](const auto &value) { addFields(out, value); }, fact);
    if (const auto *event = std::get_if<domain::DealEvent>(&fact))
        std::visit([&](const auto &body) { addFields(out, body); }, event->body);
    return out;
}

std::optional<Reference> described(const domain::Fact &fact)
{
    return std::visit(
        []<class T>(const T &value) -> std::optional<Reference> {
            if constexpr (Thing<T> && !std::is_same_v<T, domain::Activity>)
                return Reference{ThingOf<std::decay_t<decltype(value.id)>>::kind, value.id.text()};
            else
                return std::nullopt;
        },
        fact);
}

std::optional<std::string_view> knownAs(const domain::Fact &fact)
{
    return std::visit(
        []<class T>(const T &value) -> std::optional<std::string_view> {
            // A file's name stands in its record; there are too many of them to keep every one twice.
            if constexpr (Named<T> && !std::is_same_v<T, domain::Evidence>)
                return value.name.text();
            else
                return std::nullopt;
        },
        fact);
}

std::string_view thingWord(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::None: return domain::Activity::type;
    case SymbolKind::Team: return domain::Team::type;
    case SymbolKind::Person: return domain::Person::type;
    case SymbolKind::Customer: return domain::Customer::type;
    case SymbolKind::Contact: return domain::Contact::type;
    case SymbolKind::Product: return domain::Product::type;
    case SymbolKind::Lead: return domain::Lead::type;
    case SymbolKind::Deal: return domain::Deal::type;
    case SymbolKind::Evidence: return domain::Evidence::type;
    case SymbolKind::Task: return domain::Task::type;
    case SymbolKind::Pipeline:
    case SymbolKind::Stage:
    case SymbolKind::Role:
    case SymbolKind::FieldName:
    case SymbolKind::Item:
    case SymbolKind::EvidenceKind:
    case SymbolKind::Rule:
    case SymbolKind::Word: break;
    }
    return "";
}

std::optional<std::size_t> typeIndex(std::string_view word)
{
    return indexOf(word, std::make_index_sequence<std::variant_size_v<domain::Fact>>());
}

} // namespace store
