import type { Text } from '#domain/text.ts'

/** Two estimates, or an estimate and the middle of its group: how surely they are told apart. */
export const separations = ['separable', 'leaning', 'inseparable'] as const
export type Separation = (typeof separations)[number]

export const separationWords: Record<Separation, Text> = {
  separable: { zh: '可分辨', en: 'Separable' },
  leaning: { zh: '倾向', en: 'Leaning' },
  inseparable: { zh: '不可分辨', en: 'Cannot be told apart' },
}
