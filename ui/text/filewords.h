// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncstatus.h"
#include "core/workflow/askedevidence.h"
#include "core/workflow/evidence.h"
#include "ui/text/sentences.h"

namespace markaz::ui {

/// "15 of 17 files on the server", "All 17 files are on the server"; empty where there are none.
QString evidenceWords(const EvidenceCount &count);

/// "1 photo, a document"; empty for nothing.
QString fileList(int photos, bool document);
/// "Asked for and not there: 1 photo"; empty where nothing is missing.
QString lackingWords(const AskedEvidence &lacking);

/// "3 files wait on this laptop"; empty for none.
QString filesWait(int files);

/// What keeps the files from going; empty fact when nothing does.
Sentence pauseSentence(const FileFigures &figures);

/// "Sending 5 of 31 files", "Fetching 3 files"; empty when none waits.
QString progressWords(const FileFigures &figures);

/// When and where a photo was taken, seen from the building: "Taken 23 Nov 2026, 14:05, 2.3 km away from the building",
/// or that the photo or the building does not say where.
QString takenWords(const QDateTime &taken, const std::optional<Position> &photo, const std::optional<Position> &site);
/// How far away, where that is too far to be of the building; empty otherwise.
QString awayWords(const std::optional<Position> &photo, const std::optional<Position> &site);

/// Why the server or this laptop refused a file, from the queue's token.
QString refusedFile(const QString &token);

} // namespace markaz::ui
