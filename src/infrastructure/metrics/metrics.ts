import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricName, Metrics } from '../../core/ports/runtime.js';

type Kind = {
  readonly help: string;
  readonly labels: readonly string[];
  readonly buckets?: readonly number[];
};

const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

const kinds = {
  turns_total: { help: 'Turns, by outcome.', labels: ['outcome', 'platform'] },
  turn_seconds: { help: 'From the message to the final reply.', labels: ['platform'], buckets: seconds },
  model_tokens_total: { help: 'Tokens the model read and wrote.', labels: ['kind', 'model'] },
  model_seconds: { help: 'Calls of the model.', labels: ['kind', 'outcome'], buckets: seconds },
  reply_edits_total: { help: 'Edits of replies.', labels: ['platform'] },
  rate_limited_total: { help: 'Requests and writes refused for their pace.', labels: ['limit', 'platform'] },
  document_seconds: {
    help: 'From the start of reading to the stored figures.',
    labels: ['kind'],
    buckets: seconds,
  },
  documents_total: { help: 'Documents read, by verdict.', labels: ['verdict'] },
} as const satisfies Record<MetricName, Kind>;

export interface PrometheusMetrics extends Metrics {
  /** The text that Prometheus scrapes. */
  render(): Promise<string>;
  /** Adds a figure that is looked up at each scrape; a failing look-up leaves the figure out. */
  watch(
    name: string,
    help: string,
    read: () => Promise<Readonly<Record<string, number>>>,
    label: string,
  ): void;
}

/** Counters and timings in a registry of their own. Labels that a metric does not know are left out. */
export function createMetrics(options: { readonly processMetrics: boolean }): PrometheusMetrics {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry, prefix: 'matinee_' });
  const counters = new Map<MetricName, Counter>();
  const histograms = new Map<MetricName, Histogram>();
  for (const [name, kind] of Object.entries<Kind>(kinds)) {
    if (!isMetric(name)) continue;
    const shared = {
      name: `matinee_${name}`,
      help: kind.help,
      labelNames: [...kind.labels],
      registers: [registry],
    };
    if (kind.buckets) histograms.set(name, new Histogram({ ...shared, buckets: [...kind.buckets] }));
    else counters.set(name, new Counter(shared));
  }
  return {
    count: (name, labels = {}, by = 1) => counters.get(name)?.inc(known(name, labels), by),
    observe: (name, value, labels = {}) => histograms.get(name)?.observe(known(name, labels), value),
    render: () => registry.metrics(),
    watch: (name, help, read, label) => {
      new Gauge({
        name: `matinee_${name}`,
        help,
        labelNames: [label],
        registers: [registry],
        async collect() {
          const values = await read().catch(() => ({}));
          this.reset();
          for (const [key, value] of Object.entries(values)) this.set({ [label]: key }, value);
        },
      });
    },
  };
}

function isMetric(name: string): name is MetricName {
  return name in kinds;
}

function known(name: MetricName, labels: Readonly<Record<string, string>>): Record<string, string> {
  const names: readonly string[] = kinds[name].labels;
  return Object.fromEntries(Object.entries(labels).filter(([label]) => names.includes(label)));
}

/** Serves `/metrics` on a port of its own, which stays off the public path. */
export async function serveMetrics(
  metrics: PrometheusMetrics,
  address: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.render().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port, address.host, resolve);
  });
  return server;
}
