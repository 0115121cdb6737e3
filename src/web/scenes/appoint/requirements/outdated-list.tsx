import type { ShortlistAge } from '#server/contract/index.ts'
import { minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import './outdated-list.css'

/** Says that the list of a vacancy is older than what the seat asks for; nothing where it is not. */
export function OutdatedList({ shortlist }: { shortlist: ShortlistAge | null }) {
  const { say } = useSpeech()
  if (!shortlist?.isOutdated) return null
  return (
    <p className="outdated-list" role="note">
      {say(words.outdated, { madeAt: minute(shortlist.madeAt) })}
    </p>
  )
}
