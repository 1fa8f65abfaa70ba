import type { Fault } from '../platform-fault.js';

/** Which requests a fault meets, by their route: "POST messages", "PATCH message" and so on. */
type Route = string;

interface Planned {
  readonly routes: readonly Route[];
  readonly fault: Fault;
  left: number;
}

/** Faults that wait for their requests. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(routes: readonly Route[], fault: Fault, times = 1): void {
    this.#planned.push({ routes, fault, left: times });
  }

  take(route: Route): Fault | null {
    const planned = this.#planned.find(({ routes, left }) => left > 0 && routes.includes(route));
    if (!planned) return null;
    planned.left -= 1;
    return planned.fault;
  }
}
