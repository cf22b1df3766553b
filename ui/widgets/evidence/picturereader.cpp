// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/picturereader.h"

#include "ui/widgets/evidence/pictures.h"

namespace markaz::ui {

PictureReader::PictureReader(ContentStore store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    m_pool.setMaxThreadCount(1);
}

PictureReader::~PictureReader()
{
    m_pool.waitForDone(); // its answer finds this gone
}

void PictureReader::want(const QString &sha256, const QSize &within)
{
    m_wanted = sha256;
    m_within = within;
    if (m_wanted != m_answered) {
        m_answered.clear();
        m_image = {};
    }
    if (!m_reading && isLacking())
        read();
}

bool PictureReader::isLacking() const
{
    return !m_wanted.isEmpty() && (m_wanted != m_answered || m_within.width() > m_readWithin.width() ||
                                   m_within.height() > m_readWithin.height());
}

void PictureReader::read()
{
    m_reading = true;
    m_pool.start([this, store = m_store, hash = m_wanted, within = m_within] {
        const QImage image = readPicture(store, hash, within);
        QMetaObject::invokeMethod(this, [this, hash, within, image] {
            m_reading = false;
            if (m_wanted == hash) {
                m_answered = hash;
                m_readWithin = within;
                m_image = image;
                Q_EMIT answered();
            }
            if (isLacking()) // another one was asked for meanwhile
                read();
        });
    });
}

} // namespace markaz::ui
