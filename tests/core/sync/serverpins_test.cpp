// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverpins.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QSslCertificate>

#include <gtest/gtest.h>

using namespace markaz;

namespace {

// openssl x509 -in tests/data/tls/selfsigned.pem -pubkey -noout | openssl pkey -pubin -outform der |
//     openssl dgst -sha256 -binary | base64
const QString kItsPin = QStringLiteral("sha256//7BzKhpMaJI1BTHiBunZOivp/NjZgnqaHObRAEST0oqg=");
const QString kAnothers = QStringLiteral("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

QSslCertificate certificate()
{
    QFile file(test::sourcePath(QStringLiteral("tests/data/tls/selfsigned.pem")));
    return file.open(QIODevice::ReadOnly) ? QSslCertificate(file.readAll()) : QSslCertificate();
}

TEST(ServerPins, oneOfThem_isEnough)
{
    EXPECT_TRUE(ServerPins().allow(certificate())) << "nothing was asked for";
    EXPECT_TRUE(ServerPins::of({kItsPin})->allow(certificate()));
    EXPECT_TRUE(ServerPins::of({kAnothers, kItsPin})->allow(certificate())) << "the spare";
    EXPECT_FALSE(ServerPins::of({kAnothers})->allow(certificate()));
    EXPECT_FALSE(ServerPins::of({kItsPin})->allow(QSslCertificate()));
}

TEST(ServerPins, whatIsNone_isRefused)
{
    for (const char *bad :
         {"", "sha256//", "sha256//AAAA", "md5//AAAAAAAAAAAAAAAAAAAAAA==",
          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*=",
          "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        const auto pins = ServerPins::of({QLatin1String(bad)});
        ASSERT_FALSE(pins.ok()) << bad;
        EXPECT_EQ(pins.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(pins.error().where, QStringLiteral("pin"));
    }
    EXPECT_FALSE(ServerPins::of({kItsPin, kItsPin, kItsPin}).ok()) << "one, and a spare";
}

} // namespace
