"""Addresses of remarks and terms."""

from django.urls import URLPattern, URLResolver, include, path

from twinhall.hall.web.views import (
    cue_link,
    remarks,
    remarks_export,
    remarks_import,
    sentences,
    term_files,
    terms,
)

_of_remarks: list[URLPattern | URLResolver] = [
    path("", remarks.page, name="remarks"),
    path("undo/", remarks.undo_change, name="remarks-undo"),
    path("approve/", remarks.approve_all, name="remarks-approve"),
    path("export/<str:kind>/", remarks_export.export, name="remarks-export"),
    path("import/", remarks_import.bring, name="remarks-import"),
    path("import/<int:import_pk>/", remarks_import.preview, name="remarks-preview"),
    path("sentences/", sentences.add, name="sentence-add"),
    path("sentences/<int:segment_pk>/", sentences.turn_to, name="sentence"),
    path("sentences/<int:segment_pk>/rendition/", sentences.rendition, name="sentence-rendition"),
    path("sentences/<int:segment_pk>/source/", sentences.source, name="sentence-source"),
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
