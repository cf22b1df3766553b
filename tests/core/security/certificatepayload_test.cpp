// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/base45.h"
#include "core/security/certificatepayload.h"
#include "core/support/gzip.h"
#include "tests/support/sampleclaims.h"

#include <gtest/gtest.h>

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <functional>
#include <random>

namespace markaz {
namespace {

const QDate kDay(2026, 1, 1);
const QString kPrefix = QStringLiteral("MKZ1:");

SigningKey issuer(char seed = 's')
{
    return SigningKey::fromSeed(SecretKey::fromBytes(QByteArray(32, seed)).value(), QStringLiteral("2026-A"), kDay)
        .value();
}

KeySet keysOf(const SigningKey &key)
{
    KeySet set;
    EXPECT_TRUE(set.add(key.publicKey()));
    return set;
}

CertificateClaims claims()
{
    CertificateClaims c = test::sampleClaims(97);
    c.issuedAt = QDateTime(QDate(2026, 7, 15), QTime(9, 30, 0, 125), Qt::UTC);
    c.sample = true;
    return c;
}

// The format, written a second time from RFC 9052 and the header's table, so that codes can be forged.
QCborMap claimMap()
{
    const QDate epoch(1970, 1, 1);
    const CertificateClaims c = claims();
    return QCborMap{{1, c.number},
                    {2, c.buildingCode},
                    {3, c.buildingName},
                    {4, c.buildingPlace},
                    {5, c.grade},
                    {6, c.seats},
                    {7, c.tier},
                    {8, c.scoreBp},
                    {9, epoch.daysTo(c.validFrom)},
                    {10, epoch.daysTo(c.validUntil)},
                    {11, c.standard},
                    {12, c.standardVersion},
                    {13, c.issuedAt.toMSecsSinceEpoch()},
                    {14, c.sample}};
}

QByteArray header(const QCborValue &algorithm = -8, const QByteArray &keyId = "2026-A")
{
    return QCborMap{{1, algorithm}, {4, keyId}}.toCborValue().toCbor();
}

QByteArray signatureOf(const QByteArray &protectedHeader, const QByteArray &payload)
{
    return issuer().sign(
        QCborArray{QStringLiteral("Signature1"), protectedHeader, QByteArray(), payload}.toCborValue().toCbor());
}

QCborArray parts(const QByteArray &protectedHeader, const QByteArray &payload)
{
    return {protectedHeader, QCborMap(), payload, signatureOf(protectedHeader, payload)};
}

QByteArray tagged(const QCborArray &array, quint64 tag = 18)
{
    return QCborValue(QCborTag(tag), array).toCbor();
}

QString wrapped(const QByteArray &cose)
{
    return kPrefix + toBase45(deflateZlib(cose));
}

ErrorCode refusal(const QString &code)
{
    const auto verified = verifyCertificate(code, keysOf(issuer()));
    EXPECT_FALSE(verified) << code.toStdString();
    return verified ? ErrorCode::Internal : verified.error().code;
}

QString forgedClaims(const std::function<void(QCborMap &)> &change)
{
    QCborMap map = claimMap();
    change(map);
    return wrapped(tagged(parts(header(), map.toCborValue().toCbor())));
}

TEST(Base45, rfc9285Vectors)
{
    const QList<std::pair<QByteArray, QString>> vectors{{"AB", QStringLiteral("BB8")},
                                                        {"Hello!!", QStringLiteral("%69 VD92EX0")},
                                                        {"base-45", QStringLiteral("UJCLQE7W581")},
                                                        {"ietf!", QStringLiteral("QED8WEX0")},
                                                        {"", QString()}};
    for (const auto &[bytes, text] : vectors) {
        EXPECT_EQ(toBase45(bytes), text);
        const auto back = fromBase45(text);
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, bytes);
    }
}

TEST(Base45, everyPairOfBytesAndEverySingleOne_comesBack)
{
    for (int value = 0; value < 0x10000; ++value) {
        const QByteArray pair{QByteArray(1, static_cast<char>(value >> 8)) + static_cast<char>(value & 0xFF)};
        ASSERT_EQ(*fromBase45(toBase45(pair)), pair);
    }
    for (int value = 0; value < 0x100; ++value)
        ASSERT_EQ(*fromBase45(toBase45(QByteArray(1, static_cast<char>(value)))),
                  QByteArray(1, static_cast<char>(value)));
}

TEST(Base45, whatNoEncodingGives_isMalformed)
{
    // GGW = 65,536 and ::: lie above two bytes (RFC 9285, 6), :: above one; a single character is no group.
    for (const char *bad : {"GGW", ":::", "::", "A", "BB8A", "bb8", "BB\u00e9", "B,8", "BB8\n"})
        EXPECT_EQ(fromBase45(QString::fromUtf8(bad)).error().code, ErrorCode::Malformed) << bad;
    EXPECT_TRUE(fromBase45(QStringLiteral("FGW"))); // 65,535
}

TEST(CertificatePayload, encoded_verifiesAndReadsTheSame)
{
    const auto code = encodeCertificate(claims(), issuer());
    ASSERT_TRUE(code);
    EXPECT_TRUE(code->startsWith(kPrefix));
    const auto verified = verifyCertificate(*code, keysOf(issuer()));
    ASSERT_TRUE(verified) << verified.error().detail.toStdString();
    EXPECT_EQ(verified->claims, claims());
    EXPECT_EQ(verified->keyId, QStringLiteral("2026-A"));
}

/// The same claims, signed with the same seed, by other hands: cbor2 5.4.6 and OpenSSL 3.0, as
/// tests/app/desktop/verify_test.py has it (sign1). Written out as figures, so that this test needs neither.
TEST(CertificatePayload, anotherImplementation_writesTheSameCose)
{
    const QByteArray theirs = QByteArray::fromHex(
        "d2844ba201270446323032362d41a0588bae016e504b2d323032362d3030303039370268534b542d3030303503781953"
        "616d706c652043686f776b204f666669636520466c6f6f72046f5369616c6b6f742c2050756e6a6162056466756c6c06"
        "18460702081920c6091950a90a1953830b781b667265656c616e63696e672d63656e7472652d666163696c6974790c01"
        "0d1b0000019f651c963d0ef55840b515fbc986a8b00bc998f7d35c21895709e5f9689f1e0f50a329e02f8073eaeeb1c9"
        "f635189879b57df445804560b145090973fd8aaf0c26ca67f8013c907107");
    const auto ours = encodeCertificate(claims(), issuer());
    ASSERT_TRUE(ours);
    EXPECT_EQ(inflateZlib(*fromBase45(ours->mid(kPrefix.size())), 4096).value(), theirs);
    EXPECT_EQ(verifyCertificate(kPrefix + toBase45(deflateZlib(theirs)), keysOf(issuer()))->claims, claims());
}

TEST(CertificatePayload, isCoseSign1AsTheHeaderSays)
{
    const auto code = encodeCertificate(claims(), issuer());
    ASSERT_TRUE(code);
    const auto cose = inflateZlib(*fromBase45(code->mid(5)), 4096);
    ASSERT_TRUE(cose);
    EXPECT_EQ(static_cast<unsigned char>(cose->at(0)), 0xD2); // tag 18 in one byte
    EXPECT_EQ(*cose, tagged(parts(header(), claimMap().toCborValue().toCbor())));
}

TEST(CertificatePayload, usesTheAlphanumericCharactersOfQrOnly)
{
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");
    const QString code = encodeCertificate(claims(), issuer()).value();
    for (const QChar c : code)
        EXPECT_TRUE(alphabet.contains(c)) << static_cast<int>(c.unicode());
}

TEST(CertificatePayload, namesOfAnyScriptAndTheLongest_comeBack)
{
    CertificateClaims c = claims();
    for (const QString &name : {QString::fromUtf8("نمونہ چوک آفس فلور"), QString(200, QChar(0x06CC)),
                                QString::fromUtf8("\xF0\x9F\x8F\xA2").repeated(100), QStringLiteral("\"quoted\"\n")}) {
        c.buildingName = name;
        const auto code = encodeCertificate(c, issuer());
        ASSERT_TRUE(code);
        const auto verified = verifyCertificate(*code, keysOf(issuer()));
        ASSERT_TRUE(verified);
        EXPECT_EQ(verified->claims, c);
    }
}

TEST(CertificatePayload, aClaimOutOfItsRange_isNotSigned)
{
    const auto where = [](const std::function<void(CertificateClaims &)> &change) {
        CertificateClaims c = claims();
        change(c);
        const auto code = encodeCertificate(c, issuer());
        return code ? QString() : code.error().where;
    };
    EXPECT_EQ(where([](auto &c) { c.number.clear(); }), QStringLiteral("number"));
    EXPECT_EQ(where([](auto &c) { c.buildingName = QString(201, QLatin1Char('x')); }), QStringLiteral("building_name"));
    EXPECT_EQ(where([](auto &c) { c.buildingName = QString(QChar(0xD800)); }), QStringLiteral("building_name"));
    EXPECT_EQ(where([](auto &c) { c.buildingPlace = QString(121, QLatin1Char('x')); }),
              QStringLiteral("building_place"));
    EXPECT_EQ(where([](auto &c) { c.grade = QStringLiteral("refused"); }), QStringLiteral("grade"));
    EXPECT_EQ(where([](auto &c) { c.seats = 0; }), QStringLiteral("seats"));
    EXPECT_EQ(where([](auto &c) { c.tier = 4; }), QStringLiteral("tier"));
    EXPECT_EQ(where([](auto &c) { c.scoreBp = 10'001; }), QStringLiteral("score_bp"));
    EXPECT_EQ(where([](auto &c) { c.validFrom = QDate(); }), QStringLiteral("valid_from"));
    EXPECT_EQ(where([](auto &c) { c.validUntil = c.validFrom.addDays(-1); }), QStringLiteral("valid_until"));
    EXPECT_EQ(where([](auto &c) { c.standard.clear(); }), QStringLiteral("standard"));
    EXPECT_EQ(where([](auto &c) { c.standardVersion = 0; }), QStringLiteral("standard_version"));
    EXPECT_EQ(where([](auto &c) { c.issuedAt = QDateTime(); }), QStringLiteral("issued_at"));
}

TEST(CertificatePayload, anUnknownKey_isNotFoundAndNamed)
{
    const auto verified = verifyCertificate(*encodeCertificate(claims(), issuer()), KeySet());
    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::NotFound);
    EXPECT_EQ(verified.error().where, QStringLiteral("2026-A"));
}

TEST(CertificatePayload, anotherKeyOfTheSameId_isTampered)
{
    const auto verified = verifyCertificate(*encodeCertificate(claims(), issuer()), keysOf(issuer('t')));
    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::Tampered);
}

TEST(CertificatePayload, changedClaimsUnderTheOldSignature_areTampered)
{
    QCborMap map = claimMap();
    const QCborArray genuine = parts(header(), map.toCborValue().toCbor());
    for (qint64 key = 1; key <= 14; ++key) {
        QCborMap changed = map;
        const QCborValue was = map.value(key);
        changed[key] = was.isString() ? QCborValue(was.toString() + QLatin1Char('X'))
                       : was.isBool() ? QCborValue(!was.toBool())
                                      : QCborValue(was.toInteger() + 1);
        QCborArray forged = genuine;
        forged[2] = changed.toCborValue().toCbor();
        EXPECT_EQ(refusal(wrapped(tagged(forged))), ErrorCode::Tampered) << key;
    }
}

TEST(CertificatePayload, anotherAlgorithm_isRefusedEvenIfSigned)
{
    const QByteArray payload = claimMap().toCborValue().toCbor();
    for (const QCborValue &algorithm : {QCborValue(-7), QCborValue(-19), QCborValue(5), QCborValue(0),
                                        QCborValue(QStringLiteral("EdDSA")), QCborValue()})
        EXPECT_EQ(refusal(wrapped(tagged(parts(header(algorithm), payload)))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged(parts(QCborMap{{4, QByteArray("2026-A")}}.toCborValue().toCbor(), payload)))),
              ErrorCode::Malformed);
}

TEST(CertificatePayload, anotherStructure_isMalformed)
{
    const QByteArray payload = claimMap().toCborValue().toCbor();
    const QCborArray good = parts(header(), payload);
    ASSERT_TRUE(verifyCertificate(wrapped(tagged(good)), keysOf(issuer())));        // the forger's tools work
    EXPECT_EQ(refusal(wrapped(tagged(good, 98))), ErrorCode::Malformed);            // COSE_Sign
    EXPECT_EQ(refusal(wrapped(good.toCborValue().toCbor())), ErrorCode::Malformed); // no tag
    EXPECT_EQ(refusal(wrapped(tagged({good[0], good[1], good[2]}))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged({good[0], good[1], good[2], good[3], 1}))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged({good[0], QCborMap{{4, 1}}, good[2], good[3]}))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged({good[0], good[1], QCborValue(), good[3]}))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged({good[0], good[1], good[2], QByteArray(63, 'x')}))), ErrorCode::Tampered);
    EXPECT_EQ(refusal(wrapped(tagged(parts(header() + '\0', payload)))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged(parts(header(), payload + '\0')))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(
                  tagged(parts(QCborMap{{1, -8}, {4, QByteArray("2026-A")}, {2, 1}}.toCborValue().toCbor(), payload)))),
              ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(tagged(parts(header(), QCborArray{1}.toCborValue().toCbor())))), ErrorCode::Malformed);
}

