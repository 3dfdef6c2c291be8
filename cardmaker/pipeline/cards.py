"""A handout's exercises and workouts → exercise cards and gym cards, laid out and put on paper."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from cardmaker.errors import DoesNotFitError, SeveralError
from cardmaker.handout import Card, ExerciseCard, GymCard, Handout
from cardmaker.layout.cards import LaidOutCard, Studio, deal, lay_out_card
from cardmaker.layout.deckgrid import deck_grids
from cardmaker.layout.samples import explained
from cardmaker.pipeline.choosing import CardKind, checked, chosen_face, chosen_stock
from cardmaker.pipeline.gathering import each
from cardmaker.pipeline.job import JobPart
from cardmaker.pipeline.logs import with_all_sessions
from cardmaker.pipeline.paper import LaidCards, cards_on_paper
from cardmaker.pipeline.setting import Notes, Setting
from cardmaker.pipeline.ticketing import free_for_a_hole
from cardmaker.pipeline.titles import title_card
from cardmaker.theme.face import Face
from cardmaker.theme.stock import Stock
from cardmaker.theme.suiting import face_for, has_some_face, suits_some_face


def make_cards(setting: Setting, studio: Studio, handout: Handout) -> JobPart | None:
    """The exercise cards."""
    stock, face, notes = _chosen(setting, studio, "exercise")
    clear, _ = free_for_a_hole(setting, stock)
    inner = _within_margin(face, stock)
    every, wanted = handout.deck or handout.exercises, {card.key for card in handout.exercises}
    deck, parted = with_all_sessions(studio, inner, every, stock.size, setting.wording, clear)
    cards = [card for card in deck if card.key in wanted]
    laid, more = _laid_out(setting, studio, face, cards, stock, deck)
    say = setting.wording.say
    names = [say("card_outline", number=card.number, name=_with_part(card)) for card in cards]
    if key := _key_card(setting, studio, handout, stock, laid):
        laid, names = [key, *laid], [key.card.name, *names]
    if title := _title_card(setting, studio, handout, stock):
        laid, names = [title, *laid], [title.card.name, *names]
    notes = (*notes, *parted, *more, *_left_out(setting, handout, stock))
    return cards_on_paper(setting, studio, handout, "cards", LaidCards(stock, laid, names), notes)


def _left_out(setting: Setting, handout: Handout, stock: Stock) -> Iterator[str]:
    """What is wanted in front of the deck, but has no face that suits the stock, or the theme's type."""
    shelf, prints, least_pt = setting.shelf, setting.prints, setting.theme.least_pt
    wants_title = prints.title_card and title_card(setting, handout) is not None
    if wants_title and not suits_some_face(shelf, "title", stock, least_pt):
        yield "no room for a title card on cards of this size; a larger stock has it"
    if prints.key_card and handout.key and not suits_some_face(shelf, "key", stock, least_pt):
        if has_some_face(shelf, "key", least_pt):
            yield "no room for a key card on cards of this size; a larger stock has it"
        else:
            yield "no key card in type as large as this theme's; another theme has it"


def _with_part(card: ExerciseCard) -> str:
    return f"{card.name} ({card.part})" if card.part else card.name


def _title_card(setting: Setting, studio: Studio, handout: Handout, stock: Stock) -> LaidOutCard | None:
    """The card in front of the deck, where it is wanted and the stock has a face for it."""
    least_pt = setting.theme.least_pt
    if not (setting.prints.title_card and suits_some_face(setting.shelf, "title", stock, least_pt)):
        return None
    card = title_card(setting, handout)
    if card is None:
        return None
    face = checked(setting, studio, face_for(setting.shelf, "title", stock, least_pt=least_pt))
    clear, _ = free_for_a_hole(setting, stock)
    return lay_out_card(studio, _within_margin(face, stock), card, stock.size, clear)


