import { titleFact } from '../conversation/claims/facts.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Asks which thing of the list is meant, and names what there is to choose from. */
export function whichOne({ memory, voice }: ToolTurn): ToolResult {
  const { offered } = memory;
  if (offered.length === 0)
    return {
      text:
        memory.shownIds.length > 0
          ? 'Which one do you mean? Tell me its name, and I’ll look it up.'
          : 'Which one do you mean? I haven’t suggested anything yet in this conversation.',
      facts: [],
    };
  return {
    text: `Which do you mean? On the table: ${voice.list(offered.map(({ title }) => `**${title}**`))}. A name or a number will do.`,
    facts: offered.map(({ title, itemId }) => titleFact(title, itemId)),
  };
}
