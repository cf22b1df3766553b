// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace markaz {

/// A table of a report; all rows as long as the head.
struct ReportTable
{
    QString title;
    QStringList head;
    QList<QStringList> rows;
    QList<int> widths; ///< of the columns, in percent of the page's width
    QString empty;     ///< what stands in the place of no rows; empty: the table is left out then
};

/// A picture and what stands below it. 2026-11-28: pictures come decoded, so that nothing of the file that they were
/// read from, such as where it was taken, gets into the document.
struct ReportPicture
{
    QImage image;
    QString caption;
};

/// A document of some pages of A4. Its words come ready in the language of whoever reads it: this room translates
/// nothing.
struct ReportDocument
{
    bool urdu = false;                        ///< set from right to left
    QString title;                            ///< "Inspection"; with `code` the title of the file too
    QString code;                             ///< "SKT-0031"
    QString name;                             ///< of the building
    QStringList lines;                        ///< below it
    QList<std::pair<QString, QString>> facts; ///< label and value, two pairs a row
    QString verdict;                          ///< a sentence of its own, in bold
    QString explanation;                      ///< below it
    QList<ReportTable> tables;
    QString picturesTitle;
    QList<ReportPicture> pictures; ///< three a row
    QString signaturesTitle;
    QList<ReportPicture> signatures; ///< a null image leaves room for a hand
    QString foot;                    ///< on each page, before its number
    QString pageOf;                  ///< "Page %1 of %2"
    bool sample = false;             ///< says so across each page
};

/// Writes \p document with its fonts embedded. The file appears whole or not at all. StorageFailed (`where` = the path)
/// when it cannot be written. Needs a QGuiApplication, for the fonts.
Result<void> writeReportPdf(const ReportDocument &document, const QString &path);

} // namespace markaz