TEST(CertificatePayload, trailingBytes_areMalformedAtEveryLayer)
{
    const QByteArray cose = tagged(parts(header(), claimMap().toCborValue().toCbor()));
    EXPECT_EQ(refusal(wrapped(cose + '\0')), ErrorCode::Malformed);
    EXPECT_EQ(refusal(kPrefix + toBase45(deflateZlib(cose) + '\0')), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(cose) + QLatin1Char(' ')), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(cose) + QStringLiteral("000")), ErrorCode::Malformed);
}

TEST(CertificatePayload, longerLengthsOfTheSameContent_areMalformed)
{
    const QByteArray payload = claimMap().toCborValue().toCbor();
    QByteArray longer = payload;
    ASSERT_EQ(static_cast<unsigned char>(longer.at(0)), 0xAE); // a map of 14
    longer.replace(0, 1, QByteArray::fromHex("b80e"));
    EXPECT_EQ(refusal(wrapped(tagged(parts(header(), longer)))), ErrorCode::Malformed);
}

TEST(CertificatePayload, wrongTypesMissingAndUnknownClaims_areMalformedEvenIfSigned)
{
    for (qint64 key = 1; key <= 14; ++key) {
        EXPECT_EQ(refusal(forgedClaims([&](QCborMap &m) { m.remove(key); })), ErrorCode::Malformed) << key;
        for (const QCborValue &other :
             {QCborValue(QByteArray("x")), QCborValue(1.5), QCborValue(), QCborValue(QCborArray{1})})
            EXPECT_EQ(refusal(forgedClaims([&](QCborMap &m) { m[key] = other; })), ErrorCode::Malformed) << key;
    }
    EXPECT_EQ(refusal(forgedClaims([](QCborMap &m) { m[15] = 1; })), ErrorCode::Malformed);
    EXPECT_EQ(refusal(forgedClaims([](QCborMap &m) {
                  m.remove(14);
                  m[15] = true;
              })),
              ErrorCode::Malformed);
    for (const qint64 number :
         {std::numeric_limits<qint64>::min(), qint64(-1), qint64(1'000'001), std::numeric_limits<qint64>::max()}) {
        for (qint64 key : {6, 7, 8, 9, 10, 12, 13})
            EXPECT_EQ(refusal(forgedClaims([&](QCborMap &m) { m[key] = number; })), ErrorCode::Malformed)
                << key << " " << number;
    }
}

