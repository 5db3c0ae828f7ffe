// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/build.h"
#include "exchange/factjson.h"
#include "exchange/jsonobject.h"

#include <algorithm>

namespace exchange {

namespace {

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

    template <class Struct>
    void addFields(const Struct &object)
    {
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
