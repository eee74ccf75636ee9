import type { Logger } from 'pino';
import { type Counts, UNCOUNTED } from '../../metrics/counts.js';
import { openEndpoint } from '../../metrics/endpoint.js';
import { Metrics } from '../../metrics/metrics.js';
import type { HealthReporter } from './health-reporter.js';

export interface ReportingOptions {
  /** The port for health and metrics; null for none. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
}

export interface Reporting {
  readonly counts: Counts;
  stop(): Promise<void>;
}

/**
 * Starts to serve health and metrics, if a port is set.
 * @throws UserError `metrics-port`
 */
export async function openReporting(
  { metricsPort: port, metricsHost: host }: ReportingOptions,
  health: HealthReporter,
  log: Logger,
): Promise<Reporting> {
  if (port === null) return { counts: UNCOUNTED, stop: async () => {} };
  const metrics = new Metrics();
  const endpoint = await openEndpoint({ host, port, metrics, condition: () => health.condition() });
  log.info(`Health and metrics are told at ${endpoint.address}/healthz and /metrics`);
  return { counts: metrics, stop: () => endpoint.stop() };
}
