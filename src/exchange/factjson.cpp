// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/factjson.h"

#include "domain/build.h"
#include "exchange/conditionjson.h"
#include "exchange/jsonobject.h"
#include "support/utf8.h"

#include <nlohmann/json.hpp>

namespace exchange {

using domain::Fact;
using domain::Record;
using support::ErrorCode;
using support::failure;
using support::Instant;
using support::Result;

namespace {

constexpr std::size_t shownBytes = 60;

/// Each group of a condition nests an object and an array.
constexpr int maxDocumentNesting = 2 * deepestCondition + 2 * maxNesting;

/// "key=value", the value cut where a report would become unreadable, at the end of a character.
std::string subjectOf(const JsonMember &member)
{
    std::string_view value = member.text.substr(0, shownBytes);
    while (!support::isUtf8(value))
        value.remove_suffix(1);
    return std::string(member.key) + '=' + std::string(value);
}

tl::unexpected<support::Error> wrongType(const JsonMember &member, std::string_view expected)
{
    return failure(ErrorCode::BadSyntax, subjectOf(member), "expected " + std::string(expected));
}

template <class T>
constexpr bool isNumber = domain::NumberValue<T>;

Result<domain::Measures> readMeasures(const JsonMember &member)
{
    if (member.type != JsonType::Object)
        return wrongType(member, "an object of numbers");
    JsonObject object;
    if (const auto parsed = object.parse(member.text); !parsed)
        return tl::unexpected(parsed.error());
    domain::Measures measures;
    for (const JsonMember &measure : object.members()) {
        auto name = domain::Name::parse(measure.key);
        const auto number = domain::parseDouble(measure.text);
        if (measure.type != JsonType::Number || !number)
            return wrongType(measure, "a number");
        if (!name)
            return tl::unexpected(name.error());
        measures.emplace_back(*std::move(name), *number);
    }
    std::ranges::sort(measures);
    return measures;
}

Result<domain::Tags> readTags(const JsonMember &member)
{
    if (member.type != JsonType::Array)
        return wrongType(member, "an array of strings");
    const auto array = nlohmann::json::parse(member.text, nullptr, false);
    if (!array.is_array())
        return wrongType(member, "an array of strings");
    domain::Tags tags;
    for (const auto &element : array) {
        if (!element.is_string())
            return wrongType(member, "an array of strings");
        auto tag = domain::Name::parse(element.get_ref<const std::string &>());
        if (!tag)
            return tl::unexpected(tag.error());
        tags.push_back(*std::move(tag));
    }
    return tags;
}

/// Any JSON value in its compact spelling.
Result<domain::Json> readJson(const JsonMember &member, int nesting)
{
    if (member.type == JsonType::Array || member.type == JsonType::Object)
        return compactJson(member.text, nesting).map([](std::string text) { return domain::Json{std::move(text)}; });
    std::string text;
    if (member.type == JsonType::String)
        appendJsonString(text, member.text);
    else
        text = member.text;
    return domain::Json{std::move(text)};
}

/// The value of one key, where JSON's own type says what may stand there.
template <class T>
Result<T> readPlain(const JsonMember &member)
{
    if constexpr (std::is_same_v<T, domain::Measures>) {
        return readMeasures(member);
    } else if constexpr (std::is_same_v<T, domain::Tags>) {
        return readTags(member);
    } else if constexpr (std::is_same_v<T, domain::Json>) {
        return readJson(member, maxDocumentNesting);
    } else if constexpr (std::is_same_v<T, bool>) {
        return member.type == JsonType::Truth ? domain::fromText<T>(member.text) : wrongType(member, "true or false");
    } else if constexpr (isNumber<T>) {
        return member.type == JsonType::Number ? domain::fromText<T>(member.text) : wrongType(member, "a number");
    } else if constexpr (std::is_same_v<T, domain::Decimal>) {
        const bool known = member.type == JsonType::String || member.type == JsonType::Number;
        return known ? domain::fromText<T>(member.text) : wrongType(member, "a decimal as a string");
    } else {
        return member.type == JsonType::String ? domain::fromText<T>(member.text) : wrongType(member, "a string");
    }
}

/// The same, with the key named in the error.
template <class T>
Result<T> readValue(const JsonMember &member)
{
    return readPlain<T>(member).map_error([&](support::Error error) {
        error.subject = subjectOf(member);
        return error;
    });
}

/// The value of a field of a deal may be anything that has a short text: numbers and truth values keep their spelling.
Result<domain::Clearable<domain::Text>> readFieldValue(const JsonMember &member)
{
    if (member.type == JsonType::Array || member.type == JsonType::Object)
        return wrongType(member, "a string, a number or a truth value");
    return domain::Text::parse(member.text).map([](domain::Text text) {
        return domain::Clearable<domain::Text>{std::move(text)};
    });
}

/// Hands the values of one object to domain::build.
struct FieldReader {
    JsonObject &object;

