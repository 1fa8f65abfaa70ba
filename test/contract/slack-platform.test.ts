import { describeAdapter } from './adapter.js';
import { openSlack } from './slack-platform-subject.js';

describeAdapter('Slack over Socket Mode', openSlack('socket'));
describeAdapter('Slack over HTTP', openSlack('http'));
