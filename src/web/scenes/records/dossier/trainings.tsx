import type { Dossier } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

/** Training hours by year, and the latest courses they are made of. */
export function Trainings({ trainings }: { trainings: Dossier['trainings'] }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(dossierWords.trainings)}
      note={say(dossierWords.trainingsNote, { courses: count(trainings.courses) })}
      flush
    >
      {trainings.courses === 0 ? (
        <EmptyState why={say(dossierWords.noTrainings)} />
      ) : (
        <>
          <dl className="training-years" aria-label={say(dossierWords.hoursByYear)}>
            {trainings.hoursByYear.slice(0, 5).map(({ year, hours }) => (
              <div key={year}>
                <dt>{year}</dt>
                <dd>{say(dossierWords.hours, { hours: count(Math.round(hours)) })}</dd>
              </div>
            ))}
          </dl>
          <table className="figures" aria-label={say(dossierWords.trainings)}>
            <thead>
              <tr>
                <th scope="col">{say(dossierWords.courses)}</th>
                <th scope="col">{say(dossierWords.period)}</th>
                <th scope="col" className="number">
                  {say(dossierWords.hoursHead)}
                </th>
              </tr>
            </thead>
            <tbody>
              {trainings.latest.map((course) => (
                <tr key={course.course + course.from}>
                  <td>{course.course}</td>
                  <td className="quiet">{day(course.from)}</td>
                  <td className="number">{course.hours === null ? <Unknown /> : count(course.hours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  )
}
