// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/importwords.h"
#include "ui/models/pickmodel.h"

#include "workbench/importing.h"

#include <QStringListModel>
#include <QWidget>

#include <functional>

class QComboBox;
class QBoxLayout;
class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace ui {

class ReportTable;

/// What was recognised in the files, and the questions that only a person can answer.
class ImportPlanView final : public QWidget {
    Q_OBJECT
public:
    explicit ImportPlanView(QWidget *parent = nullptr);

    /// By what the tables are read: what they are known by, what a person has said of their columns, or nothing yet.
    enum class Reading : std::uint8_t { Known, Told, Unknown };
    /// `teams`: whose people deals without an owner can be given to.
    void show(const Format &format, const workbench::ImportJob &job, const StageNames &stages,
              const std::vector<workbench::TeamView> &teams, Reading reading);
    /// Whether the rows can be told apart as deals by what is said of the columns; says in the page what is missing if not.
    [[nodiscard]] bool isEnough();
    /// Something was chosen or answered that is not what stood there at first.
    [[nodiscard]] bool hasSaid() const;
    /// By exchange::Question::key.
    [[nodiscard]] std::map<std::string, std::string> answers() const;
    /// Of those, what is not as it stood there at first.
    [[nodiscard]] std::map<std::string, std::string> answered() const;
    /// The columns whose meaning was chosen by hand.
    [[nodiscard]] std::vector<exchange::ToldColumn> told() const;
    /// The name under which this reading of the files is to be kept; empty: it is not.
    [[nodiscard]] std::string profileName() const;
    void setProfileName(const std::string &name);

Q_SIGNALS:
    /// Whether the tables have names of columns is not as it was taken to be.
    void headerTold(bool noHeader);

private:
    [[nodiscard]] static QString heading(const exchange::Recognition &recognition, const Format &format, Reading reading);
    void build();
    void arrange(bool columnsFirst);
    void followColumns();
    void tellUnused(const workbench::ImportJob &job);
    void listTables(const Format &format, const workbench::ImportJob &job);
    [[nodiscard]] std::vector<exchange::Meaning> meanings(const std::string &place) const;
    [[nodiscard]] bool saysTheDeal() const;
    void listColumns(const workbench::ImportJob &job);
    [[nodiscard]] QComboBox *meaningField(const QString &header, exchange::Meaning meaning);
    void ask(const Format &format, const exchange::Question &question, const std::string &answer, const StageNames &stages);
    void offerPeople(const std::vector<workbench::TeamView> &teams);

    QLabel *m_recognised;
    QLabel *m_missing; ///< of what has to be said, after Next was asked for without it
    QLabel *m_unused;
    PickModel m_tables;
    QStringListModel m_meanings;          ///< by exchange::Meaning, one list for all columns
    std::function<void()> m_countColumns; ///< anew, by what they are said to be
    Reading m_reading = Reading::Known;
    QWidget *m_content;
    QWidget *m_asked; ///< the questions under their title
    QLabel *m_questionsTitle;
    QFormLayout *m_questions;
    QWidget *m_listed; ///< the columns under theirs
    QLabel *m_columnsTitle;
    ReportTable *m_columns;
    QCheckBox *m_noHeader;
    QLineEdit *m_keepAs;
    std::map<std::string, QComboBox *> m_fields;
    std::map<std::string, std::string> m_asShown; ///< the answers as they stood at first
    QWidget *m_ownerLabel = nullptr;              ///< asks whose the deals are that have no owner
    QComboBox *m_ownerField = nullptr;
    struct ColumnField {
        exchange::ToldColumn column; ///< as it was recognised
        QComboBox *field;
    };
    std::vector<ColumnField> m_columnFields;
};

} // namespace ui
