import { labelOfParameter } from '#domain/lexicon/parameters.ts'
import { useSpeech } from '../../language/language.tsx'

/** A figure by its label, with the name it is written under; by that name alone where it has no label. */
export function ParameterName({ name }: { name: string }) {
  const { say } = useSpeech()
  const label = labelOfParameter(name)
  if (!label) return <code>{name}</code>
  return <span title={name}>{say(label)}</span>
}
