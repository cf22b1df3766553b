// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/scenariofile.h"
#include "core/reporting/pagepdf.h"
#include "core/reporting/scenarioworkbook.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"
#include "ui/pages/scenario/scenariopage.h"
#include "ui/text/financewords.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savedialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPainter>
#include <QSaveFile>

namespace markaz::ui {
namespace {

const QString kFile = QStringLiteral("file");
constexpr qint64 kMostBytes = 64 * 1024 * 1024; ///< of a scenario's file, as `markaz finance` has it

Result<void> writeJson(const Scenario &scenario, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    const QByteArray bytes = QJsonDocument(toJson(scenario)).toJson();
    if (file.write(bytes) != bytes.size())
        return makeError(file.error() == QFileDevice::ResourceError ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
                         file.errorString(), path);
    return commitWhole(file);
}

} // namespace

void ScenarioPage::askExport(const QString &suffix)
{
    askWhereToSave(this, tr("Export the scenario"), QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix),
                   QStringLiteral("markaz-scenario.") + suffix,
                   [this](const QString &path) {
                       const auto written = exportTo(path);
                       if (!written)
                           return messages()->post(kFile, Message::ofWriting(written.error(), path));
                       messages()->post(
                           kFile, {Status::Ok,
                                   {tr("The scenario is written to %1.").arg(format::code(QFileInfo(path).fileName())),
                                    tr("It holds what the page shows."), tr("Whoever has the file can read it.")},
                                   {},
                                   {},
                                   true});
                   })
        ->setObjectName(QStringLiteral("exportScenarioDialog"));
}

Result<void> ScenarioPage::exportTo(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("json"))
        return writeJson(m_shown.scenario, path);
    if (suffix == QLatin1String("pdf"))
        return writePdf(path);
    return writeScenarioWorkbook(m_shown.scenario, path);
}

Result<void> ScenarioPage::writePdf(const QString &path) const
{
    PagePdf page;
    page.urdu = isUrdu();
    page.title = tr("Scenario: %1").arg(m_shown.scenario.name);
    page.lines = QStringList{tr("Computed from policy %1 and the figures of the scenario; see its workbook for the "
                                "schedules.")
                                 .arg(format::number(m_services.policy.version))};
    page.size = m_results->size();
    page.draw = [this](QPainter &painter) { m_results->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren); };
    page.foot = tr("Computed on %1.").arg(format::programmeDateTime(m_services.workspace.clock.now()));
    page.sample = m_services.sampleData;
    return writePagePdf(page, path);
}

void ScenarioPage::askImport()
{
    auto *dialog = new QFileDialog(this, tr("Open a scenario"), QString(), tr("Scenarios (*.json);;All files (*)"));
    dialog->setObjectName(QStringLiteral("importScenarioDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ScenarioPage::importFrom);
    dialog->open();
}

void ScenarioPage::importFrom(const QString &path)
{
    const QString name = format::code(QFileInfo(path).fileName());
    const auto refuse = [&](const QString &fact) {
        messages()->post(kFile,
                         {Status::Bad,
                          {fact, tr("What is on the page stays as it was."), tr("Mend the file, then open it again.")},
                          {},
                          {},
                          true});
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(tr("%1 cannot be read.").arg(name));
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return refuse(tr("%1 is too large for a scenario.").arg(name));
    const auto read = readScenario(bytes);
    if (const auto *fault = std::get_if<FigureFault>(&read))
        return refuse(tr("%1 is not taken. %2").arg(name, financewords::reason(*fault)));
    putAside();
    open(std::get<Scenario>(read));
    m_clean = QJsonObject{{QStringLiteral("file"), true}}; // it is not saved here
    refreshSaved();
    messages()->post(kFile,
                     {Status::Ok, {tr("%1 is open.").arg(name), tr("It is not saved here yet."), {}}, {}, {}, true});
}

} // namespace markaz::ui
