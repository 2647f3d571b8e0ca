"""The translation memory, with what was approved before there was one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def take_up_what_was_approved(apps, schema_editor):
    apps.get_model("translation", "MemoryState").objects.create(pk=1, revision=1)
    MemoryPair = apps.get_model("translation", "MemoryPair")
    before, remarks, pairs = "", None, []
    segments = apps.get_model("meetings", "Segment").objects.order_by("remarks", "position")
    segments = segments.select_related("text", "remarks__item__meeting").prefetch_related("text__renditions")
    for segment in segments.iterator(500):
        text, meeting = segment.text, segment.remarks.item.meeting
        before = before if segment.remarks_id == remarks else ""
        for rendition in text.renditions.all():
            if rendition.status == "approved" and rendition.source_revision >= text.revision:
                pairs.append(
                    MemoryPair(
                        source_language=text.language,
                        source=text.body,
                        target_language=rendition.language,
                        target=rendition.body,
                        before=before,
                        text=text,
                        relation_id=meeting.relation_id,
                        occasion_id=meeting.title_id,
                        approved_by_id=rendition.reviewer_id,
                        approver_name=rendition.reviewer_name,
                        approved_at=rendition.reviewed_at,
                        sample=rendition.sample,
                        revision=1,
                    )
                )
        before, remarks = text.body, segment.remarks_id
    MemoryPair.objects.bulk_create(pairs, batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('cities', '0002_initial'),
        ('meetings', '0005_meeting_term'),
        ('translation', '0004_names_keep_themselves'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MemoryState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='MemoryImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200)),
                ('data', models.BinaryField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('created_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('relation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cities.relation')),
            ],
        ),
        migrations.CreateModel(
            name='MemoryPair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('source', models.TextField()),
                ('target_language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('target', models.TextField()),
                ('before', models.TextField(null=True)),
                ('file_name', models.CharField(blank=True, max_length=200)),
                ('approver_name', models.CharField(blank=True, max_length=120)),
                ('approved_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False)),
                ('withdrawn', models.BooleanField(default=False)),
                ('taken_out', models.BooleanField(default=False)),
                ('revision', models.PositiveBigIntegerField(db_index=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('occasion', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='translation.text')),
                ('relation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cities.relation')),
                ('text', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='memory', to='translation.text')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('text', 'target_language'), name='one_pair_a_sentence')],
            },
        ),
        migrations.RunPython(take_up_what_was_approved, migrations.RunPython.noop),
    ]
