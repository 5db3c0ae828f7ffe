// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/viewing.h"

#include "ui/dialogs/namepopover.h"
#include "ui/models/filepath.h"
#include "ui/models/filterpicks.h"
#include "ui/models/organisationpicks.h"
#include "ui/navigation.h"
#include "ui/widgets/picker.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

const QString viewSuffix = QStringLiteral(".plumbview");
const QString viewPrefix = QStringLiteral("view:");
const QString forgetPrefix = QStringLiteral("forget:");
constexpr qint64 mostBytes = 64 * 1024; ///< a view is a line

Action workspaceOf(const QString &page)
{
    const auto found =
        std::ranges::find_if(allActions(), [&](const ActionInfo &one) { return QStringLiteral("view.") + page == one.id; });
    return found != allActions().end() ? found->action : Action::ShowToday;
}

QString pageOf(Action workspace)
{
    return QString::fromLatin1(info(workspace).id).section(QChar(u'.'), 1);
}

QString textOf(const BadAddress &wrong)
{
    switch (wrong.why) {
    case BadAddress::Why::NoAddress:
        return Viewing::tr("This is not the address of a view: one begins with plumbline: and a page, like "
                           "plumbline:funnel?period=quarter.");
    case BadAddress::Why::UnknownPart:
        return Viewing::tr("This address has a part that is not known here: “%1”. A newer Plumbline may know it.")
            .arg(wrong.part);
    case BadAddress::Why::BadValue: return Viewing::tr("This address has a part that cannot be read: “%1”.").arg(wrong.part);
    }
    return {};
}

bool knowsTeam(const std::vector<workbench::TeamView> &teams, const domain::TeamId &team)
{
    return std::ranges::find(teams, team.text(), &workbench::TeamView::id) != teams.end();
}

QString viewFiles()
{
    return Viewing::tr("Views (*%1)").arg(viewSuffix);
}

} // namespace

Viewing::Viewing(const Application &application, ActionSet &actions, Navigation &navigation, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_navigation(navigation)
    , m_window(window)
    , m_known(application.session, this)
    , m_picker(new Picker(window))
{
    handleActions(actions);
    connect(m_picker, &Picker::picked, this, &Viewing::pick);
    retranslate();
}

void Viewing::handleActions(ActionSet &actions)
{
    const auto open = [this] { return m_application.session.isOpen(); };
    actions.handle(
        Action::ChooseView, m_window, [this] { choose(); }, open);
    actions.handle(
        Action::SaveView, m_window, [this] { save(); }, open);
    actions.handle(
        Action::ShareView, m_window, [this] { share(); }, open);
    actions.handle(
        Action::OpenView, m_window, [this] { askForFile(); }, open);
    actions.handle(
        Action::OpenAddress, m_window, [this] { askForAddress(); }, open);
    actions.handle(
        Action::CopyAddress, m_window,
        [this] {
            QGuiApplication::clipboard()->setText(toText(here()));
            Q_EMIT said(tr("The address of this view is on the clipboard."));
        },
        open);
}

void Viewing::retranslate()
{
    m_picker->setPlaceholder(tr("Saved views"));
}

ViewAddress Viewing::here() const
{
    return {pageOf(m_navigation.workspace()), m_application.session.view()};
}

std::vector<SavedView> Viewing::views() const
{
    return m_application.settings.savedViews(m_application.session.file());
}

void Viewing::choose()
{
    const std::vector<SavedView> saved = views();
    std::vector<Pick> picks;
    for (const SavedView &view : saved)
        picks.push_back({.id = (viewPrefix + view.name).toStdString(),
                         .text = view.name,
                         .trailing = textOf(info(workspaceOf(view.address.page))),
                         .icon = QLatin1String(info(workspaceOf(view.address.page)).icon)});
    picks.push_back({.id = "heading", .text = tr("The view that is shown"), .heading = true});
    const auto shown = std::ranges::find(saved, here(), &SavedView::address);
    for (const Action action : {Action::SaveView, Action::CopyAddress, Action::ShareView, Action::OpenAddress, Action::OpenView})
        picks.push_back(
            {.id = info(action).id, .text = textOf(info(action)), .icon = QLatin1String(info(action).icon), .indent = 1});
    if (shown != saved.end())
        picks.push_back({.id = (forgetPrefix + shown->name).toStdString(),
                         .text = tr("Forget “%1”").arg(shown->name),
                         .icon = QStringLiteral("trash"),
                         .indent = 1});
    m_picker->openAt(nullptr, std::move(picks), shown != saved.end() ? (viewPrefix + shown->name).toStdString() : std::string());
}

void Viewing::pick(const QString &pick)
{
    if (auto *action = m_window->findChild<QAction *>(pick)) {
        action->trigger();
        return;
    }
    if (pick.startsWith(forgetPrefix)) {
        forget(pick.mid(forgetPrefix.size()));
        return;
    }
    const std::vector<SavedView> saved = views();
    const auto chosen = std::ranges::find(saved, pick.mid(viewPrefix.size()), &SavedView::name);
    if (chosen != saved.end())
        show(chosen->address);
}

void Viewing::open(Popover *popover)
{
    const QRect area = m_window->rect();
    popover->openAt(QRect(area.width() / 3, area.height() / 4, area.width() / 3, 1));
}

/// What a person would call it: the page, and what it is narrowed by.
QString Viewing::suggestion() const
{
    const Session &session = m_application.session;
    QStringList words{textOf(info(m_navigation.workspace()))};
    for (const FilterChip &chip : filterChips(m_choices, session.view(), session.format()))
        words.append(chip.text);
    return words.join(QStringLiteral(" · "));
}

void Viewing::save()
{
    auto *popover = new NamePopover(tr("Save this view as"), suggestion(), m_window);
    connect(popover, &Popover::confirmed, this, [this, popover] {
        const SavedView view{popover->name(), here()};
        m_application.settings.setSavedViews(m_application.session.file(), withView(views(), view));
        Q_EMIT said(tr("“%1” is among the saved views (%2).")
                        .arg(view.name, keysOf(info(Action::ChooseView)).value(0).toString(QKeySequence::NativeText)));
    });
    open(popover);
}

void Viewing::forget(const QString &name)
{
    m_application.settings.setSavedViews(m_application.session.file(), withoutView(views(), name));
    Q_EMIT said(tr("“%1” is forgotten.").arg(name));
}

void Viewing::share()
{
    const QString name = suggestion();
    QString fileName = name;
    fileName.replace(QRegularExpression(QStringLiteral("[^\\w .-]+"), QRegularExpression::UseUnicodePropertiesOption),
                     QStringLiteral("-"));
    auto *dialog = new QFileDialog(m_window, tr("Give this view away as a file"), QDir::homePath(), viewFiles());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(viewSuffix.mid(1));
    dialog->selectFile(fileName + viewSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, view = SavedView{name, here()}](const QString &file) {
        QSaveFile out(file);
        if (out.open(QIODevice::WriteOnly) && out.write(viewFile(view)) > 0 && out.commit())
            Q_EMIT said(tr("The view is in %1.").arg(QDir::toNativeSeparators(file)));
        else
            Q_EMIT refused(tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(file), out.errorString()));
    });
    dialog->open();
}

