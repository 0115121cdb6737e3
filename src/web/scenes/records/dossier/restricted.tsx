import { Link } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { restrictedWords as words } from '../../../language/words/dossier-parts.ts'
import { Panel } from '../../../parts/panel.tsx'

/** What is not worked out of the person, since when, and by which matter, for whoever may open that. */
export function Restricted({ restrictions }: Pick<Dossier, 'restrictions'>) {
  const { say } = useSpeech()
  if (restrictions.length === 0) return null
  return (
    <Panel title={say(words.title)} foot={say(words.foot)}>
      <ul className="restricted">
        {restrictions.map(({ label, since, until, matterId }) => (
          <li key={`${matterId} ${label.zh}`}>
            {say(label)}{' '}
            <span className="second">
              {until === null
                ? say(words.since, { day: day(since) })
                : say(words.until, { day: day(since), until: day(until) })}
              {matterId && (
                <>
                  {' · '}
                  <Link to="/matters/$matterId" params={{ matterId }}>
                    {say(words.matter)}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
