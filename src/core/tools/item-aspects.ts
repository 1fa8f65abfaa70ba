import type { CatalogueItem } from '../../domain/ranking/item.js';
import { getItem } from '../catalogue/get-item.js';
import { type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import type { Aspect } from '../conversation/understanding/aspects.js';
import type { CoreContext } from '../ports/context.js';
import { tells } from './item-traits.js';
import {
  costWords,
  itemDescription,
  itemFacts,
  lengthWords,
  playerWords,
  priceFootnote,
} from './item-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Answers one question about a thing: how long, for how many, from what age, on which service; then says what it is. */
export async function answerAspect(
  context: CoreContext,
  turn: ToolTurn,
  itemId: string,
  aspect: Aspect,
): Promise<ToolResult> {
  const { item, cost } = await getItem(context, { itemId, userId: turn.userId });
  const answer = aspectWords(item, aspect, turn);
  const footnote = priceFootnote([{ item, cost }], turn.voice);
  return {
    text: [
      answer.text,
      `**${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.`,
      footnote,
    ]
      .filter(Boolean)
      .join('\n\n'),
    facts: [...itemFacts(item, cost), ...answer.facts],
    memory: { subject: { itemId: item.id, title: item.title } },
  };
}

interface Answer {
  readonly text: string;
  readonly facts: readonly Fact[];
}

function aspectWords(item: CatalogueItem, aspect: Aspect, turn: ToolTurn): Answer {
  switch (aspect.about) {
    case 'length':
      return said(
        item.minutes === null
          ? 'How long it takes isn’t noted with it.'
          : `It ${item.type === 'movie' ? 'runs' : 'takes about'} **${lengthWords(item.minutes)}**.`,
      );
    case 'players':
      return playersAnswer(item, aspect.count);
    case 'age':
      return ageAnswer(item, aspect.years);
    case 'service':
      return serviceAnswer(item, aspect.name, turn);
    case 'trait':
      return traitAnswer(item, aspect.words, turn);
  }
}

function said(text: string, facts: readonly Fact[] = []): Answer {
  return { text, facts };
}

/** What the record says of it; that nothing is noted is no yes and no no. */
function traitAnswer(item: CatalogueItem, words: string, { voice }: ToolTurn): Answer {
  const filed = item.genres.length > 0 ? ` It’s filed under ${voice.list(item.genres.slice(0, 3))}.` : '';
  return tells(item, words) === null
    ? said(`Whether it’s ${words} isn’t noted with it.${filed}`)
    : said(`Yes, by what is noted with it.${filed}`);
}

function playersAnswer({ title, playersMin, playersMax }: CatalogueItem, count: number | null): Answer {
  if (playersMin === null || playersMax === null) return said('For how many it is isn’t noted with it.');
  const range = `it’s for **${playerWords(playersMin, playersMax)}**.`;
  if (count === null) return said(`I${range.slice(1)}`);
  const fits = count >= playersMin && count <= playersMax;
  return said(`${fits ? 'Yes' : `Not with ${count}`}: ${range}`, [
    numberFact(title, 'asked for', count, 'people'),
  ]);
}

function ageAnswer({ title, age }: CatalogueItem, years: number | null): Answer {
  if (age === null) return said('No age is noted with it, so have a look before a child does.');
  if (years === null)
    return said(age === 0 ? 'It’s for all ages.' : `It’s advised from **${age} years** up.`);
  const facts = [numberFact(title, 'asked age', years, 'years')];
  return years >= age
    ? said(`Yes: ${age === 0 ? 'it’s for all ages' : `it’s advised from **${age} years** up`}.`, facts)
    : said(`Rather not: it’s advised from **${age} years** up, and ${years} is younger.`, facts);
}

function serviceAnswer({ includedIn }: CatalogueItem, name: string, { voice }: ToolTurn): Answer {
  const services = [...new Set(includedIn.map(({ service }) => service))];
  const facts = [name, ...services].map(nameFact);
  if (services.includes(name)) return said(`Yes, it’s included in **${name}**.`, facts);
  const elsewhere =
    services.length > 0
      ? `I know it to be included in ${voice.list(services)}.`
      : 'I know of no subscription that includes it.';
  return said(`Not on ${name}, as far as I know. ${elsewhere} What streams where changes often.`, facts);
}
