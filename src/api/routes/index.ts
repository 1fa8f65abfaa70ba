import type { ApiServices } from '../services.js';
import { describeRoutes } from './about/routes.js';
import { createAccountRoutes } from './account/routes.js';
import { createAlertRoutes } from './alerts/routes.js';
import { createAuthRoutes } from './auth/routes.js';
import { createCatalogueRoutes } from './catalogue/routes.js';
import { createChatRoutes } from './chat/routes.js';
import { createDocumentRoutes } from './documents/routes.js';
import { createFileRoutes } from './files/routes.js';
import { createFinancialRoutes } from './financial/routes.js';
import { createHealthRoutes } from './health/routes.js';
import { createOperatorRoutes } from './operator/routes.js';
import { createPreferenceRoutes } from './preferences/routes.js';
import { createTransactionRoutes } from './transactions/routes.js';

/** Every route there is, and the document that describes them. */
export function createRoutes(services: ApiServices): ReturnType<typeof describeRoutes> {
  const { linkedFiles } = services.options;
  const routes = [
    ...createAuthRoutes(services),
    ...createAccountRoutes(services),
    ...createFinancialRoutes(services),
    ...createDocumentRoutes(services),
    ...createTransactionRoutes(services),
    ...createPreferenceRoutes(services),
    ...createChatRoutes(services),
    ...createCatalogueRoutes(services),
    ...createAlertRoutes(services),
    ...createOperatorRoutes(services),
    ...createHealthRoutes(services),
    ...(linkedFiles ? createFileRoutes(linkedFiles) : []),
  ];
  return describeRoutes(routes, services.options);
}
