import { z } from 'zod';
import { amountFact, dateFact, type Fact, numberFact, titleFact } from '../conversation/claims/facts.js';
import { listWishlist } from '../recommendations/list-wishlist.js';
import { typeName } from './item-words.js';
import { defineTool } from './tool.js';

/** What the user saved, with today's prices. */
export const wishlistTool = defineTool({
  name: 'get_wishlist',
  description: 'The items the user saved for later, with their prices.',
  schema: z.object({}),
  examples: [{}],
  private: false,
  effect: 'reads',
  async call(context, turn) {
    const wishes = await listWishlist(context, { userId: turn.userId });
    const { voice } = turn;
    if (wishes.length === 0)
      return {
        text: 'Your wishlist is empty. Say “save the first one” under my ideas, and it lands here.',
        facts: [],
      };
    const facts: Fact[] = [numberFact('wishlist', 'count', wishes.length, 'count')];
    const lines = wishes.slice(0, 12).map((wish, index) => {
      const { item, currentPrice, targetPrice, priceAsOf } = wish;
      facts.push(titleFact(item.title, item.id));
      if (currentPrice) facts.push(amountFact(item.title, 'price', currentPrice, true));
      if (item.priceMax) facts.push(amountFact(item.title, 'highest price', item.priceMax, true));
      if (targetPrice) facts.push(amountFact(item.title, 'target price', targetPrice));
      if (priceAsOf) facts.push(dateFact(item.title, 'price date', priceAsOf));
      const price = currentPrice
        ? item.priceMax && item.priceMax.minor > currentPrice.minor
          ? `up to about ${voice.money(item.priceMax)}`
          : currentPrice.minor === 0
            ? 'free'
            : `about ${voice.money(currentPrice)}${priceAsOf ? ` (${voice.date(priceAsOf)})` : ''}`
        : 'price not known';
      const target = targetPrice ? `, waiting for ${voice.money(targetPrice)}` : '';
      return `${index + 1}. **${item.title}** (${typeName(item.type)}): ${price}${target}${wish.reached && targetPrice ? '. Your price is reached!' : ''}`;
    });
    const more = wishes.length > lines.length ? `\n…and ${wishes.length - lines.length} more` : '';
    const offered = wishes.slice(0, 12).map(({ item, currentPrice }) => ({
      itemId: item.id,
      recommendationId: null,
      title: item.title,
      type: item.type,
      cost: currentPrice,
    }));
    return {
      text: `On your wishlist:\n\n${lines.join('\n')}${more}`,
      facts,
      memory: { offered, planned: false, subject: null },
    };
  },
});
