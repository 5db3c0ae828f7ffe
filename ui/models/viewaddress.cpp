// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/viewaddress.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace ui {

namespace {

const QString scheme = QStringLiteral("plumbline");
const QString between = QStringLiteral("..");

/// By their kinds; `Between` is written as its days.
constexpr std::array<const char *, 7> periodWords{"all", "month", "last-month", "quarter", "last-quarter", "year", "last-year"};

QString dayText(const std::optional<support::Date> &day)
{
    return day ? QString::fromStdString(support::toText(*day)) : QString();
}

bool readDay(const QString &text, std::optional<support::Date> &day)
{
    const auto date = support::parseDate(text.toStdString());
    if (date)
        day = *date;
    return date.has_value();
}

template <class Id>
QString idText(const std::optional<Id> &id)
{
    return id ? QString::fromStdString(id->text()) : QString();
}

template <class Id>
bool readId(const QString &text, std::optional<Id> &id)
{
    const auto parsed = Id::parse(text.toStdString());
    if (parsed)
        id = *parsed;
    return parsed.has_value();
}

QString periodText(const Period &period)
{
    if (period.kind == PeriodKind::All)
        return {};
    if (period.kind == PeriodKind::Between)
        return dayText(period.between.first) + between + dayText(period.between.last);
    return QLatin1String(periodWords.at(static_cast<std::size_t>(period.kind)));
}

bool readPeriod(const QString &text, Period &period)
{
    const auto *const word = std::ranges::find(periodWords, text);
    if (word != periodWords.end()) {
        period = {.kind = static_cast<PeriodKind>(word - periodWords.begin())};
        return true;
    }
    const QStringList days = text.split(between);
    if (days.size() != 2 || text == between)
        return false;
    period.kind = PeriodKind::Between;
    return (days[0].isEmpty() || readDay(days[0], period.between.first))
           && (days[1].isEmpty() || readDay(days[1], period.between.last));
}

/// One part of an address: how it is written (empty: not at all), and how it is read.
struct Part {
    const char *name;
    QString (*write)(const View &view);
    bool (*read)(const QString &text, View &view);
};

const std::array<Part, 9> parts{
    {{"team", [](const View &v) { return idText(v.scope.team); },
      [](const QString &t, View &v) { return readId(t, v.scope.team); }},
     {"person", [](const View &v) { return idText(v.scope.person); },
      [](const QString &t, View &v) { return readId(t, v.scope.person); }},
     {"product", [](const View &v) { return idText(v.scope.product); },
      [](const QString &t, View &v) { return readId(t, v.scope.product); }},
     {"channel", [](const View &v) { return QString::fromStdString(v.scope.channel); },
      [](const QString &t, View &v) { return !(v.scope.channel = t.toStdString()).empty(); }},
     {"segment", [](const View &v) { return QString::fromStdString(v.scope.segment); },
      [](const QString &t, View &v) { return !(v.scope.segment = t.toStdString()).empty(); }},
     {"day", [](const View &v) { return dayText(v.day); }, [](const QString &t, View &v) { return readDay(t, v.day); }},
     {"compare", [](const View &v) { return dayText(v.compared); },
      [](const QString &t, View &v) { return readDay(t, v.compared); }},
     {"period", [](const View &v) { return periodText(v.period); },
      [](const QString &t, View &v) { return readPeriod(t, v.period); }},
     {"proven", [](const View &v) { return v.proven ? QStringLiteral("1") : QString(); },
      [](const QString &t, View &v) { return (v.proven = t == QLatin1String("1")) || t == QLatin1String("0"); }}}};

constexpr std::array<const char *, 3> pages{"today", "funnel", "map"};

ReadAddress refused(BadAddress::Why why, const QString &part)
{
    return {std::nullopt, {why, part}};
}

} // namespace

QString toText(const ViewAddress &address)
{
    QUrlQuery query;
    for (const Part &part : parts) {
        if (const QString text = part.write(address.view); !text.isEmpty())
            query.addQueryItem(QLatin1String(part.name), QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    QUrl url;
    url.setScheme(scheme);
    url.setPath(address.page);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

ReadAddress readAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != scheme)
        return refused(BadAddress::Why::NoAddress, text.trimmed());
    if (std::ranges::find(pages, url.path()) == pages.end())
        return refused(BadAddress::Why::UnknownPart, url.path());
    ViewAddress address{url.path(), {}};
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        const auto part = std::ranges::find_if(parts, [&](const Part &one) { return name == QLatin1String(one.name); });
        if (part == parts.end())
            return refused(BadAddress::Why::UnknownPart, name);
        if (!part->read(value, address.view))
            return refused(BadAddress::Why::BadValue, name + QChar(u'=') + value);
    }
    return {address, {}};
}

} // namespace ui
