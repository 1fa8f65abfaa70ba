/** Moods of the catalogue, and the words in which people ask for them. */
const words: Readonly<Record<string, readonly string[]>> = {
  funny: ['funny', 'fun', 'laugh', 'comedy', 'silly', 'hilarious', 'cheer', 'lighthearted'],
  cosy: ['cosy', 'cozy', 'comfort', 'warm', 'snug', 'rainy', 'quiet', 'homely'],
  relaxed: ['relaxed', 'relaxing', 'relax', 'chill', 'calm', 'easy', 'tired', 'unwind', 'lazy', 'mellow'],
  light: ['light', 'easy', 'quick', 'casual'],
  romantic: ['romantic', 'date', 'anniversary', 'love', 'partner'],
  social: ['social', 'friends', 'party', 'group', 'together', 'sociable'],
  exciting: ['exciting', 'thrilling', 'adventurous', 'action', 'energetic', 'bored', 'fast'],
  tense: ['tense', 'suspense', 'suspenseful', 'gripping', 'thrilling'],
  scary: ['scary', 'spooky', 'creepy', 'frightening', 'halloween'],
  dark: ['dark', 'gritty', 'grim', 'bleak'],
  moving: ['moving', 'emotional', 'touching', 'cry', 'sad'],
  sad: ['sad', 'tearjerker', 'melancholy'],
  heartwarming: ['heartwarming', 'uplifting', 'wholesome', 'feelgood', 'good', 'happy'],
  joyful: ['joyful', 'happy', 'cheerful', 'uplifting'],
  hopeful: ['hopeful', 'uplifting', 'encouraging'],
  inspiring: ['inspiring', 'inspirational', 'motivating'],
  thoughtful: ['thoughtful', 'clever', 'smart', 'deep', 'intellectual', 'thinking', 'brainy'],
  'mind-bending': ['mindbending', 'mind-bending', 'trippy', 'twisty', 'clever'],
  mysterious: ['mysterious', 'mystery', 'puzzling'],
  magical: ['magical', 'whimsical', 'enchanting', 'wonder'],
  epic: ['epic', 'grand', 'sweeping', 'big'],
  intense: ['intense', 'hard', 'challenging', 'competitive'],
  serious: ['serious', 'heavy', 'meaningful', 'strategic'],
  classic: ['classic', 'old', 'timeless', 'nostalgic'],
  gentle: ['gentle', 'calm', 'soft', 'soothing', 'stressed'],
  witty: ['witty', 'clever', 'dry', 'sharp'],
  quirky: ['quirky', 'weird', 'odd', 'unusual', 'offbeat'],
};

/** The catalogue's moods that a wish asks for, best match first; empty where it names none. */
export function moodsOf(wish: string): string[] {
  const asked = new Set(wish.toLowerCase().match(/[\p{L}-]+/gu) ?? []);
  const scored = Object.entries(words).map(([mood, list]) => ({
    mood,
    hits: list.filter((word) => asked.has(word)).length + (asked.has(mood) ? 1 : 0),
  }));
  return scored
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ mood }) => mood);
}
