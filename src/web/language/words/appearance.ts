import type { Text } from '#domain/text.ts'

/** Words of the switches of appearance and density. */
export const appearanceWords = {
  appearance: { zh: '外观', en: 'Appearance' },
  appearances: {
    light: { zh: '浅色', en: 'Light' },
    dark: { zh: '深色', en: 'Dark' },
    system: { zh: '随系统', en: 'As the system' },
  },
  density: { zh: '行距', en: 'Rows' },
  densities: {
    dense: { zh: '紧凑', en: 'Dense' },
    comfortable: { zh: '舒展', en: 'Comfortable' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>
