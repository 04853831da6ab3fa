from __future__ import annotations

from tiendo.ledger.selectors.basis_tree import DEEPEST, Branch, tree_of


def nodes(branches):
    """All nodes of a tree in the order in which they are read, each with its depth."""
    return [
        found
        for one in branches
        for found in [(one.node, 1), *((node, depth + 1) for node, depth in nodes(one.branches))]
    ]


def test_the_chain_of_a_plan_leads_up_to_the_party():
    links = {23: (52, 96, 11), 52: (96, 11), 96: (11,)}
    assert tree_of(23, links) == (
        Branch(52, (Branch(96, unfolded_elsewhere=True), Branch(11))),
        Branch(96, (Branch(11),)),
        Branch(11),
    )


def test_what_is_not_in_the_record_is_the_end_of_its_branch():
    assert tree_of(1, {1: ("number:11 nq tw|",)}) == (Branch("number:11 nq tw|"),)


def test_nothing_hangs_on_a_document_without_links():
    assert tree_of(7, {1: (7,)}) == ()


def test_documents_that_rest_on_each_other_make_no_endless_tree():
    assert tree_of(1, {1: (2,), 2: (1,)}) == (Branch(2, (Branch(1, unfolded_elsewhere=True),)),)


def test_a_document_is_unfolded_where_it_is_nearest():
    links = {1: (2, 4), 2: (3,), 3: (4,), 4: (5,)}
    deep, near = tree_of(1, links)
    assert near == Branch(4, (Branch(5),))
    assert deep.branches[0].branches == (Branch(4, unfolded_elsewhere=True),)


def test_a_chain_that_goes_on_says_so():
    links = {number: (number + 1,) for number in range(50)}
    drawn = nodes(tree_of(0, links))
    assert max(depth for _, depth in drawn) == DEEPEST
    last = tree_of(0, links)
    for _ in range(DEEPEST - 1):
        last = last[0].branches
    assert last == (Branch(DEEPEST, more=True),)


def test_what_half_of_all_documents_rest_on_stays_readable():
    links = {0: tuple(range(1, 5_000))}
    assert 100 < len(nodes(tree_of(0, links))) < 200
