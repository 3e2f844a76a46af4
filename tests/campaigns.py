"""Invented texts of a campaign: one letter that many deputies take up, and texts that are not it."""

import random

OPENINGS = (
    "M. Camille Exemple attire l'attention de Mme la ministre de la mer et des îles sur",
    "Mme Dominique Modèle, députée des îles imaginaires, interroge M. le ministre de la mer sur",
    "M. Claude Spécimen appelle l'attention de M. le secrétaire d'État chargé de la mer au sujet de",
)
LETTER = (
    "la situation des gardiens de phare, dont le statut n'a pas changé depuis trente ans.",
    "Ces agents veillent jour et nuit, par tous les temps, loin de leurs familles et de tout médecin.",
    "Or la prime de solitude qui leur était versée a été supprimée à l'automne sans concertation.",
    "Les communes du littoral, qui leur fournissaient le bois et la farine, n'en ont plus les moyens.",
    "Plusieurs lanternes sont déjà restées éteintes cet hiver, et deux chalutiers ont touché le fond.",
    "Les associations de marins demandent que chaque phare garde au moins un gardien pendant l'hiver.",
    "Une telle mesure coûterait moins cher que la remise à flot d'un seul navire, selon leur étude.",
    "Elles proposent aussi que les apprentis soient formés par les anciens avant leur départ.",
)
CLOSING = (
    "Elle lui demande donc quelles mesures le Gouvernement entend prendre pour répondre à cette "
    "situation préoccupante et dans quel délai."
)
_STOCK = (
    "barque voile algue digue brume marée filet ancre quille rame cale dune grève écume houle récif "
    "balise cargo sonar pilote timon vigie hune proue poupe étrave misaine cabestan bitte amarre "
    "treuil nasse casier homard bigorneau sardine thon lieu bar sole raie morue sprat anchois crabe"
).split()


def copy(number: int) -> str:
    """The letter as another deputy puts it: other names, another town, a sentence of one's own."""
    chance = random.Random(number)  # noqa: S311
    sentences = list(LETTER)
    sentences[1 + number % (len(LETTER) - 1)] = f"{_sentence(chance, 14)}."
    town = chance.choice(_STOCK).capitalize()
    place = f"Dans la circonscription de {town}, {3 + number % 40} familles sont concernées."
    return " ".join([OPENINGS[number % len(OPENINGS)], *sentences, place, CLOSING])


def unlike(number: int) -> str:
    """Another matter, between the same formulas and with a sentence of the letter."""
    chance = random.Random(1000 + number)  # noqa: S311
    sentences = [f"{_sentence(chance, 18)}." for _ in range(7)]
    shared = LETTER[number % len(LETTER)]
    return " ".join([OPENINGS[number % len(OPENINGS)], *sentences, shared, CLOSING])


def formulas(number: int) -> str:
    """Hardly more than the formulas, which many texts have."""
    chance = random.Random(2000 + number)  # noqa: S311
    return " ".join([OPENINGS[0], f"{_sentence(chance, 9)}.", CLOSING])


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_STOCK) for _ in range(words))
