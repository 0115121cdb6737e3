import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { month, years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'
import { Unknown } from '../../../parts/nothing.tsx'

const [mostYears, mostHonours] = [5, 2]

/** The facts that a meeting asks for, in the order of the approval form. */
export function CardFacts({ dossier }: { readonly dossier: Dossier }) {
  const { say, language } = useSpeech()
  const { facts, summary, evaluations, honours, trainings } = dossier
  const span = (value: number | null) => (value === null ? '' : say(dossierWords.yearsShort, { years: years(value) }))
  const since = (date: string | null, value: number | null) => date && `${month(date)} ${span(value)}`
  const study = (one: Dossier['educations'][number] | null) =>
    one &&
    [
      say(labelOf('educationLevel', one.level)),
      one.degree && one.degree !== 'none' && say(labelOf('degree', one.degree)),
      one.school,
      one.major,
    ]
      .filter(Boolean)
      .join(' ')
  const [latest] = trainings.hoursByYear
  const comma = language === 'zh' ? '、' : ', '
  return (
    <dl className="talent-facts">
      <Fact label={say(dossierWords.born)}>
        {facts.bornOn && `${month(facts.bornOn)} ${facts.age === null ? '' : say(frameWords.age, { age: facts.age })}`}
      </Fact>
      <Fact label={say(facts.partyJoinedOn ? dossierWords.partyJoined : dossierWords.party)}>
        {facts.partyJoinedOn ? month(facts.partyJoinedOn) : facts.party}
      </Fact>
      <Fact label={say(dossierWords.workStarted)}>{facts.workStartedOn && month(facts.workStartedOn)}</Fact>
      <Fact label={say(dossierWords.levelSince)}>{since(summary.levelSince, summary.yearsAtLevel)}</Fact>
      <Fact label={say(dossierWords.postSince)}>{since(summary.postSince, summary.yearsInPost)}</Fact>
      <Fact label={say(dossierWords.grassroots)}>{span(summary.grassrootsYears)}</Fact>
      <Fact label={say(words.fullTime)} wide>
        {study(facts.fullTimeEducation)}
      </Fact>
      <Fact label={say(words.inService)} wide>
        {study(facts.inServiceEducation)}
      </Fact>
      <Fact label={say(words.evaluations)} wide>
        {evaluations
          .slice(0, mostYears)
          .reverse()
          .map(({ year, result }) => `${year} ${say(labelOf('evaluationResult', result))}`)
          .join(comma)}
      </Fact>
      <Fact label={say(words.honours)} wide none={say(words.none)}>
        {honours
          .slice(0, mostHonours)
          .map(({ on, title }) => `${month(on)} ${title}`)
          .join(comma) + (honours.length > mostHonours ? ` ${say(words.honoursMore, { count: honours.length })}` : '')}
      </Fact>
      <Fact label={say(words.training)} none={say(words.none)}>
        {latest && say(words.trainingOf, { year: latest.year, hours: latest.hours })}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly wide?: boolean
  /** What is said where nothing is on record, of what need not be. */
  readonly none?: string
  readonly children: ReactNode
}

const Fact = ({ label, wide = false, none, children }: FactProps) => (
  <div className={wide ? 'wide' : undefined}>
    <dt>{label}</dt>
    <dd>{children || none || <Unknown wide />}</dd>
  </div>
)
