// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/fold.h"

#include "engine/eventfold.h"
#include "engine/talkfold.h"

#include <algorithm>
#include <array>
#include <numeric>

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

/// The files of one content that may stand for all of it, by whether they are key files: the first that is not rejected, and the
/// first that was accepted.
class Stands {
public:
    void add(const FileState &file)
    {
        if (file.verdict == domain::Verdict::Rejected)
            return;
        keepFirst(m_any[file.key], file);
        if (file.verdict == domain::Verdict::Accepted)
            keepFirst(m_accepted[file.key], file);
    }

    /// Whether another stands for the content of `file`. A file that was rejected stands for nothing, and none but an accepted
    /// one for one that was accepted. Of a kind alike stands the first that was accepted, or else the first; a key file stands
    /// for minor ones wherever it comes, and a minor file takes no key file's place.
    [[nodiscard]] bool standFor(const FileState &file) const
    {
        const bool accepted = file.verdict == domain::Verdict::Accepted;
        const auto &candidates = accepted ? m_accepted : m_any;
        if (!file.key && candidates[true] != nullptr)
            return true;
        return (candidates[file.key] != nullptr && candidates[file.key] < &file)
               || (!accepted && m_accepted[file.key] != nullptr);
    }

    /// The key file that counts.
    [[nodiscard]] const FileState *counting() const { return m_any[true]; }

private:
    using ByKey = std::array<const FileState *, 2>;

    static void keepFirst(const FileState *&kept, const FileState &file) { kept = kept == nullptr ? &file : kept; }

    ByKey m_any = {};
    ByKey m_accepted = {};
};

/// Of the files with one content one stands for all, and of the key files among them one counts.
void markDuplicates(std::vector<FileState> &files, std::vector<std::uint32_t> &order)
{
    const auto hashOf = [&](std::uint32_t file) { return files[file].file.hash; };
    order.resize(files.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t file) { return std::pair(hashOf(file), file); });
    for (auto first = order.begin(); first != order.end();) {
        // A file without a hash is like no other.
        const auto end = hashOf(*first) == 0 ? std::next(first) : std::find_if(first, order.end(), [&](std::uint32_t file) {
            return hashOf(file) != hashOf(*first);
        });
        Stands stands;
        std::for_each(first, end, [&](std::uint32_t file) { stands.add(files[file]); });
        const FileState *counting = stands.counting();
        for (; first != end; ++first) {
            FileState &file = files[*first];
            file.duplicate = stands.standFor(file);
            file.key = &file == counting;
        }
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
            const auto verdict = static_cast<domain::Verdict>(event.a);
            if (verdict != judged->verdict)
                judged->judged = stamp.occurred;
            judged->verdict = verdict;
        }
    });
    markDuplicates(state.files, state.fileOrder);
}

/// The newest contact, by the first thing that was said about it: another version of a contact does not make it a new one.
std::optional<Mark> newestContact(const AsOf &view, std::vector<ContactSaid> &said)
{
    const history::Run<Event> run = view.allEvents();
    said.clear();
    for (std::uint32_t i = 0; i < run.size() && run.stamps[i].occurred <= view.asOf(); ++i) {
        const Event &event = run.facts[i];
        if (event.kind == RowKind::Contact && run.stamps[i].recorded <= view.asOf())
            said.push_back({event.object, i, {run.stamps[i].occurred, event.number}, view.counts(run.stamps[i], event)});
    }
    std::ranges::sort(said, {}, [](const ContactSaid &one) { return std::pair(one.contact, one.place); });
    std::optional<Mark> newest;
    std::uint32_t newestPlace = 0; // of two that came at once, the one that something was said about last
    const ContactSaid *first = nullptr;
    for (const ContactSaid &one : said) {
        if (first == nullptr || first->contact != one.contact)
            first = &one;
        if (one.counts && (!newest || std::pair(first->mark.at, one.place) > std::pair(newest->at, newestPlace))) {
            newest = first->mark;
            newestPlace = one.place;
        }
    }
    return newest;
}

/// The channel that the version of the customer names which counts, with since when those before it have named one.
FieldValue firstContactChannel(const AsOf &view)
{
    const history::Run<Event> run = view.allEvents();
    FieldValue said;
    FieldValue counting;
    for (std::size_t i = 0; i < run.size() && run.stamps[i].occurred <= view.asOf(); ++i) {
        const Event &event = run.facts[i];
        if (event.kind != RowKind::Customer || run.stamps[i].recorded > view.asOf())
            continue;
        said.say({event.c, event.number, event.c != 0, false}, run.stamps[i].occurred);
        if (view.counts(run.stamps[i], event))
            counting = said;
    }
    return counting;
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
        state.contactKnown = newestContact(*customerView, state.contactsSaid);
        state.fields[CompiledPlaybook::FirstContactChannel] = firstContactChannel(*customerView);
    }
    const bool closedLongAgo = state.status != Status::Open && state.created.at <= look.closedTalkFrom;
    if (look.depth != Depth::Proofs && !closedLongAgo)
        foldTalk(playbook, view, customerView, look.depth, state);
    if (state.progress.number == 0)
        state.progress = state.created;
}

} // namespace engine
