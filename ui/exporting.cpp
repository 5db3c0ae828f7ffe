// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/exporting.h"

#include "ui/models/filepath.h"
#include "ui/models/filterpicks.h"
#include "ui/models/organisationpicks.h"
#include "ui/navigation.h"
#include "ui/pagepicture.h"
#include "ui/widgets/picker.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>

namespace ui {

namespace {

const QString xlsx = QStringLiteral("xlsx");
const QString csv = QStringLiteral("csv");
const QString copy = QStringLiteral("copy");
const QString printed = QStringLiteral("print");
const QString picture = QStringLiteral("picture");

/// "table:1:csv", "picture:svg", "print".
QString pickOf(std::size_t source, const QString &form)
{
    return QStringLiteral("table:%1:%2").arg(source).arg(form);
}

std::pair<std::string, std::string> plain(const std::pair<QString, QString> &line)
{
    return {line.first.toStdString(), line.second.toStdString()};
}

} // namespace

Exporting::Exporting(const Application &application, ActionSet &actions, Navigation &navigation, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_navigation(navigation)
    , m_window(window)
    , m_made(application.session, this)
    , m_stamp(application.session, this)
    , m_written(application.session, this)
    , m_picker(new Picker(window))
{
    const auto shown = [this] { return m_application.session.isOpen() && m_navigation.shown() != nullptr; };
    const auto hasTable = [this, shown] { return shown() && !m_navigation.shown()->tables().empty(); };
    actions.handle(
        Action::Export, window, [this] { choose(); }, shown);
    actions.handle(
        Action::CopyTable, window, [this] { copyTable(m_navigation.shown()->tables().front()); }, hasTable);
    actions.handle(
        Action::Print, window, [this] { print(); }, shown);
    connect(m_picker, &Picker::picked, this, &Exporting::pick);
    connect(&application.session, &Session::organisationReady, this,
            [this](const std::vector<workbench::TeamView> &teams) { m_teams = teams; });
    retranslate();
}

void Exporting::retranslate()
{
    m_picker->setPlaceholder(tr("What to export, and as what"));
}

void Exporting::choose()
{
    m_sources = m_navigation.shown()->tables();
    std::vector<Pick> picks;
    const auto add = [&](const QString &id, const QString &text, const char *icon) {
        picks.push_back({.id = id.toStdString(), .text = text, .icon = QLatin1String(icon), .indent = 1});
    };
    for (std::size_t at = 0; at < m_sources.size(); ++at) {
        picks.push_back({.id = "heading:" + std::to_string(at), .text = m_sources[at].name, .heading = true});
        add(pickOf(at, xlsx), tr("As a workbook (.xlsx)"), "file");
        add(pickOf(at, csv), tr("As CSV"), "file");
        add(pickOf(at, copy), tr("Onto the clipboard, as a table"), "copy");
    }
    picks.push_back({.id = "heading", .text = tr("The page as it is shown"), .heading = true});
    add(picture + QStringLiteral(":png"), tr("As a picture (.png)"), "file");
    add(picture + QStringLiteral(":svg"), tr("As a drawing (.svg)"), "file");
    add(picture + QStringLiteral(":pdf"), tr("As a PDF"), "file");
    add(printed, tr("On paper…"), "print");
    m_picker->openAt(nullptr, std::move(picks));
}

void Exporting::pick(const QString &pick)
{
    const QStringList parts = pick.split(QChar(u':'));
    if (parts.first() == printed)
        print();
    else if (parts.first() == picture)
        savePicture(parts.last());
    else if (const auto at = static_cast<std::size_t>(parts.value(1).toUInt()); at < m_sources.size()) {
        if (parts.last() == copy)
            copyTable(m_sources[at]);
        else
            saveTable(m_sources[at], parts.last());
    }
}

QString Exporting::fileName(const QString &name, const QString &suffix) const
{
    const Session &session = m_application.session;
    const QString day = QString::fromStdString(support::toText(session.day().value_or(session.today())));
    QString words = name + QChar(u' ') + day;
    words.replace(QRegularExpression(QStringLiteral("[^\\w .-]+"), QRegularExpression::UseUnicodePropertiesOption),
                  QStringLiteral("-"));
    return words + QChar(u'.') + suffix;
}

void Exporting::askForFile(const QString &name, const QString &filter, const QString &suffix,
                           const std::function<void(const QString &)> &use)
{
    auto *dialog = new QFileDialog(m_window, tr("Export"), QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(fileName(name, suffix));
    connect(dialog, &QFileDialog::fileSelected, this, use);
    dialog->open();
}

void Exporting::saveTable(const TableSource &source, const QString &suffix)
{
    const QString filter = suffix == xlsx ? tr("Workbooks (*.xlsx)") : tr("Comma separated values (*.csv)");
    askForFile(source.name, filter, suffix, [this, source](const QString &file) { writeTable(source, file); });
}

void Exporting::savePicture(const QString &suffix)
{
    const QString filter = suffix == QLatin1String("png")   ? tr("Pictures (*.png)")
                           : suffix == QLatin1String("svg") ? tr("Drawings (*.svg)")
                                                            : tr("PDF (*.pdf)");
    askForFile(m_navigation.shown()->title(), filter, suffix, [this](const QString &file) { writePicture(file); });
}

Exporting::About Exporting::aboutOf(const workbench::DataStamp &stamp) const
{
    const Session &session = m_application.session;
    const Format &format = session.format();
    const View &view = session.view();
    About about{{tr("Whose deals"), nameOf(view.scope, m_teams)},
                {tr("As of"), view.day ? format.date(*view.day) : format.dateTime(session.now())}};
    for (const FilterChip &chip : filterChips(m_choices, view, format))
        about.emplace_back(tr("Filter"), chip.text);
    const bool dated = stamp.dataTime != support::Instant::min();
    about.emplace_back(tr("Data time"), dated ? format.dateTime(stamp.dataTime) : tr("no record yet"));
    about.emplace_back(tr("Playbook"), tr("version %1").arg(format.count(stamp.playbookVersion)));
    return about;
}

void Exporting::withAbout(const std::function<void(const About &)> &use)
{
    m_stamp.ask([asOf = m_application.session.asOf()](const workbench::Workbench &workbench,
                                                      const std::stop_token &) { return workbench::dataStamp(workbench, asOf); },
                [this, use](const workbench::DataStamp &stamp) { use(aboutOf(stamp)); });
}

void Exporting::make(const TableSource &source, const std::function<void(const workbench::TableReport &)> &use)
{
    withAbout([this, source, use](const About &about) {
        m_made.ask(source.make, [this, name = source.name, about, use](support::Result<workbench::TableReport> made) {
            if (!made) {
                Q_EMIT failed(made.error());
                return;
            }
            made->title = name.toStdString();
            std::ranges::transform(about, std::back_inserter(made->about), plain);
            use(*made);
        });
    });
}

void Exporting::writeTable(const TableSource &source, const QString &file)
{
    const auto kind = file.endsWith(QChar(u'.') + xlsx) ? workbench::TableKind::Xlsx : workbench::TableKind::Csv;
    make(source, [this, file, kind](const workbench::TableReport &table) {
        const auto rows = static_cast<qint64>(table.rows.size());
        m_written.ask(
            [table, file, kind](const workbench::Workbench &workbench, const std::stop_token &) {
                return workbench::writeTable(workbench, table, kind, pathOf(file));
            },
            [this, file, rows](const support::Result<void> &written) {
                if (!written)
                    Q_EMIT failed(written.error());
                else
                    Q_EMIT said(tr("%n row(s) are in %1.", nullptr, static_cast<int>(rows)).arg(QDir::toNativeSeparators(file)));
            });
    });
}

void Exporting::copyTable(const TableSource &source)
{
    make(source, [this](const workbench::TableReport &table) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(exchange::tabbed(table)));
        Q_EMIT said(tr("%n row(s) are on the clipboard.", nullptr, static_cast<int>(table.rows.size())));
    });
}

void Exporting::drawPage(const std::function<void(const PagePicture &)> &use)
{
    withAbout([this, use](const About &about) {
        Page *page = m_navigation.shown();
        if (page == nullptr)
            return;
        QStringList lines;
        for (const auto &[name, value] : about)
            lines.append(tr("%1: %2").arg(name, value));
        use(PagePicture(*page, page->title(), {lines.join(QStringLiteral(" · "))}));
    });
}

void Exporting::writePicture(const QString &file)
{
    drawPage([this, file](const PagePicture &drawing) {
        if (const auto written = drawing.write(file); !written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT said(tr("The page is in %1.").arg(QDir::toNativeSeparators(file)));
    });
}

void Exporting::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer] { drawPage([printer](const PagePicture &drawing) { drawing.print(*printer); }); });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog works with it
    dialog->open();
}

} // namespace ui