TEST(CertificatePayload, inflatingBeyond4KiB_isTooLarge)
{
    EXPECT_EQ(refusal(wrapped(QByteArray(4097, '\0'))), ErrorCode::TooLarge);
    QByteArray noise;
    std::mt19937 random(7);
    for (int i = 0; i < 4097; ++i)
        noise.append(static_cast<char>(random()));
    EXPECT_EQ(refusal(wrapped(noise)), ErrorCode::TooLarge);
    EXPECT_EQ(refusal(wrapped(noise.left(4096))), ErrorCode::Malformed);
    EXPECT_EQ(refusal(wrapped(QByteArray(10'000'000, '\0'))), ErrorCode::TooLarge);
    EXPECT_EQ(refusal(kPrefix + QString(10'000'000, QLatin1Char('0'))), ErrorCode::TooLarge);
}

TEST(CertificatePayload, everySingleCharacterChanged_isRefused)
{
    const KeySet keys = keysOf(issuer());
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a");
    for (int seats = 1; seats <= 3; ++seats) { // several codes, so that different ends of the stream are met
        CertificateClaims c = claims();
        c.seats = seats;
        const QString code = *encodeCertificate(c, issuer());
        ASSERT_TRUE(verifyCertificate(code, keys));
        for (qsizetype i = 0; i < code.size(); ++i) {
            for (const QChar other : alphabet) {
                QString altered = code;
                altered[i] = other;
                if (altered != code) {
                    ASSERT_FALSE(verifyCertificate(altered, keys))
                        << "at " << i << ": " << static_cast<int>(other.unicode());
                }
            }
        }
    }
}

