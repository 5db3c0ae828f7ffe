// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/settingsdialog.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

namespace {

constexpr int fieldWidth = 220;

} // namespace

SettingsDialog::SettingsDialog(const Application &application, const QString &person, QWidget *parent)
    : QDialog(parent)
    , m_application(application)
    , m_person(person)
    , m_title(new QLabel(this))
    , m_languageName(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_themeName(new QLabel(this))
    , m_theme(new QComboBox(this))
    , m_whoName(new QLabel(this))
    , m_who(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_title->setObjectName(QStringLiteral("title"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    form->setHorizontalSpacing(6 * grid);
    form->setVerticalSpacing(3 * grid);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(m_title);
    form->addRow(m_languageName, m_language);
    form->addRow(m_themeName, m_theme);
    form->addRow(m_whoName, m_who);
    form->addRow(m_close);
    form->setAlignment(m_close, Qt::AlignRight);
    for (QWidget *field : std::initializer_list<QWidget *>{m_language, m_theme, m_who})
        field->setMinimumWidth(fieldWidth);
    m_languageName->setBuddy(m_language);
    m_themeName->setBuddy(m_theme);
    m_whoName->setBuddy(m_who);
    m_who->setEnabled(application.session.isOpen());
    m_who->setProperty("field", true);
    m_close->setDefault(true);
    retranslate();
    connect(m_language, &QComboBox::activated, this, [this](int row) { m_application.choose(static_cast<LanguageChoice>(row)); });
    connect(m_theme, &QComboBox::activated, this, [this](int row) { m_application.choose(static_cast<ThemeChoice>(row)); });
    connect(m_who, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT whoRequested();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_title->setText(tr("Settings"));
    m_languageName->setText(tr("&Language"));
    m_themeName->setText(tr("&Theme"));
    m_whoName->setText(tr("&Who I am"));
    m_who->setText(m_person.isEmpty() ? tr("Nobody in particular") : m_person);
    m_close->setText(tr("Close"));
    // In the order of the enumerations; a language names itself.
    m_language->clear();
    m_language->addItems({tr("As the system"), QStringLiteral("English"), QStringLiteral("中文（简体）")});
    m_language->setCurrentIndex(static_cast<int>(m_application.language.choice()));
    m_theme->clear();
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(static_cast<int>(m_application.theme.choice()));
}

} // namespace ui
