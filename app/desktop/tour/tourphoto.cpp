// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's photo: made when it is needed, and marked as a sample in its picture.
#include "app/desktop/tour/tourrun.h"
#include "core/workflow/evidence.h"
#include "ui/pages/inspection/inspectionpage.h"

#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QTest>

namespace markaz::desktop {
namespace {

const QString kItem = QStringLiteral("C-02");

QImage samplePhoto()
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(QColor(0x8a, 0x93, 0x8c)); // a wall, a door in it, its lock
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 1000, 1600, 200, QColor(0x4c, 0x52, 0x4e));
    painter.fillRect(560, 180, 480, 820, QColor(0x6b, 0x45, 0x2b));
    painter.setBrush(QColor(0xd8, 0xb5, 0x4a));
    painter.drawEllipse(QPoint(980, 620), 26, 26);
    QFont font = painter.font();
    font.setPixelSize(150);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(image.rect().adjusted(0, 0, 0, -760), Qt::AlignCenter, QStringLiteral("SAMPLE PHOTO"));
    return image;
}

} // namespace

void TourRun::planPhoto()
{
    add(
        QStringLiteral("A photo is attached, with the key P"),
        [this]() -> Result<void> {
            const QString path = m_options.folder + QStringLiteral("/sample-photo.jpg");
            if (!samplePhoto().save(path, "JPG", 90))
                return makeError(ErrorCode::StorageFailed, QStringLiteral("the photo cannot be written"), path);
            auto *inspection = qobject_cast<ui::InspectionPage *>(page("inspectionPage"));
            inspection->goToItem(kItem);
            QTest::keyClick(inspection, Qt::Key_P);
            auto *dialog = inspection->findChild<QFileDialog *>(QStringLiteral("addFileDialog"));
            if (dialog == nullptr)
                return makeError(ErrorCode::NotFound, QStringLiteral("no dialog asks for a file"));
            dialog->selectFile(path);
            static_cast<QDialog *>(dialog)->accept();
            return {};
        },
        [this] { return filesOf().all == 1; }, QStringLiteral("photo-attached"));
}

EvidenceCount TourRun::filesOf() const
{
    const auto count = EvidenceList(m_desktop->session()->workspace()).countOf(m_inspectionId);
    return count ? *count : EvidenceCount();
}

bool TourRun::filesAreHere() const
{
    const Workspace &workspace = m_desktop->session()->workspace();
    const auto rows = EvidenceList(workspace).of(m_inspectionId);
    if (!rows || rows->isEmpty())
        return false;
    const ContentStore store = contentStoreOf(workspace);
    return std::all_of(rows->begin(), rows->end(),
                       [&store](const EvidenceRow &row) { return row.received && store.has(row.sha256); });
}

} // namespace markaz::desktop
