// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/importwords.h"

#include "ui/models/dealwords.h"
#include "ui/models/organisationpicks.h"
#include "ui/models/personwords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

namespace {

using exchange::Meaning;

/// What the keys of the interchange format are called that a column can be taken for.
constexpr std::array<std::pair<std::string_view, Meaning>, 33> known{{
    {"deal", Meaning::DealId},
    {"customer", Meaning::CustomerName},
    {"owner", Meaning::OwnerName},
    {"person", Meaning::OwnerName},
    {"actor", Meaning::ActorId},
    {"team", Meaning::TeamName},
    {"product", Meaning::ProductName},
    {"lead", Meaning::LeadId},
    {"contact", Meaning::ContactName},
    {"stage", Meaning::Stage},
    {"amount", Meaning::Amount},
    {"currency", Meaning::Currency},
    {"date", Meaning::CloseDate},
    {"category", Meaning::Category},
    {"due", Meaning::NextStepDue},
    {"reason", Meaning::LostReason},
    {"industry", Meaning::Industry},
    {"size", Meaning::Size},
    {"region", Meaning::Region},
    {"channel", Meaning::Channel},
    {"first_contact_channel", Meaning::Channel},
    {"website", Meaning::Website},
    {"title", Meaning::Title},
    {"phone", Meaning::Phone},
    {"email", Meaning::Email},
    {"line", Meaning::ProductLine},
    {"list_price", Meaning::ListPrice},
    {"source", Meaning::Source},
    {"behaviour", Meaning::Behaviour},
    {"direction", Meaning::Direction},
    {"duration_s", Meaning::DurationSeconds},
    {"kind", Meaning::ActivityKind},
    {"text", Meaning::Subject},
}};

constexpr std::array<std::pair<std::string_view, const char *>, 10> others{{
    {"id", QT_TRANSLATE_NOOP("ui::Import", "id")},
    {"role", QT_TRANSLATE_NOOP("ui::Import", "role")},
    {"parent", QT_TRANSLATE_NOOP("ui::Import", "belongs to")},
    {"pipeline", QT_TRANSLATE_NOOP("ui::Import", "pipeline")},
    {"field", QT_TRANSLATE_NOOP("ui::Import", "field")},
    {"value", QT_TRANSLATE_NOOP("ui::Import", "value")},
    {"from", QT_TRANSLATE_NOOP("ui::Import", "from")},
    {"to", QT_TRANSLATE_NOOP("ui::Import", "to")},
    {"level", QT_TRANSLATE_NOOP("ui::Import", "level")},
    {"active", QT_TRANSLATE_NOOP("ui::Import", "active")},
}};

/// A custom field is called as its file calls it.
QString keyText(const QString &key)
{
    const std::string text = key.toStdString();
    if (const auto found = std::ranges::find(known, text, &decltype(known)::value_type::first); found != known.end())
        return word(found->second);
    const auto found = std::ranges::find(others, text, &decltype(others)::value_type::first);
    return found == others.end() ? key : QCoreApplication::translate("ui::Import", found->second);
}

/// The word of an enumeration as the interface says it; one that is none stands for itself.
template <class Enum, class Say>
QString said(const QString &text, Say say)
{
    const auto value = domain::fromWord<Enum>(text.toStdString());
    return value ? say(*value) : text;
}

QString directionText(domain::Direction direction)
{
    switch (direction) {
    case domain::Direction::In: return QCoreApplication::translate("ui::Import", "the customer");
    case domain::Direction::Out: return QCoreApplication::translate("ui::Import", "we");
    case domain::Direction::Internal: return QCoreApplication::translate("ui::Import", "nobody: it was internal");
    }
    return {};
}

QString wordText(const QString &key, const QString &text, const StageNames &stages)
{
    if (key == QLatin1String("stage"))
        return choiceText(exchange::QuestionCode::Stage, text.toStdString(), stages);
    if (key == QLatin1String("owner") || key == QLatin1String("person"))
        return personName(text.toStdString());
    if (key == QLatin1String("category"))
        return said<domain::ForecastCategory>(text, [](domain::ForecastCategory one) { return word(one); });
    if (key == QLatin1String("kind"))
        return said<domain::ActivityKind>(text, [](domain::ActivityKind one) { return word(one); });
    if (key == QLatin1String("direction"))
        return said<domain::Direction>(text, directionText);
    if (key == QLatin1String("role"))
        return said<domain::PersonRole>(text, roleName);
    return text;
}

QString valueText(const QString &key, const QJsonValue &value, const StageNames &stages)
{
    if (value.isString())
        return wordText(key, value.toString(), stages);
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("v"), value}}).toJson(QJsonDocument::Compact))
        .mid(5)
        .chopped(1);
}

bool isMadeUp(const QJsonValue &value)
{
    return value.isString() && value.toString().startsWith(QLatin1String("row-"));
}

} // namespace

FactText factText(const Format &format, const domain::Record &record, const StageNames &stages)
{
    QJsonObject keys = QJsonDocument::fromJson(QByteArray::fromStdString(workbench::factLine(record))).object();
    QString type = keys.take(QStringLiteral("type")).toString();
    if (const QString kind = type == QLatin1String("activity") ? QString() : keys.take(QStringLiteral("kind")).toString();
        type == QLatin1String("event"))
        type += QChar(u'.') + kind; // which its word says
    for (const char *said : {"occurred_at", "recorded_at"})
        keys.remove(QLatin1String(said));
    QStringList content{keys.take(QStringLiteral("name")).toString()};
    if (keys.value(QStringLiteral("id")).toString() == content.front())
        keys.remove(QStringLiteral("id"));
    for (auto key = keys.constBegin(); key != keys.constEnd(); ++key) {
        if (!isMadeUp(key.value()))
            content += QStringLiteral("%1 %2").arg(keyText(key.key()), valueText(key.key(), key.value(), stages));
    }
    content.removeAll(QString());
    return {factName(type.toStdString()), format.dateTime(record.occurredAt()), content.join(QString::fromUtf8(" · "))};
}

} // namespace ui
