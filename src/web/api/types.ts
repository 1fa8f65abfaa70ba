/** The parts of the API's answers that the page shows; the whole description is at /api/openapi.json. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export interface Figure extends Money {
  readonly approximate: boolean;
  readonly arithmetic: string;
}

export interface DataState {
  readonly basedOn: string | null;
  readonly stale: boolean;
  readonly missingMonths: readonly string[];
}

export interface Budget {
  readonly state: 'ready' | 'free-only' | 'no-income';
  readonly currency: string;
  readonly total: number | null;
  readonly spent: number;
  readonly remaining: number | null;
  readonly perDay: number | null;
  readonly period: { readonly start: string; readonly end: string; readonly daysLeft: number };
  readonly anchors: readonly {
    readonly id: string;
    readonly label: string;
    readonly figure: Figure;
    readonly decides: boolean;
  }[];
  readonly formula: string;
  readonly arithmetic: readonly string[];
  readonly data: DataState;
  readonly notes: readonly string[];
}

export interface SpendingSummary {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly total: Figure;
  readonly entertainment: Figure;
  readonly needs: Figure;
  readonly categories: readonly {
    readonly category: string;
    readonly label: string;
    readonly spent: Figure;
    readonly share: number;
    readonly transactions: number;
  }[];
  readonly data: DataState;
}

export interface Explanation {
  readonly label: string;
  readonly figure: Figure;
  readonly arithmetic: readonly string[];
  readonly totalLines: number;
  readonly lines: readonly {
    readonly transactionId: string;
    readonly date: string;
    readonly description: string;
    readonly amount: number;
    readonly currency: string;
    readonly fileName: string | null;
    readonly page: number | null;
    readonly line: number | null;
    readonly text: string | null;
  }[];
}

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly status: 'proposed' | 'active' | 'ended' | 'declined';
  readonly price: Figure | null;
  readonly cadence: string | null;
  readonly annualCost: Figure | null;
  readonly nextDueOn: string | null;
}

export interface SubscriptionList {
  readonly subscriptions: readonly Subscription[];
  readonly monthlyTotal: Figure | null;
  readonly annualTotal: Figure | null;
  readonly overlaps: readonly { readonly text: string }[];
  readonly notes: readonly string[];
}

export interface DocumentView {
  readonly id: string;
  readonly kind: string | null;
  readonly fileName: string;
  readonly processingStatus: 'pending' | 'processing' | 'completed' | 'failed';
  readonly verdict: 'verified' | 'discrepancy' | 'unverifiable' | 'failed' | null;
  readonly passwordRequired: boolean;
  readonly progress: { readonly stage: string; readonly page: number; readonly pages: number } | null;
  readonly uploadedAt: string;
}

export interface SourceLine {
  readonly page: number;
  readonly line: number;
  readonly text: string;
}

export interface DocumentAnalysis {
  readonly reading: {
    readonly proofs: readonly string[];
    readonly problems: readonly { readonly message: string; readonly source: SourceLine | null }[];
    readonly statement: {
      readonly issuer: string | null;
      readonly accounts: readonly {
        readonly label: string | null;
        readonly currency: string;
        readonly openingBalance: number | null;
        readonly closingBalance: number | null;
        readonly transactions: readonly {
          readonly date: string | null;
          readonly description: string;
          readonly amount: number;
          readonly source: SourceLine;
        }[];
      }[];
    } | null;
    readonly payStub: {
      readonly currency: string;
      readonly employer: string | null;
      readonly grossPay: number | null;
      readonly netPay: number | null;
      readonly derivedNetPay: number | null;
      readonly payDate: string | null;
    } | null;
    readonly receipt: {
      readonly currency: string;
      readonly merchant: string | null;
      readonly total: number | null;
      readonly date: string | null;
    } | null;
  } | null;
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly description: string | null;
  readonly genres: readonly string[];
  readonly rating: number | null;
  readonly year: number | null;
  readonly minutes: number | null;
  readonly priceAsOf: string | null;
}

export interface Cost {
  readonly known: boolean;
  readonly total: number | null;
  readonly currency: string | null;
  readonly basis: 'free' | 'included' | 'price' | 'tier' | 'upper-bound' | null;
  readonly recurring: boolean;
  readonly service: string | null;
}

export interface Recommendation {
  readonly recommendationId: string | null;
  readonly item: Item;
  readonly cost: Cost;
  readonly reason: string;
}

export interface RecommendationList {
  readonly items: readonly Recommendation[];
  readonly freeAlternative: Recommendation | null;
  readonly limit: Money | null;
  readonly unmet: readonly string[];
}

export interface Wishlist {
  readonly items: readonly {
    readonly item: Item;
    readonly targetPrice: Money | null;
    readonly currentPrice: Money | null;
    readonly priceAsOf: string | null;
    readonly reached: boolean;
  }[];
}
