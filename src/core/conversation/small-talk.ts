import type { ToolTurn } from '../tools/tool.js';
import type { Feeling } from './understanding/feelings.js';
import type { PlainIntent } from './understanding/intents.js';
import type { Voice } from './voice.js';

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

/** Said before an answer to somebody who writes in another language. */
export function languageWords(language: string): string {
  return LANGUAGES[language] ?? '(I answer in English.)';
}

const LANGUAGES: Readonly<Record<string, string>> = {
  Spanish: 'Te entiendo, aunque respondo en inglés:',
  German: 'Das verstehe ich, antworte aber auf Englisch:',
  French: 'Je vous comprends, mais je réponds en anglais :',
  Italian: 'Ti capisco, ma rispondo in inglese:',
  Portuguese: 'Eu entendo, mas respondo em inglês:',
};

/** What somebody hears who told how they are, before what might help. */
export function feelingWords(feeling: Feeling, voice: Voice): string {
  switch (feeling) {
    case 'crisis':
      return 'I’m really glad you told me, and I’m sorry it feels like that. I’m only a program, so please don’t stay alone with it: talk to somebody you trust, or to people who are there for exactly this, day and night. In the US call or text 988, in the UK and Ireland call Samaritans at 116 123, in Australia Lifeline at 13 11 14; findahelpline.com has a number for most countries. If you’re in danger right now, call your emergency number. I’m here as well, for as much or as little as you like.';
    case 'grieving':
      return 'I’m so sorry for your loss. Take all the time you need.';
    case 'heartbroken':
      return voice.pick(
        'Oh no, I’m really sorry. That hurts, and tonight doesn’t have to be anything big.',
        'I’m so sorry, that’s a rotten thing to happen. Be kind to yourself tonight.',
      );
    case 'jobless':
      return 'I’m really sorry about your job; that’s a hard day. Let’s keep the fun free until things settle. When your income changes, tell me, and I’ll work out the budget again.';
    case 'lonely':
      return voice.pick(
        'That’s no fun, I’m sorry. An evening on your own can still be a good one.',
        'I’m sorry, those evenings can feel long. Let’s make this one yours.',
      );
    case 'low':
      return voice.pick(
        'Sorry to hear that. Something gentle, then.',
        'That sounds like a lot. Let’s find you something that’s easy and kind.',
      );
    case 'worried':
      return 'That’s a horrid feeling, but you’re not bad with money for having spent some. Let’s look at the facts:';
    case 'ill':
      return 'Poor you, get well soon! Something for the sofa, then.';
    case 'glad':
      return voice.pick(
        'Congratulations, that’s wonderful! That calls for something.',
        'How lovely, congratulations!',
      );
  }
}

/** Small talk, in a sentence or two; null for intents that are more than talk. */
export function smallTalk(kind: PlainIntent, turn: ToolTurn): string | null {
  const { voice } = turn;
  switch (kind) {
    case 'help':
      return HELP_TEXT;
    case 'greeting':
      return voice.pick(
        'Hi! I’m Matinee. I find you things to do, watch, read and play that fit your taste and your money. What are you in the mood for?',
        'Hello! I’m Matinee: I find films, books, games and outings that fit your money. What do you fancy, and what may it cost?',
        'Hey, Matinee here. Tell me what you’re in the mood for and what it may cost, like “a funny film tonight for $5”.',
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
      return voice.pick(
        'Great! Tell me whenever you want ideas, or a look at your budget.',
        'Good. I’m here whenever you want ideas.',
      );
    case 'internals':
      return 'Text like that changes nothing here: my workings and everybody’s passwords stay with me, and figures come only from your documents and your own words. If a message asks you for such things, I’d take it for spam. Want ideas, or a look at your budget?';
    case 'dictated':
      return 'I’d rather not repeat that: I only state prices and figures that I know. Ask me what something costs, and I’ll tell you what I have and how old it is.';
    case 'others':
      return 'I can only show you your own figures; everybody’s money stays with them. Would you like to see yours? Say `spending` or `budget`.';
    case 'invest':
      return 'I don’t give investment advice; fun is my field. If you like, I’ll find something that fits your budget, or show you what’s left of it.';
    case 'weather':
      return 'I can’t see the weather. If it’s wet, say “something to watch tonight” or “a board game for two”; if it’s fine, “something outdoors this weekend”.';
    case 'cannot-book':
      return 'I can’t book, order or pay for anything; I find what fits and you decide. Say “dinner for two under $60” or “a concert this weekend”, and I’ll look.';
    case 'cannot-remind':
      return 'I can’t set reminders or write into calendars; I only write when your spending runs ahead or something on your wishlist gets cheaper (`alerts on`). Shall I find ideas for the day instead? Say what you fancy.';
    case 'sorry':
      return 'I’m sorry, that’s annoying. Tell me which part is wrong (“that was groceries”, “my budget is 150 a month”, “undo that”), and I’ll put it right.';
    case 'nothing-spent':
      return 'Then nothing is logged, and your budget stays as it was.';
    case 'partly':
      return 'I can’t pick single figures apart like that, but this works: “delete my last document” takes a statement with every figure it showed, and your taste stays; a figure you told me changes when you tell me another. `forget me` would delete everything, your taste included.';
    case 'why-me':
      return 'I know your own fun budget and what’s left of it, what you already pay for, and what you liked or have seen. So I only suggest what fits all of that, with the price, and I check every figure before I say it. Try “something fun for tonight”.';
    case 'money-back':
      return 'Money back is no spend, so nothing is added. The spend itself still counts in full: tell me which one was paid back (“Best Buy was refunded”), and I’ll leave it out, or what was left for you to pay (“it was 30”) right after you logged it.';
    case 'beyond':
      return voice.pick(
        'That’s outside what I can do, sorry. I’m for fun and the money for it: ask me what’s on your mind for tonight, or what’s left of your budget.',
        'I’m afraid I can’t help with that one; finding you something fun that fits your money is all I do. Want an idea for tonight?',
      );
    case 'acknowledged':
      return voice.pick(
        'I’m here whenever you want an idea, or a look at your budget.',
        'Good. Anything you fancy tonight?',
        'Right. Just say what you’re in the mood for.',
      );
    case 'no':
      return voice.pick('All right.', 'No problem.', 'Okay, leaving it.');
    case 'stop':
      return 'Nothing is running that I could stop.';
    default:
      return null;
  }
}
