// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/filewords.h"

#include "core/domain/evidence.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(FileWords)
};

} // namespace

QString evidenceWords(const EvidenceCount &count)
{
    if (count.all == 0)
        return {};
    if (count.complete())
        return count.all == 1 ? FileWords::tr("The file is on the server")
                              : FileWords::tr("All %1 files are on the server").arg(count.all);
    if (count.all == 1)
        return FileWords::tr("The file is not on the server yet");
    return FileWords::tr("%1 of %2 files on the server").arg(count.received).arg(count.all);
}

QString fileList(int photos, bool document)
{
    QStringList list;
    if (photos > 0)
        list.append(photos == 1 ? FileWords::tr("1 photo") : FileWords::tr("%1 photos").arg(photos));
    if (document)
        list.append(FileWords::tr("a document"));
    return list.join(FileWords::tr(", "));
}

QString lackingWords(const AskedEvidence &lacking)
{
    const QString list = fileList(lacking.photos, lacking.document);
    return list.isEmpty() ? QString() : FileWords::tr("Asked for and not there: %1").arg(list);
}

QString filesWait(int files)
{
    if (files == 0)
        return {};
    return files == 1 ? FileWords::tr("1 file waits on this laptop")
                      : FileWords::tr("%1 files wait on this laptop").arg(files);
}

Sentence pauseSentence(const FileFigures &f)
{
    using Pause = FileFigures::Pause;
    const int waiting = f.waitingUp;
    const QString safe = waiting == 0 ? QString()
                         : waiting == 1
                             ? FileWords::tr("%1 and will be sent later.", "one file").arg(filesWait(waiting))
                             : FileWords::tr("%1 and will be sent later.").arg(filesWait(waiting));
    switch (f.pause) {
    case Pause::None:
        return {};
    case Pause::Offline:
        return {FileWords::tr("Files wait: this laptop is offline."), safe, {}};
    case Pause::NotReached:
        return {FileWords::tr("Files wait: the server could not be reached."), safe,
                FileWords::tr("Markaz tries again by itself.")};
    case Pause::NotOurServer:
        return {FileWords::tr("Files wait: something else answered in place of the Markaz server."), safe,
                FileWords::tr("Sign in to the network if it asks for that.")};
    case Pause::SignInNeeded:
        return {FileWords::tr("Files wait: your session has ended."), safe,
                FileWords::tr("Sign in again to send them.")};
    case Pause::ServerFull:
        return {FileWords::tr("Files wait: the server has no room for files."),
                FileWords::tr("Answers and decisions are sent as ever."), FileWords::tr("Tell your administrator.")};
    case Pause::ServerRefused:
        return {FileWords::tr("Files wait: the server refused the request."), safe,
                FileWords::tr("Tell your administrator this word: %1").arg(format::code(f.detail))};
    case Pause::StorageFailed:
        return {FileWords::tr("Files wait: this laptop’s disk could not be read or written."),
                FileWords::tr("What was saved before is safe."), FileWords::tr("Free some space on the disk.")};
    }
    return {};
}

QString progressWords(const FileFigures &f)
{
    if (f.waitingUp > 0) {
        const int all = f.sent + f.waitingUp;
        return all == 1 ? FileWords::tr("1 file to send") : FileWords::tr("%1 of %2 files sent").arg(f.sent).arg(all);
    }
    if (f.waitingDown > 0)
        return f.waitingDown == 1 ? FileWords::tr("1 file to fetch")
                                  : FileWords::tr("%1 files to fetch").arg(f.waitingDown);
    return {};
}

QString awayWords(const std::optional<Position> &photo, const std::optional<Position> &site)
{
    const bool elsewhere = photo && site && photo->isBeyond(evidence::kElsewhereM, *site);
    return elsewhere ? format::distance(photo->distanceM(*site)) : QString();
}

QString takenWords(const QDateTime &taken, const std::optional<Position> &photo, const std::optional<Position> &site)
{
    QString where;
    if (!photo)
        where = FileWords::tr("the photo does not say where");
    else if (!site)
        where = FileWords::tr("the building has no position to compare with");
    else if (const QString away = awayWords(photo, site); !away.isEmpty())
        where = FileWords::tr("%1 away from the building", "a photo").arg(away);
    else
        where = FileWords::tr("%1 from the building", "a photo").arg(format::distance(photo->distanceM(*site)));
    return taken.isValid() ? FileWords::tr("Taken %1, %2").arg(format::dateTime(taken), where)
                           : FileWords::tr("Time not known, %1").arg(where);
}

QString refusedFile(const QString &token)
{
    if (token == QLatin1String("damaged"))
        return FileWords::tr("The copy on this laptop is damaged. Attach the file again.");
    if (token == QLatin1String("not_found"))
        return FileWords::tr("The file is not on this laptop any more. Attach it again.");
    if (token == QLatin1String("no_record"))
        return FileWords::tr("The record that it belongs to is gone.");
    if (token == QLatin1String("media_type"))
        return FileWords::tr("The server does not take this kind of file.");
    if (token == QLatin1String("image_too_large") || token == QLatin1String("too_large"))
        return FileWords::tr("The file is too large for the server.");
    if (token == QLatin1String("differs"))
        return FileWords::tr("The file is not the one that its record describes.");
    if (token == QLatin1String("not_allowed"))
        return FileWords::tr("Your account may not send this file.");
    return FileWords::tr("The server refused it: %1").arg(format::code(token));
}

} // namespace markaz::ui
