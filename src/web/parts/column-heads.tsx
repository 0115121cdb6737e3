import type { Text } from '#domain/text.ts'
import { useSpeech } from '../language/language.tsx'

/** The heads of a table's columns; those of figures stand to the right. */
export function ColumnHeads({ heads, figures = false }: { heads: readonly Text[]; figures?: boolean }) {
  const { say } = useSpeech()
  return heads.map((head) => (
    <th key={head.en} scope="col" className={figures ? 'number' : undefined}>
      {say(head)}
    </th>
  ))
}