void Viewing::askForFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Take a view from a file"), QDir::homePath(), viewFiles());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Viewing::openFile);
    dialog->open();
}

void Viewing::askForAddress()
{
    const QString copied = QGuiApplication::clipboard()->text();
    auto *popover =
        new NamePopover(tr("Address of a view"), readAddress(copied).address ? copied.trimmed() : QString(), m_window);
    connect(popover, &Popover::confirmed, this, [this, popover] { openAddress(popover->name()); });
    open(popover);
}

void Viewing::openFile(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        Q_EMIT refused(tr("%1 cannot be read: %2").arg(QDir::toNativeSeparators(file), in.errorString()));
        return;
    }
    const ReadView read = readViewFile(in.read(mostBytes));
    if (!read.view) {
        Q_EMIT refused(tr("%1 holds no view. %2").arg(QDir::toNativeSeparators(file), textOf(read.wrong)));
        return;
    }
    m_application.settings.setSavedViews(m_application.session.file(), withView(views(), *read.view));
    show(read.view->address);
}

void Viewing::openAddress(const QString &text)
{
    const ReadAddress read = readAddress(text);
    if (read.address)
        show(*read.address);
    else
        Q_EMIT refused(textOf(read.wrong));
}

void Viewing::show(const ViewAddress &address)
{
    const auto of = [](const workbench::Workbench &workbench, const std::stop_token &) {
        return workbench.organisation(workbench.now());
    };
    m_known.ask(of, [this, address](const std::vector<workbench::TeamView> &teams) {
        const workbench::Scope &scope = address.view.scope;
        if (scope.team && !knowsTeam(teams, *scope.team))
            Q_EMIT refused(
                tr("This view is about a team that this workspace does not know: %1").arg(qstring(scope.team->text())));
        else if (scope.person && !m_application.session.workbench()->knows(*scope.person))
            Q_EMIT refused(
                tr("This view is about a person whom this workspace does not know: %1").arg(qstring(scope.person->text())));
        else {
            m_application.session.setView(address.view);
            m_navigation.show(workspaceOf(address.page));
        }
    });
}

} // namespace ui
