// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QDirIterator>
#include <QFile>
#include <QMutex>
#include <QStringList>

#include <gtest/gtest.h>

namespace markaz::test {

/// A text as a program may come to write it: UTF-8, UTF-16, hex, and base64 at each of its three alignments.
inline QByteArrayList formsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArrayList forms{utf8, QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2), utf8.toHex(),
                         utf8.toPercentEncoding()};
    for (int lead = 0; lead < 3; ++lead) {
        const QByteArray coded = (QByteArray(lead, 'x') + utf8).toBase64(QByteArray::OmitTrailingEquals);
        forms.append(coded.mid(4, coded.size() - 8)); // without what its neighbours decide
    }
    return forms;
}

/// The files under \p folder that show one of \p forms, whatever their names and modes.
inline QStringList showing(const QString &folder, const QByteArrayList &forms)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            ADD_FAILURE() << qPrintable(file.fileName());
            continue;
        }
        const QByteArray bytes = file.fileName().toUtf8() + file.readAll();
        for (const QByteArray &form : forms) {
            if (bytes.contains(form))
                found.append(QStringLiteral("%1 as %2").arg(file.fileName(), QString::fromLatin1(form.left(40))));
        }
    }
    return found;
}
inline QStringList showing(const QString &folder, const QString &text)
{
    return showing(folder, formsOf(text));
}

/// Keeps what this process logs, as long as it stands. One at a time.
class KeptLog
{
public:
    KeptLog() { s_before = qInstallMessageHandler(keep); }
    ~KeptLog()
    {
        qInstallMessageHandler(s_before);
        s_lines.clear();
    }
    KeptLog(const KeptLog &) = delete;
    KeptLog &operator=(const KeptLog &) = delete;
    bool contains(const QString &text) const
    {
        const QMutexLocker locker(&s_guard);
        return s_lines.contains(text.toUtf8());
    }

private:
    static void keep(QtMsgType, const QMessageLogContext &, const QString &line)
    {
        const QMutexLocker locker(&s_guard);
        s_lines += line.toUtf8() + '\n';
    }
    inline static QMutex s_guard;
    inline static QByteArray s_lines;
    inline static QtMessageHandler s_before = nullptr;
};

} // namespace markaz::test
