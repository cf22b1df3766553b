// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace markaz::fuzz {

/// One way in which foreign bytes come in. It takes any bytes and returns; what must hold of them is checked on the way
/// (must()), and a failure ends the process, as the fuzzer expects.
struct Target
{
    const char *name; ///< of its corpus too: tests/data/fuzz/NAME
    void (*run)(const QByteArray &bytes);
};

void httpRequest(const QByteArray &bytes);
void httpFields(const QByteArray &bytes);
void chunked(const QByteArray &bytes);
void pushBody(const QByteArray &bytes);
void messages(const QByteArray &bytes);
void certificateCode(const QByteArray &bytes);
void csv(const QByteArray &bytes);
void standard(const QByteArray &bytes);
void fileHead(const QByteArray &bytes);
void image(const QByteArray &bytes);
void code(const QByteArray &bytes);
void enrolment(const QByteArray &bytes);
void workbook(const QByteArray &bytes);
void revocation(const QByteArray &bytes);
void feedCursor(const QByteArray &bytes);
void verifyForm(const QByteArray &bytes);
void policy(const QByteArray &bytes);
void nmea(const QByteArray &bytes);
void auditQuery(const QByteArray &bytes);
void keyFile(const QByteArray &bytes);
void sealedFile(const QByteArray &bytes);
void trust(const QByteArray &bytes);
void backupManifest(const QByteArray &bytes);
void months(const QByteArray &bytes);
void scenario(const QByteArray &bytes);

inline constexpr std::array kTargets{
    Target{"http_request", httpRequest},
    Target{"http_fields", httpFields},
    Target{"chunked", chunked},
    Target{"push_body", pushBody},
    Target{"messages", messages},
    Target{"certificate", certificateCode},
    Target{"csv", csv},
    Target{"standard", standard},
    Target{"file_head", fileHead},
    Target{"image", image},
    Target{"code", code},
    Target{"enrolment", enrolment},
    Target{"workbook", workbook},
    Target{"revocation", revocation},
    Target{"feed_cursor", feedCursor},
    Target{"verify_form", verifyForm},
    Target{"policy", policy},
    Target{"nmea", nmea},
    Target{"audit_query", auditQuery},
    Target{"key_file", keyFile},
    Target{"sealed_file", sealedFile},
    Target{"trust", trust},
    Target{"backup_manifest", backupManifest},
    Target{"months", months},
    Target{"scenario", scenario},
};

inline void must(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace markaz::fuzz
