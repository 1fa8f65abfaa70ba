/** Well-known things that a catalogue may lack, by what they are: what somebody loved says what to look for. */
const famous: Readonly<Record<string, string>> = {
  'psychological thriller':
    'gone girl|the girl on the train|the silent patient|shutter island|black swan|you|the woman in the window|big little lies|sharp objects|fight club|oldboy|memento',
  'crime thriller':
    'breaking bad|the sopranos|narcos|true detective|mindhunter|peaky blinders|ozark|the wire|heat|sicario|fargo|better call saul',
  'mystery detective':
    'sherlock|only murders in the building|the thursday murder club|poirot|luther|broadchurch|death on the nile|columbo',
  'epic fantasy':
    'game of thrones|house of the dragon|the witcher series|the name of the wind|mistborn|the wheel of time|a song of ice and fire|fourth wing|a court of thorns and roses|percy jackson|eragon',
  'science fiction':
    'interstellar|arrival|black mirror|the expanse|stranger things|severance|foundation|dark|westworld|star trek|star wars|the mandalorian|blade runner 2049|ready player one',
  'romantic comedy':
    'the notebook|bridgerton|love actually|crazy rich asians|to all the boys|emily in paris|notting hill|me before you|it ends with us|normal people|red white and royal blue',
  comedy:
    'friends|the office|parks and recreation|brooklyn nine-nine|brooklyn 99|seinfeld|modern family|superbad|step brothers|anchorman|ted lasso|the hangover|bridesmaids',
  horror: 'it|the conjuring|hereditary|midsommar|insidious|the ring|a quiet place|saw|scream|the exorcist',
  'superhero action':
    'avengers|the avengers|iron man|deadpool|thor|black panther|the boys|logan|batman|superman',
  'survival crafting game': 'ark|rust|subnautica|the forest|raft|no mans sky|palworld|7 days to die',
  'shooter action game':
    'call of duty|fortnite|halo|overwatch|apex legends|battlefield|valorant|doom|borderlands',
  'open world adventure game':
    'gta|gta 5|grand theft auto|red dead redemption|assassins creed|horizon zero dawn|ghost of tsushima|far cry',
  'strategy board game':
    'risk legacy|brass birmingham|agricola|puerto rico|concordia|great western trail|a feast for odin',
};
const KIND_OF = new Map(
  Object.entries(famous).flatMap(([kind, titles]) =>
    titles.split('|').map((title) => [title, kind] as const),
  ),
);

/** What kind of thing a well-known title is; null for others. */
export function kindOfFamous(title: string): string | null {
  const key = title
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/^(?:the (?:show|movie|film|book|game) )/, '')
    .trim();
  return KIND_OF.get(key) ?? KIND_OF.get(key.replace(/^the /, '')) ?? null;
}
