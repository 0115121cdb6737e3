/** The text format of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
import { bounds, type RouteMeasure } from './measures.ts'

export interface Metric {
  readonly name: string
  readonly kind: 'counter' | 'gauge'
  readonly help: string
  /** One value, or one for each set of labels. */
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const line = (name: string, labels: Readonly<Record<string, string>>, value: number): string => {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
  return `${name}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`
}

/** @example gauge('zhiren_sessions', 'Open sessions.', 3) */
export const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  kind: 'gauge',
  help,
  values: [{ value }],
})

const metricLines = ({ name, kind, help, values }: Metric): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...values.map(({ labels = {}, value }) => line(name, labels, value)),
]

const duration = 'zhiren_http_request_duration_seconds'

function histogramLines({ method, route, buckets, seconds }: RouteMeasure): readonly string[] {
  const labels = { method, route }
  let sum = 0
  const lines = [...bounds.map(String), '+Inf'].map((le, at) => {
    sum += buckets[at] ?? 0
    return line(`${duration}_bucket`, { ...labels, le }, sum)
  })
  return [...lines, line(`${duration}_sum`, labels, seconds), line(`${duration}_count`, labels, sum)]
}

export function exposition(metrics: readonly Metric[], routes: readonly RouteMeasure[]): string {
  const requests: Metric = {
    name: 'zhiren_http_requests_total',
    kind: 'counter',
    help: 'Requests answered, by route and status.',
    values: routes.flatMap(({ method, route, byStatus }) =>
      [...byStatus].map(([status, value]) => ({ labels: { method, route, status: String(status) }, value })),
    ),
  }
  const lines = [
    ...[requests, ...metrics].flatMap(metricLines),
    `# HELP ${duration} How long requests took, by route.`,
    `# TYPE ${duration} histogram`,
    ...routes.flatMap(histogramLines),
  ]
  return `${lines.join('\n')}\n`
}
