"""The configurations of a process: made once for each audience and set of permissions, kept while they hold."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID
from weakref import WeakKeyDictionary

import structlog

from prepaid.core.actor import SYSTEM, Actor, Grants
from prepaid.core.database import Database, ReadSession
from prepaid.core.errors import Forbidden, Locale
from prepaid.domains.pages.graph.compiler.compiler import Compiler, Configuration, PageSet
from prepaid.domains.pages.graph.compiler.revision import revision_of
from prepaid.domains.pages.graph.fillings import filling_overlays
from prepaid.domains.pages.reads.audience import type_of_merchant
from prepaid.domains.pages.reads.fillings import filling_forms
from prepaid.domains.pages.reads.overlays import adjusted_audiences, published_overlays
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.overlays import Overlay
from prepaid.domains.pages.rules.plain import read
from prepaid.graph.context import GraphContext
from prepaid.graph.execute import Engine

KEPT: Final = 256
HEADER: Final = "X-Config-Revision"

log = structlog.get_logger(__name__)

Audience = tuple[str, str | None]
"""Code of a template, code of a merchant type."""


@dataclass(frozen=True, slots=True)
class Layered:
    """The page set of an audience, and the published overlays that it is made with."""

    overlay_ids: tuple[UUID, ...]
    page_set: PageSet


@dataclass(frozen=True, slots=True)
class Seen:
    """What one caller sees, and the revision of what decides it."""

    template: str
    merchant_type: str | None
    configuration: Configuration
    revision: str


class Configurations:
    """One for each server process."""

    def __init__(self, compiler: Compiler, database: Database) -> None:
        self.compiler = compiler
        self.engine = Engine(compiler.schema)
        self._database = database
        self._layered: dict[Audience, Layered] = {}
        self._types: dict[UUID, str | None] = {}
        self._seen: OrderedDict[tuple[Any, ...], Seen] = OrderedDict()
        _serving[database] = self

    async def of(self, session: ReadSession, actor: Actor) -> Seen:
        """What an actor sees now. Raises `Forbidden` for somebody without a platform."""
        if actor.template is None:
            raise Forbidden
        merchant_type = await type_of_merchant(session, actor.merchant_id)
        if actor.merchant_id is not None:
            self._types[actor.merchant_id] = merchant_type
        audience = (actor.template, merchant_type)
        return self._view(audience, await self._layers(session, audience), actor.grants, actor.locale)

    async def check_published(self) -> None:
        """Prove what is published for every audience; what does not fit any more is logged with its place."""
        async with self._database.read(SYSTEM) as session:
            for audience in await adjusted_audiences(session):
                await self._layers(session, audience)

    async def preview(self, session: ReadSession, audience: Audience, grants: Grants, locale: Locale) -> Seen:
        """What somebody else would see."""
        return self._view(audience, await self._layers(session, audience), grants, locale)

    def headers(self, actor: Actor) -> Mapping[str, str]:
        """The revision of the actor's configuration, as far as this process knows it without asking."""
        merchant_type = self._types.get(actor.merchant_id) if actor.merchant_id else None
        layered = self._layered.get((actor.template or "", merchant_type))
        if layered is None or (actor.merchant_id is not None and actor.merchant_id not in self._types):
            return {}
        audience = (actor.template or "", merchant_type)
        return {HEADER: self._view(audience, layered, actor.grants, actor.locale).revision}

    async def hear(self, _: Mapping[str, Any] | None = None) -> None:
        """Overlays were published, or signals were lost: what is asked next is read again."""
        self._layered.clear()
        self._types.clear()

    async def recover(self, actor: Actor) -> None:
        """Compile all pages of an actor: another process, or this one before a restart, gave him their documents."""
        if actor.template is None:
            return
        async with self._database.read(actor) as session:
            seen = await self.of(session, actor)
        for key in seen.configuration.pages:
            seen.configuration.page(key)

    async def _layers(self, session: ReadSession, audience: Audience) -> Layered:
        overlay_ids, patches = await published_overlays(session, *audience)
        form_ids, forms = await filling_forms(session, audience[1], self.compiler.base.form_uses)
        overlay_ids = (*overlay_ids, *form_ids)
        layered = self._layered.get(audience)
        if layered is None or layered.overlay_ids != overlay_ids:
            layered = Layered(overlay_ids, self._page_set(audience, patches, filling_overlays(forms)))
            self._layered[audience] = layered
        return layered

    def _page_set(
        self,
        audience: Audience,
        patches: Mapping[str, Sequence[Mapping[str, Any]]],
        filled: Mapping[str, Sequence[Overlay]],
    ) -> PageSet:
        layers: dict[str, list[Overlay]] = {key: list(overlays) for key, overlays in filled.items()}
        for key, stored in patches.items():
            try:
                layers[key] = [*layers.get(key, ()), *(read(Overlay, patch) for patch in stored)]
            except InvalidDefinition as error:
                log.error("overlay_unreadable", audience=audience, page=key, mistakes=str(error))
        page_set = self.compiler.page_set(layers)
        if page_set.broken:
            log.error("overlay_does_not_fit", audience=audience, mistakes=[str(one) for one in page_set.broken])
        return page_set

    def _view(self, audience: Audience, layered: Layered, grants: Grants, locale: Locale) -> Seen:
        key = (audience, layered.overlay_ids, grants.codes, locale)
        seen = self._seen.get(key)
        if seen is None:
            decided_by = [self.compiler.digest, audience, layered.overlay_ids, sorted(grants.codes), locale]
            configuration = self.compiler.configuration(layered.page_set, grants.codes.__contains__, locale)
            seen = self._seen[key] = Seen(*audience, configuration, revision_of(decided_by))
            if len(self._seen) > KEPT:
                self._seen.popitem(last=False)
        self._seen.move_to_end(key)
        return seen


_serving: WeakKeyDictionary[Database, Configurations] = WeakKeyDictionary()


def serving(database: Database) -> Configurations | None:
    """The configurations that this process serves for a database, if it does."""
    return _serving.get(database)


def configurations_of(context: GraphContext) -> Configurations:
    """The configurations of the process that serves an operation.

    Raises:
        RuntimeError: the composition root made none for its database.
    """
    try:
        return _serving[context.database]
    except KeyError:
        raise RuntimeError("no page configurations serve this database") from None
