// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keyring.h"

#include <QObject>

#include <qt6keychain/keychain.h>

namespace markaz::desktop {
namespace {

const QString kService = QStringLiteral("markaz");

class DesktopKeyring final : public Keyring
{
public:
    void read(const QString &name, Read answer) override
    {
        auto *job = new QKeychain::ReadPasswordJob(kService);
        begin(job, name, [job, answer = std::move(answer)] {
            if (job->error() == QKeychain::EntryNotFound)
                answer(makeError(ErrorCode::NotFound, QStringLiteral("the keyring has no such entry")));
            else if (job->error() != QKeychain::NoError)
                answer(failure(job));
            else
                answer(job->binaryData());
        });
    }
    void write(const QString &name, const QByteArray &secret, Done answer) override
    {
        auto *job = new QKeychain::WritePasswordJob(kService);
        job->setBinaryData(secret);
        begin(job, name, [job, answer = std::move(answer)] {
            answer(job->error() == QKeychain::NoError ? Result<void>() : failure(job));
        });
    }
    void remove(const QString &name, Done answer) override
    {
        auto *job = new QKeychain::DeletePasswordJob(kService);
        begin(job, name, [job, answer = std::move(answer)] {
            const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
            answer(gone ? Result<void>() : failure(job));
        });
    }

private:
    static Error failure(const QKeychain::Job *job) { return makeError(ErrorCode::StorageFailed, job->errorString()); }
    void begin(QKeychain::Job *job, const QString &name, const std::function<void()> &finished)
    {
        job->setKey(name);
        job->setInsecureFallback(false); // a settings file is no keyring
        QObject::connect(job, &QKeychain::Job::finished, &m_context, finished);
        job->start(); // deletes itself when it has finished
    }

    QObject m_context; ///< goes with the keyring, and the answers with it
};

} // namespace

std::unique_ptr<Keyring> desktopKeyring()
{
    return std::make_unique<DesktopKeyring>();
}

} // namespace markaz::desktop
