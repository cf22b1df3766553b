// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/signing.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace markaz {
namespace {

const QDate kDay(2026, 1, 1);

QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

SigningKey keyFrom(const QByteArray &seed, const QString &keyId = QStringLiteral("2026-A"))
{
    return SigningKey::fromSeed(SecretKey::fromBytes(seed).value(), keyId, kDay).value();
}

struct Vector
{
    const char *name;
    const char *seed;
    const char *publicKey;
    const char *message;
    const char *signature;
};

/// RFC 8032, 7.1. Project Wycheproof's cases stand in wycheproof_test.cpp.
const Vector kVectors[] = {
    {"TEST 1", "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
     "55141438e7a100b"},
    {"TEST 2", "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb"
     "00d291612bb0c00"},
    {"TEST 3", "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc"
     "027beceea1ec40a"},
    {"TEST SHA(abc)", "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
     "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2"
     "a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad"
     "9bef1177331a704"},
};

TEST(SigningKey, rfc8032Vectors_giveTheirPublicKeysAndSignatures)
{
    for (const Vector &v : kVectors) {
        const SigningKey key = keyFrom(hex(v.seed));
        EXPECT_EQ(key.publicKey().bytes.toHex(), v.publicKey) << v.name;
        EXPECT_EQ(key.sign(hex(v.message)).toHex(), v.signature) << v.name;
        EXPECT_TRUE(verifySignature(key.publicKey(), hex(v.message), hex(v.signature))) << v.name;
    }
}

TEST(VerifySignature, everyAlteredBitOfMessageOrSignature_isTampered)
{
    const Vector &v = kVectors[2];
    const PublicKey key{QStringLiteral("k"), hex(v.publicKey), kDay};
    const QByteArray message = hex(v.message);
    const QByteArray signature = hex(v.signature);
    for (int bit = 0; bit < 64 * 8; ++bit) {
        QByteArray altered = signature;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_EQ(verifySignature(key, message, altered).error().code, ErrorCode::Tampered) << bit;
    }
    for (int bit = 0; bit < 16; ++bit) {
        QByteArray altered = message;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_FALSE(verifySignature(key, altered, signature)) << bit;
    }
}

TEST(VerifySignature, theOtherSOfTheSameSignature_isTampered)
{
    // S + L verifies as well where S is not checked to be below the order L (RFC 8032, 5.1.7).
    const QByteArray order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"); // little endian
    for (const Vector &v : kVectors) {
        QByteArray signature = hex(v.signature);
        int carry = 0;
        for (int i = 0; i < 32; ++i) {
            const int sum =
                static_cast<unsigned char>(signature[32 + i]) + static_cast<unsigned char>(order[i]) + carry;
            signature[32 + i] = static_cast<char>(sum & 0xFF);
            carry = sum >> 8;
        }
        ASSERT_EQ(carry, 0);
        EXPECT_FALSE(verifySignature(PublicKey{QStringLiteral("k"), hex(v.publicKey), kDay}, hex(v.message), signature))
            << v.name;
    }
}

TEST(VerifySignature, aPublicKeyOfSmallOrder_verifiesNothing)
{
    // Under the neutral element as the key, R = B x S would verify every message.
    QByteArray neutral(32, '\0');
    neutral[0] = 1;
    QByteArray signature(64, '\0');
    signature[0] = 1; // R = neutral, S = 0
    EXPECT_FALSE(verifySignature(PublicKey{QStringLiteral("k"), neutral, kDay}, "any", signature));
    EXPECT_FALSE(
        verifySignature(PublicKey{QStringLiteral("k"), QByteArray(32, '\0'), kDay}, "any", QByteArray(64, '\0')));
}

TEST(VerifySignature, otherLengths_areTampered)
{
    const SigningKey key = keyFrom(QByteArray(32, 's'));
    const QByteArray signature = key.sign("m");
    EXPECT_FALSE(verifySignature(key.publicKey(), "m", signature.left(63)));
    EXPECT_FALSE(verifySignature(key.publicKey(), "m", signature + '\0'));
    EXPECT_FALSE(verifySignature(key.publicKey(), "m", {}));
    EXPECT_FALSE(verifySignature(PublicKey{QStringLiteral("k"), key.publicKey().bytes.left(31), kDay}, "m", signature));
}

TEST(SigningKey, savedAndLoaded_signsTheSame)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("issuer.key"));
    const auto key = SigningKey::generate(QStringLiteral("2026-A"), kDay);
    ASSERT_TRUE(key);
    ASSERT_TRUE(key->save(path));
    EXPECT_FALSE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther));
    const auto loaded = SigningKey::load(path);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->publicKey(), key->publicKey());
    EXPECT_EQ(loaded->sign("m"), key->sign("m"));
}

