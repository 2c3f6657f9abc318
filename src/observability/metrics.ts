/** The figures that `/metrics` shows. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** A request was answered; seconds from its arrival to its answer. */
  answered(platform: string, command: string, seconds: number): void;
  /** A card was handed to a platform: "ok", "retry", "gone" or "refused". */
  delivered(platform: string, outcome: string): void;
  render(): Promise<string>;
  readonly contentType: string;
}

/** What is counted when somebody looks, such as `{ articles: 3000, failing_sources: 1 }`. */
export type ReadGauges = () => Promise<Readonly<Record<string, number>>>;

/** @param gauges their names and what they tell; they are read by `read`. */
export function createMetrics(gauges: Readonly<Record<string, string>>, read: ReadGauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'briefwire_answer_seconds',
    help: 'Seconds from the arrival of a request to its answer.',
    labelNames: ['platform', 'command'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const deliveries = new Counter({
    name: 'briefwire_deliveries_total',
    help: 'Cards handed to a platform, by outcome.',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const shown = new Map(
    Object.entries(gauges).map(([name, help]) => [
      name,
      new Gauge({ name: `briefwire_${name}`, help, registers }),
    ]),
  );
  return {
    answered: (platform, command, seconds) => answers.observe({ platform, command }, seconds),
    delivered: (platform, outcome) => deliveries.inc({ platform, outcome }),
    async render() {
      for (const [name, value] of Object.entries(await read())) shown.get(name)?.set(value);
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
