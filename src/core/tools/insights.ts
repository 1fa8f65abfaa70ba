import { z } from 'zod';
import { amountFact } from '../conversation/claims/facts.js';
import { getInsights } from '../finance/get-insights.js';
import { defineTool } from './tool.js';

/** What stands out in the user's money. */
export const insightsTool = defineTool({
  name: 'get_insights',
  description: 'What stands out in the user’s spending: changes, unusual charges, price rises, overlaps.',
  schema: z.object({}),
  examples: [{}],
  private: true,
  effect: 'reads',
  async call(context, turn) {
    const { insights, data } = await getInsights(context, { userId: turn.userId });
    if (insights.length === 0) {
      const text =
        data.statements === 0
          ? 'I have no statements yet to find anything in. Drop one here (PDF), and I’ll look.'
          : 'Nothing unusual: your spending looks steady.';
      return { text, facts: [] };
    }
    const facts = insights.flatMap((insight) =>
      insight.figures.map((figure) => amountFact(insight.kind, 'amount', figure.amount, figure.approximate)),
    );
    const opening = turn.voice.pick(
      'What stands out:',
      'A few things I noticed:',
      'Here’s what caught my eye:',
    );
    // One month has nothing to be compared with, and that is said.
    const alone =
      data.statements <= 1
        ? '\n\nI have only one statement so far, so I can’t say whether that’s more than usual. Drop the months before it (PDF), and I can.'
        : '';
    return {
      text: `${opening}\n\n${insights
        .slice(0, 6)
        .map((insight) => `- ${insight.text}`)
        .join('\n')}${alone}`,
      facts,
    };
  },
});
