"""Field types: how a value in a fact file is written.

`Annotated[T, SPEC]`: the type in memory, and the specification that the loader checks and the JSON Schema prints.
`ref:…` names the types of record an id may point at; "derived" values never stand in a fact file.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

Text: TypeAlias = Annotated[str, "text"]  # any words, cleaned
Id: TypeAlias = Annotated[str, "id"]  # a-z, 0-9 and inner hyphens; unique in the fact file
Word: TypeAlias = Annotated[str, "word"]  # an open vocabulary in lower-case-with-hyphens
Edtf: TypeAlias = Annotated[str, "date"]  # EDTF level 0-1, seasons and quarters
Language: TypeAlias = Annotated[str, "language"]  # BCP 47
Country: TypeAlias = Annotated[str, "country"]  # ISO 3166-1 alpha-2, capitals; EU is reserved there
Number: TypeAlias = Annotated[str, "number"]  # decimal digits with a point, kept as text
Flag: TypeAlias = Annotated[str, "flag"]  # true or false, kept as text
Derived: TypeAlias = Annotated[str, "derived"]  # never in a fact file; filled when the base is built
DerivedInt: TypeAlias = Annotated[int, "derived"]

ActorRef: TypeAlias = Annotated[str, "ref:actor"]
SourceRef: TypeAlias = Annotated[str, "ref:source"]
FactRef: TypeAlias = Annotated[str, "ref:actor,agreement,event,statement"]
SpeakerRef: TypeAlias = Annotated[str, "ref:actor,source"]
ActorRefs: TypeAlias = Annotated[tuple[str, ...], "refs:actor"]
AgreementRefs: TypeAlias = Annotated[tuple[str, ...], "refs:agreement"]
AnyRefs: TypeAlias = Annotated[tuple[str, ...], "refs:actor,agreement,event,statement"]

Status: TypeAlias = Literal["happened", "planned", "target", "reported"]
Binding: TypeAlias = Literal["legal", "political", "unknown"]
TensionKind: TypeAlias = Literal["difference", "reading"]
Grade: TypeAlias = Literal["", "verbatim", "normalised", "moved", "edited", "ambiguous", "orphan"]
