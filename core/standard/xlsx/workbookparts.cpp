// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/workbookparts.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipfileinfo.h>

namespace markaz {
namespace {

constexpr int kMostDepth = 64;
constexpr qint64 kMostToken = 1024 * 1024; // a tag with all its attributes, or a text
constexpr qint64 kRatioFree = 1024 * 1024; // a small part may be as repetitive as it likes

Error malformed(const QString &why, const QString &where = {})
{
    return makeError(ErrorCode::Malformed, why, where);
}

Error tooLarge(const QString &why, const QString &where = {})
{
    return makeError(ErrorCode::TooLarge, why, where);
}

/// A part as it is inflated. It stops at its bound: what the archive says of its size is not believed.
class Inflating final : public QIODevice
{
public:
    Inflating(QuaZipFile &part, qint64 most, bool byRatio)
        : m_part(part)
        , m_most(most)
        , m_byRatio(byRatio)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_ended; }
    qint64 count() const { return m_count; }
    std::optional<Error> fault() const { return m_fault; }
    /// One more token has been understood: the next may take as much again.
    void tokenRead() { m_token = 0; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_ended)
            return 0;
        const qint64 got = m_part.read(data, most);
        if (got <= 0) {
            m_ended = true;
            if (got < 0 || m_part.getZipError() != UNZ_OK)
                m_fault = malformed(QStringLiteral("a part of it is damaged"), m_part.getFileName());
            return 0;
        }
        m_count += got;
        m_token += got;
        if (m_token > kMostToken) {
            m_ended = true;
            m_fault =
                tooLarge(QStringLiteral("a part of it has a tag or a text beyond all measure"), m_part.getFileName());
            return 0;
        }
        if (m_count > m_most) {
            m_ended = true;
            m_fault = tooLarge(m_byRatio ? QStringLiteral("a part of it unpacks to far more than it should")
                                         : QStringLiteral("a part of it is too large"),
                               m_part.getFileName());
            return 0;
        }
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QuaZipFile &m_part;
    qint64 m_most;
    bool m_byRatio;
    qint64 m_count = 0;
    qint64 m_token = 0;
    bool m_ended = false;
    std::optional<Error> m_fault;
};

} // namespace

WorkbookParts::WorkbookParts(QIODevice &file, const WorkbookLimits &limits)
    : m_limits(limits)
    , m_zip(std::make_unique<QuaZip>(&file))
{
    m_zip->setAutoClose(false);
}

WorkbookParts::~WorkbookParts() = default;

Result<std::unique_ptr<WorkbookParts>> WorkbookParts::open(QIODevice &file, const WorkbookLimits &limits)
{
    if (file.size() > limits.fileBytes)
        return tooLarge(QStringLiteral("the file is larger than %1 MiB").arg(limits.fileBytes / 1024 / 1024));
    const QByteArray head = file.peek(8);
    if (head.startsWith("\xd0\xcf\x11\xe0"))
        return malformed(QStringLiteral("it is an old XLS workbook, or it is locked with a password; save it as XLSX "
                                        "without a password"));
    if (!head.startsWith("PK\x03\x04"))
        return malformed(QStringLiteral("it is no XLSX workbook"));
    std::unique_ptr<WorkbookParts> parts(new WorkbookParts(file, limits));
    if (auto listed = parts->list(); !listed)
        return listed.error();
    return parts;
}

Result<void> WorkbookParts::list()
{
    if (!m_zip->open(QuaZip::mdUnzip))
        return malformed(QStringLiteral("its archive is damaged"));
    const int count = m_zip->getEntriesCount();
    if (count < 0 || count > m_limits.entries)
        return tooLarge(QStringLiteral("its archive has more than %1 entries").arg(m_limits.entries));
    int seen = 0;
    for (bool more = m_zip->goToFirstFile(); more; more = m_zip->goToNextFile()) {
        QuaZipFileInfo64 info;
        if (++seen > m_limits.entries || !m_zip->getCurrentFileInfo(&info))
            return malformed(QStringLiteral("its archive is damaged"));
        if (info.name.endsWith(QLatin1Char('/')))
            continue;
        if ((info.flags & 1) != 0)
            return malformed(QStringLiteral("it is locked with a password"), info.name);
        const QStringList steps = info.name.split(QLatin1Char('/'));
        if (steps.contains(QLatin1String("..")) || info.name.startsWith(QLatin1Char('/')) ||
            info.name.contains(QLatin1Char('\\')) || info.name.contains(QChar(0)))
            return malformed(QStringLiteral("its archive has an entry that leads out of it"), info.name);
        if (m_parts.contains(info.name))
            return malformed(QStringLiteral("its archive has an entry twice"), info.name);
        if (info.method != 0 && info.method != Z_DEFLATED)
            return malformed(QStringLiteral("its archive is packed in an unknown way"), info.name);
        m_parts.insert(info.name, qint64(qMin(info.compressedSize, quint64(m_limits.fileBytes))));
    }
    if (m_zip->getZipError() != UNZ_OK)
        return malformed(QStringLiteral("its archive is damaged"));
    return {};
}

Result<void> WorkbookParts::read(const QString &name, const std::function<Result<void>(QXmlStreamReader &)> &take)
{
    if (!has(name) || !m_zip->setCurrentFile(name, QuaZip::csSensitive))
        return malformed(QStringLiteral("a part of it is missing"), name);
    QuaZipFile part(m_zip.get());
    if (!part.open(QIODevice::ReadOnly))
        return malformed(QStringLiteral("a part of it is damaged"), name);
    const qint64 byRatio = kRatioFree + m_parts.value(name) * m_limits.ratio;
    const qint64 bySize = qMin(m_limits.entryBytes, m_limits.totalBytes - m_total);
    Inflating device(part, qMin(byRatio, bySize), byRatio < bySize);
    QXmlStreamReader xml(&device);
    int depth = 0;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        device.tokenRead();
        depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        if (device.fault())
            return *device.fault();
        if (token == QXmlStreamReader::Invalid)
            break;
        if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
            return malformed(QStringLiteral("a part of it defines entities"), name);
        if (depth > kMostDepth)
            return malformed(QStringLiteral("a part of it is nested too deeply"), name);
        if (auto taken = take(xml); !taken)
            return taken;
    }
    m_total += device.count();
    if (device.fault())
        return *device.fault();
    if (xml.hasError())
        return malformed(QStringLiteral("a part of it is no sound XML (line %1)").arg(xml.lineNumber()), name);
    part.close();
    if (part.getZipError() != UNZ_OK) // the checksum
        return malformed(QStringLiteral("a part of it is damaged"), name);
    return {};
}

} // namespace markaz
