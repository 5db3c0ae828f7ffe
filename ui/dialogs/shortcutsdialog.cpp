// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/shortcutsdialog.h"

#include "ui/actions/actions.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr std::array<Menu, 6> menus{Menu::Deal, Menu::Time, Menu::View, Menu::Edit, Menu::Workspace, Menu::Help};
constexpr int columns = 3;

QString keyTexts(const ActionInfo &info)
{
    QStringList keys;
    for (const QKeySequence &sequence : keysOf(info))
        keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral("   "));
}

/// Without the key that opens the menu: "&Deal", "商机(&D)".
QString plainTitle(Menu menu)
{
    static const QRegularExpression inBrackets(QStringLiteral("\\(&.\\)"));
    return titleOf(menu).remove(inBrackets).remove(QChar(u'&'));
}

int columnOf(Menu menu)
{
    switch (menu) {
    case Menu::Deal: return 0;
    case Menu::Time:
    case Menu::View: return 1;
    case Menu::Edit:
    case Menu::Workspace:
    case Menu::Help: return 2;
    }
    return 0;
}

QLabel *label(const QString &text, const char *role, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

/// One menu's actions: text and keys in two columns.
QWidget *sectionOf(Menu menu, QWidget *parent)
{
    auto *section = new QWidget(parent);
    auto *rows = new QGridLayout(section);
    rows->setContentsMargins({});
    rows->setHorizontalSpacing(6 * grid);
    rows->setVerticalSpacing(grid);
    rows->setColumnStretch(0, 1);
    rows->addWidget(label(plainTitle(menu), "heading", section), 0, 0, 1, 2);
    for (const ActionInfo &info : allActions()) {
        if (info.menu != menu || *info.keys == '\0')
            continue;
        const int row = rows->rowCount();
        QString text = textOf(info);
        if (text.endsWith(QChar(u'…')))
            text.chop(1);
        rows->addWidget(label(text, "plain", section), row, 0);
        rows->addWidget(label(keyTexts(info), "muted", section), row, 1, Qt::AlignRight);
    }
    return section;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    layout->setSpacing(4 * grid);
    auto *title = new QLabel(tr("Keyboard shortcuts"), this);
    title->setObjectName(QStringLiteral("title"));
    layout->addWidget(title);

    auto *whole = new QWidget;
    auto *sheet = new QHBoxLayout(whole);
    sheet->setContentsMargins({});
    sheet->setSpacing(10 * grid);
    std::array<QVBoxLayout *, columns> column{};
    for (auto &one : column) {
        one = new QVBoxLayout;
        one->setSpacing(5 * grid);
        sheet->addLayout(one, 1);
    }
    for (const Menu menu : menus)
        column.at(static_cast<std::size_t>(columnOf(menu)))->addWidget(sectionOf(menu, whole));
    for (auto *one : column)
        one->addStretch(1);
    auto *scroll = scrolled(whole);
    layout->addWidget(scroll, 1);

    auto *hint = label(tr("Ctrl+K opens the command palette: type what you want to do, in English or Chinese."), "muted", this);
    auto *close = new QPushButton(tr("Close"), this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    foot->addWidget(hint, 1);
    foot->addWidget(close);
    layout->addLayout(foot);
    resize(onScreen(*this, sizeHint() - scroll->sizeHint() + whole->sizeHint()));
}

} // namespace ui
