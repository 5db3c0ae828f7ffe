// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/pickmodel.h"

#include "workbench/importing.h"

#include <QWidget>

class QComboBox;
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

    void show(const Format &format, const workbench::ImportJob &job);
    /// By exchange::Question::key.
    [[nodiscard]] std::map<std::string, std::string> answers() const;
    /// The columns whose meaning was chosen by hand.
    [[nodiscard]] std::vector<exchange::ToldColumn> told() const;
    /// The name under which this reading of the files is to be kept; empty: it is not.
    [[nodiscard]] std::string profileName() const;

private:
    [[nodiscard]] static QString recognisedText(const exchange::Recognition &recognition, const Format &format);
    void listColumns(const workbench::ImportJob &job);
    [[nodiscard]] QComboBox *meaningField(const QString &header, exchange::Meaning meaning);
    void ask(const exchange::Question &question, const std::string &answer);

    QLabel *m_recognised;
    QLabel *m_unused;
    PickModel m_tables;
    QLabel *m_questionsTitle;
    QFormLayout *m_questions;
    QLabel *m_columnsTitle;
    ReportTable *m_columns;
    QLineEdit *m_keepAs;
    std::map<std::string, QComboBox *> m_fields;
    struct ColumnField {
        exchange::ToldColumn column; ///< as it was recognised
        QComboBox *field;
    };
    std::vector<ColumnField> m_columnFields;
};

} // namespace ui
