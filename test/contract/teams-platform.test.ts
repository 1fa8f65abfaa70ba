import { afterAll, beforeAll, jest } from '@jest/globals';
import { describeAdapter } from './adapter.js';
import { openTeams } from './teams-platform-subject.js';

// botbuilder prints each token that it refuses.
const printed = jest.spyOn(console, 'error');
beforeAll(() => {
  printed.mockImplementation(() => undefined);
});
afterAll(() => printed.mockRestore());

describeAdapter('Teams', openTeams);