def _key_card(
    setting: Setting, studio: Studio, handout: Handout, stock: Stock, laid: Sequence[LaidOutCard]
) -> LaidOutCard | None:
    """The card that explains the others, where it is wanted and their stock has room for it."""
    key, least_pt = handout.key, setting.theme.least_pt
    if not (key and setting.prints.key_card and suits_some_face(setting.shelf, "key", stock, least_pt)):
        return None
    face = checked(setting, studio, face_for(setting.shelf, "key", stock, least_pt=least_pt))
    front = next(one.front for one in laid if one.card.key == key.sample.key)
    clear, _ = free_for_a_hole(setting, stock)
    others = [side for one in laid for side in (one.front, one.back) if side]
    whole = explained(key, front, studio.labels, others)
    return lay_out_card(studio, _within_margin(face, stock), whole, stock.size, clear)


def make_gym_cards(setting: Setting, studio: Studio, handout: Handout) -> JobPart | None:
    """The gym cards; a workout of many rows has several."""
    stock, face, notes = _chosen(setting, studio, "gym")
    say = setting.wording.say
    cards = [part for card in handout.workouts for part in deal(card, face.rows, say("part"))]
    try:
        laid, more = _laid_out(setting, studio, face, cards, stock)
    except (DoesNotFitError, SeveralError):  # then each is tried by itself, to see which take several cards
        lay_out = partial(lay_out_card, studio, _within_margin(face, stock), size=stock.size)
        cards = list(dealt(handout.workouts, face.rows, say("part"), lay_out))
        laid, more = _laid_out(setting, studio, face, cards, stock)
    names = [say("gym_outline", name=card.name) for card in cards]
    return cards_on_paper(setting, studio, handout, "gym", LaidCards(stock, laid, names), (*notes, *more))


def dealt(
    cards: Iterable[GymCard],
    rows: int,
    pattern: str,
    lay_out: Callable[[GymCard], object],
    *,
    bound: bool = False,
) -> Iterator[GymCard]:
    """Each workout as one card, or as several where one has no room for all its rows, or for all that they say.

    With *bound* they are pages of a book.
    """
    for card in cards:
        yield from _hand(card, rows, partial(deal, label=pattern, bound=bound), lay_out)


def _hand(
    card: GymCard,
    rows: int,
    deal: Callable[[GymCard, int], Iterator[GymCard]],
    lay_out: Callable[[GymCard], object],
) -> list[GymCard]:
    most = rows or len(card.rows)
    for fewer in range(most, 0, -1):
        hand = list(deal(card, fewer))
        with suppress(DoesNotFitError):
            for part in hand:
                lay_out(part)
            return hand
    return list(deal(card, rows))


def _chosen(setting: Setting, studio: Studio, kind: CardKind) -> tuple[Stock, Face, Notes]:
    stock, notes = chosen_stock(setting, kind)
    return stock, checked(setting, studio, chosen_face(setting, kind, stock)), notes


def _laid_out(
    setting: Setting,
    studio: Studio,
    face: Face,
    cards: Sequence[Card],
    stock: Stock,
    deck: Sequence[Card] = (),
) -> tuple[list[LaidOutCard], Notes]:
    """All cards, within the stock's safe margin, and clear of a ring's hole where there is room for that.

    They look as they do in their *deck*, if that has more of them.
    """
    clear, notes = free_for_a_hole(setting, stock)
    face = _within_margin(face, stock)
    grids, said = deck_grids(studio, face, deck or cards, stock.size, clear)
    notes = (*notes, *said)
    tight: list[str] = []

    def lay_out(card: Card) -> LaidOutCard:
        if clear:
            try:
                return lay_out_card(studio, face, card, stock.size, clear, grids)
            except DoesNotFitError:
                tight.append(card.name)
                return lay_out_card(studio, face, card, stock.size)
        return lay_out_card(studio, face, card, stock.size, grids=grids)

    laid = each(cards, lay_out)
    if tight:
        more = f" and {len(tight) - 1} more" if len(tight) > 1 else ""
        hole = (
            f"no room to keep the ring's hole clear on '{tight[0]}'{more}; the punch may hit what is in that"
            " corner: choose a larger stock, or leave the hole out"
        )
        notes = (*notes, hole)
    return laid, notes


def _within_margin(face: Face, stock: Stock) -> Face:
    """The face, with the stock's own safe margin where that is wider."""
    if stock.safe_margin is None or stock.safe_margin <= face.margin:
        return face
    return face.but(margin=stock.safe_margin)
