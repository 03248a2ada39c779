"""What each command of the linear mode says, line by line, over the fact file that was written for tests.

The lines are wrapped here at 100 letters; a pipe gets them whole.
"""

from __future__ import annotations

import pytest

from eujdef_tui.linear.command_table import COMMANDS, command_of
from eujdef_tui.store import Base
from tests.helpers.linear import hear, shown

# What is typed, a line each behind ">", and what is said to it.
SESSIONS = {
    "a search reads the answers, the best with its proof": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
""",
    "a number reads an answer: heading, why it matched, sheet, proof": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> 1
Metre Convention, agreement, treaty, 1 article.
Matched: convention in the name.
Steps: signed 20 May 1875, happened.
Between: Japan, link 1; Sweden, link 2; Norway, link 3.
Binding force: legal.
Subject: Common measures, and a bureau that keeps them.
Also called: Convention du Mètre, native, in French, from outside the articles.
Related: agreement, rule: Definition of the kilogram by the Planck constant, link 4, The new
definition took effect on the day the convention was signed.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
7 more lines of the sheet: more reads on.
""",
    "more reads the rest of the sheet": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> 1
Metre Convention, agreement, treaty, 1 article.
Matched: convention in the name.
Steps: signed 20 May 1875, happened.
Between: Japan, link 1; Sweden, link 2; Norway, link 3.
Binding force: legal.
Subject: Common measures, and a bureau that keeps them.
Also called: Convention du Mètre, native, in French, from outside the articles.
Related: agreement, rule: Definition of the kilogram by the Planck constant, link 4, The new
definition took effect on the day the convention was signed.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
7 more lines of the sheet: more reads on.
> more
Events, 3 in all: happened: Metre Convention signed by seventeen states, link 5, 20 May 1875.
happened: Japan joins the Metre Convention, link 6, 1885.
happened: International Bureau of Weights and Measures created, link 7, undated.
Step by step: happened: signed, 20 May 1875, “On 20 May 1875”, explicit, word for word in Measures.
Why: a convention signed by states.
Said of it, 1 in all: figure: States that are members of the Metre Convention; the article says
more than this, link 8, 1 November 2024.
1 more line: more reads on.
""",
    "n and p walk the quotes round": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> 1
Metre Convention, agreement, treaty, 1 article.
Matched: convention in the name.
Steps: signed 20 May 1875, happened.
Between: Japan, link 1; Sweden, link 2; Norway, link 3.
Binding force: legal.
Subject: Common measures, and a bureau that keeps them.
Also called: Convention du Mètre, native, in French, from outside the articles.
Related: agreement, rule: Definition of the kilogram by the Planck constant, link 4, The new
definition took effect on the day the convention was signed.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
7 more lines of the sheet: more reads on.
> n
Second of three quotes, word for word, Measures, about May 2023, sentence 4 of 13.
Quote begins, The convention created the International Bureau of Weights and Measures, quote ends,
known by its French initials as the BIPM, and gave it a home at Sèvres, near Paris.
> n
Third of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, representatives of seventeen states signed the Metre Convention in Paris. All of it
is the quote.
> n
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
> p
Third of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, representatives of seventeen states signed the Metre Convention in Paris. All of it
is the quote.
""",
    "more and less page through answers, and at the ends say so": """
> kilogram
12 answers for kilogram, 1 to 5.
Timeline 4, actors 1, agreements 2, statements 2, tensions 1, sources 2.
1. International prototype of the kilogram, artefact.
The only quote, word for word, The Daily Balance, 1 November 2024, sentence 3 of 14.
Quote begins, The international prototype of the kilogram, called “Le Grand K” quote ends, was cast
in 1879 and kept under glass at Sèvres.
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
3. International prototype of the kilogram cast, 1879, happened, articles differ.
4. Since when the cylinder was the kilogram, articles differ, in 2 articles.
5. General Conference votes for a new kilogram, 16 November 2018, happened.
7 more: more reads on.
> more
12 answers for kilogram, 6 to 10.
6. For 130 years one cylinder decided what a kilogram was, statement.
7. Metre Convention, agreement, treaty, signed 20 May 1875, through Definition of the kilogram by
the Planck constant.
8. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ, through
International prototype of the kilogram.
9. Third comparison of the cylinder with its copies, 1988 to 1992, happened.
10. The fixed value of the Planck constant, figure, 6.62607015 10⁻³⁴ joule seconds, through
Definition of the kilogram by the Planck constant.
2 more: more reads on.
>
12 answers for kilogram, 11 to 12.
11. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
12. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> less
12 answers for kilogram, 6 to 10.
6. For 130 years one cylinder decided what a kilogram was, statement.
7. Metre Convention, agreement, treaty, signed 20 May 1875, through Definition of the kilogram by
the Planck constant.
8. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ, through
International prototype of the kilogram.
9. Third comparison of the cylinder with its copies, 1988 to 1992, happened.
10. The fixed value of the Planck constant, figure, 6.62607015 10⁻³⁴ joule seconds, through
Definition of the kilogram by the Planck constant.
2 more: more reads on.
> less
12 answers for kilogram, 1 to 5.
Timeline 4, actors 1, agreements 2, statements 2, tensions 1, sources 2.
1. International prototype of the kilogram, artefact.
The only quote, word for word, The Daily Balance, 1 November 2024, sentence 3 of 14.
Quote begins, The international prototype of the kilogram, called “Le Grand K” quote ends, was cast
in 1879 and kept under glass at Sèvres.
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
3. International prototype of the kilogram cast, 1879, happened, articles differ.
4. Since when the cylinder was the kilogram, articles differ, in 2 articles.
5. General Conference votes for a new kilogram, 16 November 2018, happened.
7 more: more reads on.
> from 7
12 answers for kilogram, 7 to 11.
7. Metre Convention, agreement, treaty, signed 20 May 1875, through Definition of the kilogram by
the Planck constant.
8. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ, through
International prototype of the kilogram.
9. Third comparison of the cylinder with its copies, 1988 to 1992, happened.
10. The fixed value of the Planck constant, figure, 6.62607015 10⁻³⁴ joule seconds, through
Definition of the kilogram by the Planck constant.
11. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
1 more: more reads on.
> list
12 answers for kilogram, 1 to 5.
Timeline 4, actors 1, agreements 2, statements 2, tensions 1, sources 2.
1. International prototype of the kilogram, artefact.
The only quote, word for word, The Daily Balance, 1 November 2024, sentence 3 of 14.
Quote begins, The international prototype of the kilogram, called “Le Grand K” quote ends, was cast
in 1879 and kept under glass at Sèvres.
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
3. International prototype of the kilogram cast, 1879, happened, articles differ.
4. Since when the cylinder was the kilogram, articles differ, in 2 articles.
5. General Conference votes for a new kilogram, 16 November 2018, happened.
7 more: more reads on.
""",
    "next, previous, first and last read answers beside one another": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> j
2. Survey of the meridian from Dunkirk to Barcelona, happened, survey, 1 article.
Matched: delambre through Jean-Baptiste Delambre.
When: 1792 to 1798, happened, in the article’s words “From 1792 to 1798”
Who: Jean-Baptiste Delambre, link 1; Pierre Méchain, link 2.
How it was dated: explicit.
Said of it, 1 in all: figure: The metre of the survey is short of one ten-millionth of the way from
the pole to the equator, link 3.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre Méchain measured the meridian
between Dunkirk and Barcelona. All of it is the quote.
> next 2
4. Measures, about May 2023, source, article magazine, 19 facts.
Matched: delambre in the article.
Title: The metre, from a bar to a beam of light.
When: about May 2023.
Of its text: 10 of 13 sentences carry facts.
By: Ada Arpent.
Published in: The Measures Reader.
Language: English.
The only match of delambre.
Sentence 7, 3 facts on it: From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre
Méchain measured the meridian between Dunkirk and Barcelona.
22 more lines of the sheet: more reads on.
> next
There are no more answers that way: they go from 1 to 4.
> k
3. Pierre Méchain, person, 1 article.
Matched: delambre in the description.
Who: Astronomer; measured the meridian with Jean-Baptiste Delambre.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> first
1. Jean-Baptiste Delambre, person, 1 article.
Matched: delambre in the name.
Who: Astronomer; measured the meridian with Pierre Méchain.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> last
4. Measures, about May 2023, source, article magazine, 19 facts.
Matched: delambre in the article.
Title: The metre, from a bar to a beam of light.
When: about May 2023.
Of its text: 10 of 13 sentences carry facts.
By: Ada Arpent.
Published in: The Measures Reader.
Language: English.
The only match of delambre.
Sentence 7, 3 facts on it: From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre
Méchain measured the meridian between Dunkirk and Barcelona.
22 more lines of the sheet: more reads on.
> k 2
2. Survey of the meridian from Dunkirk to Barcelona, happened, survey, 1 article.
Matched: delambre through Jean-Baptiste Delambre.
When: 1792 to 1798, happened, in the article’s words “From 1792 to 1798”
Who: Jean-Baptiste Delambre, link 1; Pierre Méchain, link 2.
How it was dated: explicit.
Said of it, 1 in all: figure: The metre of the survey is short of one ten-millionth of the way from
the pole to the equator, link 3.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre Méchain measured the meridian
between Dunkirk and Barcelona. All of it is the quote.
""",
    "links are listed, followed and come back from": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> 1
Metre Convention, agreement, treaty, 1 article.
Matched: convention in the name.
Steps: signed 20 May 1875, happened.
Between: Japan, link 1; Sweden, link 2; Norway, link 3.
Binding force: legal.
Subject: Common measures, and a bureau that keeps them.
Also called: Convention du Mètre, native, in French, from outside the articles.
Related: agreement, rule: Definition of the kilogram by the Planck constant, link 4, The new
definition took effect on the day the convention was signed.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
7 more lines of the sheet: more reads on.
> l
Link 1. Japan.
Link 2. Sweden.
Link 3. Norway.
Link 4. Definition of the kilogram by the Planck constant.
Link 5. Metre Convention signed by seventeen states.
Link 6. Japan joins the Metre Convention.
Link 7. International Bureau of Weights and Measures created.
Link 8. States that are members of the Metre Convention; the article says more than this.
> l 2
Sweden, country, 1 article.
Dated facts that name it: 1 in the second quarter of 1875.
Takes part in, 1 in all: happened: Metre Convention signed by seventeen states, link 1, 20 May
1875.
Party to, 1 in all: agreement, treaty: Metre Convention, link 2.
Country code: SE.
The only quote, word for word, Measures, about May 2023, sentence 3 of 13.
Sweden and Norway, then united under one king, signed together and counted as one of the seventeen.
All of it is the quote.
> b
Metre Convention, agreement, treaty, 1 article.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
> link 9
There is no link 9: they go from 1 to 8, and link reads them.
""",
    "the article is read from the quote on, with what rests on each sentence": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> 1
Jean-Baptiste Delambre, person, 1 article.
Matched: delambre in the name.
Who: Astronomer; measured the meridian with Pierre Méchain.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> a
Measures, about May 2023, The metre, from a bar to a beam of light, 13 sentences.
Sentence 7, this fact rests on it: From 1792 to 1798, quote begins, the astronomers Jean-Baptiste
Delambre and Pierre Méchain, quote ends, measured the meridian between Dunkirk and Barcelona.
Sentence 8, 1 fact on it: Their metre came out about 0.2 millimetres short of one ten-millionth of
the way from the pole to the equator.
Sentence 9, 3 facts on it: In 1889 the first General Conference on Weights and Measures sanctioned
a bar of platinum and iridium as the international prototype of the metre, and a cylinder of the
same alloy as that of the kilogram.
Sentence 10, 1 fact on it: In 1960 the General Conference gave up the bar.
Sentence 11, 2 facts on it: It defined the metre by an orange-red line in the spectrum of
krypton-86, with 1,650,763.73 wavelengths to the metre.
Sentence 12, 2 facts on it: Since 1983 the General Conference has defined the metre by the distance
that light travels in a vacuum in 1/299,792,458 of a second.
1 more sentence: more reads on.
> more
Sentence 13: Few people who buy cloth by the metre think of any of this.
The article ends here.
> a 1
Measures, about May 2023, The metre, from a bar to a beam of light, 13 sentences.
Sentence 1: The metre, from a bar to a beam of light
Sentence 2, 2 facts on it: On 20 May 1875, representatives of seventeen states signed the Metre
Convention in Paris.
Sentence 3, 3 facts on it: Sweden and Norway, then united under one king, signed together and
counted as one of the seventeen.
Sentence 4, 3 facts on it: The convention created the International Bureau of Weights and Measures,
known by its French initials as the BIPM, and gave it a home at Sèvres, near Paris.
Sentence 5, 2 facts on it: Japan (日本) joined in 1885.
Sentence 6: The idea of the metre was older.
7 more sentences: more reads on.
> less
This is the beginning of the article: more reads on.
> a 99
There is no sentence 99: they go from 1 to 13.
""",
    "words are sought in the article, and n walks the matches until b": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> 1
Jean-Baptiste Delambre, person, 1 article.
Matched: delambre in the name.
Who: Astronomer; measured the meridian with Pierre Méchain.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> seek metre
Fourth of ten matches of metre.
Sentence 8, 1 fact on it: Their metre came out about 0.2 millimetres short of one ten-millionth of
the way from the pole to the equator.
> n
Fifth of ten matches of metre.
Sentence 8, 1 fact on it: Their metre came out about 0.2 millimetres short of one ten-millionth of
the way from the pole to the equator.
> p
Fourth of ten matches of metre.
Sentence 8, 1 fact on it: Their metre came out about 0.2 millimetres short of one ten-millionth of
the way from the pole to the equator.
> b
The seek is ended.
> n
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> seek nothing-such
nothing-such is not in this article: find nothing-such searches everything.
""",
    "the facts on a sentence are listed": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> 1
Jean-Baptiste Delambre, person, 1 article.
Matched: delambre in the name.
Who: Astronomer; measured the meridian with Pierre Méchain.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> f
3 facts on sentence 7.
1. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened.
2. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
> facts 9
3 facts on sentence 9.
1. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ.
2. General Conference on Weights and Measures, public body.
3. Since when the cylinder was the kilogram, articles differ, in 2 articles.
> facts 13
No fact rests on sentence 13: article reads which ones do.
> facts 99
There is no sentence 99: they go from 1 to 13.
""",
    "back leads through every place to the beginning": """
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> 1
Jean-Baptiste Delambre, person, 1 article.
Matched: delambre in the name.
Who: Astronomer; measured the meridian with Pierre Méchain.
Dated facts that name it: 1 in the first quarter of 1792.
Takes part in, 1 in all: happened: Survey of the meridian from Dunkirk to Barcelona, link 1, 1792
to 1798.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> a
Measures, about May 2023, The metre, from a bar to a beam of light, 13 sentences.
Sentence 7, this fact rests on it: From 1792 to 1798, quote begins, the astronomers Jean-Baptiste
Delambre and Pierre Méchain, quote ends, measured the meridian between Dunkirk and Barcelona.
Sentence 8, 1 fact on it: Their metre came out about 0.2 millimetres short of one ten-millionth of
the way from the pole to the equator.
Sentence 9, 3 facts on it: In 1889 the first General Conference on Weights and Measures sanctioned
a bar of platinum and iridium as the international prototype of the metre, and a cylinder of the
same alloy as that of the kilogram.
Sentence 10, 1 fact on it: In 1960 the General Conference gave up the bar.
Sentence 11, 2 facts on it: It defined the metre by an orange-red line in the spectrum of
krypton-86, with 1,650,763.73 wavelengths to the metre.
Sentence 12, 2 facts on it: Since 1983 the General Conference has defined the metre by the distance
that light travels in a vacuum in 1/299,792,458 of a second.
1 more sentence: more reads on.
> b
Jean-Baptiste Delambre, person, 1 article.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
> b
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> b
You are at the beginning: all gives a first look.
> b
There is nothing to go back to: type a name, a word, a date or a question.
> b
There is nothing to go back to: type a name, a word, a date or a question.
""",
    "views narrow the answers, and drop lists all": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> views
You are in all. Timeline 3, actors 1, agreements 2, statements 1, sources 2.
> agreements
Agreements: 2 answers for convention.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
> ]
Statements: 1 answer for convention.
1. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
The only quote, word for word, The Daily Balance, 1 November 2024, sentence 12 of 14.
More than sixty states are now members of the Metre Convention. All of it is the quote.
> [
Agreements: 2 answers for convention.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
> tensions
No answer for convention is in tensions: drop lists all tensions. Timeline 3, actors 1, agreements
2, statements 1, sources 2.
> drop
Agreements, 4 in all.
Treaty:
1. Metre Convention, agreement, treaty, signed 20 May 1875.
Not an agreement: rule:
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
3. Definition of the metre by krypton-86, agreement, rule, adopted 1960.
4. Definition of the metre by the speed of light, agreement, rule, in use 1983 or later.
> drop
No query is asked: type a name, a word, a date or a question.
""",
    "each view lists its records under its headings": """
> actors
Actors, 10 in all, 1 to 5.
Person:
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
2. Bryan Kibble, person.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
Country:
4. Japan, country.
5. Norway, country.
5 more: more reads on.
> agreements
Agreements, 4 in all.
Treaty:
1. Metre Convention, agreement, treaty, signed 20 May 1875.
Not an agreement: rule:
2. Definition of the kilogram by the Planck constant, agreement, rule, entry into force 20 May
2019.
3. Definition of the metre by krypton-86, agreement, rule, adopted 1960.
4. Definition of the metre by the speed of light, agreement, rule, in use 1983 or later.
> statements
Statements, 8 in all, 1 to 5.
The articles themselves:
1. It is not known whether the copies grew heavier or the original lighter, statement.
2. What defines weight cannot be weighed, statement.
3. For 130 years one cylinder decided what a kilogram was, statement.
Figures:
4. The metre of the survey is short of one ten-millionth of the way from the pole to the equator,
figure, 0.2 millimetres.
5. Wavelengths of the krypton-86 line to the metre, figure, 1650763.73 wavelengths.
3 more: more reads on.
> tensions
Tensions, 1 in all.
Where the articles differ, or seem to, and how to read them:
1. Since when the cylinder was the kilogram, articles differ, in 2 articles.
> sources
Sources, 2 in all.
1. Measures, The metre, from a bar to a beam of light, source, about May 2023.
2. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
""",
    "the timeline opens before today, which has a line of its own": """
> timeline
Timeline, 10 in all, 8 to 10.
8. General Conference votes for a new kilogram, 16 November 2018, happened.
Today is 1 September 2025.
9. Redefinition of the second, 2030, planned, not yet due.
10. International Bureau of Weights and Measures created, undated, happened.
> less
Timeline, 10 in all, 3 to 7.
3. International prototype of the kilogram cast, 1879, happened, articles differ.
4. Japan joins the Metre Convention, 1885, happened.
5. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ.
6. The metre is defined by light, 1983 or later, happened.
7. Third comparison of the cylinder with its copies, 1988 to 1992, happened.
3 more: more reads on.
""",
    "a first look shows what is to come, what differs, and the articles": """
> all
A first look.
To come:
1. Redefinition of the second, 2030, planned, not yet due.
Articles differ:
2. Since when the cylinder was the kilogram, articles differ, in 2 articles.
Sources:
3. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
""",
    "a date leads into the timeline, or to the nearest": """
> date 1875
Timeline, 10 in all, 2 to 6.
2. Metre Convention signed by seventeen states, 20 May 1875, happened.
3. International prototype of the kilogram cast, 1879, happened, articles differ.
4. Japan joins the Metre Convention, 1885, happened.
5. Bar and cylinder sanctioned as prototypes, 1889, happened, articles differ.
6. The metre is defined by light, 1983 or later, happened.
4 more: more reads on.
> date 1900
Nothing in 1900: this is the nearest that follows, or the last.
Timeline, 10 in all, 6 to 10.
6. The metre is defined by light, 1983 or later, happened.
7. Third comparison of the cylinder with its copies, 1988 to 1992, happened.
8. General Conference votes for a new kilogram, 16 November 2018, happened.
Today is 1 September 2025.
9. Redefinition of the second, 2030, planned, not yet due.
10. International Bureau of Weights and Measures created, undated, happened.
> date
Which date? For example date 2024, or date 1 november 2024.
> t 2019
Nothing in 2019: this is the nearest that follows, or the last.
Timeline, 10 in all, 9 to 10.
Today is 1 September 2025.
9. Redefinition of the second, 2030, planned, not yet due.
10. International Bureau of Weights and Measures created, undated, happened.
""",
    "where nothing is found it says why, and yes takes the mended words": """
> metre zzzz
Nothing found for metre zzzz.
33 facts were read, and 27 sentences of 2 articles.
zzzz stands in none of them.
metre: 12 facts and 2 articles have it.
Nearest, not all words, 1 to 5.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
2. Definition of the metre by krypton-86, agreement, rule, adopted 1960.
3. Definition of the metre by the speed of light, agreement, rule, in use 1983 or later.
4. Japan joins the Metre Convention, 1885, happened.
5. Metre Convention signed by seventeen states, 20 May 1875, happened.
1 more: more reads on.
> yes
There is nothing to say yes to: it takes mended words where nothing was found.
> mark all
No answers are listed that could be marked: type a name or a word.
> delambr paris
Nothing found for delambr paris.
33 facts were read, and 27 sentences of 2 articles.
All of it is somewhere in 1 article, but none answers it.
Nearest, 1 to 5.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain, matched
by its beginning, delambr as Delambre.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, matched by its
beginning, delambr as Delambre, through Jean-Baptiste Delambre.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. International Bureau of Weights and Measures created, undated, happened.
5. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre, matched
by its beginning, delambr as delambre.
1 more: more reads on.
> yes
There is nothing to say yes to: it takes mended words where nothing was found.
""",
    "a field is completed from what is known": """
> fields
Fields of a query, 1 to 5.
1. kind: event, actor, agreement, or a finer kind such as summit.
2. actor: records of and about this actor.
3. party: agreements with this party.
4. agreement: records of and about this agreement.
5. source: what rests on this source.
10 more: more reads on.
> 1
It may become, 1 to 5.
1. kind:actor, 10 records.
2. kind:event, 10 records.
3. kind:statement, 8 records.
4. kind:agreement, 4 records.
5. kind:source, 2 records.
22 more: more reads on.
> 1
10 answers for kind:actor, 1 to 5.
Actors 10.
1. General Conference on Weights and Measures, public body.
First of two quotes, word for word, Measures, about May 2023, sentence 9 of 13.
In 1889, quote begins, the first General Conference on Weights and Measures, quote ends, sanctioned
a bar of platinum and iridium as the international prototype of the metre, and a cylinder of the
same alloy as that of the kilogram.
2. International prototype of the kilogram, artefact.
3. Japan, country.
4. Norway, country.
5. Sweden, country.
5 more: more reads on.
> suggest kind:t
It may become.
1. kind:tension, 1 record.
2. kind:treaty, 1 record.
> suggest zzzz
Nothing is known to begin like zzzz: fields lists the fields.
> suggest
Suggest for which word? For example suggest kind:p, or fields for all fields.
> kind:nothing
At letter 6: there is no kind nothing.
Did you mean signing or founding?
> is:
It may become, 1 to 5.
1. is:happened, it happened.
2. is:planned, it is planned.
3. is:legal, it binds in law.
4. is:unknown, whether it binds is not told.
5. is:corroborated, independent sources tell it.
2 more: more reads on.
""",
    "earlier searches are asked again by number": """
> searches
No search is kept yet: one that finds something is kept.
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> kibble
2 answers for kibble.
Actors 1, sources 1.
1. Bryan Kibble, person.
First of two quotes, word for word, The Daily Balance, 1 November 2024, sentence 11 of 14.
One way to realise the unit is, quote begins, a balance proposed in 1975 by Bryan Kibble, quote
ends, a physicist at the National Physical Laboratory in Britain.
2. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
> searches
Earlier searches.
1. kibble.
2. delambre.
> 2
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
""",
    "the card is short and whole": """
> convention
9 answers for convention, 1 to 5.
Timeline 3, actors 1, agreements 2, statements 1, sources 2.
1. Metre Convention, agreement, treaty, signed 20 May 1875.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
2. Japan joins the Metre Convention, 1885, happened.
3. Metre Convention signed by seventeen states, 20 May 1875, happened.
4. States that are members of the Metre Convention; the article says more than this, figure, 60
states, 1 November 2024.
5. International Bureau of Weights and Measures created, undated, happened, through Metre
Convention.
4 more: more reads on.
> 1
Metre Convention, agreement, treaty, 1 article.
Matched: convention in the name.
Steps: signed 20 May 1875, happened.
Between: Japan, link 1; Sweden, link 2; Norway, link 3.
Binding force: legal.
Subject: Common measures, and a bureau that keeps them.
Also called: Convention du Mètre, native, in French, from outside the articles.
Related: agreement, rule: Definition of the kilogram by the Planck constant, link 4, The new
definition took effect on the day the convention was signed.
First of three quotes, word for word, Measures, about May 2023, sentence 2 of 13.
On 20 May 1875, quote begins, representatives of seventeen states signed the Metre Convention in
Paris, quote ends.
7 more lines of the sheet: more reads on.
> card
Metre Convention, agreement, treaty, 1 article.
signed 20 May 1875.
“representatives of seventeen states signed the Metre Convention in Paris”
“The convention created the International Bureau of Weights and Measures”
“On 20 May 1875, representatives of seventeen states signed the Metre Convention in Paris.”
word for word, Measures, about May 2023.
""",
    "marks are set, listed, undone and taken off": """
> kibble
2 answers for kibble.
Actors 1, sources 1.
1. Bryan Kibble, person.
First of two quotes, word for word, The Daily Balance, 1 November 2024, sentence 11 of 14.
One way to realise the unit is, quote begins, a balance proposed in 1975 by Bryan Kibble, quote
ends, a physicist at the National Physical Laboratory in Britain.
2. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
> m
Marked: Bryan Kibble.
> m
Mark taken off: Bryan Kibble.
> undo
1 marked, as before.
> delambre
4 answers for delambre.
Timeline 1, actors 2, sources 1.
1. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798, quote begins, the astronomers Jean-Baptiste Delambre and Pierre Méchain, quote
ends, measured the meridian between Dunkirk and Barcelona.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, through Jean-Baptiste
Delambre.
3. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre.
4. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> m 2
Marked: Survey of the meridian from Dunkirk to Barcelona.
> mark all
3 more marked.
> marks
5 marked facts.
1. Bryan Kibble, person, marked.
2. Survey of the meridian from Dunkirk to Barcelona, 1792 to 1798, happened, marked.
3. Jean-Baptiste Delambre, person, Astronomer; measured the meridian with Pierre Méchain, marked.
4. Pierre Méchain, person, Astronomer; measured the meridian with Jean-Baptiste Delambre, marked.
5. Measures, The metre, from a bar to a beam of light, source, about May 2023, marked.
> unmark all
5 marks taken off.
> marks
No fact is marked: mark marks the one that is read, and mark 3 answer 3.
> undo
5 marked, as before.
> undo
2 marked, as before.
""",
    "a copy stands between two lines in any form": """
> kibble
2 answers for kibble.
Actors 1, sources 1.
1. Bryan Kibble, person.
First of two quotes, word for word, The Daily Balance, 1 November 2024, sentence 11 of 14.
One way to realise the unit is, quote begins, a balance proposed in 1975 by Bryan Kibble, quote
ends, a physicist at the National Physical Laboratory in Britain.
2. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
> c plain
Copy begins, 1 fact as plain:
Bryan Kibble

“a balance proposed in 1975 by Bryan Kibble”
— Staff of The Daily Balance, “Farewell to a cylinder,” The Daily Balance, 1 Nov 2024, sentence
11

Bryan Kibble: physicist, National Physical Laboratory

“Bryan Kibble, a physicist at the National Physical Laboratory”
— Staff of The Daily Balance, “Farewell to a cylinder,” The Daily Balance, 1 Nov 2024, sentence
11
Copy ends, 384 characters not copied: Not a directory: /dev/null/none/copied.txt.
> c bibtex
Copy begins, 1 fact as bibtex:
@article{kilogram-article,
author = {{Staff of The Daily Balance}},
title = {{Farewell to a cylinder}},
journal = {The Daily Balance},
date = {2024-11-01},
year = {2024},
month = nov,
annote = {Bryan Kibble — “a balance proposed in 1975 by Bryan Kibble” (sentence 11). Bryan
Kibble: physicist, National Physical Laboratory — “Bryan Kibble, a physicist at the National
Physical Laboratory” (sentence 11).},
}
Copy ends, 421 characters not copied: Not a directory: /dev/null/none/copied.txt.
> Y
Copy begins, 1 fact as bibtex:
@article{kilogram-article,
author = {{Staff of The Daily Balance}},
title = {{Farewell to a cylinder}},
journal = {The Daily Balance},
date = {2024-11-01},
year = {2024},
month = nov,
annote = {Bryan Kibble — “a balance proposed in 1975 by Bryan Kibble” (sentence 11). Bryan
Kibble: physicist, National Physical Laboratory — “Bryan Kibble, a physicist at the National
Physical Laboratory” (sentence 11).},
}
Copy ends, 421 characters not copied: Not a directory: /dev/null/none/copied.txt.
""",
    "an article that was found by its words opens at them": """
> meridian kind:source
1 answer for meridian kind:source.
Sources 1.
1. Measures, The metre, from a bar to a beam of light, source, about May 2023.
> 1
Measures, about May 2023, source, article magazine, 19 facts.
Matched: meridian in the article.
Title: The metre, from a bar to a beam of light.
When: about May 2023.
Of its text: 10 of 13 sentences carry facts.
By: Ada Arpent.
Published in: The Measures Reader.
Language: English.
The only match of meridian.
Sentence 7, 3 facts on it: From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre
Méchain measured the meridian between Dunkirk and Barcelona.
22 more lines of the sheet: more reads on.
> n
The only match of meridian.
Sentence 7, 3 facts on it: From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre
Méchain measured the meridian between Dunkirk and Barcelona.
""",
    "a difference is read with both sides": """
> tensions
Tensions, 1 in all.
Where the articles differ, or seem to, and how to read them:
1. Since when the cylinder was the kilogram, articles differ, in 2 articles.
> 1
Since when the cylinder was the kilogram, articles differ, 2 articles, 2 facts.
The Daily Balance, 1 November 2024: “was cast in 1879 and kept under glass at Sèvres”
Measures, about May 2023: “a cylinder of the same alloy as that of the kilogram”
How to read it: It was cast in 1879, but sanctioned in 1889; the 130 years to 2019 count from the
second.
Facts: happened: International prototype of the kilogram cast, link 1, 1879.
happened: Bar and cylinder sanctioned as prototypes, link 2, 1889.
First of two quotes, word for word, The Daily Balance, 1 November 2024, sentence 3 of 14.
The international prototype of the kilogram, called “Le Grand K”, quote begins, was cast in 1879
and kept under glass at Sèvres, quote ends.
> n
Second of two quotes, word for word, Measures, about May 2023, sentence 9 of 13.
In 1889 the first General Conference on Weights and Measures sanctioned a bar of platinum and
iridium as the international prototype of the metre, and, quote begins, a cylinder of the same
alloy as that of the kilogram, quote ends.
""",
    "the day is told with what is to come": """
> today
Today is 1 September 2025, 1 to come.
is:coming and is:passed list them.
> is:coming
1 answer for is:coming.
Timeline 1.
1. Redefinition of the second, 2030, planned, not yet due.
The only quote, word for word, The Daily Balance, 1 November 2024, sentence 13 of 14.
The General Conference plans to redefine the second at its meeting in 2030. All of it is the quote.
> is:passed
Nothing found for is:passed.
33 facts were read, and 27 sentences of 2 articles.
is:passed fits none of them.
What can be asked:
kible, delam, bipm, 日本: names: misspelt, cut short, any script.
what did delambre say: a question.
16 nov 2018, 2018, before 2030: dates.
is:planned  source:metre-article: fields: the command fields lists them.
""",
    "what is not there is told with the way on": """
> n
No fact is read yet: ask for something, then the number of an answer reads it.
> read
No fact is read yet: ask for something, then the number of an answer reads it.
> 99
No answers are listed: type a name or a word, or all for a first look.
> c
No fact is read yet: ask for something, then the number of an answer reads it.
> a
No fact is read yet: ask for something, then the number of an answer reads it.
> l
No fact is read yet: ask for something, then the number of an answer reads it.
> from
From which number on? For example from 11.
> from 3
No answers are listed: type a name or a word, or all for a first look.
> seek
No fact is read yet: ask for something, then the number of an answer reads it.
> b
There is nothing to go back to: type a name, a word, a date or a question.
> yes
There is nothing to say yes to: it takes mended words where nothing was found.
> export
In which format? export takes jsonl, csv, web-annotation, ftm, timelinejs, csl-json, bibtex, ics,
svg, sqlite.
> saved
No search is saved: the fact file and the settings file may name some.
> reload
The fact file is as it was read: nothing is to be read anew.
> less
These are the first answers: more reads on.
> card
No fact is read yet: ask for something, then the number of an answer reads it.
> /
Nothing is asked for: type a name, a word, a date or a question.
> o
No fact is read yet: ask for something, then the number of an answer reads it.
""",
    "a source has no quotes": """
> sources
Sources, 2 in all.
1. Measures, The metre, from a bar to a beam of light, source, about May 2023.
2. The Daily Balance, Farewell to a cylinder, source, 1 November 2024.
> 1
Measures, about May 2023, source, article magazine, 19 facts.
Title: The metre, from a bar to a beam of light.
When: about May 2023.
Of its text: 10 of 13 sentences carry facts.
By: Ada Arpent.
Published in: The Measures Reader.
Language: English.
To read it, type article.
22 more lines of the sheet: more reads on.
> n
An article has no quotes: article reads it, and seek finds words in it.
> l 1
Survey of the meridian from Dunkirk to Barcelona, happened, survey, 1 article.
When: 1792 to 1798, happened, in the article’s words “From 1792 to 1798”
Who: Jean-Baptiste Delambre, link 1; Pierre Méchain, link 2.
How it was dated: explicit.
Said of it, 1 in all: figure: The metre of the survey is short of one ten-millionth of the way from
the pole to the equator, link 3.
The only quote, word for word, Measures, about May 2023, sentence 7 of 13.
From 1792 to 1798 the astronomers Jean-Baptiste Delambre and Pierre Méchain measured the meridian
between Dunkirk and Barcelona. All of it is the quote.
> b
Measures, about May 2023, source, article magazine, 19 facts.
""",
}


@pytest.mark.parametrize("session", SESSIONS.values(), ids=list(SESSIONS))
def test_a_session_says_what_it_said_when_it_was_read_over(metre: Base, session: str) -> None:
    lines = [line.removeprefix(">").strip() for line in session.splitlines() if line.startswith(">")]
    said = [
        f"> {line}".rstrip() + "\n" + shown(answer) for line, answer in zip(lines, hear(metre, *lines), strict=True)
    ]
    assert "\n".join(said).strip() == session.strip()


def test_every_command_is_in_some_session_or_in_another_test() -> None:
    elsewhere = {"again", "brief", "copy again", "edit", "help", "open", "quit", "reload", "saved", "export", "changes",
                 "verify", "check", "diff"}  # fmt: skip
    lines = [line for session in SESSIONS.values() for line in session.splitlines() if line.startswith(">")]
    heard = {command_of(line.removeprefix(">").strip()).name for line in lines}
    assert {one.name for one in COMMANDS} - heard - elsewhere == set()
