"""The names of the codes, as a pattern: where the name of a code ends cannot be seen otherwise."""

_NOMS = (
    "action sociale et des familles",
    "artisanat",
    "assurances",
    "aviation civile",
    "cinéma et de l'image animée",
    "civil",
    "commande publique",
    "commerce",
    "communes",
    "communes de la Nouvelle-Calédonie",
    "consommation",
    "construction et de l'habitation",
    "défense",
    "domaine de l'Etat",
    "domaine public fluvial",
    "douanes",
    "éducation",
    "électoral",
    "énergie",
    "entrée et du séjour des étrangers et du droit d'asile",
    "environnement",
    "expropriation pour cause d'utilité publique",
    "famille et de l'aide sociale",
    "forestier",
    "général de la fonction publique",
    "général de la propriété des personnes publiques",
    "général des collectivités territoriales",
    "général des impôts",
    "impositions sur les biens et services",
    "instruments monétaires et des médailles",
    "juridictions financières",
    "justice administrative",
    "justice militaire",
    "justice pénale des mineurs",
    "minier",
    "monétaire et financier",
    "mutualité",
    "organisation judiciaire",
    "patrimoine",
    "pénal",
    "pénitentiaire",
    "pensions civiles et militaires de retraite",
    "pensions militaires d'invalidité et des victimes de guerre",
    "pensions de retraite des marins",
    "ports maritimes",
    "postes et des communications électroniques",
    "procédure civile",
    "procédure pénale",
    "procédures civiles d'exécution",
    "propriété intellectuelle",
    "recherche",
    "relations entre le public et l'administration",
    "route",
    "rural",
    "rural et de la pêche maritime",
    "santé publique",
    "sécurité intérieure",
    "sécurité sociale",
    "service national",
    "sport",
    "tourisme",
    "transports",
    "travail",
    "travail maritime",
    "urbanisme",
    "voirie routière",
)
_SIGLES = "CGCT CGI CSP CSS CASF CESEDA Ceseda CGFP CRPA CPP CSI CMF CCH CPI CJA CJPM CGPPP"


def _spelled(nom: str) -> str:
    """A name in any spelling of its spaces and apostrophes; É may be printed E."""
    return nom.replace("'", "['’]").replace(" ", r"\s").replace("Etat", "[ÉE]tat")


# The longest name first: « code rural et de la pêche maritime » begins with another one.
_UN_NOM = "|".join(map(_spelled, sorted(_NOMS, key=len, reverse=True)))
CODE = (
    rf"(?:(?:du|dudit|de\s(?:ce|notre))\s[Cc]ode(?:\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])?(?:{_UN_NOM})\b)"
    rf"(?:\s\((?:{_SIGLES.replace(' ', '|')})\))?"
    rf"|(?:du|le)\smême\scode\b|dudit\scode\b|de\sce\s(?:même\s)?code\b"
    rf"|du\s(?:{_SIGLES.replace(' ', '|')})\b)"
)
"""What follows the number of an article: « du code civil », « du CGCT », « du même code »."""
