/** What a robots.txt lets an agent fetch (RFC 9309). */
export interface RobotsRules {
  allows(path: string): boolean;
}

interface Rule {
  readonly allow: boolean;
  readonly length: number;
  readonly pattern: RegExp;
}

const everything: RobotsRules = { allows: () => true };
const nothing: RobotsRules = { allows: () => false };

/** A file that is not there allows everything; one that cannot be had forbids everything. */
export function rulesWithoutFile(status: number): RobotsRules {
  return status >= 400 && status < 500 ? everything : nothing;
}

function patternOf(path: string): RegExp {
  const anchored = path.endsWith('$');
  const body = (anchored ? path.slice(0, -1) : path)
    .split(/\*+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${body}${anchored ? '$' : ''}`);
}

/** Longer paths are no paths. */
const longestPath = 500;

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let group: Group | null = null;
  let inRules = false;
  for (const line of text.slice(0, 512_000).split(/\r\n|\r|\n/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    const field = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? '';
    if (field === 'user-agent') {
      if (group === null || inRules) {
        group = { agents: [], rules: [] };
        groups.push(group);
      }
      group.agents.push(value.toLowerCase());
      inRules = false;
    } else if (group !== null && (field === 'allow' || field === 'disallow')) {
      inRules = true;
      if (value === '' || value.length > longestPath) continue;
      group.rules.push({ allow: field === 'allow', length: value.length, pattern: patternOf(value) });
    }
  }
  return groups;
}

/** Reads a robots.txt for one agent: its own groups, else those of everybody; the longest matching rule decides. */
export function parseRobots(text: string, agent: string): RobotsRules {
  const groups = groupsOf(text);
  const name = agent.toLowerCase();
  const own = groups.filter(({ agents }) => agents.includes(name));
  const rules = (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))).flatMap(
    (group) => group.rules,
  );
  return {
    allows: (path) => {
      const matching = rules.filter(({ pattern }) => pattern.test(path));
      const longest = Math.max(...matching.map(({ length }) => length), -1);
      const deciding = matching.filter(({ length }) => length === longest);
      return deciding.length === 0 || deciding.some(({ allow }) => allow);
    },
  };
}
