"""The words that the script of the search page knows."""

import json

from microsite.content.site import Site
from microsite.outputs.all import all_outputs
from microsite.outputs.vocabulary import URL, vocabulary


def test_a_word_leads_to_those_of_the_same_meaning(site: Site) -> None:
    known = json.loads(vocabulary(site.synonyms).content)

    assert known["words"]["公租房"] == ["公共租赁住房"]
    assert known["words"]["公共租赁住房"] == ["公租房"]


def test_a_saying_leads_one_way(site: Site) -> None:
    known = json.loads(vocabulary(site.synonyms).content)

    assert known["words"]["灯坏了"] == ["路灯"]
    assert "路灯" not in known["words"]
    assert known["ignored"] == ["怎么"]


def test_without_a_search_page_there_are_no_words(site: Site) -> None:
    assert URL not in {output.url for output in all_outputs(site)}
