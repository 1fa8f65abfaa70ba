/** Turns texts into vectors of 768 dimensions. Vectors of different models are never compared. */
export interface TextEmbedder {
  /** The model's name, stored beside each vector. */
  readonly model: string;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]>;
}
