import { useQuery } from '@tanstack/react-query'
import { byWhatRightQuery } from '../../../client/grant-queries.ts'
import { useClassesSaid } from '../../../language/classes-said.ts'
import { useSpeech } from '../../../language/language.tsx'
import { grantWords as words } from '../../../language/words/grants.ts'

/** The foot of a dossier: by which decisions the reader reads of this person, and what he was not granted. */
export function ByWhatRight({ cadreId }: { readonly cadreId: string }) {
  const { say } = useSpeech()
  const classesSaid = useClassesSaid()
  const { data } = useQuery(byWhatRightQuery(cadreId))
  if (!data) return null
  const said = [
    ...data.grants.map(({ classes, purpose, basis }) =>
      say(words.right, { classes: classesSaid(classes), purpose, basis }),
    ),
    ...(data.withheld.length > 0 ? [say(words.withheld, { classes: classesSaid(data.withheld) })] : []),
  ]
  return (
    <p className="second by-what-right">
      {say(words.byWhatRight)} · {said.join(' · ')}
    </p>
  )
}
