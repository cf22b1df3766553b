// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/server/visits.h"

namespace markaz::server::test {

/// The start of a picture of this size, filled up to \p bytes; \p salt makes it another file.
QByteArray jpegOf(int width, int height, qsizetype bytes, char salt = 'j');
QByteArray pngOf(quint32 width, quint32 height, qsizetype bytes, char salt = 'p');
QByteArray pdfOf(qsizetype bytes, char salt = 'd');
QString sha256Of(const QByteArray &bytes);

/// An inspector's draft with files, and what tus clients send.
class EvidenceFiles : public Visits
{
protected:
    QJsonObject evidenceFields(const QString &inspection, const QByteArray &bytes,
                               const QString &type = QStringLiteral("image/jpeg"));
    /// A pushed evidence record; its id.
    QString attach(const QString &inspection, const QByteArray &bytes,
                   const QString &type = QStringLiteral("image/jpeg"));
    ApiResponse tus(const QByteArray &method, const QString &path, const Session &who, const HttpHeaders &more = {},
                    const QByteArray &body = {});
    ApiResponse begin(const Session &who, const QByteArray &bytes, const QString &type = QStringLiteral("image/jpeg"));
    /// begin(), its Location.
    QString location(const Session &who, const QByteArray &bytes, const QString &type = QStringLiteral("image/jpeg"));
    ApiResponse send(const Session &who, const QString &location, qint64 offset, const QByteArray &chunk,
                     const HttpHeaders &more = {});
    /// The whole file, in one chunk. Fails the test when it is not taken.
    void upload(const Session &who, const QByteArray &bytes, const QString &type = QStringLiteral("image/jpeg"));
    ApiResponse download(const Session &who, const QByteArray &bytes, const HttpHeaders &more = {});
    static QByteArray bodyOf(const ApiResponse &response);
    static qint64 offsetOf(const ApiResponse &response)
    {
        return response.headers.value("Upload-Offset", "-1").toLongLong();
    }
    bool received(const QString &record);
    QString pathOf(const QByteArray &bytes) const;
    QString partialOf(const QString &location) const;

    QString visit = draft();
    QByteArray photo = jpegOf(4000, 3000, 300'000);
};

inline const QString kFiles = QStringLiteral("/api/v1/files");
inline const HttpHeaders kTus{{"tus-resumable", "1.0.0"}};

} // namespace markaz::server::test
