"""Names of cities, people and their titles are read where they are kept; only what officers added stays."""

from django.db import migrations


def forget_copied_names(apps, schema_editor):
    Concept = apps.get_model("translation", "Concept")
    Term = apps.get_model("translation", "Term")
    Post = apps.get_model("cities", "Post")
    Concept.objects.filter(relation__isnull=False).update(scope="relation")
    for title in Concept.objects.filter(kind="title", city__isnull=False, person__isnull=False):
        title.post = Post.objects.filter(city=title.city_id, person=title.person_id).order_by("pk").first()
        title.city = title.person = None
        if title.post is None:
            title.delete()
        else:
            title.save()
    named = Concept.objects.exclude(city=None, person=None, post=None)
    full_names = {
        (name.city_id, name.language, name.full) for name in apps.get_model("cities", "CityName").objects.all()
    }
    for term in Term.objects.filter(concept__in=named).select_related("concept"):
        copied = (term.concept.city_id, term.language, term.form) in full_names
        if term.kind == "preferred" or (term.kind == "variant" and copied):
            term.delete()
    named.filter(terms=None, note="").delete()


def copy_titles_back(apps, schema_editor):
    """The names themselves come back by the code of that time, with the next text."""
    Concept = apps.get_model("translation", "Concept")
    for title in Concept.objects.filter(post__isnull=False).select_related("post"):
        title.city_id, title.person_id, title.post = title.post.city_id, title.post.person_id, None
        title.save()
    former = apps.get_model("translation", "Term").objects.filter(kind="preferred", valid_until__isnull=False)
    former.update(kind="variant")


class Migration(migrations.Migration):
    dependencies = [("translation", "0003_term_scope_and_dates"), ("cities", "0002_initial")]

    operations = [migrations.RunPython(forget_copied_names, copy_titles_back)]
