import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier, FormFacts } from '#server/contract/index.ts'
import { day, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords, formWords } from '../../../language/words/dossier.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { FormFamily } from './form-family.tsx'

/** The approval form in words: the same boxes in the same order. What is not on record is hatched. */
export function FormAsText({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  return (
    <div className="form-sheet">
      <div className="form-scroll" tabIndex={0} role="region" aria-label={say(dossierWords.tabForm)}>
        <table className="form" aria-label={say(dossierWords.tabForm)}>
          <FormBasics facts={dossier.facts} />
          <FormEducation facts={dossier.facts} />
          <FormCareer dossier={dossier} />
        </table>
        <FormFamily relatives={dossier.relatives} asOf={dossier.asOf} />
      </div>
    </div>
  )
}

function Box({ label, children, span = 1 }: { label: string; children: ReactNode; span?: number }) {
  const empty = children === null || children === undefined || children === ''
  return (
    <>
      <th scope="row">{label}</th>
      <td colSpan={span}>{empty ? <Unknown wide /> : children}</td>
    </>
  )
}

function FormBasics({ facts }: { facts: FormFacts }) {
  const { say } = useSpeech()
  const age = facts.age === null ? '' : say(frameWords.bracketed, { words: say(frameWords.age, { age: facts.age }) })
  const health = facts.healthOk === null ? null : say(facts.healthOk ? formWords.healthy : formWords.unhealthy)
  return (
    <tbody>
      <tr>
        <Box label={say(formWords.name)}>{facts.name}</Box>
        <Box label={say(formWords.sex)}>{facts.sex && say(labelOf('sex', facts.sex))}</Box>
        <Box label={say(formWords.born)}>{facts.bornOn && month(facts.bornOn) + age}</Box>
      </tr>
      <tr>
        <Box label={say(formWords.ethnicity)}>{facts.ethnicity}</Box>
        <Box label={say(formWords.nativePlace)}>{facts.nativePlace}</Box>
        <Box label={say(formWords.birthPlace)}>{facts.birthPlace}</Box>
      </tr>
      <tr>
        <Box label={say(formWords.partyJoined)}>{facts.partyJoinedOn ? month(facts.partyJoinedOn) : facts.party}</Box>
        <Box label={say(formWords.workStarted)}>{facts.workStartedOn && month(facts.workStartedOn)}</Box>
        <Box label={say(formWords.health)}>{health}</Box>
      </tr>
      <tr>
        <Box label={say(formWords.technicalPost)}>{facts.technicalPost}</Box>
        <Box label={say(formWords.speciality)} span={3}>
          {facts.speciality}
        </Box>
      </tr>
    </tbody>
  )
}

function FormEducation({ facts }: { facts: FormFacts }) {
  const { say } = useSpeech()
  const rows = [
    [formWords.fullTime, facts.fullTimeEducation],
    [formWords.inService, facts.inServiceEducation],
  ] as const
  return (
    <tbody>
      {rows.map(([label, education]) => (
        <tr key={label.en}>
          <Box label={say(label)}>
            {education &&
              [labelOf('educationLevel', education.level), education.degree && labelOf('degree', education.degree)]
                .map((text) => (text ? say(text) : ''))
                .filter(Boolean)
                .join(' ')}
          </Box>
          <Box label={say(formWords.school)} span={3}>
            {education && [education.school, education.major].filter(Boolean).join(' ')}
          </Box>
        </tr>
      ))}
      <tr>
        <Box label={say(formWords.currentPost)} span={5}>
          {facts.currentPost}
        </Box>
      </tr>
    </tbody>
  )
}

function FormCareer({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  return (
    <tbody>
      <tr>
        <th scope="row">{say(formWords.resume)}</th>
        <td colSpan={5}>
          <ol className="form-resume">
            {dossier.career.map((step) => (
              <li key={step.tenureId}>
                <span>
                  {month(step.from)}—{step.to && month(step.to)}
                </span>
                <span>
                  {step.unitName} {step.title}
                  {step.kind !== 'appointed' && (
                    <span className="quiet">（{say(labelOf('tenureKind', step.kind))}）</span>
                  )}
                </span>
                <span className="quiet">{step.postLevel && say(labelOf('postLevel', step.postLevel))}</span>
              </li>
            ))}
          </ol>
        </td>
      </tr>
      <tr>
        <th scope="row">{say(formWords.awards)}</th>
        <td colSpan={5}>
          <ul>
            {dossier.honours.map((honour) => (
              <li key={honour.on + honour.title}>
                {day(honour.on)} {honour.title} <span className="quiet">{honour.authority}</span>
              </li>
            ))}
            {dossier.sanctions.map((sanction) => (
              <li key={sanction.decidedOn + sanction.kind}>
                {day(sanction.decidedOn)} {say(labelOf('sanctionKind', sanction.kind))}{' '}
                <span className="quiet">
                  {sanction.authority} {sanction.until && say(formWords.effectUntil, { date: day(sanction.until) })}
                </span>
              </li>
            ))}
          </ul>
        </td>
      </tr>
      <tr>
        <th scope="row">{say(formWords.yearly)}</th>
        <td colSpan={5}>
          {dossier.evaluations.length === 0 ? (
            <Unknown wide />
          ) : (
            dossier.evaluations
              .toReversed()
              .map(({ year, result }) => `${year} ${say(labelOf('evaluationResult', result))}`)
              .join('　')
          )}
        </td>
      </tr>
      {dossier.grades.length > 0 && (
        <tr>
          <th scope="row">{say(formWords.grades)}</th>
          <td colSpan={5}>
            {dossier.grades.map((grade) => `${month(grade.from)} ${say(labelOf('grade', grade.grade))}`).join('　')}
          </td>
        </tr>
      )}
      {dossier.authorityUnit && (
        <tr>
          <th scope="row">{say(dossierWords.authority)}</th>
          <td colSpan={5}>{dossier.authorityUnit.name}</td>
        </tr>
      )}
    </tbody>
  )
}
