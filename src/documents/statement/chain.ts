/** One step of an account in the order of time: what it adds to the printed balance, and the balance printed after it. */
export interface Step {
  readonly effect: number;
  readonly balance: number | null;
}

export interface BrokenLink {
  /** Index of the step whose balance does not follow. */
  readonly step: number;
  /** Printed balance less the one that follows from the steps before. */
  readonly difference: number;
}

export interface Chain {
  /** Balances that follow from the one before. */
  readonly held: number;
  readonly broken: readonly BrokenLink[];
  /** Everything that moves up to and with the first printed balance; the sum of all where none is printed. */
  readonly headSum: number;
  readonly firstBalance: number | null;
  readonly lastBalance: number | null;
  /** What moves after the last printed balance. */
  readonly tailSum: number;
  readonly total: number;
  /** Steps that no balance of their own follows. */
  readonly unwitnessed: number;
}

/** Follows the printed balances from step to step. A broken link does not spoil the next: the printed figure counts on. */
export function followChain(steps: readonly Step[]): Chain {
  const broken: BrokenLink[] = [];
  let held = 0;
  let running: number | null = null;
  let firstBalance: number | null = null;
  let headSum = 0;
  let sum = 0;
  let total = 0;
  let unwitnessed = 0;
  steps.forEach((step, index) => {
    sum += step.effect;
    total += step.effect;
    if (step.balance === null) {
      if (step.effect !== 0) unwitnessed += 1;
      return;
    }
    if (running === null) {
      firstBalance = step.balance;
      headSum = sum;
    } else if (running + sum === step.balance) held += 1;
    else broken.push({ step: index, difference: step.balance - running - sum });
    running = step.balance;
    sum = 0;
  });
  if (firstBalance === null) headSum = total;
  return { held, broken, headSum, firstBalance, lastBalance: running, tailSum: sum, total, unwitnessed };
}
