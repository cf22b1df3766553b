// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardexport.h"

#include "core/reporting/pagepdf.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QWidget>

namespace markaz::ui {
namespace {

const QString kKey = QStringLiteral("export");
constexpr int kFiner = 2; ///< pixels of the picture for one of the screen
constexpr int kMargin = 16;

} // namespace

DashboardExport::DashboardExport(const Services &services, QWidget *content, MessageArea *messages, QWidget *page)
    : QObject(page)
    , m_services(services)
    , m_content(content)
    , m_messages(messages)
    , m_page(page)
    , m_button(new QPushButton(page))
{
    m_button->setObjectName(QStringLiteral("exportDashboard"));
    auto *menu = new QMenu(m_button);
    for (const Kind kind : {Kind::Png, Kind::Pdf, Kind::Csv, Kind::Xlsx, Kind::GeoJson}) {
        auto *action = menu->addAction(QString());
        action->setObjectName(QStringLiteral("export.") + suffix(kind));
        connect(action, &QAction::triggered, this, [this, kind] { askWhere(kind); });
        m_actions.append({kind, action});
    }
    m_button->setMenu(menu);
    retitle();
}

void DashboardExport::retitle()
{
    m_button->setText(tr("Export"));
    m_button->setIcon(icon(QStringLiteral("document-export")));
    for (const auto &[kind, action] : std::as_const(m_actions)) {
        switch (kind) {
        case Kind::Png:
            action->setText(tr("PNG, a picture…"));
            break;
        case Kind::Pdf:
            action->setText(tr("PDF, one page…"));
            break;
        case Kind::Csv:
            action->setText(tr("CSV, the figures for any spreadsheet…"));
            break;
        case Kind::Xlsx:
            action->setText(tr("Excel workbook of the figures…"));
            break;
        case Kind::GeoJson:
            action->setText(tr("GeoJSON, the centres by city for maps…"));
            break;
        }
    }
}

QString DashboardExport::suffix(Kind kind)
{
    switch (kind) {
    case Kind::Png:
        return QStringLiteral("png");
    case Kind::Pdf:
        return QStringLiteral("pdf");
    case Kind::Csv:
        return token(TableFormat::Csv);
    case Kind::Xlsx:
        return token(TableFormat::Xlsx);
    case Kind::GeoJson:
        break;
    }
    return token(TableFormat::GeoJson);
}

void DashboardExport::askWhere(Kind kind)
{
    const QString ending = suffix(kind);
    askWhereToSave(m_page, tr("Export the dashboard"), QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending),
                   QStringLiteral("markaz-dashboard.") + ending,
                   [this, kind](const QString &path) {
                       m_messages->withdraw(kKey);
                       write(kind, path);
                   })
        ->setObjectName(QStringLiteral("exportDashboardDialog"));
}

void DashboardExport::write(Kind kind, const QString &path)
{
    const auto figures = [&](TableFormat format) {
        return dashboard::writeFigures(format, path, m_shown, m_services.policy, m_services.standards,
                                       m_services.gazetteer);
    };
    Result<void> written;
    switch (kind) {
    case Kind::Png:
        written = writePng(path);
        break;
    case Kind::Pdf:
        written = writePdf(path);
        break;
    case Kind::Csv:
        written = figures(TableFormat::Csv);
        break;
    case Kind::Xlsx:
        written = figures(TableFormat::Xlsx);
        break;
    case Kind::GeoJson:
        written = figures(TableFormat::GeoJson);
        break;
    }
    if (!written) {
        m_messages->post(kKey, Message::ofWriting(written.error(), path));
        return;
    }
    m_messages->post(kKey,
                     {Status::Ok,
                      {tr("The dashboard is written to %1.").arg(format::code(QFileInfo(path).fileName())),
                       tr("It holds what the page shows, with its filters."), tr("Whoever has the file can read it.")},
                      {},
                      {},
                      true});
}

QString DashboardExport::foot() const
{
    return tr("Counted on %1 from the records of this laptop.").arg(format::programmeDateTime(m_shown.at));
}

Result<void> DashboardExport::writePng(const QString &path) const
{
    const Theme theme = currentTheme();
    const int title = theme.lineHeight(Type::PageTitle);
    const int line = theme.lineHeight(Type::Body);
    const int head = kMargin + title + 2 * line;
    const QSize size(m_content->width(), head + m_content->height());
    QImage image(size * kFiner, QImage::Format_RGB32);
    image.setDevicePixelRatio(kFiner);
    image.fill(theme.colour(Colour::Window));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto put = [&](const QString &words, Type type, Colour colour, int y, int height) {
        painter.setFont(theme.font(type));
        painter.setPen(theme.colour(colour));
        painter.drawText(
            QRect(kMargin, y, size.width() - 2 * kMargin, height),
            static_cast<int>(isUrdu() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    };
    put(tr("Dashboard"), Type::PageTitle, Colour::Text, kMargin / 2, title);
    put(m_shown.filter.join(QStringLiteral(" • ")), Type::Body, Colour::Text2, kMargin / 2 + title, line);
    put(m_services.sampleData ? tr("Sample data. %1").arg(foot()) : foot(), Type::Body, Colour::Text2,
        kMargin / 2 + title + line, line);
    m_content->render(&painter, QPoint(0, head), QRegion(), QWidget::DrawChildren);
    painter.end();

    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return makeError(ErrorCode::Internal, QStringLiteral("no PNG could be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    if (file.write(bytes) != bytes.size())
        return makeError(file.error() == QFileDevice::ResourceError ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
                         file.errorString(), path);
    return commitWhole(file);
}

Result<void> DashboardExport::writePdf(const QString &path) const
{
    PagePdf page;
    page.urdu = isUrdu();
    page.title = tr("Dashboard");
    page.lines = QStringList{m_shown.filter.join(QStringLiteral(" • "))};
    page.size = m_content->size();
    page.draw = [this](QPainter &painter) { m_content->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren); };
    page.foot = foot();
    page.sample = m_services.sampleData;
    return writePagePdf(page, path);
}

} // namespace markaz::ui
