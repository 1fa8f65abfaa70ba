import type { Prisma, PrismaClient } from './generated/client.js';

/** The client a store is made of: the whole client outside a transaction, the transaction's own inside one. */
export type PrismaTransaction = Prisma.TransactionClient;

export type { PrismaClient };
