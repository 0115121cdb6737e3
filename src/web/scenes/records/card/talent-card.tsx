import { useQuery } from '@tanstack/react-query'
import type { Dossier, DossierThen, Sheet } from '#server/contract/index.ts'
import { CareerTimeline } from '../../../charts/career-timeline.tsx'
import { sessionQuery } from '../../../client/queries.ts'
import { day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Portrait } from '../../../parts/portrait.tsx'
import { CardFacts } from './card-facts.tsx'
import { CardFindings } from './card-findings.tsx'
import { CardMeasures } from './card-measures.tsx'
import { CardSides } from './card-sides.tsx'

interface TalentCardProps {
  readonly dossier: Dossier
  readonly answer: DossierThen
  /** Of today; undefined while a clock is turned back. */
  readonly sheet: Sheet | undefined
  readonly purpose: string
  readonly isSeatAsked: boolean
}

/** One person for a meeting on one A4 page: who, where from, how surely known, what speaks for and against, and as of when. */
export function TalentCard({ dossier, answer, sheet, purpose, isSeatAsked }: TalentCardProps) {
  const { say } = useSpeech()
  const { cadreId, facts, hasPhoto, career, asOf } = dossier
  return (
    <article className="talent-sheet" aria-label={say(words.sheet)}>
      <header>
        <Portrait cadreId={cadreId} name={facts.name} hasPhoto={hasPhoto} />
        <div>
          <h2>{facts.name}</h2>
          <p className="talent-post">{facts.currentPost ?? <Unknown wide />}</p>
        </div>
        <CardFacts dossier={dossier} />
      </header>
      <section>
        <h3>{say(words.career)}</h3>
        {career.length > 0 ? (
          <CareerTimeline career={career} asOf={asOf} />
        ) : (
          <p className="second">{say(words.none)}</p>
        )}
      </section>
      <div className="talent-halves">
        <CardMeasures measured={dossier.measured} />
        <CardSides dossier={dossier} sheet={sheet} />
      </div>
      {isSeatAsked && answer.seat && <CardFindings seat={answer.seat} findings={answer.findings} />}
      <Foot dossier={dossier} answer={answer} purpose={purpose} />
    </article>
  )
}

/** From how many sources, as of when, for what, by whom. */
function Foot({ dossier: { statements }, answer, purpose }: Pick<TalentCardProps, 'dossier' | 'answer' | 'purpose'>) {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  const { total, byChannel, political } = statements
  return (
    <footer>
      <p>
        {say(words.political, political)}　{say(words.sources, { total, channels: byChannel.length })}
      </p>
      <p>
        <span>{say(words.clocks, { asOf: day(answer.asOf), known: day(answer.knownAt) })}</span>
        <span>{purpose === '' ? say(words.purposeBlank) : say(words.purposeOf, { purpose })}</span>
        {session && <span>{say(words.by, { name: say(session.name), at: minute(new Date().toISOString()) })}</span>}
        <span>{say(words.foot)}</span>
      </p>
    </footer>
  )
}
