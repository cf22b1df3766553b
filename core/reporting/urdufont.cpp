// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/urdufont.h"

#include <QFont>
#include <QFontDatabase>
#include <QRawFont>
#include <QtEndian>

#include <array>
#include <vector>

namespace markaz {
namespace {

// As long as the original, so that it fits into the name table where that one stood.
const QString kInstalled = QStringLiteral("Noto Nastaliq Urdu");
const QString kMended = QStringLiteral("Nastaliq of Markaz");

/// Walks the OpenType table of glyph positions (OpenType 1.9, GPOS). Offsets out of the table read as 0 and are not
/// written to, whatever the font says.
class AnchorMender
{
public:
    explicit AnchorMender(QByteArray &table)
        : m_table(table)
    {
    }

    void run()
    {
        if (u16(0) != 1)
            return;
        const qsizetype lookups = u16(8);
        for (int i = 0; i < u16(lookups); ++i)
            lookup(lookups + u16(lookups + 2 + 2 * i));
    }

private:
    int u16(qsizetype at) const
    {
        return at >= 0 && at + 2 <= m_table.size() ? qFromBigEndian<quint16>(m_table.constData() + at) : 0;
    }

    void lookup(qsizetype at)
    {
        for (int i = 0; i < u16(at + 4); ++i) {
            int type = u16(at);
            qsizetype table = at + u16(at + 6 + 2 * i);
            if (type == 9) { // extension: the true type, and an offset of 32 bits
                type = u16(table + 2);
                table += (qsizetype(u16(table + 4)) << 16) + u16(table + 6);
            }
            if (type == 3)
                cursive(table);
            else if (type >= 4 && type <= 6)
                marks(table, type == 5);
        }
    }

    void cursive(qsizetype table)
    {
        for (int i = 0; i < 2 * u16(table + 4); ++i) // an entry and an exit each
            anchor(table, u16(table + 6 + 2 * i));
    }

    void marks(qsizetype table, bool ligatures)
    {
        const int classes = u16(table + 6);
        const qsizetype markArray = table + u16(table + 8);
        for (int i = 0; i < u16(markArray); ++i)
            anchor(markArray, u16(markArray + 4 + 4 * i));
        const qsizetype bases = table + u16(table + 10);
        if (!ligatures) {
            matrix(bases, classes);
            return;
        }
        for (int i = 0; i < u16(bases); ++i)
            matrix(bases + u16(bases + 2 + 2 * i), classes);
    }

    void matrix(qsizetype table, int classes)
    {
        const qsizetype count = qsizetype(u16(table)) * classes;
        for (qsizetype i = 0; i < count && table + 4 + 2 * i <= m_table.size(); ++i)
            anchor(table, u16(table + 2 + 2 * i));
    }

    void anchor(qsizetype table, int offset)
    {
        if (offset != 0 && u16(table + offset) == 2)
            m_table[table + offset + 1] = 1;
    }

    QByteArray &m_table;
};

QByteArray utf16be(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() >> 8));
        bytes.append(static_cast<char>(c.unicode() & 0xFF));
    }
    return bytes;
}

struct Table
{
    QByteArray tag;
    QByteArray bytes;
};

void append16(QByteArray &to, quint32 value)
{
    to.append(static_cast<char>((value >> 8) & 0xFF));
    to.append(static_cast<char>(value & 0xFF));
}

void append32(QByteArray &to, quint32 value)
{
    append16(to, value >> 16);
    append16(to, value & 0xFFFF);
}

/// A TrueType file of \p tables, which are in the order of their tags. Checksums stay 0: nobody looks at them.
QByteArray fontFile(const std::vector<Table> &tables)
{
    QByteArray file;
    append32(file, 0x00010000);
    append16(file, static_cast<quint32>(tables.size()));
    file.append(6, '\0'); // the aids for a binary search, unused today
    auto offset = static_cast<quint32>(12 + 16 * tables.size());
    const auto padded = [](qsizetype size) { return static_cast<quint32>((size + 3) / 4 * 4); };
    for (const Table &table : tables) {
        file.append(table.tag);
        append32(file, 0);
        append32(file, offset);
        append32(file, static_cast<quint32>(table.bytes.size()));
        offset += padded(table.bytes.size());
    }
    for (const Table &table : tables) {
        file.append(table.bytes);
        file.append(padded(table.bytes.size()) - table.bytes.size(), '\0');
    }
    return file;
}

/// The installed font of this style, mended; empty when there is none.
QByteArray mended(const QString &style, quint16 weight)
{
    QFont font(kInstalled);
    font.setStyleName(style);
    font.setStyleStrategy(QFont::NoFontMerging);
    const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::Arabic);
    if (!raw.isValid() || raw.familyName() != kInstalled || raw.styleName() != style)
        return {};
    constexpr std::array kTags{"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf",
                               "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"};
    std::vector<Table> tables;
    for (const char *tag : kTags) {
        QByteArray bytes = raw.fontTable(tag);
        if (bytes.isEmpty())
            continue;
        if (tag == QByteArrayView("GPOS")) {
            bytes = withCoordinateAnchors(bytes);
        } else if (tag == QByteArrayView("OS/2") && bytes.size() > 6) {
            qToBigEndian(weight, bytes.data() + 4); // usWeightClass
        } else if (tag == QByteArrayView("name")) {
            bytes.replace(utf16be(kInstalled), utf16be(kMended));
            bytes.replace(kInstalled.toLatin1(), kMended.toLatin1());
        }
        tables.push_back({tag, bytes});
    }
    return fontFile(tables);
}

} // namespace

QByteArray withCoordinateAnchors(QByteArray gpos)
{
    AnchorMender(gpos).run();
    return gpos;
}

QString urduFontFamily()
{
    if (QFontDatabase::hasFamily(kMended))
        return kMended;
    for (const auto &[style, weight] :
         {std::pair{QStringLiteral("Regular"), QFont::Normal}, std::pair{QStringLiteral("Bold"), QFont::Bold}}) {
        const QByteArray file = mended(style, static_cast<quint16>(weight));
        if (!file.isEmpty())
            QFontDatabase::addApplicationFontFromData(file);
    }
    return QFontDatabase::hasFamily(kMended) ? kMended : kInstalled;
}

} // namespace markaz
