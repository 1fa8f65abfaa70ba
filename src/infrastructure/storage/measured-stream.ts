import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Passes bytes on, counting and hashing them on the way. */
export interface Meter {
  readonly stream: Transform;
  /** Size and SHA-256 (hex) of what has passed; final once the stream has ended. */
  result(): { readonly size: number; readonly sha256: string };
}

export function createMeter(): Meter {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.copy().digest('hex') }) };
}