TEST(CertificatePayload, everyCharacterLeftOutDoubledOrSwapped_isRefused)
{
    const KeySet keys = keysOf(issuer());
    const QString code = *encodeCertificate(claims(), issuer());
    for (qsizetype i = 0; i < code.size(); ++i) {
        EXPECT_FALSE(verifyCertificate(code.left(i), keys));
        EXPECT_FALSE(verifyCertificate(QString(code).remove(i, 1), keys));
        EXPECT_FALSE(verifyCertificate(QString(code).insert(i, code.at(i)), keys));
        if (i + 1 < code.size() && code.at(i) != code.at(i + 1)) {
            QString swapped = code;
            std::swap(swapped[i], swapped[i + 1]);
            EXPECT_FALSE(verifyCertificate(swapped, keys));
        }
    }
}

TEST(CertificatePayload, everyPaddingBitOfTheCompressedStream_isRefused)
{
    const KeySet keys = keysOf(issuer());
    const QByteArray packed = deflateZlib(tagged(parts(header(), claimMap().toCborValue().toCbor())));
    for (qsizetype bit = 0; bit < packed.size() * 8; ++bit) {
        QByteArray altered = packed;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(verifyCertificate(kPrefix + toBase45(altered), keys)) << bit;
    }
}

/// Random damage at each layer, from a seed that the failure prints. Whatever comes, it is refused and nothing else
/// happens.
TEST(CertificatePayload, thousandsOfRandomMutations_areRefused)
{
    const KeySet keys = keysOf(issuer());
    const QByteArray cose = tagged(parts(header(), claimMap().toCborValue().toCbor()));
    const auto damage = [](QByteArray bytes, std::mt19937 &random) {
        const auto below = [&](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<size_t>(n)); };
        for (qsizetype i = 1 + below(4); i > 0 && !bytes.isEmpty(); --i) {
            const qsizetype at = below(bytes.size());
            switch (below(5)) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.remove(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, static_cast<char>(random()));
                break;
            case 3:
                bytes.truncate(at);
                break;
            default: // bytes that CBOR gives a length or a nesting to
                bytes[at] = QByteArray::fromHex("9fbf5f7fdbfb9bbb5b7bd2ff81a1").at(below(14));
                break;
            }
        }
        return bytes;
    };
    for (unsigned seed = 0; seed < 8'000; ++seed) {
        std::mt19937 random(seed);
        const QByteArray altered = damage(cose, random);
        if (altered != cose) {
            ASSERT_FALSE(verifyCertificate(wrapped(altered), keys)) << "COSE, seed " << seed;
        }
        const QByteArray packed = deflateZlib(cose);
        const QByteArray alteredPacked = damage(packed, random);
        if (alteredPacked != packed) {
            ASSERT_FALSE(verifyCertificate(kPrefix + toBase45(alteredPacked), keys)) << "zlib, seed " << seed;
        }
    }
}

