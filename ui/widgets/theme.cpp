// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QStyleFactory>

#include <array>
#include <utility>

/// A static library's resources are there only once somebody asks for them. Outside any namespace: the macro declares a
/// function in the one it stands in.
static void loadResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace ui {

namespace {

QPalette paletteOf(const Colours &c)
{
    QPalette p(c.text, c.surface, c.raised, c.outline, c.faint, c.text, c.onAccent, c.surface, c.window);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::PlaceholderText, c.faint);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Mid, c.hairline);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.faint);
    return p;
}

/// The style sheet with each `@name` replaced by its colour.
QString styleSheetOf(const Colours &c)
{
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first: "@accentSoft" is not "@accent" with a tail.
    const std::array<std::pair<QLatin1String, QColor>, 18> names{{
        {QLatin1String("@criticalSoft"), c.criticalSoft},
        {QLatin1String("@accentSoft"), c.accentSoft},
        {QLatin1String("@selection"), c.selection},
        {QLatin1String("@hairline"), c.hairline},
        {QLatin1String("@onAccent"), c.onAccent},
        {QLatin1String("@pastSoft"), c.pastSoft},
        {QLatin1String("@critical"), c.critical},
        {QLatin1String("@outline"), c.outline},
        {QLatin1String("@surface"), c.surface},
        {QLatin1String("@window"), c.window},
        {QLatin1String("@raised"), c.raised},
        {QLatin1String("@accent"), c.accent},
        {QLatin1String("@hover"), c.hover},
        {QLatin1String("@muted"), c.muted},
        {QLatin1String("@faint"), c.faint},
        {QLatin1String("@text"), c.text},
        {QLatin1String("@good"), c.good},
        {QLatin1String("@past"), c.past},
    }};
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet.replace(QLatin1String("@scheme"), QLatin1String(&c == &darkColours() ? "dark" : "light"));
}

/// Qt 6.4 does not tell whether the desktop is dark; its palette does.
bool desktopIsDark()
{
    return QApplication::style()->standardPalette().color(QPalette::Window).lightness() < 128;
}

} // namespace

const Colours &lightColours()
{
    static const Colours colours{
        .window = 0xF4F5F7,
        .surface = 0xFFFFFF,
        .raised = 0xFFFFFF,
        .hover = 0xF3F5F9,
        .selection = 0xE8EEFC,
        .hairline = 0xE3E6EB,
        .outline = 0xC9CED8,
        .text = 0x1B2130,
        .muted = 0x5B6475,
        .faint = 0x6E7788,
        .accent = 0x2F57D0,
        .onAccent = 0xFFFFFF,
        .accentSoft = 0xE8EEFC,
        .critical = 0xBF2F26,
        .criticalSoft = 0xFCEBE9,
        .warning = 0x95600A,
        .warningSoft = 0xFCF3DF,
        .good = 0x23744A,
        .goodSoft = 0xE5F4EB,
        .past = 0x8A5A00,
        .pastSoft = 0xF6EEDC,
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .window = 0x14171D,
        .surface = 0x1B1F27,
        .raised = 0x232833,
        .hover = 0x222732,
        .selection = 0x27324F,
        .hairline = 0x2C323E,
        .outline = 0x414959,
        .text = 0xE7EAF0,
        .muted = 0xA3ABBA,
        .faint = 0x858E9F,
        .accent = 0x86A3FF,
        .onAccent = 0x10162A,
        .accentSoft = 0x27324F,
        .critical = 0xFF8A80,
        .criticalSoft = 0x40211F,
        .warning = 0xF0BC5E,
        .warningSoft = 0x3A2F18,
        .good = 0x74CF9C,
        .goodSoft = 0x1B3527,
        .past = 0xF0BC5E,
        .pastSoft = 0x2B2517,
    };
    return colours;
}

const Colours &colours(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? darkColours() : lightColours();
}

QFont font(Type type, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(type));
    font.setWeight(weight);
    return font;
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    loadResources();
}

void Theme::apply(ThemeChoice choice)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    m_choice = choice;
    m_dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && desktopIsDark());
    const Colours &colours = m_dark ? darkColours() : lightColours();

    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans")});
    font.setPixelSize(static_cast<int>(Type::Body));
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(colours));
    qApp->setStyleSheet(styleSheetOf(colours));
    Q_EMIT changed();
}

} // namespace ui