    template <class T>
    Result<T> operator()(std::string_view key) const
    {
        if constexpr (domain::OptionalOf<T>::value) {
            const JsonMember *member = object.take(key);
            if (member == nullptr)
                return T();
            return readValue<typename domain::OptionalOf<T>::Value>(*member).map([](auto value) { return T(std::move(value)); });
        } else if constexpr (domain::ClearableOf<T>::value) {
            return readClearable<T>(key);
        } else {
            const JsonMember *member = object.take(key);
            if (member == nullptr)
                return failure(ErrorCode::MissingKey, key, "the fact needs this key");
            return readValue<T>(*member);
        }
    }

private:
    template <class T>
    Result<T> readClearable(std::string_view key) const
    {
        const JsonMember *member = object.take(key);
        if (member == nullptr && object.takeKey(key))
            return T();
        if (member == nullptr)
            return failure(ErrorCode::MissingKey, key, "the fact needs this key, be it null");
        if constexpr (std::is_same_v<T, domain::Clearable<domain::Text>>)
            return readFieldValue(*member);
        else
            return readValue<typename domain::ClearableOf<T>::Value>(*member).map([](auto value) { return T{std::move(value)}; });
    }
};

/// Builds the alternative of `Variant` whose name is `word`; UnknownType where none has it.
template <class Variant, class NameOf, class Read, std::size_t... I>
Result<Variant> readNamed(const JsonMember &word, NameOf nameOf, Read read, std::index_sequence<I...>)
{
    Result<Variant> result = failure(ErrorCode::UnknownType, subjectOf(word), "the format has no such type or kind");
    const auto tryOne = [&]<std::size_t N>() {
        using T = std::variant_alternative_t<N, Variant>;
        if (nameOf.template operator()<T>() != word.text)
            return false;
        result = read.template operator()<T>().map([](T value) { return Variant(std::in_place_type<T>, std::move(value)); });
        return true;
    };
    (tryOne.template operator()<I>() || ...);
    return result;
}

Result<const JsonMember *> takeWord(JsonObject &object, std::string_view key)
{
    const JsonMember *member = object.take(key);
    if (member == nullptr)
        return failure(ErrorCode::MissingKey, key, "the fact needs this key");
    if (member->type != JsonType::String)
        return wrongType(*member, "a string");
    return member;
}

Result<domain::DealEvent> readEvent(JsonObject &object)
{
    const auto kind = takeWord(object, "kind");
    if (!kind)
        return tl::unexpected(kind.error());
    auto head = domain::build<domain::EventHead>(FieldReader{object});
    if (!head)
        return tl::unexpected(std::move(head.error()));
    return readNamed<domain::EventBody>(
               **kind, []<class T>() { return T::kind; }, [&]<class T>() { return domain::build<T>(FieldReader{object}); },
               std::make_index_sequence<std::variant_size_v<domain::EventBody>>())
        .map([&](domain::EventBody body) {
            return domain::DealEvent{*std::move(head), std::move(body)};
        });
}

Result<Fact> readFact(JsonObject &object)
{
    const auto type = takeWord(object, "type");
    if (!type)
        return tl::unexpected(type.error());
    const auto read = [&]<class T>() -> Result<T> {
        if constexpr (std::is_same_v<T, domain::DealEvent>)
            return readEvent(object);
        else
            return domain::build<T>(FieldReader{object});
    };
    return readNamed<Fact>(
        **type, []<class T>() { return T::type; }, read, std::make_index_sequence<std::variant_size_v<Fact>>());
}

/// Without an occurred time a description holds from when we learned it, without either from the import.
Result<domain::Times> readTimes(JsonObject &object, const Fact &fact, Instant importTime)
{
    const FieldReader read{object};
    const auto occurred = read.operator()<std::optional<Instant>>("occurred_at");
    if (!occurred)
        return tl::unexpected(occurred.error());
    const auto recorded = read.operator()<std::optional<Instant>>("recorded_at");
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (*occurred)
        return domain::Times{**occurred, recorded->value_or(**occurred)};
    if (std::visit([]<class T>(const T &) { return T::timing == domain::Timing::Required; }, fact))
        return failure(ErrorCode::MissingKey, "occurred_at", "the fact needs to say when it happened");
    if (*recorded)
        return domain::Times{**recorded, **recorded};
    return domain::Times{importTime, importTime, true};
}

Result<domain::Extras> readExtras(const JsonObject &object)
{
    domain::Extras extras;
    for (const JsonMember &member : object.members()) {
        if (member.used)
            continue;
        auto value = readJson(member, maxNesting);
        if (!value)
            return failure(value.error().code, member.key.substr(0, shownBytes), value.error().detail);
        extras.emplace_back(std::string(member.key), *std::move(value));
    }
    return extras;
}

} // namespace

struct FactReader::State {
    JsonObject object;
};

FactReader::FactReader() : m_state(std::make_unique<State>()) {}
FactReader::~FactReader() = default;

Result<Record> FactReader::read(std::string_view line, Instant importTime)
{
    if (line.size() > maxLineBytes)
        return failure(ErrorCode::TooLarge, "", "a line has at most 1 MiB");
    JsonObject &object = m_state->object;
    if (const auto parsed = object.parse(line); !parsed)
        return tl::unexpected(parsed.error());
    auto fact = readFact(object);
    if (!fact)
        return tl::unexpected(std::move(fact.error()));
    const auto times = readTimes(object, *fact, importTime);
    if (!times)
        return tl::unexpected(times.error());
    auto extras = readExtras(object);
    if (!extras)
        return tl::unexpected(std::move(extras.error()));
    return Record::make(*std::move(fact), *times, *std::move(extras));
}

} // namespace exchange