/// The same with the damaged claims and headers signed, so that the readers behind the signature are reached.
TEST(CertificatePayload, signedGarbage_isRefusedOrReadsAsWhatItIs)
{
    const KeySet keys = keysOf(issuer());
    const QByteArray payload = claimMap().toCborValue().toCbor();
    int accepted = 0;
    for (unsigned seed = 0; seed < 2'000; ++seed) {
        std::mt19937 random(seed);
        QByteArray altered = payload;
        for (size_t i = 1 + random() % 3; i > 0; --i)
            altered[static_cast<qsizetype>(random() % static_cast<size_t>(altered.size()))] =
                static_cast<char>(random());
        const auto verified = verifyCertificate(wrapped(tagged(parts(header(), altered))), keys);
        if (verified && altered != payload) { // another letter in a name, say: signed, and so genuine
            ++accepted;
            EXPECT_NE(verified->claims, claims()) << "seed " << seed;
        }
    }
    EXPECT_GT(accepted, 0);
    EXPECT_LT(accepted, 1'000);
}

TEST(CertificatePayload, whatIsNoCodeAtAll_isMalformed)
{
    for (const QString &text : {QString(), QStringLiteral("MKZ1"), kPrefix, QStringLiteral("MKZ2:BB8"),
                                QStringLiteral("https://example.org/verify"), QStringLiteral("mkz1:BB8"),
                                QString::fromUtf8("MKZ1:تصدیق"), QStringLiteral(" MKZ1:BB8")})
        EXPECT_EQ(refusal(text), ErrorCode::Malformed) << text.toStdString();
}

} // namespace
} // namespace markaz
