import { useQuery } from '@tanstack/react-query'
import type { MatterDetail, MatterEventShape } from '#server/contract/index.ts'
import { matterOpeningsQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { matterWords as words } from '../../../language/words/matters.ts'
import { changedFacts, draftOf } from '../../../parts/matter/draft.ts'
import { MatterActForm } from '../../../parts/matter/matter-act-form.tsx'
import { useMatterActs } from '../../../parts/matter/use-matter-acts.ts'
import { Meanwhile } from './meanwhile.tsx'

interface CorrectDialogProps {
  readonly matter: MatterDetail
  readonly event: MatterEventShape
  onClose(): void
}

/** What an event recorded, as it stands, to be put right with a reason; only what was changed is sent. */
export function CorrectDialog({ matter, event, onClose }: CorrectDialogProps) {
  const { say } = useSpeech()
  const record = useMatterActs(matter)
  const officers = useQuery(matterOpeningsQuery).data?.handlers ?? []
  const later = matter.timeline.filter(({ seq }) => event.corrected.includes(seq))
  const standing = [event, ...later].flatMap(({ facts }) => facts)
  const stands = Object.fromEntries(standing.map(({ name, value }) => [name, value]))
  const names = new Map(
    standing.flatMap(({ value, shown }) => (typeof value === 'string' ? [[value, say(shown)]] : [])),
  )
  return (
    <MatterActForm
      act={{ label: event.label, fields: event.fields, basis: null, onBehalf: false }}
      title={say(words.correctTitle, { act: event.label })}
      lead={<p>{say(words.correctLead)}</p>}
      verb={say(words.correct)}
      today={matter.today}
      officers={officers}
      initial={draftOf(stands)}
      names={names}
      reasonLabel={actWords.why}
      meanwhile={<Meanwhile matter={matter} />}
      send={(facts, on, reason) =>
        record({ kind: 'corrected', event: event.seq, facts: changedFacts(stands, facts), reason }, on)
      }
      onClose={onClose}
    />
  )
}
