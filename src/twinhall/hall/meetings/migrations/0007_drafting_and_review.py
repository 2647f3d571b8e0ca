"""A machine run over remarks, and remarks in the hands of a reviewer."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0006_terms_import'),
        ('meetings', '0006_untranslated_captions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Drafting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('engine', models.CharField(blank=True, max_length=40)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('working', 'Being translated'), ('done', 'Done'), ('stopped', 'Stopped'), ('failed', 'Not finished')], default='waiting', max_length=8)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('left', models.PositiveIntegerField(default=0)),
                ('trouble', models.CharField(blank=True, max_length=20)),
                ('detail', models.CharField(blank=True, max_length=500)),
                ('task', models.CharField(blank=True, max_length=40)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('remarks', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='draftings', to='meetings.remarks')),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'working'])), fields=('remarks', 'language'), name='one_drafting_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('ko', 'Korean'), ('vi', 'Vietnamese'), ('ja', 'Japanese'), ('en', 'English')], max_length=8)),
                ('state', models.CharField(choices=[('assigned', 'Not begun'), ('in_work', 'In work'), ('done', 'Finished')], default='assigned', max_length=8)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('remarks', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='meetings.remarks')),
                ('reviewer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('remarks', 'language'), name='one_reviewer_a_language')],
            },
        ),
    ]
