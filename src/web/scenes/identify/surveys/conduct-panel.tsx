import type { RatingQuality } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { ConductList, kindLabel } from './conduct-list.tsx'

export function ConductPanel({ quality }: { quality: RatingQuality }) {
  const { say } = useSpeech()
  const { conduct } = quality
  const tally = conduct.counts.map(({ kind, count: found }) => `${say(kindLabel(kind))} ${count(found)}`).join(' · ')
  return (
    <Panel
      title={say(words.conduct)}
      explained="severity"
      note={tally || say(words.conductNote)}
      foot={`${say(words.conductSmall)} ${conduct.leftOut > 0 ? say(words.sensitivityHead, { count: conduct.leftOut }) : ''}`}
      flush
    >
      {conduct.rows.length === 0 ? <EmptyState why={say(words.conductNone)} /> : <ConductList rows={conduct.rows} />}
    </Panel>
  )
}
