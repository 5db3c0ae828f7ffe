// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/fold.h"

#include "engine/eventfold.h"
#include "engine/talkfold.h"

#include <algorithm>

namespace engine {

using domain::RowKind;
using history::AsOf;
using history::Event;
using history::File;
using history::Stamp;

namespace {

/// A file with a verdict of its own keeps it against one that was given before.
bool judges(const Stamp &stamp, const FileState &file)
{
    return file.file.verdict == domain::Verdict::Pending || stamp.occurred >= file.occurred;
}

/// Whether `other`, which comes before `file` or after it, stands for the content of both. A file that was rejected stands for
/// nothing, and none but an accepted one for one that was accepted. Of a kind alike stands the first that was accepted, or else
/// the first; a key file stands for minor ones wherever it comes, and a minor file takes no key file's place.
bool standsFor(const FileState &other, bool before, const FileState &file)
{
    const bool accepted = file.verdict == domain::Verdict::Accepted;
    const bool otherAccepted = other.verdict == domain::Verdict::Accepted;
    if (other.verdict == domain::Verdict::Rejected || (accepted && !otherAccepted))
        return false;
    if (other.key != file.key)
        return other.key;
    return before || (!accepted && otherAccepted);
}

/// Of the files with one content one stands for all, and of the key files among them one counts.
void markDuplicates(std::vector<FileState> &files)
{
    const auto same = [](const FileState &a, const FileState &b) { return a.file.hash != 0 && a.file.hash == b.file.hash; };
    for (FileState &file : files) {
        file.duplicate = std::ranges::any_of(files, [&](const FileState &other) {
            return &other != &file && same(file, other) && standsFor(other, &other < &file, file);
        });
    }
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto keyBefore = [&](const FileState &other) { return other.key && same(*file, other); };
        file->key = file->key && file->verdict != domain::Verdict::Rejected && std::none_of(files.begin(), file, keyBefore);
    }
}

void foldFiles(const CompiledPlaybook &playbook, const AsOf &view, DealState &state)
{
    view.files([&](const Stamp &stamp, const File &file) {
        FileState &added = state.files.emplace_back();
        added.file = file;
        added.occurred = stamp.occurred;
        added.kind = playbook.evidenceKinds().find(file.kind).value_or(playbook.evidenceKinds().size());
        added.verdict = file.verdict;
        added.judged = stamp.occurred;
        added.key = added.kind >= playbook.evidenceKinds().size() || playbook.isKeyEvidence(added.kind);
        advance(state.progress, stamp.occurred, file.number);
    });
    if (state.files.empty())
        return;
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind != RowKind::EvidenceJudged)
            return;
        const auto judged =
            std::ranges::find(state.files, event.object, [](const FileState &file) { return file.file.evidence; });
        if (judged != state.files.end() && judges(stamp, *judged)) {
            judged->verdict = static_cast<domain::Verdict>(event.a);
            judged->judged = stamp.occurred;
        }
    });
    markDuplicates(state.files);
}

/// The first thing that was said about the contact of `event`: another version of a contact does not make it a new one.
Mark firstKnown(const AsOf &view, const Event &event)
{
    const history::Run<Event> run = view.allEvents();
    std::size_t i = 0;
    while (run.facts[i].kind != RowKind::Contact || run.facts[i].object != event.object || run.stamps[i].recorded > view.asOf())
        ++i;
    return {run.stamps[i].occurred, run.facts[i].number};
}

void foldCustomer(const AsOf &view, DealState &state)
{
    view.events([&](const Stamp &stamp, const Event &event) {
        if (event.kind == RowKind::Contact) {
            const Mark known = firstKnown(view, event);
            if (!state.contactKnown || known.at >= state.contactKnown->at)
                state.contactKnown = known;
        }
        if (event.kind == RowKind::Customer)
            state.fields[CompiledPlaybook::FirstContactChannel] = {event.c, event.number, event.c != 0, false, stamp.occurred};
    });
}

} // namespace

void fold(const history::History &history, const CompiledPlaybook &playbook, history::DealIndex deal, Look look, DealState &state)
{
    state.reset(playbook, deal);
    const AsOf view = history::view(history.deals(), deal, look.asOf);
    foldEvents(playbook, view, state);
    if (!state.exists || look.depth == Depth::Path)
        return;
    foldFiles(playbook, view, state);
    std::optional<AsOf> customerView;
    if (const auto customer = history.customers().find(state.customer)) {
        customerView.emplace(history::view(history.customers(), *customer, look.asOf));
        foldCustomer(*customerView, state);
    }
    const bool closedLongAgo = state.status != Status::Open && state.created.at <= look.closedTalkFrom;
    if (look.depth != Depth::Proofs && !closedLongAgo)
        foldTalk(playbook, view, customerView, look.depth, state);
    if (state.progress.number == 0)
        state.progress = state.created;
}

} // namespace engine
