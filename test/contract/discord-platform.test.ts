import { openDiscordSubject } from '../support/discord/adapter-subject.js';
import { describeAdapter } from './adapter.js';

describeAdapter('Discord', openDiscordSubject);
