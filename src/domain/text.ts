/** One sentence or label in the two languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

/**
 * Fills `{name}` places in both languages; a value may itself be a Text.
 * @example fill({ zh: '缺{what}', en: '{what} missing' }, { what: { zh: '出生年月', en: 'date of birth' } })
 */
export function fill(template: Text, values: Readonly<Record<string, string | number | Text>>): Text {
  const write = (language: Language): string =>
    template[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      if (value === undefined) return place
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { zh: write('zh'), en: write('en') }
}