TEST(SigningKey, save_neverOverwrites)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("issuer.key"));
    const SigningKey first = keyFrom(QByteArray(32, '1'));
    ASSERT_TRUE(first.save(path));
    const auto second = keyFrom(QByteArray(32, '2')).save(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Exists);
    EXPECT_EQ(SigningKey::load(path)->publicKey(), first.publicKey());
}

TEST(SigningKey, load_refusesWhatIsNoKey)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("issuer.key"));
    EXPECT_EQ(SigningKey::load(path).error().code, ErrorCode::NotFound);
    const QByteArray seed =
        QByteArray(32, 's').toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    for (const QByteArray &content :
         {QByteArray(), QByteArray("{}"), QByteArray("\xff\x00\x01"),
          QByteArray(R"({"kid":"2026-A","alg":"EdDSA","seed":"c2hvcnQ","not_before":"2026-01-01"})"),
          R"({"kid":"2026-A","alg":"RS256","seed":")" + seed + R"(","not_before":"2026-01-01"})",
          R"({"kid":"","alg":"EdDSA","seed":")" + seed + R"(","not_before":"2026-01-01"})",
          R"({"kid":"2026-A","alg":"EdDSA","seed":")" + seed + R"(","not_before":"soon"})"}) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto key = SigningKey::load(path);
        ASSERT_FALSE(key) << content.toStdString();
        EXPECT_EQ(key.error().code, ErrorCode::Malformed);
        EXPECT_EQ(key.error().where, path);
    }
}

TEST(SigningKey, keyId_hasAForm)
{
    for (const char *good : {"2026-A", "a", "ministry.2026"})
        EXPECT_TRUE(SigningKey::generate(QLatin1String(good), kDay)) << good;
    for (const QString &bad : {QString(), QStringLiteral("2026 A"), QStringLiteral("-A"), QStringLiteral("a/b"),
                               QStringLiteral("a\n"), QString(41, QLatin1Char('a'))})
        EXPECT_EQ(SigningKey::generate(bad, kDay).error().code, ErrorCode::InvalidValue) << bad.toStdString();
}

TEST(KeySet, throughJson_isTheSame)
{
    KeySet set;
    ASSERT_TRUE(set.add(keyFrom(QByteArray(32, '1')).publicKey()));
    ASSERT_TRUE(set.add(keyFrom(QByteArray(32, '2'), QStringLiteral("2027-A")).publicKey()));
    const auto read = KeySet::fromJson(set.toJson());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->keys(), set.keys());
    const QJsonObject first = set.toJson().value(QStringLiteral("keys")).toArray().at(0).toObject();
    EXPECT_EQ(first.value(QStringLiteral("kid")).toString(), QStringLiteral("2026-A"));
    EXPECT_EQ(first.value(QStringLiteral("alg")).toString(), QStringLiteral("EdDSA"));
    EXPECT_EQ(first.value(QStringLiteral("x")).toString().size(), 43);
    EXPECT_EQ(first.value(QStringLiteral("not_before")).toString(), QStringLiteral("2026-01-01"));
    EXPECT_EQ(first.size(), 4); // and above all not the seed
}

TEST(KeySet, twoKeysOfOneId_areRefused)
{
    KeySet set;
    ASSERT_TRUE(set.add(keyFrom(QByteArray(32, '1')).publicKey()));
    EXPECT_TRUE(set.add(keyFrom(QByteArray(32, '1')).publicKey()));
    EXPECT_EQ(set.keys().size(), 1);
    EXPECT_EQ(set.add(keyFrom(QByteArray(32, '2')).publicKey()).error().code, ErrorCode::Exists);
}

TEST(KeySet, fromJson_namesTheBadKey)
{
    const auto read = [](const char *json) {
        return KeySet::fromJson(QJsonDocument::fromJson(QByteArray(json)).object());
    };
    const std::string x(43, 'A');
    const std::string good = R"({"kid":"a","alg":"EdDSA","not_before":"2026-01-01","x":")" + x + "\"}";
    EXPECT_TRUE(read((R"({"keys":[)" + good + "]}").c_str()));
    EXPECT_EQ(read("{}").error().where, QStringLiteral("keys"));
    const auto second =
        read((R"({"keys":[)" + good + R"(,{"kid":"b","alg":"EdDSA","not_before":"2026-01-01","x":"A"}]})").c_str());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().where, QStringLiteral("keys[1]"));
    EXPECT_EQ(second.error().code, ErrorCode::Malformed);
    EXPECT_FALSE(read(R"({"keys":[7]})"));
}

TEST(KeySet, fromJson_passesOverKeysOfOtherAlgorithms)
{
    const auto set = KeySet::fromJson(
        QJsonDocument::fromJson(R"({"keys":[{"kid":"later","alg":"ML-DSA-44","x":"AAAA","not_before":"2031-01-01"}]})")
            .object());
    ASSERT_TRUE(set);
    EXPECT_TRUE(set->keys().isEmpty());
}

} // namespace
} // namespace markaz
