// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/findings.h"
#include "ui/services.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class FindingForm;

/// What the guidance says of the current item's findings: those that there are, of this visit and of earlier ones that
/// are not settled, and the form to raise one where the item fails or is met in part.
class FindingSection final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingSection(const Services &services, QWidget *parent = nullptr);
    /// What is being typed of a new finding is kept by its item, and stands in the form again when that is shown.
    void showItem(const Inspection &visit, const Item &item, ItemScore::Status status, bool editable);

    /// What is typed, in the visit that is shown, of findings that were not raised yet, by item, and of changes that
    /// were not saved, by the finding's id.
    QJsonObject unfinished() const;
    /// The same of each visit; resume() takes it up again.
    QHash<QString, QJsonObject> typed() const;
    void resume(const QString &visit, const QJsonObject &typed);

Q_SIGNALS:
    /// A new finding is to be raised; through the undo stack of whoever has it.
    void raiseRequested(const QString &item, const markaz::FindingEntry &entry);
    /// One of this visit is to say \p entry instead of \p seen, or to go; in the same way.
    void changeRequested(const markaz::Finding &finding, const markaz::FindingEntry &entry,
                         const markaz::FindingEntry &seen);
    void takeBackRequested(const markaz::Finding &finding);
    void failed(const markaz::Error &error);

public Q_SLOTS:
    void refuse(const markaz::Error &error); ///< of what was asked for
    void done();                             ///< it was taken
    void gone(const QString &findingId);     ///< it was taken back

private:
    void refresh();
    void keepTyped();
    void forget(const QString &key); ///< what was typed
    void fill(const FindingEntry &seen, const QString &saveWords);
    void takeUp();
    QString typedKey() const; ///< of what stands in the form
    void beginNew();
    QWidget *makeRow(const Finding &finding);
    void edit(const Finding &finding);
    void save();

    Services m_services;
    std::optional<Inspection> m_visit;
    const Item *m_item = nullptr;
    ItemScore::Status m_status = ItemScore::Status::Missing;
    bool m_editable = false;
    QString m_edited;                    ///< the finding in the form; empty: a new one
    QHash<QString, QJsonObject> m_typed; ///< by visit, then by item, or by finding where one is changed

    QLabel *m_heading;
    QVBoxLayout *m_rows;
    QLabel *m_none;
    QPushButton *m_raise;
    FindingForm *m_form;
};

} // namespace markaz::ui
