// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What holds for the files of an inspection: photos, documents, signatures. The record (Entity::Evidence) says which
/// file belongs to which inspection and item; the bytes travel as a file named by their SHA-256
/// (core/protocol/files.h).
///
/// 2026-11-24, decisions that the design leaves open:
/// - The inspection's inspector attaches, captions and removes evidence while the inspection is a draft, and not after
/// its
///   submit. A returned inspection is closed like any submitted one: its next revision is a draft of its own, with
///   evidence records of its own, which may name the same files again (nothing is sent twice).
/// - 2026-11-29: whoever answers a comment does not photograph the building again, so the files of the returned
/// revisions
///   are evidence of the next one too: shown with the revision that they are from, counted, and waited for by the
///   certificate unless a newer one stands in their place (visitfiles.h). Nobody changes them. Signatures are left out,
///   because each revision is signed anew; so are follow-ups, whose carried answers rest on the visit that gave them
///   and are looked up there.
/// - `received_at` and `received_rev` are the server's: the moment when the whole file was there, checked against its
///   hash, and the revision in which it said so. Every laptop learns by plain sync how many files of an inspection have
///   come. A removal that was made before that revision was seen is no clash with it.
/// - 2026-11-28: "EXIF stripped but for the position" (security-and-faults.md) against what evidence is for: an
///   original stays byte for byte what the camera wrote, under its hash; its time and position are kept as fields as
///   well. What is made of it (thumbnails, marked copies, what is shown) carries no EXIF.
/// - 2026-11-28: marks are drawn on a copy, a file of its own whose record names the original (`marks`). The original
///   stays while a copy marks it, and a copy is not marked again.
namespace markaz::evidence {

/// The largest file. A photo of 40 megapixels has 5 to 25 MiB and a scanned lease of 100 pages some 60; at 64 KiB a
/// second 100 MiB are half an hour, the most that a visit's upload should ever wait for one file.
inline constexpr qint64 kMaxBytes = 100 * 1024 * 1024;
/// The largest picture: as decoded it would take 160 MB.
inline constexpr qint64 kMaxPixels = 40'000'000;

/// What a file may be: what cameras, scanners and a signature pad make, and what Qt shows without a further plugin.
/// 2026-11-24: image/webp and image/heic stay out, since a desktop could not show them; whoever attaches one converts
/// it.
inline const QStringList &mediaTypes()
{
    static const QStringList types{QStringLiteral("image/jpeg"), QStringLiteral("image/png"),
                                   QStringLiteral("application/pdf")};
    return types;
}

/// Who signs for a visit; the owner's name is typed, for it may be a representative's.
inline const QStringList &signers()
{
    static const QStringList all{QStringLiteral("inspector"), QStringLiteral("owner")};
    return all;
}

/// From so far on (metres, and what both positions may be wrong by) a photo counts as taken elsewhere. 2026-11-28:
/// half a kilometre is more than the largest site and the worst phone among houses, and less than the next street that
/// matters.
inline constexpr qint64 kElsewhereM = 500;

/// 64 digits of lower-case hex, as every file is named.
inline bool isSha256(const QString &text)
{
    if (text.size() != 64)
        return false;
    for (const QChar c : text) {
        if ((c < QLatin1Char('0') || c > QLatin1Char('9')) && (c < QLatin1Char('a') || c > QLatin1Char('f')))
            return false;
    }
    return true;
}

} // namespace markaz::evidence
