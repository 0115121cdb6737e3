import type { Text } from '#domain/text.ts'

/** Words in the foot of a printed page. */
export const printWords = {
  clocks: { zh: '事实时点 {asOf} · 知悉截至 {knownAt}', en: 'Facts as of {asOf} · known as of {knownAt}' },
  printed: { zh: '{name} {at} 打印 · 用途：', en: 'Printed by {name}, {at} · purpose:' },
} as const satisfies Record<string, Text>
