"""Every rendition that stands gets its first version."""

from django.db import migrations


def keep_first_versions(apps, schema_editor):
    """What stands now is the first version that is known of each rendition."""
    Rendition = apps.get_model("translation", "Rendition")
    Version = apps.get_model("translation", "Version")
    for held in Rendition.objects.select_related("written_by", "reviewer").iterator():
        writer = held.reviewer or held.written_by
        Version.objects.create(
            text_id=held.text_id,
            language=held.language,
            body=held.body,
            origin=held.origin,
            engine=held.engine,
            status=held.status,
            source_revision=held.source_revision,
            by=writer,
            by_name=held.reviewer_name or (writer.name if writer else ""),
            at=held.reviewed_at or held.changed_at,
        )


class Migration(migrations.Migration):
    dependencies = [("translation", "0006_review")]

    operations = [migrations.RunPython(keep_first_versions, migrations.RunPython.noop)]
