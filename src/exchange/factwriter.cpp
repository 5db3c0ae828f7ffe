// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/build.h"
#include "exchange/factjson.h"
#include "exchange/jsonobject.h"

#include <algorithm>

namespace exchange {

namespace {

template <class Struct>
std::optional<support::Currency> currencyOf(const Struct &object)
{
    if constexpr (requires { object.currency; })
        return object.currency;
    else
        return std::nullopt;
}

/// Writes the members of one object; a value's C++ type says how it stands in JSON.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string &out) : m_out(out) { m_out += '{'; }

    template <class T>
    void add(std::string_view key, const T &value)
    {
        m_out += m_keys.empty() ? "\"" : ",\"";
        m_out.append(key).append("\":");
        m_keys.push_back(key);
        write(value);
    }

    template <class T>
    void add(std::string_view key, const std::optional<T> &value)
    {
        if (value)
            add(key, *value);
    }

    /// `key` is said by leaving it out: nothing else may stand under it.
    void leaveOut(std::string_view key) { m_keys.push_back(key); }

    template <class Struct>
    void addFields(const Struct &object)
    {
        m_currency = currencyOf(object);
        domain::eachField(object, [this](const auto &field, const auto &value) { add(field.key, value); });
    }

    void addExtras(const domain::Extras &extras)
    {
        for (const auto &[key, value] : extras) {
            if (std::ranges::find(m_keys, key) != m_keys.end())
                continue;
            m_out += ',';
            appendJsonString(m_out, key);
            m_out += ':';
            m_out += value.text;
        }
    }

    void close() { m_out += '}'; }

private:
    template <class T>
    void write(const T &value)
    {
        if constexpr (std::is_same_v<T, bool> || domain::NumberValue<T> || std::is_same_v<T, domain::Json>)
            m_out += domain::valueText(value);
        else
            appendJsonString(m_out, domain::valueText(value));
    }

    void write(std::string_view word) { appendJsonString(m_out, word); }

    /// As people write amounts: "128000" whole, "128000.50" with the digits of its currency, where the fact names one.
    void write(const domain::Decimal &amount)
    {
        const bool whole = amount.text().find('.') == std::string::npos;
        const auto money = m_currency && !whole ? amount.in(*m_currency)
                                                : support::failure(support::ErrorCode::BadMoney, amount.text(), "no fraction");
        appendJsonString(m_out, money ? support::decimal(*money) : amount.text());
    }

    template <class T>
    void write(const domain::Clearable<T> &value)
    {
        if (value.value)
            write(*value.value);
        else
            m_out += "null";
    }

    void write(const domain::Measures &measures)
    {
        m_out += '{';
        for (std::string_view comma; const auto &[name, number] : measures) {
            m_out += comma;
            appendJsonString(m_out, name.text());
            m_out += ':' + domain::numberText(number);
            comma = ",";
        }
        m_out += '}';
    }

    void write(const domain::Tags &tags)
    {
        m_out += '[';
        for (std::string_view comma; const domain::Name &tag : tags) {
            m_out += comma;
            appendJsonString(m_out, tag.text());
            comma = ",";
        }
        m_out += ']';
    }

    std::string &m_out;
    std::vector<std::string_view> m_keys;
    std::optional<support::Currency> m_currency; ///< that the amounts being written are in
};

void addFact(ObjectWriter &writer, const domain::DealEvent &event)
{
    writer.addFields<domain::EventHead>(event);
    std::visit(
        [&](const auto &body) {
            writer.add("kind", body.kind);
            writer.addFields(body);
        },
        event.body);
}

template <class T>
void addFact(ObjectWriter &writer, const T &fact)
{
    writer.addFields(fact);
}

} // namespace

void appendJson(std::string &out, const domain::Record &record)
{
    ObjectWriter writer(out);
    writer.add("type", domain::typeName(record.fact()));
    std::visit([&](const auto &fact) { addFact(writer, fact); }, record.fact());
    // A description holds from when we learned it, where nothing else is said.
    const bool described = std::visit([]<class T>(const T &) { return T::timing == domain::Timing::Assumed; }, record.fact());
    if (described && record.occurredAt() == record.recordedAt())
        writer.leaveOut("occurred_at");
    else
        writer.add("occurred_at", record.occurredAt());
    writer.add("recorded_at", record.recordedAt());
    writer.addExtras(record.extras());
    writer.close();
}

std::string toJson(const domain::Record &record)
{
    std::string line;
    appendJson(line, record);
    return line;
}

} // namespace exchange
