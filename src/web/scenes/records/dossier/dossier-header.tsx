import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { month, years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { dossierHeadWords as headWords } from '../../../language/words/dossier-parts.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { evaluationMarks } from '../../../language/words/roster.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Portrait } from '../../../parts/portrait.tsx'
import { HeaderActs } from './header-acts.tsx'

/** Who this is, in the order of the approval form, on two lines. */
export function DossierHeader({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const { facts } = dossier
  return (
    <div className="dossier-header">
      <Portrait cadreId={dossier.cadreId} name={facts.name} hasPhoto={dossier.hasPhoto} />
      <div className="dossier-who">
        <PageTitle
          title={facts.name}
          note={
            <>
              {facts.sex === null ? <Unknown wide /> : say(labelOf('sex', facts.sex))}
              {dossier.status === 'left' && <span className="quiet">　{say(dossierWords.left)}</span>}
            </>
          }
        />
        <p className="dossier-post">{facts.currentPost ?? <Unknown wide />}</p>
        <Link
          to="/cadres/$cadreId"
          params={{ cadreId: dossier.cadreId }}
          search={{ part: 'checks' }}
          className="second dossier-complete"
        >
          {say(headWords.complete, { held: dossier.completeness.held, asked: dossier.completeness.asked })}
        </Link>
      </div>
      <dl className="dossier-facts">
        <Facts dossier={dossier} />
      </dl>
      <HeaderActs dossier={dossier} />
    </div>
  )
}

function Facts({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const { facts, summary } = dossier
  const level = (facts.inServiceEducation ?? facts.fullTimeEducation)?.level
  const span = (value: number | null) => (value === null ? '' : say(dossierWords.yearsShort, { years: years(value) }))
  const since = (date: string | null, value: number | null): ReactNode => date && `${month(date)}　${span(value)}`
  const yearly = dossier.evaluations.slice(0, 3).reverse()
  return (
    <>
      <Fact
        label={say(dossierWords.born)}
        value={
          facts.bornOn && `${month(facts.bornOn)}　${facts.age === null ? '' : say(frameWords.age, { age: facts.age })}`
        }
      />
      <Fact label={say(dossierWords.workStarted)} value={facts.workStartedOn && month(facts.workStartedOn)} />
      {facts.partyJoinedOn ? (
        <Fact label={say(dossierWords.partyJoined)} value={month(facts.partyJoinedOn)} />
      ) : (
        <Fact label={say(dossierWords.party)} value={facts.party} />
      )}
      <Fact label={say(dossierWords.education)} value={level && say(labelOf('educationLevel', level))} />
      <Fact label={say(dossierWords.postSince)} value={since(summary.postSince, summary.yearsInPost)} />
      <Fact label={say(dossierWords.levelSince)} value={since(summary.levelSince, summary.yearsAtLevel)} />
      <Fact
        label={say(dossierWords.grassroots)}
        value={summary.grassrootsYears === null ? null : span(summary.grassrootsYears)}
      />
      <Fact
        label={`${say(dossierWords.evaluations)} ${yearly.map(({ year }) => String(year).slice(2)).join(' ')}`}
        value={yearly.length > 0 && yearly.map(({ result }) => say(evaluationMarks[result])).join(' ')}
      />
    </>
  )
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value || <Unknown wide />}</dd>
    </div>
  )
}
