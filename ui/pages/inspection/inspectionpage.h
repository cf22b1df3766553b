// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/checklistmodel.h"
#include "ui/models/sectionsmodel.h"
#include "ui/widgets/focuswatch.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace markaz::ui {

class AfterPress;
class EvidencePane;
class FindingSection;
class GuidancePane;
class ItemRow;
class MessageArea;
class PageHeader;
class SectionList;
class SegmentedControl;
class SignaturesButton;
class VerdictBar;
class VersionPane;

/// The checklist of one inspection: sections | items with their answers in place | guidance, and the live verdict
/// below. Each answer is saved as it is given. Keys: Y, N, A, arrows, P photo, M note, F next problem, Ctrl+Z and
/// Ctrl+Y.
class InspectionPage final : public QWidget
{
    Q_OBJECT
public:
    explicit InspectionPage(const Services &services, QWidget *parent = nullptr);

    void open(const QString &inspectionId);
    QString inspectionId() const { return m_inspectionId; }
    QString currentItem() const { return m_current; } ///< its code
    void goToItem(const QString &code);
    /// Findings that are typed in this visit and not raised yet, by item.
    QJsonObject unfinished() const;
    /// What is typed in drafts and no record has yet: by inspection its `findings` (see FindingSection::unfinished())
    /// and its `items`, by code (see ItemRow::halfTyped()). resume() takes it up again, before or behind open().
    QJsonObject typed() const;
    void resume(const QJsonObject &typed);
    ChecklistModel *model() const { return m_model.get(); }

Q_SIGNALS:
    void backRequested();
    void reviewRequested(const QString &inspectionId);
    void currentItemChanged(const QString &code);
    void findingRequested(const QString &findingId); ///< one that no row shows
    /// Another visit of the building is to be shown: the other one of a returned visit and its revision, or a draft.
    void revisionRequested(const QString &inspectionId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Show { All, ToDo, Missing, Problems, Changed };

    void build();
    QWidget *buildItems();
    void showSection(const QString &code);
    void leaveRow();
    void fillRows();
    ItemRow *makeRow(const Item &item);
    ItemRow *nearestTo(const QString &code) const;
    void inPlace(const std::function<void()> &what, const ItemRow *row = nullptr);
    void refreshRow(ItemRow *row);
    void refresh();
    void refreshHead();
    void refreshFilter();
    void refreshGuidance(); ///< of the current item; inspectionguidance.cpp
    void connectFindings();
    void sayOfOtherDrafts();
    void goOn();
    void sayWhyReturned();
    void sayWhatComesFirst(qsizetype items);
    QStringList toDo() const;
    void dropRows();
    // inspectiontyped.cpp
    void keepHalfTyped(ItemRow *row);
    void dropHalfAnswers();
    bool isNoDraft(const QString &inspectionId) const;
    // inspectionversion.cpp
    void refreshVersion(); ///< whether a newer version of the standard is in force, and what was kept from an older
    void refreshKept();
    void showMove();
    void moveDraft();
    void beginAnew();
    bool isOwed() const;
    void showFiles(ItemRow *row);
    void refuse(const Error &error);
    void select(const QString &code);
    void makeCurrent(const QString &code, bool scroll);
    void scrollToCurrent();
    void showWhole(const ItemRow &row);
    void keepInSight(int top, int height);
    void step(int by);
    void nextProblem();
    void sayAlwaysApplicable();
    void focusMoved(QWidget *now);
    bool wanted(int row) const;
    bool fits(int row, Show show) const;
    bool isShort(int row) const;
    ItemRow *rowOf(const QString &code) const;
    EvidencePane *filesOf(ItemRow *row);
    void fileAttached(const Evidence &evidence); // inspectionfiles.cpp

    Services m_services;
    QString m_inspectionId;
    std::unique_ptr<ChecklistModel> m_model;
    std::unique_ptr<SectionsModel> m_sections;
    QString m_section;
    QString m_current;
    Show m_show = Show::All;
    QList<ItemRow *> m_rows;
    QHash<QString, QJsonObject> m_halfTyped; ///< by inspection, then by item
    QString m_otherDraft;                    ///< that was told of
    const ItemRow *m_overstays = nullptr;    ///< has the keyboard, and goes when it is left
    bool m_filling = false;
    bool m_toScroll = false;  ///< to the current row, when the page is shown
    bool m_follows = false;   ///< the pane was scrolled to the current row, and nobody has clicked since
    std::optional<int> m_top; ///< where the current row stood in the pane before what is around it grew
    AfterPress *m_afterPress;

    PageHeader *m_header;
    QLabel *m_saved;
    QToolButton *m_undo;
    QToolButton *m_redo;
    SignaturesButton *m_signatures;
    QPushButton *m_other; ///< leads to the returned one, and from it to its revision
    QPushButton *m_next;
    QPushButton *m_save; ///< of what is submitted; a draft is saved from its review
    QPushButton *m_review;
    MessageArea *m_messages;
    VersionPane *m_version;
    SectionList *m_sectionList;
    QLabel *m_answered;
    QLabel *m_sectionTitle;
    QLabel *m_sectionScore;
    SegmentedControl *m_filter;
    QScrollArea *m_scroll;
    QWidget *m_items;
    QVBoxLayout *m_itemsLayout;
    QLabel *m_nothing;
    GuidancePane *m_guidance;
    FindingSection *m_findings;
    VerdictBar *m_verdict;
    FocusWatch m_focusWatch;
};

} // namespace markaz::ui
