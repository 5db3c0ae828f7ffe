// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importplanview.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/errortext.h"
#include "ui/models/importwords.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/reporttable.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <set>

namespace ui {

namespace {

constexpr int fieldWidth = 240;
constexpr int questionWidth = 280;

/// A choice in a table that is scrolled: the wheel moves the table and never the choice.
class CellBox final : public QComboBox {
public:
    using QComboBox::QComboBox;

    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

ImportPlanView::ImportPlanView(QWidget *parent)
    : QWidget(parent)
    , m_recognised(new QLabel(this))
    , m_missing(new QLabel(tr("No column says yet which deal a row is about. Choose the one that holds the deal's name, its "
                              "customer or its number."),
                           this))
    , m_unused(new QLabel(this))
    , m_content(new QWidget(this))
    , m_asked(new QWidget(m_content))
    , m_questionsTitle(new QLabel(m_asked))
    , m_listed(new QWidget(m_content))
    , m_columnsTitle(new QLabel(tr("What the columns are taken for"), m_listed))
    , m_columns(new ReportTable(m_listed))
    , m_noHeader(new QCheckBox(tr("The first row is data: the table has no names of columns"), m_listed))
    , m_keepAs(new QLineEdit(m_listed))
{
    build();
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scrolled(m_content));
}

void ImportPlanView::build()
{
    QStringList meanings;
    for (std::size_t i = 0; i < exchange::meaningCount; ++i)
        meanings += word(static_cast<exchange::Meaning>(i));
    m_meanings.setStringList(meanings);
    m_recognised->setProperty("role", QStringLiteral("heading"));
    m_recognised->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setProperty("role", QStringLiteral("heading"));
    m_missing->setWordWrap(true);
    m_unused->setProperty("role", QStringLiteral("muted"));
    m_unused->setWordWrap(true);
    m_questionsTitle->setProperty("role", QStringLiteral("heading"));
    m_columnsTitle->setProperty("role", QStringLiteral("heading"));
    m_columns->setAccessibleName(m_columnsTitle->text());
    m_columns->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // as high as its rows: the page scrolls
    m_keepAs->setPlaceholderText(
        tr("Keep this reading of the files under a name, so that the next ones are known by themselves"));
    m_keepAs->setAccessibleName(tr("Name to keep this reading of the files under"));
    connect(m_noHeader, &QCheckBox::clicked, this, &ImportPlanView::headerTold);
    auto *tables = new ContentList(m_content);
    tables->setItemDelegate(new RowDelegate(tables));
    tables->setModel(&m_tables);
    tables->setAccessibleName(tr("Tables"));
    m_questions = new QFormLayout;
    m_questions->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_questions->setVerticalSpacing(2 * grid);

    auto *asked = new QVBoxLayout(m_asked);
    asked->addWidget(m_questionsTitle);
    asked->addLayout(m_questions);
    auto *listed = new QVBoxLayout(m_listed);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_columnsTitle, m_noHeader, m_columns, m_keepAs})
        listed->addWidget(widget);
    for (QVBoxLayout *part : {asked, listed}) {
        part->setContentsMargins(0, 3 * grid, 0, 0);
        part->setSpacing(2 * grid);
    }
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 2 * grid, 0);
    layout->setSpacing(2 * grid);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_recognised, m_missing, tables, m_unused, m_asked, m_listed})
        layout->addWidget(widget);
    layout->addStretch(1);
}

/// Where nobody knows the columns, they are what has to be said first.
void ImportPlanView::arrange(bool columnsFirst)
{
    auto *layout = static_cast<QBoxLayout *>(m_content->layout());
    layout->removeWidget(m_listed);
    layout->insertWidget(layout->indexOf(m_asked) + (columnsFirst ? 0 : 1), m_listed);
    QWidget::setTabOrder(columnsFirst ? m_listed : m_asked, columnsFirst ? m_asked : m_listed);
}

void ImportPlanView::show(const Format &format, const workbench::ImportJob &job, const StageNames &stages,
                          const std::vector<workbench::TeamView> &teams, Reading reading)
{
    while (m_questions->rowCount() > 0)
        m_questions->removeRow(0);
    m_fields.clear();
    m_ownerLabel = nullptr;
    m_ownerField = nullptr;
    m_reading = job.holdsFacts() ? Reading::Known : reading;
    m_missing->hide();
    if (job.holdsFacts()) {
        m_recognised->setText(tr("The files hold facts in Plumbline's own format. There is nothing to ask."));
        for (QWidget *widget : {m_asked, m_listed, static_cast<QWidget *>(m_unused)})
            widget->hide();
        return;
    }
    const exchange::ImportPlan &plan = job.plan();
    const exchange::Recognition &recognition = plan.recognition;
    m_recognised->setText(heading(recognition, format, reading));
    arrange(reading == Reading::Unknown);
    m_noHeader->setVisible(reading != Reading::Known);
    m_noHeader->setChecked(!recognition.tables.empty() && recognition.tables.front().headerLine == 0);
    tellUnused(job);
    m_countColumns = {};
    listColumns(job);
    m_countColumns = [this, format, &job] { listTables(format, job); };
    m_questionsTitle->setText(recognition.questions.empty() ? tr("Nothing is unclear.") : tr("What the files do not say"));
    for (const exchange::Question &question : recognition.questions)
        ask(format, question, plan.answer(question), stages);
    offerPeople(teams);
    m_asShown = answers();
    followColumns();
}

