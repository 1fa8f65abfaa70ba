/** What the database's thread is started with, and what the two say to each other. */
export interface EmbeddedOptions {
  /** Folder of the data files; created on the first start. */
  readonly folder: string;
  /** Unix socket to serve on; absent where there are none (Windows), then a free loopback port is taken. */
  readonly socketPath?: string;
  /** Creates the data files and ends: creating takes several times the memory of serving, and gives it back by ending. */
  readonly createOnly?: true;
}

export type FromThread =
  | { readonly type: 'ready'; readonly port: number | null }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'stopped' };

export type ToThread = { readonly type: 'stop' };
