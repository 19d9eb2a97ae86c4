"""Candidates with names of their own, in several scripts."""

from collections.abc import Callable
from dataclasses import dataclass

LEAST_DIGITS = 4


@dataclass(frozen=True)
class Names:
    """First, second and family names of one script: every three of them make a name."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    family: tuple[str, ...]

    @classmethod
    def of(cls, first: str, second: str, family: str) -> "Names":
        """Names with a space between them."""
        return cls(tuple(first.split()), tuple(second.split()), tuple(family.split()))

    def name(self, number: int) -> str:
        """The name with this number, from 0; as many differ as there are ways to put them together."""
        rest, first = divmod(number, len(self.first))
        rest, family = divmod(rest, len(self.family))
        return f"{self.first[first]} {self.second[rest % len(self.second)]} {self.family[family]}"

    @property
    def letters(self) -> str:
        """All names in a row."""
        return " ".join((*self.first, *self.second, *self.family))


LATIN = Names.of(
    "Łucja Amélie Björn Chloë Dagmar Eoin Fatma Grzegorz Hanne İpek Jürgen Květa Lena Mateo Nils Oriol",
    "Ada Bela Cruz Dora Ezra Finn Gale Hope Iris Jude Kaya Lior Mila Noor Otis Paz",
    "Świątek Ångström Brânză Çelik Đurić Eriksen Fernández Gómez Hübner Ibsen Jónsson Kovač Lõhmus Müller"
    " Nováková Özdemir",
)
GREEK = Names.of(
    "Ελένη Νίκος Μαρία Γιώργος Σοφία Κώστας Άννα Πέτρος",
    "Άλκη Ρένα Θαλής Ίων Κλειώ Λύσις Μυρτώ Φαίη",
    "Παπαδοπούλου Οικονόμου Βλάχος Δημητρίου Καραγιάννης Μακρής Νικολάου Ξένος",
)
CYRILLIC = Names.of(
    "Ганна Дмитро Олена Йосип Жанна Богдан Їжак Юлія",
    "Ада Влас Гліб Дана Єва Зоя Іда Ян",
    "Шевченко Орлова Ковальчук Щербак Бойко Гриценко Лисенко Цимбал",
)
ARABIC = Names.of(
    "ليلى يوسف مريم خالد هند سامي نور عمر",
    "زين رامي دانة فارس لين جاد سلمى تيم",
    "الحسن منصور حداد النجار سالم قاسم العلي درويش",
)
SCRIPTS = (GREEK, CYRILLIC, ARABIC)
"""Of ten candidates, one has a name in each of these; the others' names are in Latin letters."""

OF_TEN = 10


def candidates(number: int, can_show: Callable[[str], bool]) -> list[dict[str, str]]:
    """So many candidates, as a drive's file lists them; `can_show` says which letters a font here has."""
    scripts = [script for script in SCRIPTS if can_show(script.letters)]
    digits = max(LEAST_DIGITS, len(str(number)))
    found = []
    for position in range(number):
        group, place = divmod(position, OF_TEN)
        name = scripts[place].name(group) if place < len(scripts) else LATIN.name(position)
        found.append({"id": f"B-{position + 1:0{digits}}", "name": name})
    return found
