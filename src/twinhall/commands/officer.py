"""`twinhall officer add`: an officer's account, the first one too."""

import argparse
import os
import sys
from getpass import getpass

DJANGO = "twinhall.hall.config.settings"
WHERE = {"ko": ("KR", "Asia/Seoul"), "vi": ("VN", "Asia/Ho_Chi_Minh"), "ja": ("JP", "Asia/Tokyo")}


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `officer add` and its arguments."""
    command = subparsers.add_parser("officer", help="add an officer's account")
    add = command.add_subparsers(metavar="ACTION", required=True).add_parser(
        "add",
        help="make an account; the very first one may keep accounts and cities",
        description="The password is asked for, or taken from TWINHALL_OFFICER_PASSWORD.",
    )
    add.add_argument("--email", required=True)
    add.add_argument("--name", required=True, help="as colleagues will see it")
    add.add_argument("--city", required=True, help="a city's name in any language")
    add.add_argument("--language", choices=("ko", "vi", "ja", "en"), help="of a city that is not known yet")
    add.add_argument("--country", help="of a city that is not known yet, as KR")
    add.add_argument("--timezone", help="of a city that is not known yet, as Asia/Seoul")
    add.add_argument("--administrator", action="store_true", help="may keep accounts and cities")
    add.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the account; 2 for what cannot be used as given."""
    import django  # reason: app-ready

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DJANGO)
    django.setup()
    from django.core.exceptions import ValidationError  # reason: app-ready

    from twinhall.hall.cities.actions import AccountExists  # reason: app-ready

    password = os.environ.get("TWINHALL_OFFICER_PASSWORD") or getpass("Password: ")
    try:
        told = _add(args, password)
    except AccountExists:
        return _refuse(f"there is an account for {args.email} already")
    except ValidationError as error:
        return _refuse(" ".join(error.messages))
    except LookupError as error:
        return _refuse(str(error))
    print(told)
    return 0


def _add(args: argparse.Namespace, password: str) -> str:
    """Make the account and, where it is new, its city. Raises LookupError for a city it cannot place."""
    from django.contrib.auth.password_validation import validate_password  # reason: app-ready
    from django.core.validators import validate_email  # reason: app-ready
    from django.db import transaction  # reason: app-ready
    from django.utils.translation import override  # reason: app-ready

    from twinhall.hall.cities.actions import NameOfCity, Place, add_city, open_account  # reason: app-ready
    from twinhall.hall.cities.models import City  # reason: app-ready
    from twinhall.hall.people.models import User  # reason: app-ready

    with override("en"), transaction.atomic():
        validate_email(args.email)
        validate_password(password, User(email=args.email, name=args.name))
        city = City.objects.filter(names__full=args.city) | City.objects.filter(names__short=args.city)
        found = city.distinct().first()
        if found is None:
            if args.language is None:
                raise LookupError(f"no city is called {args.city!r}: give --language to add it")
            country, zone = WHERE.get(args.language, ("", ""))
            country, zone = args.country or country, args.timezone or zone
            if not (country and zone):
                raise LookupError("give --country and --timezone of the new city")
            place = Place(country, args.language, zone)
            found = add_city(place, [NameOfCity(args.language, args.city, args.city)])
        first = not User.objects.exists()
        open_account(args.email, args.name, found, password, administrator=args.administrator or first)
    return f"{args.email} may sign in for {args.city}" + (", and keeps the accounts" if first else "")


def _refuse(words: str) -> int:
    print(f"twinhall officer: {words}", file=sys.stderr)
    return 2
