// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/errortext.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// The sentence with "%1" where the subject belongs. One line for each code: a table, however long.
const char *sentenceOf(support::ErrorCode code)
{
    switch (code) {
    case support::ErrorCode::BadSyntax:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” cannot be read. Check that the file was saved completely and in the expected format.");
    case support::ErrorCode::BadText:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” holds characters that are no text. Save the file as UTF-8 and try again.");
    case support::ErrorCode::BadId:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is no id. An id is one line of 1 to 200 bytes.");
    case support::ErrorCode::BadNumber:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is no number. Write digits with at most one decimal point.");
    case support::ErrorCode::BadTime:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is no time. Write it like 2026-03-01T09:30:00+08:00.");
    case support::ErrorCode::BadDate:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is no day of the calendar. Write it like 2026-03-01.");
    case support::ErrorCode::BadTimeZone:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The time zone “%1” is not known here. Choose one like Asia/Shanghai.");
    case support::ErrorCode::BadMoney:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "“%1” is no amount. Write digits with at most one decimal point, and no more decimals than the currency has.");
    case support::ErrorCode::BadCurrency:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is no currency. Use a code of three letters like CNY.");
    case support::ErrorCode::BadChoice:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is none of the values that are possible here. Choose one of them.");
    case support::ErrorCode::MissingKey: return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is missing. Fill it in and try again.");
    case support::ErrorCode::UnknownType:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "The kind “%1” is not known to this version. A newer version may be able to read it.");
    case support::ErrorCode::DanglingReference:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” is named but described nowhere. Import the file that describes it as well.");
    case support::ErrorCode::OutOfRange: return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is out of range. Check the number.");
    case support::ErrorCode::CurrencyMismatch:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "Amounts in different currencies (%1) cannot be added. Choose one currency.");
    case support::ErrorCode::TooLarge: return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is too large. Split it and try again.");
    case support::ErrorCode::FileMissing:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The file “%1” is not there. It may have been moved, renamed or deleted.");
    case support::ErrorCode::FileExists:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "A file “%1” is already there. Choose another name; nothing was overwritten.");
    case support::ErrorCode::FileUnreadable:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The file “%1” cannot be read. Check that you have the permission to read it.");
    case support::ErrorCode::FileUnwritable:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "The file “%1” cannot be written. Check the permission of its folder, or choose another place.");
    case support::ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The disk is full. Nothing was lost; free some space and do it again. (%1)");
    case support::ErrorCode::IoFailed:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "The disk reported a fault (%1). Nothing was lost; try again, and check the disk if it happens again.");
    case support::ErrorCode::FileDamaged:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is damaged and cannot be read. Export or copy it again.");
    case support::ErrorCode::NotAWorkspace:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” is no Plumbline workspace. To bring in an export, choose “Import files…” instead.");
    case support::ErrorCode::WorkspaceNewer:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "“%1” was written by a newer version of Plumbline. Update this program to open it; the file was not touched.");
    case support::ErrorCode::WorkspaceDamaged:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "The workspace “%1” is damaged. Restore a copy, or run “plumb verify” on it to see what can be saved.");
    case support::ErrorCode::WorkspaceReadOnly:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "The workspace “%1” can only be read. You can look at everything, but decide nothing here.");
    case support::ErrorCode::WorkspaceBusy:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "The workspace “%1” is open in another program. Close it there, then try again.");
    case support::ErrorCode::SampleWorkspace:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” holds sample data, and your own records would be lost among them. Make a workspace of "
                                 "your own first and import there.");
    case support::ErrorCode::BadPlaybook:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText", "The playbook is not sound at “%1”. The published one goes on working; correct it and try again.");
    case support::ErrorCode::UnknownStage:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The playbook has no stage “%1”. Choose one of its stages.");
    case support::ErrorCode::UnknownRule:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The playbook has no rule “%1”. It may have been removed by a newer version.");
    case support::ErrorCode::UnknownFormat:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "“%1” is in a format that cannot be imported. CSV, XLSX and JSON Lines can.");
    case support::ErrorCode::MixedFormats:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "“%1” holds facts as JSON Lines, and other files of this import are tables. Import them one "
                                 "after the other.");
    case support::ErrorCode::UnknownProfile: return QT_TRANSLATE_NOOP("ui::ErrorText", "There is no import profile “%1”.");
    case support::ErrorCode::UnknownColumns:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "No export that is known here looks like this file:\n\n%1\n\nIts first line has to name the columns, such as "
            "deal, customer, owner, stage, amount, close date. Export it again with its header line, or "
            "rename the columns so that they say what they hold.");
    case support::ErrorCode::AmbiguousColumn:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "It cannot be told what the column “%1” means. Say it in the step before, then go on.");
    case support::ErrorCode::UnknownImport:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The import “%1” is not in this workspace any more.");
    case support::ErrorCode::GateRefused:
        return QT_TRANSLATE_NOOP(
            "ui::ErrorText",
            "The deal cannot move to “%1” yet: conditions of the stage are not met. Meet them, or override with a reason.");
    case support::ErrorCode::PastIsReadOnly:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "A past day (%1) is shown, where nothing can be changed. Go back to now first.");
    case support::ErrorCode::UnknownDeal:
        return QT_TRANSLATE_NOOP("ui::ErrorText",
                                 "The deal “%1” is not in this workspace, or was not known on the day that is shown.");
    case support::ErrorCode::UnknownPerson:
        return QT_TRANSLATE_NOOP("ui::ErrorText", "The person “%1” is not in the organisation. Choose somebody else.");
    case support::ErrorCode::NothingToUndo: return QT_TRANSLATE_NOOP("ui::ErrorText", "There is nothing to undo.");
    case support::ErrorCode::Cancelled: return QT_TRANSLATE_NOOP("ui::ErrorText", "Cancelled. Nothing was changed.");
    }
    return "";
}

} // namespace

QString textOf(const support::Error &error)
{
    const QString text = QCoreApplication::translate("ui::ErrorText", sentenceOf(error.code));
    return text.contains(QLatin1String("%1")) ? text.arg(QString::fromStdString(error.subject)) : text;
}

} // namespace ui
