// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/evidence.h"
#include "core/domain/filehead.h"
#include "core/domain/photofacts.h"
#include "core/workflow/evidence.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace markaz {
namespace {

constexpr int kLongestName = 255;

Error refused(ErrorCode code, const char *where, const QString &why)
{
    return makeError(code, why, QLatin1String(where));
}

} // namespace

Result<CheckedFile> checkFile(const ContentStore &store, const QString &path)
{
    QFile source(path);
    const QFileInfo info(path);
    if (!info.isFile() || !source.open(QIODevice::ReadOnly))
        return refused(ErrorCode::NotFound, "file.unreadable", source.errorString());
    // 2026-11-29: not the file's own time, which says when a copy was saved: a photo of years ago that came by a
    // messenger would be one of today.
    return checkContent(store, source, info.fileName(), {});
}

Result<CheckedFile> checkContent(const ContentStore &store, QIODevice &source, const QString &name,
                                 const QDateTime &time)
{
    auto content = store.receive(source, evidence::kMaxBytes);
    if (!content)
        return content.error();
    auto opened = content->open();
    if (!opened)
        return opened.error();
    const auto head = readFileHead(**opened, FileEnd::Own);
    if (!head && head.error().code == ErrorCode::InvalidValue) {
        const QString promised = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
        return refused(ErrorCode::InvalidValue,
                       evidence::mediaTypes().contains(promised) ? "file.disguised" : "file.type",
                       QStringLiteral("%1 by its name, %2").arg(promised, head.error().detail));
    }
    if (!head)
        return head.error();
    if (head->pixels() > evidence::kMaxPixels)
        return refused(ErrorCode::TooLarge, "file.pixels",
                       QStringLiteral("%1 x %2 pixels").arg(head->width).arg(head->height));
    const PhotoFacts facts = readPhotoFacts(**opened);
    QString shown = name;
    shown.remove(QChar(u'\0'));
    const bool document = head->mediaType == QLatin1String("application/pdf");
    return CheckedFile{std::move(content).value(),
                       document ? QStringLiteral("document") : QStringLiteral("photo"),
                       head->mediaType,
                       shown.right(kLongestName),
                       facts.takenAt.isValid() ? facts.takenAt : time,
                       facts.position};
}

} // namespace markaz
