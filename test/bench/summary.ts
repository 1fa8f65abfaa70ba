/** One line of the table at the end. */
export interface BenchLine {
  readonly what: string;
  /** Matinee's figure, with its unit. */
  readonly ours: string;
  /** What a user would pick instead, or the plain way, measured in the same run. */
  readonly beside?: { readonly name: string; readonly figure: string };
  /** Ours over theirs, as a number of times; what is better says the goal. */
  readonly ratio?: number;
  readonly goal?: { readonly text: string; readonly met: boolean };
}

/** A bench that ran, or why it did not. */
export interface BenchResult {
  readonly bench: string;
  readonly lines: readonly BenchLine[];
  readonly failure?: string;
}

/** All benches in one table of markdown. */
export function renderSummary(results: readonly BenchResult[]): string {
  const rows = results.flatMap(({ bench, lines, failure }) => [
    ...lines.map((line) => [bench, ...cellsOf(line)]),
    ...(failure === undefined ? [] : [[bench, `did not finish: ${failure}`, '', '', '', '', 'no']]),
  ]);
  const head = ['bench', 'what', 'Matinee', 'beside it', 'ratio', 'goal', 'met'];
  return [head, head.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
    )
    .join('\n');
}

function cellsOf({ what, ours, beside, ratio, goal }: BenchLine): string[] {
  return [
    what,
    ours,
    beside === undefined ? '' : `${beside.figure} (${beside.name})`,
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    goal?.text ?? '',
    goal === undefined ? '' : goal.met ? 'yes' : 'no',
  ];
}

/** A goal that a figure stays under. */
export function under(figure: number, most: number, unit: string): NonNullable<BenchLine['goal']> {
  return { text: `under ${most} ${unit}`.trim(), met: figure < most };
}

/** A goal of nothing at all. */
export function none(count: number): NonNullable<BenchLine['goal']> {
  return { text: '0', met: count === 0 };
}
