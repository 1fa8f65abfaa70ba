import type { ToolTurn } from '../tools/tool.js';
import type { PlainIntent } from './understanding/intents.js';

/** What I can do, in the order in which people need it. */
export const HELP_TEXT = `Here’s what I can do:

- **Work out your fun budget.** Drop a bank statement, pay stub or receipt (PDF) here, or tell me: “I make 3,200 a month, my bills are 1,400”.
- **Find things that fit it.** “What can I do this weekend for under $30?”, “a co-op board game for four”, “plan a date night under $80”. Then “cheaper”, “something else”, “why that one?”.
- **Answer money questions.** “How much is left?”, “can I afford a $60 game?”, “how much did I spend on eating out last month?”
- **Remember.** “I have Netflix and hate horror”, “spent 18 on cinema”, “save the first one”, “seen it”.

Plain words work too: \`budget\`, \`spending\`, \`subscriptions\`, \`wishlist\`, \`documents\`, \`alerts\`, \`preferences\`, \`new\` (a fresh conversation), \`link\` (join another chat account), \`export\`, \`forget me\`.`;

/** An honest word where nothing was understood. */
export function fallbackText(turn: ToolTurn): string {
  return turn.voice.pick(
    'I’m not sure what you mean by that. I can find things to watch, read, play or do within your budget, and answer questions about your money. Try “what can I do this weekend for under $30?”, or say `help`.',
    'I didn’t get that one, sorry. Ask me for ideas (“something funny for tonight”), about your budget (“how much is left?”), or say `help` for everything I can do.',
  );
}

const PRIVACY = `What you tell me, your documents and what I worked out from them are kept for you alone, and used for nothing but answering you. I never sell or share them. In channels I don’t mention your money; that stays in our direct chat.

Say \`preferences\` to see what I know of your taste, \`documents\` for your files, \`export\` for a copy of everything, \`forget me\` to have it all deleted.`;

const JOKES: readonly [string, ...string[]] = [
  'I told my budget a joke. It didn’t have the balance to laugh.',
  'Why did the board game go to therapy? It had too many issues with its players.',
  'My favourite film about saving money? Anything from the library.',
];

/** Small talk, in a sentence or two; null for intents that are more than talk. */
export function smallTalk(kind: PlainIntent, turn: ToolTurn): string | null {
  const { voice } = turn;
  switch (kind) {
    case 'help':
      return HELP_TEXT;
    case 'greeting':
      return voice.pick(
        'Hi! I’m Matinee. I find you things to do, watch, read and play that fit your taste and your money. What are you in the mood for?',
        'Hello! Looking for something fun, or shall we look at your budget first?',
        'Hey! Tell me what you fancy and what it may cost, and I’ll find something.',
      );
    case 'thanks':
      return voice.pick('You’re welcome! Enjoy.', 'Any time. Have fun!', 'My pleasure. Tell me how it was!');
    case 'farewell':
      return voice.pick('Bye! Have a good one.', 'See you soon. Have fun!');
    case 'how-are-you':
      return voice.pick(
        'All good here, thanks. What shall we find for you today?',
        'Doing well! Ready for a film, a game or a night out?',
      );
    case 'who':
      return 'I’m Matinee, a budget-aware entertainment assistant (a program, not a person). I read your statements if you give me any, work out what you can spend on fun, and find things that fit. Say `help` to see how.';
    case 'privacy':
      return PRIVACY;
    case 'joke':
      return voice.pick(...JOKES);
    case 'yes':
      return 'Gladly, but yes to what? I haven’t asked you anything just now.';
    case 'no':
      return voice.pick('All right.', 'No problem.', 'Okay, leaving it.');
    case 'stop':
      return 'Nothing is running that I could stop.';
    default:
      return null;
  }
}
