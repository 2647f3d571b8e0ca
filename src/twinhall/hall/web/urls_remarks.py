"""Addresses of remarks and terms."""

from django.urls import URLPattern, URLResolver, include, path

from twinhall.hall.web.views import (
    comments,
    cue_link,
    history,
    machine,
    proposals,
    remarks,
    remarks_export,
    remarks_import,
    reviews,
    sentences,
    term_files,
    terms,
)

_of_remarks: list[URLPattern | URLResolver] = [
    path("", remarks.page, name="remarks"),
    path("undo/", remarks.undo_change, name="remarks-undo"),
    path("approve/", remarks.approve_all, name="remarks-approve"),
    path("machine/", machine.machine, name="remarks-machine"),
    path("machine/progress/", machine.progress, name="machine-progress"),
    path("machine/stop/", machine.halt, name="machine-stop"),
    path("reviewer/", reviews.reviewer, name="remarks-reviewer"),
    path("reviewer/done/", reviews.review_done, name="review-done"),
    path("export/<str:kind>/", remarks_export.export, name="remarks-export"),
    path("import/", remarks_import.bring, name="remarks-import"),
    path("import/<int:import_pk>/", remarks_import.preview, name="remarks-preview"),
    path("sentences/", sentences.add, name="sentence-add"),
    path("sentences/<int:segment_pk>/", sentences.turn_to, name="sentence"),
    path("sentences/<int:segment_pk>/rendition/", sentences.rendition, name="sentence-rendition"),
    path("sentences/<int:segment_pk>/source/", sentences.source, name="sentence-source"),
    path("sentences/<int:segment_pk>/comments/", comments.comments, name="sentence-comments"),
    path("sentences/<int:segment_pk>/history/", history.history, name="sentence-history"),
    path("sentences/<int:segment_pk>/history/back/", history.bring_version_back, name="version-back"),
    path("sentences/<int:segment_pk>/proposal/", proposals.propose, name="sentence-proposal"),
    path("sentences/<int:segment_pk>/proposal/take/", proposals.take, name="proposal-take"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("meetings/<int:pk>/remarks/<int:remarks_pk>/", include(_of_remarks)),
    path(
        "meetings/<int:pk>/agenda/<int:item_pk>/remarks/<int:seat_pk>/", remarks.of_speaker, name="remarks-of"
    ),
    path("meetings/<int:pk>/cue/link/", cue_link.cue_link, name="cue-link"),
    path("terms/", terms.terms, name="terms"),
    path("terms/new/", terms.term, name="term-new"),
    path("terms/import/", term_files.bring, name="terms-import"),
    path("terms/import/<int:import_pk>/", term_files.preview, name="terms-preview"),
    path("terms/export/<str:kind>/", term_files.take_away, name="terms-export"),
    path("terms/names/<str:kind>/<int:key>/", terms.name, name="term-name"),
    path("terms/<int:concept_pk>/", terms.term, name="term"),
    path("terms/<int:concept_pk>/delete/", terms.delete, name="term-delete"),
]
