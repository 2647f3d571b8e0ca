"""Where machine drafts come from, comments, and every version of a rendition that there was."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('translation', '0005_memory'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='pasttext',
            name='replaced_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name='pasttext',
            name='replaced_at',
            field=models.DateTimeField(default=django.utils.timezone.now, null=True),
        ),
        migrations.AddField(
            model_name='pasttext',
            name='replaced_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pasttext',
            name='replaced_by_name',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='rendition',
            name='flags',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='rendition',
            name='model',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='rendition',
            name='pivot',
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name='rendition',
            name='rung',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name='rendition',
            name='termbase',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('body', models.TextField()),
                ('author_name', models.CharField(max_length=120)),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(null=True)),
                ('settled_by_name', models.CharField(blank=True, max_length=120)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='translation.text')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['text', 'language'], name='translation_text_id_60b6f1_idx')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('human', 'Translated by a person'), ('machine', 'Machine translation'), ('memory', 'From the translation memory')], max_length=8)),
                ('engine', models.CharField(blank=True, max_length=80)),
                ('model', models.CharField(blank=True, max_length=300)),
                ('pivot', models.CharField(blank=True, max_length=8)),
                ('rung', models.CharField(blank=True, max_length=80)),
                ('termbase', models.CharField(blank=True, max_length=64)),
                ('flags', models.JSONField(default=list)),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('body', models.TextField(blank=True)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('reviewed', 'Reviewed'), ('approved', 'Approved')], max_length=8)),
                ('source_revision', models.PositiveIntegerField()),
                ('by_name', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='translation.text')),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['text', 'language'], name='translation_text_id_058899_idx')],
            },
        ),
    ]
