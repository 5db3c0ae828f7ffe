// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/importwords.h"

#include "workbench/importing.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace ui {

class ReportTable;

/// What the file of refused rows says to people.
[[nodiscard]] exchange::RefusalWords refusalWords(const workbench::RefusedLine &line);

/// What an import would come to, before anything is written: facts, refused rows with reason and remedy, customers that may be
/// one and are merged only when told, what was assumed.
class ImportPreviewView final : public QWidget {
    Q_OBJECT
public:
    explicit ImportPreviewView(QWidget *parent = nullptr);

    void show(const Format &format, const StageNames &stages, const workbench::ImportRehearsal &rehearsal);
    /// Of facts that came ready: their counts and what was refused.
    void show(const Format &format, const StageNames &stages, const workbench::ImportReport &report);
    /// The pairs that were ticked: a customer's id → the id of the customer it is.
    [[nodiscard]] std::map<std::string, std::string> merges() const;
    /// Ticks those of `merges` that are among the pairs.
    void merge(const std::map<std::string, std::string> &merges);

private:
    void showCounts(const Format &format, const std::map<std::string, std::uint64_t> &news);
    void fillRefusals(const QList<QStringList> &rows);
    void showNotes(const Format &format, const StageNames &stages, const exchange::Notes &notes);
    void showTabs(const Format &format);
    void explainMerging();

    QLabel *m_summary;
    QTabWidget *m_tabs;
    ReportTable *m_counts;
    ReportTable *m_facts;
    ReportTable *m_refusals;
    ReportTable *m_duplicates;
    ReportTable *m_notes;
    QLabel *m_merging;
};

} // namespace ui
