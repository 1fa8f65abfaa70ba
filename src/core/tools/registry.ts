import { affordabilityTool } from './affordability.js';
import { alertsTool } from './alerts.js';
import { correctSpendingTool } from './correct-spending.js';
import { documentsTool } from './documents.js';
import { explainTool } from './explain.js';
import { getBudgetStatusTool } from './get-budget-status.js';
import { incomeTool } from './income.js';
import { insightsTool } from './insights.js';
import { logSpendingTool } from './log-spending.js';
import { planEveningTool } from './plan-evening.js';
import { showPreferencesTool, updatePreferencesTool } from './preferences.js';
import { recommendTool } from './recommend.js';
import { respondTool } from './respond.js';
import { searchTool } from './search.js';
import { spendingTool } from './spending.js';
import { spendsTool } from './spends.js';
import { statedFigureTool } from './stated-figures.js';
import { changeSubscriptionTool, subscriptionsTool } from './subscriptions.js';
import type { Tool } from './tool.js';
import { wishlistTool } from './wishlist.js';

/** Every tool of the assistant, in the order in which a model is told of them. */
export const tools: readonly Tool[] = [
  searchTool,
  getBudgetStatusTool,
  recommendTool,
  planEveningTool,
  explainTool,
  affordabilityTool,
  spendingTool,
  spendsTool,
  insightsTool,
  incomeTool,
  subscriptionsTool,
  wishlistTool,
  showPreferencesTool,
  documentsTool,
  alertsTool,
  logSpendingTool,
  correctSpendingTool,
  statedFigureTool,
  changeSubscriptionTool,
  updatePreferencesTool,
  respondTool,
];
