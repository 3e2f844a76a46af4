"""Why a request is not answered: the status, a code, and a sentence in both languages."""

from collections.abc import Mapping

import msgspec

from questions_rdf.problems import Bilingual


class Refusal(msgspec.Struct, frozen=True):
    """A request that gets no answer; ``retry_after`` where it is worth coming back, in seconds."""

    status: int
    code: str
    sentence: Bilingual
    retry_after: int | None = None
    headers: Mapping[str, str] = {}
    detail: str = ""

    def because(self, detail: str) -> "Refusal":
        """The same, with what there is to say of this request alone."""
        return msgspec.structs.replace(self, detail=detail)

    def filled(self, **values: object) -> "Refusal":
        """The same, with its ``{placeholders}`` filled in, each sentence in its language."""
        french, english = (
            {
                name: one.in_language(lang) if isinstance(one, Bilingual) else one
                for name, one in values.items()
            }
            for lang in ("fr", "en")
        )
        sentence = Bilingual(self.sentence.fr.format(**french), self.sentence.en.format(**english))
        return msgspec.structs.replace(self, sentence=sentence)


def _refusal(
    status: int, code: str, fr: str, en: str, retry_after: int | None = None, **headers: str
) -> Refusal:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Refusal(status, code, Bilingual(fr, en), retry_after, named)


MALFORMED = _refusal(
    400,
    "malformed-query",
    "La requête n’est pas du SPARQL 1.1.",
    "The query is not SPARQL 1.1.",
)
NO_QUERY = _refusal(
    400,
    "no-query",
    "Le paramètre « query » manque.",
    "The parameter “query” is missing.",
)
SEVERAL_QUERIES = _refusal(
    400,
    "several-queries",
    "Une seule requête à la fois : « query » est donné plusieurs fois.",
    "One query at a time: “query” is given several times.",
)
NOT_UTF8 = _refusal(
    400,
    "not-utf-8",
    "La requête n’est pas en UTF-8.",
    "The request is not in UTF-8.",
)
BAD_EXAMPLE = _refusal(
    400,
    "bad-example",
    "Il n’y a pas de requête de ce nom, ou une valeur ne lui convient pas.",
    "There is no query of that name, or a value does not suit it.",
)
BAD_GRAPH = _refusal(
    400,
    "bad-graph",
    "Un graphe n’est pas nommé par un IRI absolu.",
    "A graph is not named by an absolute IRI.",
)
UPDATE = _refusal(
    403,
    "update",
    "Ce point d’accès ne fait que lire : il n’exécute aucune mise à jour.",
    "This endpoint only reads: it runs no update.",
)
SERVICE = _refusal(
    403,
    "service",
    "SERVICE appellerait un autre serveur, ce que ce point d’accès ne fait pas.",
    "SERVICE would call another server, which this endpoint does not do.",
)
TOO_COMPLEX = _refusal(
    403,
    "too-complex",
    "La requête est trop imbriquée ou enchaîne trop d’opérations : {what}, {most} au plus.",
    "The query is nested too deeply or chains too much: {what}, at most {most}.",
)
TOO_LARGE_A_RESULT = _refusal(
    403,
    "result-too-large",
    "La réponse dépasse {most} octets : limitez-la (LIMIT) ou téléchargez les fichiers.",
    "The answer is larger than {most} bytes: limit it (LIMIT), or download the files.",
)
NOT_FOUND = _refusal(
    404,
    "not-found",
    "Il n’y a rien à cette adresse.",
    "There is nothing at this address.",
)
METHOD = _refusal(
    405,
    "method",
    "Cette méthode n’a pas de sens ici.",
    "This method makes no sense here.",
    Allow="GET, HEAD, POST, OPTIONS",
)
NOT_ACCEPTABLE = _refusal(
    406,
    "not-acceptable",
    "Aucun des formats demandés (Accept) n’est disponible. Il y a : {offered}.",
    "None of the formats asked for (Accept) can be had. There are: {offered}.",
)
SLOW_BODY = _refusal(
    408,
    "slow-request",
    "Le corps de la requête n’est pas arrivé à temps.",
    "The body of the request did not arrive in time.",
    Connection="close",
)
TOO_LARGE = _refusal(
    413,
    "too-large",
    "La requête dépasse {most} octets.",
    "The request is larger than {most} bytes.",
    Connection="close",
)
LONG_ADDRESS = _refusal(
    414,
    "long-address",
    "L’adresse dépasse {most} octets : envoyez la requête par POST.",
    "The address is longer than {most} bytes: send the query by POST.",
)
MEDIA_TYPE = _refusal(
    415,
    "media-type",
    "Le corps n’est ni application/sparql-query ni application/x-www-form-urlencoded.",
    "The body is neither application/sparql-query nor application/x-www-form-urlencoded.",
    Accept="application/sparql-query, application/x-www-form-urlencoded",
)
CRASHED = _refusal(
    500,
    "crashed",
    "Le moteur est tombé sur cette requête ; le serveur, lui, tient.",
    "The engine fell over this query; the server itself did not.",
)
OUT_OF_MEMORY = _refusal(
    500,
    "out-of-memory",
    "La requête demande plus de mémoire qu’il n’y en a pour une seule.",
    "The query needs more memory than there is for a single one.",
)
FAILED = _refusal(
    500,
    "failed",
    "Le moteur n’a pas pu répondre.",
    "The engine could not answer.",
)
TIMEOUT = _refusal(
    503,
    "timeout",
    "La requête n’a pas abouti en {seconds} secondes.",
    "The query was not done within {seconds} seconds.",
    retry_after=30,
)
BUSY = _refusal(
    503,
    "busy",
    "Trop de requêtes attendent déjà.",
    "Too many requests are waiting already.",
    retry_after=5,
)
STOPPING = _refusal(
    503,
    "stopping",
    "Le serveur s’arrête.",
    "The server is stopping.",
    retry_after=5,
)
