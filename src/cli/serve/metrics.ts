import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../../archive/archive.ts';

/** What the service counts, in Prometheus' form. */
export interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  /** A request was answered, after so many milliseconds. */
  readonly answered: (route: string, status: number, milliseconds: number) => void;
  /** So many requests are taken and not yet answered. */
  readonly waiting: (count: number) => void;
}

/** Seconds, from the time of one article on. */
const BUCKETS = [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of one service. */
export function metricsOf(archive: Archive): Metrics {
  const registers = [new Registry()];
  const seconds = new Histogram({ name: 'dedupe_request_seconds', help: 'How long requests took', labelNames: ['route'], buckets: BUCKETS, registers });
  const requests = new Counter({ name: 'dedupe_requests_total', help: 'Requests answered', labelNames: ['route', 'status'], registers });
  const waiting = new Gauge({ name: 'dedupe_requests_waiting', help: 'Requests taken and not yet answered', registers });
  const documents = new Gauge({ name: 'dedupe_archive_documents', help: 'Documents in the archive', registers });
  const clusters = new Gauge({ name: 'dedupe_archive_clusters', help: 'Clusters in the archive', registers });
  const [registry] = registers;
  return {
    contentType: registry?.contentType ?? '',
    text: async () => {
      const counts = archive.counts();
      documents.set(counts.documents);
      clusters.set(counts.clusters);
      return (await registry?.metrics()) ?? '';
    },
    answered: (route, status, milliseconds) => {
      requests.inc({ route, status });
      seconds.observe({ route }, milliseconds / 1000);
    },
    waiting: (count) => waiting.set(count),
  };
}
