"""Plants one row of the sample, unless it is there."""

from collections.abc import Mapping

from twinhall.demo.sample import SampleCity, SamplePerson, SampleRelation, SampleTerm
from twinhall.hall.cities.actions import NameOfCity, Place, add_city, add_person, relate
from twinhall.hall.cities.models import City, Post, Relation
from twinhall.hall.translation.actions import Forms, write_term
from twinhall.hall.translation.enums import FormKind
from twinhall.hall.translation.models import Concept


def plant_city(told: SampleCity) -> City:
    """Return the city, added with its names if it is not known."""
    known = City.objects.filter(
        country=told.country, names__language=told.language, names__full=told.full[told.language]
    )
    place = Place(told.country, told.language, told.timezone, told.kind)
    names = [
        NameOfCity(tag, told.full[tag], told.short[tag], valid_until=told.succeeded_on) for tag in told.full
    ]
    return known.first() or add_city(place, names)


def plant_relation(told: SampleRelation, cities: Mapping[str, City]) -> Relation:
    """Return the relation, made if it is not known."""
    home, partner = cities[told.home], cities[told.partner]
    known = Relation.objects.filter(home=home, partner=partner).first()
    return known or relate(home, partner, {"first_contact": told.first_contact, "signed": told.signed})


def plant_person(told: SamplePerson, city: City) -> Post:
    """Return the person's post, added if nobody at the city is called that."""
    own = told.name[city.language]
    known = Post.objects.filter(
        city=city, person__names__language=city.language, person__names__name=own
    ).first()
    return known or add_person(city, city.language, told.name, told.title)


def plant_term(told: SampleTerm) -> Concept:
    """Return the agreed term, written if its Korean form is not known."""
    known = Concept.objects.filter(
        city=None,
        person=None,
        post=None,
        terms__language="ko",
        terms__form=told.preferred["ko"],
        terms__kind=FormKind.PREFERRED,
    )
    forms = {
        tag: Forms(form, tuple(told.variants.get(tag, ())), tuple(told.forbidden.get(tag, ())))
        for tag, form in told.preferred.items()
    }
    return known.first() or write_term(None, kind=told.kind, relation=None, note=told.note, forms=forms)
