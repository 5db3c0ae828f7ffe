// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <array>

namespace ui {

namespace {

const QString ours = QStringLiteral(":/i18n/plumbline_%1.qm");

QLocale localeOf(LanguageChoice choice)
{
    const QLocale chinese(QLocale::Chinese, QLocale::China);
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    switch (choice) {
    case LanguageChoice::System: return QLocale::system().language() == QLocale::Chinese ? chinese : english;
    case LanguageChoice::English: return english;
    case LanguageChoice::Chinese: return chinese;
    }
    return english;
}

/// Words of Qt's own file dialog, shown where a desktop has none, that Qt's Chinese lacks: our catalogue says them.
[[maybe_unused]] constexpr std::array fileDialogWords{
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Alias"),   QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"), QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),  QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Shortcut"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
};

} // namespace

Language::~Language()
{
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::apply(LanguageChoice choice)
{
    m_choice = choice;
    m_locale = localeOf(choice);
    QLocale::setDefault(m_locale);
    // The old ones go after the new ones have come: with none installed for a moment every text would be drawn twice.
    auto old = std::move(m_installed);
    m_installed.clear();
    const bool chinese = m_locale.language() == QLocale::Chinese;
    if (chinese)
        install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_zh_CN.qm"));
    install(ours.arg(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en")));
    for (const auto &translator : old)
        QCoreApplication::removeTranslator(translator.get());
    if (!m_chinese) {
        m_chinese = std::make_unique<QTranslator>();
        (void)m_chinese->load(ours.arg(QStringLiteral("zh_CN")));
    }
}

QStringList Language::inAllLanguages(const char *context, const char *source) const
{
    QStringList texts{QString::fromUtf8(source)};
    if (m_chinese)
        texts += m_chinese->translate(context, source);
    return texts;
}

void Language::install(const QString &name)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name) && QCoreApplication::installTranslator(translator.get()))
        m_installed.push_back(std::move(translator));
}

} // namespace ui
