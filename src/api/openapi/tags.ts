/** The chapters of the documentation, in reading order. */
export const tags = [
  { name: 'Authentication', description: 'Register, sign in, stay signed in, sign out.' },
  {
    name: 'Account',
    description: 'Settings, the chat identities that belong to you, your data to take along or to erase.',
  },
  {
    name: 'Financial profile',
    description: 'Documents, the figures read from them with their evidence, and the budget for fun.',
  },
  { name: 'Transactions', description: 'What was spent and earned, and your word on it.' },
  { name: 'Preferences', description: 'Taste, price sensitivity, and what you subscribe to.' },
  { name: 'Chat', description: 'Conversations with Matinee; replies stream.' },
  { name: 'Catalogue', description: 'Films, books, games, events and restaurants, and what fits you.' },
  { name: 'Prices and reviews', description: 'Looked-up prices and reviews with their source and age.' },
  { name: 'Alerts', description: 'What Matinee noticed about your budget.' },
  { name: 'Operator', description: 'Administration of the catalogue.' },
  { name: 'Health', description: 'Whether the server and its parts work.' },
  { name: 'About', description: 'This description, for people and machines.' },
] as const;

export type TagName = (typeof tags)[number]['name'];
