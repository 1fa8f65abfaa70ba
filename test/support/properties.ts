import fc from 'fast-check';

/** Every run tries the same cases, so that a failure belongs to the change that shows it. `PROPERTY_SEED` tries others. */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_101) });

export { fc };