/// A profile that cannot be read may be the one that was to know the files.
void ImportPlanView::tellUnused(const workbench::ImportJob &job)
{
    QStringList unused;
    QStringList lines;
    for (const exchange::UnusedTable &table : job.plan().recognition.unused)
        (table.unread ? lines : unused) += table.unread ? textOf(*table.unread) : qstring(table.name);
    if (!unused.isEmpty())
        lines.prepend(tr("Not used: %1").arg(unused.join(QStringLiteral(", "))));
    for (const support::Error &profile : job.unreadProfiles())
        lines += tr("Passed over, for it is no import profile: %1").arg(qstring(profile.subject));
    m_unused->setText(lines.join(u'\n'));
    m_unused->setVisible(!lines.isEmpty());
}

bool ImportPlanView::hasSaid() const
{
    return !told().empty() || !answered().empty() || !profileName().empty();
}

void ImportPlanView::listTables(const Format &format, const workbench::ImportJob &job)
{
    std::vector<Pick> tables;
    for (const exchange::TableUse &table : job.plan().recognition.tables)
        tables.push_back({.id = std::to_string(tables.size()),
                          .text = qstring(job.fileOf(table)),
                          .detail = tableText(format, table, meanings(job.placeOf(table))),
                          .trailing = word(table.role),
                          .icon = QStringLiteral("file")});
    m_tables.setPicks(std::move(tables));
}

/// Of the columns of one table, as they are chosen by now.
std::vector<exchange::Meaning> ImportPlanView::meanings(const std::string &place) const
{
    std::vector<exchange::Meaning> meanings;
    for (const auto &[column, field] : m_columnFields) {
        if (column.table == place)
            meanings.push_back(field ? static_cast<exchange::Meaning>(field->currentIndex()) : column.meaning);
    }
    return meanings;
}

bool ImportPlanView::saysTheDeal() const
{
    return m_reading == Reading::Known || std::ranges::any_of(m_columnFields, [](const ColumnField &column) {
               const auto chosen =
                   column.field ? static_cast<exchange::Meaning>(column.field->currentIndex()) : column.column.meaning;
               return chosen == exchange::Meaning::DealName || chosen == exchange::Meaning::CustomerName
                      || chosen == exchange::Meaning::DealId;
           });
}

bool ImportPlanView::isEnough()
{
    m_missing->setVisible(!saysTheDeal());
    return saysTheDeal();
}

/// Whose the deals are is asked no more when a column is said to tell it.
void ImportPlanView::followColumns()
{
    if (m_countColumns)
        m_countColumns();
    if (saysTheDeal())
        m_missing->hide();
    if (m_ownerField == nullptr)
        return;
    const bool answered = std::ranges::any_of(told(), [](const exchange::ToldColumn &column) {
        return column.meaning == exchange::Meaning::OwnerName || column.meaning == exchange::Meaning::OwnerId;
    });
    m_ownerLabel->setVisible(!answered);
    m_ownerField->setVisible(!answered);
}

std::map<std::string, std::string> ImportPlanView::answers() const
{
    std::map<std::string, std::string> answers;
    for (const auto &[key, field] : m_fields) {
        // People may be called alike: what was chosen says which.
        const bool chosen = field->itemText(field->currentIndex()) == field->currentText();
        const int row = chosen ? field->currentIndex() : field->findText(field->currentText());
        const QString answer = row >= 0 ? field->itemData(row).toString() : field->currentText().trimmed();
        answers[key] = answer.toStdString();
    }
    return answers;
}

std::map<std::string, std::string> ImportPlanView::answered() const
{
    std::map<std::string, std::string> said = answers();
    std::erase_if(said, [this](const auto &one) {
        const auto shown = m_asShown.find(one.first);
        return shown != m_asShown.end() && shown->second == one.second;
    });
    return said;
}

