/** Turns texts into vectors of 768 dimensions. Vectors of different models are never compared. */
export interface TextEmbedder {
  /** The model's name, stored beside each vector. It may change between calls where a better model comes and goes. */
  readonly model: string;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]>;
  /** Whose vectors the catalogue keeps now, the one that is always there first; absent where there is only this one. */
  readonly kept?: readonly Pick<TextEmbedder, 'model' | 'embed'>[];
  /** Told once every item has a vector of the model: it may be used for searching from now on. */
  ready?(model: string): void;
}
