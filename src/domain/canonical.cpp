// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/canonical.h"

#include "domain/build.h"

#include <array>

namespace domain {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

/// Appends a length, seven bits a byte, low bits first.
void appendLength(std::string &out, std::size_t length)
{
    for (; length >= 0x80; length >>= 7U)
        out += static_cast<char>((length & 0x7FU) | 0x80U);
    out += static_cast<char>(length);
}

void appendText(std::string &out, std::string_view text)
{
    appendLength(out, text.size());
    out += text;
}

template <class T>
void appendField(std::string &out, std::size_t position, const T &value)
{
    out += static_cast<char>(position + 1);
    appendText(out, valueText(value));
}

template <class T>
void appendField(std::string &out, std::size_t position, const std::optional<T> &value)
{
    if (value)
        appendField(out, position, *value);
}

template <class T>
void appendField(std::string &out, std::size_t position, const Clearable<T> &value)
{
    appendField(out, position, value.value);
}

/// The present fields by position, then a zero.
template <class Struct>
void appendFields(std::string &out, const Struct &object)
{
    std::size_t position = 0;
    eachField(object, [&](const auto &, const auto &value) { appendField(out, position++, value); });
    out += '\0';
}

void appendFact(std::string &out, const Fact &fact)
{
    out += static_cast<char>(fact.index());
    std::visit([&](const auto &value) { appendFields(out, value); }, fact);
    if (const auto *event = std::get_if<DealEvent>(&fact)) {
        out += static_cast<char>(event->body.index());
        std::visit([&](const auto &body) { appendFields(out, body); }, event->body);
    }
}

/// Takes bytes off the front; once one read has failed, everything after it fails.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

    std::size_t byte()
    {
        if (m_rest.empty()) {
            m_failed = true;
            return 0;
        }
        const auto value = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }

