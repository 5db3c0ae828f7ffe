// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/welcome/welcomepage.h"

#include "ui/widgets/cardbutton.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int contentWidth = 760;

} // namespace

WelcomePage::WelcomePage(AppSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_sample(new CardButton(QStringLiteral("sparkle"), this))
    , m_import(new CardButton(QStringLiteral("import"), this))
    , m_open(new CardButton(QStringLiteral("folder"), this))
    , m_recentTitle(new QLabel(this))
    , m_recent(new QWidget(this))
{
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setFont(ui::font(Type::Figure, QFont::DemiBold));
    m_subtitle->setObjectName(QStringLiteral("subtitle"));
    m_subtitle->setWordWrap(true);
    m_recentTitle->setProperty("role", QStringLiteral("heading"));

    auto *content = new QWidget(this);
    content->setFixedWidth(contentWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(2 * grid);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addSpacing(4 * grid);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(4 * grid);
    for (CardButton *card : {m_sample, m_import, m_open})
        cards->addWidget(card);
    column->addLayout(cards);
    column->addSpacing(8 * grid);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent);

    auto *sheet = new QWidget;
    auto *layout = new QVBoxLayout(sheet);
    layout->addStretch(2);
    layout->addWidget(content, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    auto *scroll = scrolled(sheet);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);

    connect(m_sample, &QAbstractButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_import, &QAbstractButton::clicked, this, &WelcomePage::importRequested);
    connect(m_open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    retranslate();
}

void WelcomePage::activate()
{
    listRecent();
    const auto recent = m_recent->findChild<QPushButton *>();
    if (recent != nullptr)
        recent->setFocus();
    else
        m_sample->setFocus();
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("See which deals need you today"));
    m_subtitle->setText(
        tr("Plumbline reads what your CRM already knows and shows the few deals that need a decision, each with its "
           "reason, what is missing, and one thing to do. Everything stays in one file on this machine."));
    m_sample->setWords(tr("Try with sample data"),
                       tr("A made-up organisation with 1,200 deals over two years. Nothing to prepare."));
    m_import->setWords(tr("Import from your CRM"),
                       tr("CSV, Excel or JSON Lines from any common CRM. You see everything before it is written."));
    m_open->setWords(tr("Open a workspace"), tr("Go on with a .plumb file of yours or of a colleague."));
    m_recentTitle->setText(tr("Opened lately"));
    listRecent();
}

void WelcomePage::listRecent()
{
    delete m_recent->layout();
    qDeleteAll(m_recent->findChildren<QPushButton *>());
    auto *list = new QVBoxLayout(m_recent);
    list->setContentsMargins({});
    list->setSpacing(0);
    const QStringList files = m_settings.recentFiles();
    for (const QString &file : files) {
        const QFileInfo info(file);
        auto *button = new QPushButton(m_recent);
        button->setProperty("row", true);
        button->setIcon(icon(QStringLiteral("database")));
        button->setText(QStringLiteral("  %1   —   %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.path())));
        button->setEnabled(info.exists());
        button->setAutoDefault(true); // Enter opens it
        connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT fileRequested(file); });
        list->addWidget(button);
    }
    m_recentTitle->setVisible(!files.isEmpty());
    m_recent->setVisible(!files.isEmpty());
}

} // namespace ui
