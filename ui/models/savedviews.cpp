// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/savedviews.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

namespace {

const QString formatKey = QStringLiteral("plumbline_view");
const QString nameKey = QStringLiteral("name");
const QString addressKey = QStringLiteral("address");
constexpr int formatVersion = 1;

} // namespace

QByteArray viewFile(const SavedView &view)
{
    return QJsonDocument(QJsonObject{{formatKey, formatVersion}, {nameKey, view.name}, {addressKey, toText(view.address)}})
        .toJson();
}

ReadView readViewFile(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(formatKey).toInt() != formatVersion)
        return {std::nullopt, {BadAddress::Why::NoAddress, formatKey}};
    const QString name = object.value(nameKey).toString().simplified();
    if (name.isEmpty())
        return {std::nullopt, {BadAddress::Why::BadValue, nameKey}};
    const ReadAddress read = readAddress(object.value(addressKey).toString());
    if (!read.address)
        return {std::nullopt, read.wrong};
    return {SavedView{name, *read.address}, {}};
}

std::vector<SavedView> withView(std::vector<SavedView> views, const SavedView &view)
{
    views = withoutView(std::move(views), view.name);
    const auto later = [&](const SavedView &one) { return one.name.localeAwareCompare(view.name) > 0; };
    views.insert(std::ranges::find_if(views, later), view);
    return views;
}

std::vector<SavedView> withoutView(std::vector<SavedView> views, const QString &name)
{
    std::erase_if(views, [&](const SavedView &one) { return one.name == name; });
    return views;
}

} // namespace ui
