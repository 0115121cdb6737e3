import { Link } from '@tanstack/react-router'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { paperWords } from '../../../language/words/papers.ts'
import { slateWords } from '../../../language/words/slate.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import type { Slate } from './shapes.ts'
import { slateName } from './slate-name.ts'
import { useSlateView } from './slate-view.ts'

/** The name, on which facts and by whom; and what can be done with the whole of it. */
export function SlateHead({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const { show } = useSlateView()
  const note = say(slateWords.note, {
    vacancies: count(slate.request.vacancies.length),
    asOf: day(slate.asOf),
    by: say(slate.madeBy),
    on: day(slate.madeAt),
  })
  return (
    <PageTitle
      title={slateName(slate.name, say)}
      note={slate.size ? `${note} · ${say(slateWords.size, { people: count(slate.size.people) })}` : note}
      aside={
        <>
          <Link to="/slates">{say(slateWords.back)}</Link>
          {slate.state !== 'searching' && (
            <Link to="/slates/new" search={{ from: slate.slateId }} className="side-button">
              {say(slateWords.again)}
            </Link>
          )}
          {slate.plans.length > 0 && (
            <>
              <button type="button" className="side-button" onClick={() => show({ whyNot: 'ask' })}>
                {say(slateWords.whyNot)}
              </button>
              <button type="button" className="side-button" onClick={() => window.print()}>
                {say(slateWords.print)}
              </button>
              <Link to="/papers" search={{ slate: slate.slateId }} className="side-button">
                {say(paperWords.menu)}
              </Link>
              <Link to="/slates/$slateId/meeting" params={{ slateId: slate.slateId }} className="side-button">
                {say(slateWords.meeting)}
              </Link>
            </>
          )}
        </>
      }
    />
  )
}
