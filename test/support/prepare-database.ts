import { prepareDatabaseTemplate } from './database.js';

/** Builds the migrated database that test files copy, before the first of them starts its clock. */
await prepareDatabaseTemplate();