    std::string_view text()
    {
        std::size_t length = 0;
        for (unsigned shift = 0; shift < 56; shift += 7) {
            const std::size_t next = byte();
            length |= (next & 0x7FU) << shift;
            if (next < 0x80)
                break;
        }
        if (length > m_rest.size())
            m_failed = true;
        const std::string_view taken = m_failed ? std::string_view() : m_rest.substr(0, length);
        m_rest.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

tl::unexpected<support::Error> damaged()
{
    return failure(ErrorCode::BadSyntax, "", "damaged canonical bytes of a fact");
}

/// A value as it was written once; what is asked of new ones does not shut out the old.
template <class T>
Result<T> fromStored(std::string_view text)
{
    if constexpr (std::is_same_v<T, support::Currency>)
        return support::Currency::fromLetters(text);
    else
        return fromText<T>(text);
}

template <class Struct>
Result<Struct> readFields(Reader &in)
{
    constexpr std::size_t count = std::tuple_size_v<decltype(Struct::fields())>;
    std::array<std::optional<std::string_view>, count + 1> texts{};
    for (std::size_t position = in.byte(); position != 0; position = in.byte()) {
        if (in.failed() || position > count)
            return damaged();
        texts[position - 1] = in.text();
    }
    if (in.failed())
        return damaged();
    std::size_t at = 0;
    return build<Struct>([&]<class T>(std::string_view key) -> Result<T> {
        const std::optional<std::string_view> text = texts[at++];
        if constexpr (OptionalOf<T>::value) {
            if (!text)
                return T();
            return fromStored<typename OptionalOf<T>::Value>(*text).map([](auto value) { return T(std::move(value)); });
        } else if constexpr (ClearableOf<T>::value) {
            if (!text)
                return T();
            return fromStored<typename ClearableOf<T>::Value>(*text).map([](auto value) { return T{std::move(value)}; });
        } else {
            if (!text)
                return failure(ErrorCode::MissingKey, key, "the canonical bytes lack a field");
            return fromStored<T>(*text);
        }
    });
}

/// Reads the alternative of `Variant` with the index that comes next.
template <class Variant, class Read, std::size_t... I>
Result<Variant> readAlternative(std::size_t index, Read read, std::index_sequence<I...>)
{
    Result<Variant> result = failure(ErrorCode::UnknownType, "", "a fact of a newer program");
    const auto tryOne = [&]<std::size_t N>() {
        if (N == index)
            result = read.template operator()<std::variant_alternative_t<N, Variant>>().map(
                [](auto value) { return Variant(std::move(value)); });
    };
    (tryOne.template operator()<I>(), ...);
    return result;
}

Result<EventBody> readBody(Reader &in)
{
    return readAlternative<EventBody>(
        in.byte(), [&]<class T>() { return readFields<T>(in); }, std::make_index_sequence<std::variant_size_v<EventBody>>());
}

template <>
Result<DealEvent> readFields<DealEvent>(Reader &in)
{
    const auto head = readFields<EventHead>(in);
    if (!head)
        return tl::unexpected(head.error());
    return readBody(in).map([&](EventBody body) { return DealEvent{*head, std::move(body)}; });
}

template <class T>
concept HasId = requires(const T &value)
{
    value.id;
};

template <class T, std::size_t... I>
constexpr std::size_t indexOf(std::index_sequence<I...>)
{
    return ((std::is_same_v<T, std::variant_alternative_t<I, Fact>> ? I : 0) + ...);
}

} // namespace

std::string canonicalBytes(const Fact &fact, const Extras &extras)
{
    std::string out;
    appendFact(out, fact);
    for (const auto &[key, value] : extras) {
        appendText(out, key);
        appendText(out, value.text);
    }
    return out;
}

Result<Record> fromCanonicalBytes(std::string_view bytes, Times times)
{
    Reader in(bytes);
    auto fact = readAlternative<Fact>(
        in.byte(), [&]<class T>() { return readFields<T>(in); }, std::make_index_sequence<std::variant_size_v<Fact>>());
    if (!fact)
        return tl::unexpected(fact.error());
    Extras extras;
    while (!in.atEnd() && !in.failed()) {
        std::string key(in.text());
        extras.emplace_back(std::move(key), Json{std::string(in.text())});
    }
    if (in.failed())
        return damaged();
    return Record::make(*std::move(fact), times, std::move(extras));
}

bool isVersioned(const Fact &fact)
{
    return std::visit([]<class T>(const T &) { return HasId<T> || std::is_same_v<T, Target>; }, fact);
}

std::string activityIdentity(std::string_view id)
{
    std::string out(1, static_cast<char>(indexOf<Activity>(std::make_index_sequence<std::variant_size_v<Fact>>())));
    appendText(out, id);
    return out;
}

std::vector<std::string> thingIdentities(std::string_view id)
{
    std::vector<std::string> identities;
    const auto add = [&]<std::size_t... types>(std::index_sequence<types...>)
    {
        const auto addOne = [&](std::size_t type) { appendText(identities.emplace_back(1, static_cast<char>(type)), id); };
        ((HasId<std::variant_alternative_t<types, Fact>> ? addOne(types) : void()), ...);
    };
    add(std::make_index_sequence<std::variant_size_v<Fact>>());
    return identities;
}

std::string identityBytes(const Record &record)
{
    const Fact &fact = record.fact();
    std::string out(1, static_cast<char>(fact.index()));
    if (const auto *target = std::get_if<Target>(&fact)) {
        appendText(out, target->person ? target->person->text() : "");
        appendText(out, target->team ? target->team->text() : "");
        appendText(out, target->period.text());
        return out;
    }
    const auto appendId = [&]<class T>(const T &value) {
        if constexpr (HasId<T>)
            appendText(out, value.id.text());
        return HasId<T>;
    };
    if (std::visit(appendId, fact))
        return out;
    out = canonicalBytes(fact, record.extras());
    const bool timed = std::visit([]<class T>(const T &) { return T::timing == Timing::Required; }, fact);
    if (timed) {
        appendText(out, numberText(record.occurredAt().micros));
        appendText(out, numberText(record.recordedAt().micros));
    }
    return out;
}

} // namespace domain