QString ImportPlanView::heading(const exchange::Recognition &recognition, const Format &format, Reading reading)
{
    if (reading == Reading::Unknown)
        return tr(
            "No export that is known. Say below what its columns hold: at least the name of the deal, and what else you want "
            "to see here.");
    if (reading == Reading::Told)
        return tr("Read as you said what the columns hold");
    if (recognition.profile == nullptr)
        return {};
    const QString title = qstring(recognition.profile->title);
    return title.isEmpty() ? tr("No export that is known by name; its columns were recognised by what they are called")
                           : tr("Recognised as %1, with %2 confidence").arg(title, format.percent(recognition.confidence));
}

void ImportPlanView::listColumns(const workbench::ImportJob &job)
{
    m_columnFields.clear();
    QList<QStringList> rows;
    const bool several = job.plan().recognition.tables.size() > 1;
    bool anyLeftOut = false;
    for (const exchange::TableUse &table : job.plan().recognition.tables) {
        for (const exchange::ColumnUse &column : table.columns) {
            const QString reason = leftOutText(column.reason);
            anyLeftOut = anyLeftOut || !reason.isEmpty();
            rows += {qstring(column.header), word(column.meaning), reason.isEmpty() ? qstring(column.example) : reason};
            if (several)
                rows.back() += qstring(job.fileOf(table));
            m_columnFields.push_back({{column.header, column.meaning, job.placeOf(table)},
                                      column.header.empty() ? nullptr : meaningField(qstring(column.header), column.meaning)});
        }
    }
    QStringList titles{tr("Column"), tr("taken for"), anyLeftOut ? tr("For example, or why it is left out") : tr("For example")};
    if (several)
        titles += tr("File");
    m_columns->fill(titles, rows);
    for (int row = 0; row < m_columns->topLevelItemCount(); ++row) {
        if (QComboBox *field = m_columnFields[static_cast<std::size_t>(row)].field)
            m_columns->setItemWidget(m_columns->topLevelItem(row), 1, field);
    }
    m_columns->setColumnWidth(1, fieldWidth);
    m_columns->setFixedHeight(m_columns->wholeHeight());
}

QComboBox *ImportPlanView::meaningField(const QString &header, exchange::Meaning meaning)
{
    auto *field = new CellBox(m_columns);
    field->setFocusPolicy(Qt::StrongFocus);
    field->setAccessibleName(tr("What “%1” is taken for").arg(header));
    field->setModel(&m_meanings);
    field->setCurrentIndex(static_cast<int>(meaning));
    connect(field, &QComboBox::currentIndexChanged, this, &ImportPlanView::followColumns);
    return field;
}

std::vector<exchange::ToldColumn> ImportPlanView::told() const
{
    std::vector<exchange::ToldColumn> told;
    for (const auto &[column, field] : m_columnFields) {
        const auto chosen = field ? static_cast<exchange::Meaning>(field->currentIndex()) : column.meaning;
        if (chosen != column.meaning)
            told.push_back({column.header, chosen, column.table});
    }
    return told;
}

std::string ImportPlanView::profileName() const
{
    return m_keepAs->text().trimmed().toStdString();
}

void ImportPlanView::setProfileName(const std::string &name)
{
    m_keepAs->setText(qstring(name));
}

void ImportPlanView::ask(const Format &format, const exchange::Question &question, const std::string &answer,
                         const StageNames &stages)
{
    auto *label = new QLabel(sentence(format, question), this);
    label->setWordWrap(true);
    auto *field = new QComboBox(this);
    field->setMinimumWidth(fieldWidth);
    field->setEditable(takesOtherAnswers(question.code));
    field->setAccessibleName(label->text());
    label->setBuddy(field);
    for (const std::string &choice : question.choices)
        field->addItem(choiceText(question.code, choice, stages), qstring(choice));
    const int row = field->findData(qstring(answer));
    if (row >= 0)
        field->setCurrentIndex(row);
    else if (field->isEditable())
        field->setEditText(qstring(answer));
    label->setMinimumWidth(questionWidth);
    m_questions->addRow(label, field);
    m_fields[question.key()] = field;
    if (question.code == exchange::QuestionCode::Owner) {
        m_ownerLabel = label;
        m_ownerField = field;
    }
}

void ImportPlanView::offerPeople(const std::vector<workbench::TeamView> &teams)
{
    if (m_ownerField == nullptr)
        return;
    const QString given = m_ownerField->currentText(); // an id where somebody was said before
    std::set<QString> offered;
    for (int row = 0; row < m_ownerField->count(); ++row)
        offered.insert(m_ownerField->itemData(row).toString());
    for (const workbench::TeamView &team : teams) {
        for (const workbench::PersonView &person : team.people) {
            if (person.active && offered.insert(qstring(person.id)).second)
                m_ownerField->addItem(qstring(person.name), qstring(person.id));
        }
    }
    if (const int row = m_ownerField->findData(given); row >= 0)
        m_ownerField->setCurrentIndex(row);
}

} // namespace ui
