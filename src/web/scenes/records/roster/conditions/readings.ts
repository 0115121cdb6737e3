import { useQuery } from '@tanstack/react-query'
import type { Text } from '#domain/text.ts'

/** How labels may be typed without Chinese: syllables and initials; undefined until the dictionary has come. */
export type Reading = (label: string) => string

/** The dictionary of readings is large and comes only when somebody looks for a field. */
const readingQuery = {
  queryKey: ['pinyin'],
  staleTime: Number.POSITIVE_INFINITY,
  async queryFn(): Promise<Reading> {
    const { pinyin } = await import('pinyin-pro')
    return (label) => {
      const syllables = pinyin(label, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
      return `${syllables.join('')} ${syllables.map((syllable) => syllable[0] ?? '').join('')}`.toLowerCase()
    }
  },
}

/** Whether what was typed names a label: its words in either language, its pinyin or the initials. */
export function isNamed(label: Text, typed: string, reading: Reading | undefined): boolean {
  const words = typed.trim().toLowerCase()
  if (words === '') return true
  if (label.zh.includes(words) || label.en.toLowerCase().includes(words)) return true
  const plain = words.replaceAll(' ', '')
  return (
    reading?.(label.zh)
      .split(' ')
      .some((read) => read.includes(plain)) ?? false
  )
}

export const useReading = (): Reading | undefined => useQuery(readingQuery).data
