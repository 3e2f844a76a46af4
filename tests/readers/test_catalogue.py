"""Every code of the catalogue is produced by some case, and no case gives another one."""

import msgspec

import golden
import reference_data
from hostile_inputs import INPUTS
from questions_rdf import catalogue
from questions_rdf.problems import Code

MINIMUM_CODES = 35
# Not by an input: by a file that goes away or is forbidden, or a note that does not fit it
# (tests/test_sources.py), by an option (tests/test_build.py), by an export of Wikidata
# (tests/amo/test_wikidata.py).
BY_OTHER_TESTS = {
    "fichier-illisible",
    "as-of-anterieur",
    "provenance-discordante",
    "wikidata-ligne-illisible",
    "wikidata-ambigu",
}


def _catalogue() -> dict[str, Code]:
    return {code.code: code for code in vars(catalogue).values() if isinstance(code, Code)}


def _golden() -> set[str]:
    return {
        problem["code"]
        for case in golden.cases()
        for problem in msgspec.json.decode((case / golden.PROBLEMS).read_bytes())
    }


def _hostile() -> set[str]:
    return {code for hostile in INPUTS.values() for code in hostile.codes}


def _reference() -> set[str]:
    return {code for _, codes in reference_data.WRONG.values() for code in codes}


def test_each_code_is_produced_by_a_case_and_each_case_gives_known_codes() -> None:
    produced = _golden() | _hostile() | _reference() | BY_OTHER_TESTS
    assert produced == _catalogue().keys()
    assert len(produced) >= MINIMUM_CODES


def test_a_code_has_one_entry_and_is_named_like_it() -> None:
    for name, value in vars(catalogue).items():
        if isinstance(value, Code):
            assert value.code == name.lower().replace("_", "-")


def test_each_sentence_is_said_in_both_languages_with_the_same_values() -> None:
    for code in _catalogue().values():
        for sentence in (code.message, code.hint):
            assert sentence.fr
            assert sentence.en
            assert _placeholders(sentence.fr) == _placeholders(sentence.en), code.code


def _placeholders(sentence: str) -> set[str]:
    return {part.partition("}")[0] for part in sentence.split("{")[1:]}
