// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Project Wycheproof's cases for Ed25519: github.com/C2SP/wycheproof, testvectors/eddsa_test.json at 2927eee6
// (Apache-2.0), numbers 1 to 45, 63 to 70 and 71 to 79, as figures. The others are more of the same, with longer
// messages.
#include "core/security/signing.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

const char *const kSecret = "add4bb8103785baf9ac534258e8aaf65f5f1adb5ef5f3df19bb80ab989c4d64b";
const char *const kPublic = "7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa";
const char *const kSecret2 = "0a23a20072891237aa0864b5765139514908787878cd77135a0059881d313f00";
const char *const kPublic2 = "a12c2beb77265f2aac953b5009349d94155a03ada416aad451319480e983ca4c";

struct Case
{
    int id;
    const char *message;
    const char *signature;
};

const char *const kAs =
    "616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161"
    "61616161616161616161616161616161"
    "61";
const char *const kAscii =
    "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f"
    "505152535455565758595a5b5c5d5e5f60";

const Case kValid[] = {
    {1, "",
     "d4fbdb52bfa726b44d1786a8c0d171c3e62ca83c9e5bbe63de0bb2483f8fd6cc1429ab72cafc41ab56af02ff8fcc43b99bfe4c7ae940f60f"
     "38ebaa9d311c4007"},
    {2, "78",
     "d80737358ede548acb173ef7e0399f83392fe8125b2ce877de7975d8b726ef5b1e76632280ee38afad12125ea44b961bf92f1178c9fa"
     "819d020869975bcbe109"},
    {3, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b30d"},
    {4, "48656c6c6f",
     "1c1ad976cbaae3b31dee07971cf92c928ce2091a85f5899f5e11ecec90fc9f8e93df18c5037ec9b29c07195ad284e63d548c"
     "d0a6fe358cc775bd6c1608d2c905"},
    {5, "313233343030",
     "657c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2bf0cf5b3a289976458a1be6277a5055545253"
     "b45b07dcc1abd96c8b989c00f301"},
    {6, "000000000000000000000000",
     "d46543bfb892f84ec124dcdfc847034c19363bf3fc2fa89b1267833a14856e52e60736918783f950b6f1dd8"
     "d40dc343247cd43ce054c2d68ef974f7ed0f3c60f"},
    {7, kAs,
     "879350045543bc14ed2c08939b68c30d22251d83e018cacbaf0c9d7a48db577e80bdf76ce99e5926762bc13b7b3483260a5ef63d07e34b58"
     "eb9c14621ac92f00"},
    {8, kAscii,
     "7bdc3f9919a05f1d5db4a3ada896094f6871c1f37afc75db82ec3147d84d6f237b7e5ecc26b59cfea0c7eaf1052dc427b0f724615be9c3d"
     "3e01356c65b9b5109"},
    {9, "ffffffffffffffffffffffffffffffff",
     "5dbd7360e55aa38e855d6ad48c34bd35b7871628508906861a7c4776765ed7d1e13d910faabd6"
     "89ec8618b78295c8ab8f0e19c8b4b43eb8685778499e943ae04"},
};

const Case kValid2[] = {
    {71, "",
     "5056325d2ab440bf30bbf0f7173199aa8b4e6fbc091cf3eb6bc6cf87cd73d992ffc216c85e4ab5b8a0bbc7e9a6e9f8d33b7f6e5ac0ffdc22"
     "d9fcaf784af84302"},
    {72, "78",
     "481fafbf4364d7b682475282f517a3ac0538c9a6b6a562e99a3d8e5afb4f90a559b056b9f07af023905753b02d95eb329a35c77f154b79a"
     "bbcd291615ce42f02"},
    {73, "54657374",
     "8a9bb4c465a3863abc9fd0dd35d80bb28f7d33d37d74679802d63f82b20da114b8d765a1206b3e9ad7cf2b2d8d778bb8651f1fa"
     "992db293c0039eacb6161480f"},
    {74, "48656c6c6f",
     "d839c20abfda1fd429531831c64f813f84b913e9928540310cf060b44c3dbf9457d44a7721fdc0d67724ff81cb450dd39b10c"
     "fb65db15dda4b8bf09d26bd3801"},
    {75, "313233343030",
     "9bbb1052dcfa8ad2715c2eb716ae4f1902dea353d42ee09fd4c0b4fcb8b52b5219e2200016e1199d0061891c263e31b0bc3b"
     "55673c19610c4e0fa5408004160b"},
    {76, "000000000000000000000000",
     "f63b5c0667c7897fc283296416f7f60e84bbde9cbd832e56be463ed9f568069702b17a2f7c341ebf590706a"
     "6388ac76ac613c1675ec0f2c7118f2573422a500b"},
    {77, kAs,
     "1bc44d7001e6b5b9090fef34b2ca480f9786bbefa7d279353e5881e8dfb91b803ccd46500e270ef0109bfd741037558832120bc2a4f20fbe"
     "7b5fb3c3aaf23e08"},
    {78, kAscii,
     "ea8e22143b02372e76e99aece3ed36aec529768a27e2bb49bdc135d44378061e1f62d1ac518f33ebf37b2ee8cc6dde68a4bd7d4a2f4d6"
     "cb77f015f71ca9fc30d"},
    {79, "ffffffffffffffffffffffffffffffff",
     "8acd679e1a914fc45d5fa83d3021f0509c805c8d271df54e52f43cfbd00cb6222bf81d58fe1de"
     "2de378df67ee9f453786626961fe50a9b05f12b6f0899ebdd0a"},
};

/// 30 to 45: what is too short or too long, bytes that were added or lost, bits of R that were turned; 63 to 70:
/// another S.
const Case kInvalid[] = {
    {30, "54657374", ""},
    {31, "54657374", "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0"},
    {32, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946"},
    {33, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b30d2020"},
    {34, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b30d7d4d0e7f6153a69b6242b522abbee685fda4420f8834b108c3bdae369ef549fa"},
    {35, "54657374",
     "007c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4"
     "eef676573336a5c51eb6f946b30d"},
    {36, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0007a9155711ecfaf7f99f277bad0c6ae7e39d4"
     "eef676573336a5c51eb6f946b30d"},
    {37, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b30d00"},
    {38, "546573743137",
     "93de3ca252426c95f735cb9edd92e83321ac62372d5aa5b379786bae111ab6b17251330e8f9a7c30d6993137c596007d7b00"
     "1409287535ac4804e662bc58a3"},
    {39, "54657374313236",
     "dffed33a7f420b62bb1731cfd03be805affd18a281ec02b1067ba6e9d20826569e742347df59c88ae96db1f1969fb189b0"
     "ec34381d85633e1889da48d95e0e"},
    {40, "546573743530",
     "6e170c719577c25e0e1e8b8aa7a6346f8b109f37385cc2e85dc3b4c0f46a9c6bcafd67f52324c5dbaf40a1b673fb29c4a560"
     "52d2d6999d0838a8337bccb502"},
    {41, "54657374333437",
     "b0928b46e99fbbad3f5cb502d2cd309d94a7e86cfd4d84b1fcf4cea18075a9c36993c0582dba1e9e519fae5a8654f45420"
     "1ae0c3cb397c37b8f4f8eef18400"},
    {42, "313233343030",
     "647c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2b1d125e5538f38afbcc1c84e489521083041d"
     "24bc6240767029da063271a1ff0c"},
    {43, "313233343030",
     "677c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2bc108ca4b87a49c9ed2cf383aecad8f54a962"
     "b2899da891e12004d7993a627e01"},
    {44, "313233343030",
     "617c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2b9ce23fc6213ed5b87912e9bbf92f5e2c780e"
     "ae26d15c50a112d1e97d2ea33c06"},
    {45, "313233343030",
     "e57c1492402ab5ce03e2c3a7f0384d051b9cf3570f1207fc78c1bcc98c281c2bbb3eb51cd98dddb235a5f46f2bded6af184a"
     "58d09cce928bda43f41d69118a03"},
    {63, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab067654bce3832c2d76f8f6f5dafc08d9339d4ee"
     "f676573336a5c51eb6f946b31d"},
    {64, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab05439412b5395d42f462c67008eba6ca839d4ee"
     "f676573336a5c51eb6f946b32d"},
    {65, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab02ee12ce5875bf9dff26556464bae2ad239d4ee"
     "f676573336a5c51eb6f946b34d"},
    {66, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0e2300459f1e742404cd934d2c595a6253ad4ee"
     "f676573336a5c51eb6f946b38d"},
    {67, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b32d"},
    {68, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b34d"},
    {69, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab07a9155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b38d"},
    {70, "54657374",
     "7c38e026f29e14aabd059a0f2db8b0cd783040609a8be684db12f82a27774ab0679155711ecfaf7f99f277bad0c6ae7e39d4ee"
     "f676573336a5c51eb6f946b38d"},
};

SigningKey key(const char *secret)
{
    return SigningKey::fromSeed(SecretKey::fromBytes(QByteArray::fromHex(secret)).value(), QStringLiteral("2026-A"),
                                QDate(2026, 1, 1))
        .value();
}

template <size_t N>
void expectValid(const char *secret, const char *publicKey, const Case (&cases)[N])
{
    const SigningKey signing = key(secret);
    EXPECT_EQ(signing.publicKey().bytes, QByteArray::fromHex(publicKey));
    for (const Case &one : cases) {
        const QByteArray message = QByteArray::fromHex(one.message);
        const QByteArray signature = QByteArray::fromHex(one.signature);
        EXPECT_TRUE(verifySignature(signing.publicKey(), message, signature)) << one.id;
        EXPECT_EQ(signing.sign(message), signature) << one.id;
    }
}

TEST(Wycheproof, validSignatures_holdAndAreMadeTheSame)
{
    expectValid(kSecret, kPublic, kValid);
    expectValid(kSecret2, kPublic2, kValid2);
}

TEST(Wycheproof, invalidSignatures_areTampered)
{
    const SigningKey signing = key(kSecret);
    for (const Case &one : kInvalid)
        EXPECT_EQ(
            verifySignature(signing.publicKey(), QByteArray::fromHex(one.message), QByteArray::fromHex(one.signature))
                .error()
                .code,
            ErrorCode::Tampered)
            << one.id;
}

/// 10 to 29: each of these as R with each as S; the message is "?".
TEST(Wycheproof, specialValuesOfRAndS_areTampered)
{
    const QByteArray zero(32, '\0');
    const QByteArray one = QByteArray(1, '\1') + QByteArray(31, '\0');
    const QByteArray order =
        QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"); // of the group, L
    const QByteArray below = QByteArray::fromHex("ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    const QByteArray prime = QByteArray::fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    const SigningKey signing = key(kSecret);
    int id = 10;
    for (const QByteArray &r : {zero, one, order, prime}) {
        for (const QByteArray &s : {zero, one, below, order, prime}) {
            EXPECT_EQ(verifySignature(signing.publicKey(), QByteArrayLiteral("?"), r + s).error().code,
                      ErrorCode::Tampered)
                << id;
            ++id;
        }
    }
    EXPECT_EQ(id, 30);
}

} // namespace
} // namespace markaz
