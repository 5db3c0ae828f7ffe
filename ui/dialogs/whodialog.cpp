// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/whodialog.h"

#include "ui/models/organisationpicks.h"
#include "ui/models/rowroles.h"
#include "ui/widgets/onscreen.h"
#include "ui/widgets/picklist.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize dialogSize{440, 520};

} // namespace

WhoDialog::WhoDialog(const std::vector<workbench::TeamView> &teams, const std::optional<domain::PersonId> &current,
                     QWidget *parent)
    : QDialog(parent)
    , m_input(new QLineEdit(this))
    , m_list(new PickList(this))
{
    setWindowTitle(tr("Who are you?"));
    auto *title = new QLabel(tr("Who are you?"), this);
    title->setObjectName(QStringLiteral("title"));
    auto *why = new QLabel(
        tr("Your team's deals are shown first, and what you decide carries your name. You can change it later in the settings."),
        this);
    why->setProperty("role", QStringLiteral("muted"));
    why->setWordWrap(true);
    m_input->setPlaceholderText(tr("Type a name, a team or a role"));
    m_input->setAccessibleName(tr("Name"));
    m_list->setAccessibleName(tr("People"));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *none = new QLabel(tr("Nobody of that name."), this);
    none->setProperty("role", QStringLiteral("muted"));
    none->hide();
    auto *buttons = new QDialogButtonBox(this);
    auto *choose = buttons->addButton(tr("That is me"), QDialogButtonBox::AcceptRole);
    choose->setDefault(true);
    buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole)->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * grid, 5 * grid, 6 * grid, 5 * grid);
    layout->setSpacing(3 * grid);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, why, m_input})
        layout->addWidget(widget);
    layout->addWidget(none);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(onScreen(*this, dialogSize));

    m_list->picks().setPicks(peoplePicks(teams));
    m_list->setCurrent(current ? "person:" + current->text() : "everyone");
    connect(m_input, &QLineEdit::textChanged, this, [this, none, choose](const QString &pattern) {
        m_list->setPattern(pattern);
        const bool found = m_list->currentIndex().isValid();
        none->setVisible(!found);
        choose->setEnabled(found);
    });
    const auto name = [this, choose] {
        const bool nobody = !personOf(m_list->currentIndex().data(KeyRole).toString());
        choose->setText(nobody ? tr("Show everyone's deals") : tr("That is me"));
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, name);
    name();
    m_input->installEventFilter(this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this,
            [this] { Q_EMIT m_list->picked(m_list->currentIndex().data(KeyRole).toString()); });
    connect(m_list, &PickList::picked, this, [this](const QString &pick) {
        Q_EMIT chosen(personOf(pick));
        accept();
    });
    m_input->setFocus();
}

bool WhoDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress && m_list->steer(*static_cast<QKeyEvent *>(event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void WhoDialog::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    if (typed.isEmpty() || !typed[0].isLetterOrNumber() || event->modifiers() & Qt::ControlModifier) {
        QDialog::keyPressEvent(event);
        return;
    }
    m_input->setFocus();
    QCoreApplication::sendEvent(m_input, event);
}

} // namespace ui
