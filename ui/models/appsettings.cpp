// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/appsettings.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace ui {

namespace {

constexpr qsizetype recentLimit = 8;

const QString themeKey = QStringLiteral("theme");
const QString languageKey = QStringLiteral("language");
const QString sidebarKey = QStringLiteral("sidebar/folded");
const QString recentKey = QStringLiteral("recent");

/// The stored choice, or the first one when what is stored is none.
template <class Choice>
Choice choice(const QVariant &stored, Choice last)
{
    const int value = stored.toInt();
    return value < 0 || value > static_cast<int>(last) ? Choice{} : static_cast<Choice>(value);
}

template <class Id>
std::optional<Id> parsed(const QVariant &stored)
{
    const auto id = Id::parse(stored.toString().toStdString());
    return id ? std::optional(*id) : std::nullopt;
}

template <class Id>
QString text(const std::optional<Id> &id)
{
    return id ? QString::fromStdString(id->text()) : QString();
}

} // namespace

AppSettings::AppSettings(const QString &file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>(QStringLiteral("plumbline"), QStringLiteral("plumbline"))
                             : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

ThemeChoice AppSettings::theme() const
{
    return choice(m_store->value(themeKey), ThemeChoice::Dark);
}

void AppSettings::setTheme(ThemeChoice theme)
{
    m_store->setValue(themeKey, static_cast<int>(theme));
}

LanguageChoice AppSettings::language() const
{
    return choice(m_store->value(languageKey), LanguageChoice::Chinese);
}

void AppSettings::setLanguage(LanguageChoice language)
{
    m_store->setValue(languageKey, static_cast<int>(language));
}

bool AppSettings::sidebarFolded() const
{
    return m_store->value(sidebarKey).toBool();
}

void AppSettings::setSidebarFolded(bool folded)
{
    m_store->setValue(sidebarKey, folded);
}

QByteArray AppSettings::geometry(const QString &window) const
{
    return m_store->value(QStringLiteral("geometry/") + window).toByteArray();
}

void AppSettings::setGeometry(const QString &window, const QByteArray &geometry)
{
    m_store->setValue(QStringLiteral("geometry/") + window, geometry);
}

QByteArray AppSettings::splitter(const QString &name) const
{
    return m_store->value(QStringLiteral("splitter/") + name).toByteArray();
}

void AppSettings::setSplitter(const QString &name, const QByteArray &state)
{
    m_store->setValue(QStringLiteral("splitter/") + name, state);
}

QStringList AppSettings::recentFiles() const
{
    return m_store->value(recentKey).toStringList();
}

void AppSettings::addRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    m_store->setValue(recentKey, files.mid(0, recentLimit));
}

void AppSettings::removeRecentFile(const QString &file)
{
    QStringList files = recentFiles();
    files.removeAll(file);
    m_store->setValue(recentKey, files);
}

View AppSettings::view(const QString &file) const
{
    const auto read = readAddress(m_store->value(keyOf(file, "view")).toString());
    return read.address ? read.address->view : View{};
}

void AppSettings::setView(const QString &file, const View &view)
{
    View lasting = view;
    lasting.day.reset();
    lasting.compared.reset();
    m_store->setValue(keyOf(file, "view"), toText({QStringLiteral("today"), lasting}));
}

std::vector<SavedView> AppSettings::savedViews(const QString &file) const
{
    std::vector<SavedView> views;
    for (const QString &one : m_store->value(keyOf(file, "views")).toStringList()) {
        if (const auto read = readViewFile(one.toUtf8()); read.view)
            views.push_back(*read.view);
    }
    return views;
}

void AppSettings::setSavedViews(const QString &file, const std::vector<SavedView> &views)
{
    QStringList list;
    for (const SavedView &view : views)
        list.append(QString::fromUtf8(viewFile(view)));
    m_store->setValue(keyOf(file, "views"), list);
}

bool AppSettings::personAsked(const QString &file) const
{
    return m_store->contains(keyOf(file, "person"));
}

std::optional<domain::PersonId> AppSettings::person(const QString &file) const
{
    return parsed<domain::PersonId>(m_store->value(keyOf(file, "person")));
}

void AppSettings::setPerson(const QString &file, const std::optional<domain::PersonId> &person)
{
    m_store->setValue(keyOf(file, "person"), text(person));
}

void AppSettings::forgetPerson(const QString &file)
{
    m_store->remove(keyOf(file, "person"));
}

QString AppSettings::keyOf(const QString &file, const char *name)
{
    // A path holds slashes, which QSettings reads as groups.
    const QByteArray path = QFileInfo(file).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("workspace/%1/%2").arg(QString::fromLatin1(hash), QString::fromLatin1(name));
}

} // namespace ui
