import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SlateChoices } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { WordsField } from '../../../../parts/words-field.tsx'
import { type PartProps, Problem } from './fields.tsx'

interface VacanciesPartProps extends PartProps {
  readonly vacancies: SlateChoices['vacancies']
}

/** Which vacancies are to be filled: all at first. */
export function VacanciesPart({ vacancies, request, problem, onChange }: VacanciesPartProps) {
  const { say } = useSpeech()
  const [words, setWords] = useState('')
  const chosen = new Set(request.vacancies)
  const set = (ids: Iterable<string>) => onChange({ ...request, vacancies: [...ids] })
  const shown = vacancies.filter(({ unitName, title }) => `${unitName}${title}`.includes(words))
  return (
    <Panel
      title={say(wishWords.vacancies)}
      note={say(wishWords.vacanciesNote, { chosen: count(chosen.size), total: count(vacancies.length) })}
      aside={
        <>
          <button
            type="button"
            className="plain-button"
            onClick={() => set(new Set([...chosen, ...shown.map(({ positionId }) => positionId)]))}
          >
            {say(wishWords.chooseAll)}
          </button>
          <button
            type="button"
            className="plain-button"
            onClick={() => set([...chosen].filter((id) => !shown.some(({ positionId }) => positionId === id)))}
          >
            {say(wishWords.chooseNone)}
          </button>
        </>
      }
    >
      <WordsField label={say(wishWords.filter)} hint={say(wishWords.filter)} value={words} onChange={setWords} />
      <Problem problem={problem} />
      <ul className="wish-vacancies" tabIndex={0} aria-label={say(wishWords.vacancies)}>
        {shown.map((vacancy) => (
          <li key={vacancy.positionId}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(vacancy.positionId)}
                onChange={({ target }) =>
                  set(
                    target.checked
                      ? [...chosen, vacancy.positionId]
                      : [...chosen].filter((id) => id !== vacancy.positionId),
                  )
                }
              />
              <span>
                <span className="quiet">{vacancy.unitName}</span> {vacancy.title}
              </span>
              <span className="second">
                {say(labelOf('postLevel', vacancy.postLevel))} ·{' '}
                {say(wishWords.daysOpen, { days: count(vacancy.daysOpen) })} ·{' '}
                {say(wishWords.people, { met: count(vacancy.met), discretion: count(vacancy.discretion) })}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
