import type { ExplanationId } from '#domain/lexicon/explanations.ts'
import type { Text } from '#domain/text.ts'
import { Explained } from '../help/explained.tsx'
import { useSpeech } from '../language/language.tsx'

/** The words of a head, and the term it stands for where it explains itself. */
interface Head extends Text {
  readonly explained?: ExplanationId
}

/** @example <ColumnHeads heads={[words.name, explainedBy('held', words.held)]} /> */
export const explainedBy = (explained: ExplanationId, words: Text): Head => ({ ...words, explained })

/** The heads of a table's columns; those of figures stand to the right. */
export function ColumnHeads({ heads, figures = false }: { heads: readonly Head[]; figures?: boolean }) {
  const { say } = useSpeech()
  return heads.map((head) => (
    <th key={head.en} scope="col" className={figures ? 'number' : undefined}>
      {head.explained ? <Explained id={head.explained}>{say(head)}</Explained> : say(head)}
    </th>
  ))
}
