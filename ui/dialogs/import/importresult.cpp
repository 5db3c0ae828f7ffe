// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importresult.h"

#include "ui/dialogs/import/importdialog.h"
#include "ui/errortext.h"

#include <array>

namespace ui {

namespace {

/// The lines about the files that an import writes beside the facts.
QStringList filesText(const workbench::ImportReport &report, const QString &refusedFile)
{
    QStringList lines;
    if (report.refusedFileLost)
        lines += ImportDialog::tr("The file of the refused rows could not be written: %1").arg(refusedFile);
    else if (report.refused + report.leftOut > 0)
        lines += ImportDialog::tr("The refused rows, each with its reason and what would mend it, are in %1").arg(refusedFile);
    if (report.profile && *report.profile)
        lines += ImportDialog::tr("Files with the same columns are known from now on.");
    else if (report.profile)
        lines += ImportDialog::tr("How the files were read could not be kept: %1").arg(textOf(report.profile->error()));
    return lines;
}

} // namespace

QString resultText(const Format &format, const StageNames &stages, const workbench::ImportReport &report,
                   const QString &refusedFile)
{
    const auto count = [&](std::uint64_t n) { return format.count(static_cast<qint64>(n)); };
    QStringList lines;
    const std::array<std::pair<std::uint64_t, QString>, 6> counted{
        {{report.created, ImportDialog::tr("New facts: %1")},
         {report.updated, ImportDialog::tr("Changed: %1")},
         {report.unchanged, ImportDialog::tr("Known already: %1")},
         {report.refused, ImportDialog::tr("Refused: %1")},
         {report.leftOut, ImportDialog::tr("Values left out: %1")},
         {report.repeated, ImportDialog::tr("Rows that repeat another: %1")}}};
    for (const auto &[number, text] : counted) {
        if (number > 0)
            lines += text.arg(count(number));
    }
    if (lines.isEmpty())
        lines += ImportDialog::tr("The files hold nothing.");
    for (const auto &[note, times] : report.notes.counts()) {
        if (note.code.ends_with("_unnamed") || note.code.ends_with("_nameless"))
            lines += ImportDialog::tr("%1 (%2×)").arg(noteText(note, stages), count(times));
    }
    lines += filesText(report, refusedFile);
    if (report.created > 0)
        lines += ImportDialog::tr("Close this window to see which deals need you.");
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace ui
