/** A text that heads what stands below it, and what it says of that. */
export interface Heading<T> {
  readonly meaning: T;
  readonly text: string;
  readonly x: number;
  readonly right: number;
}
