import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { CaseOpenings } from '#server/contract/index.ts'
import { dossierQuery } from '../../../client/queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { newCaseWords as words } from '../../../language/words/cases.ts'
import { type About, type Opening, postChosen } from './opening.ts'

interface SeatChoiceProps {
  readonly openings: CaseOpenings
  readonly opening: Opening
  readonly about: About
  onChange(changed: Partial<Opening>): void
}

interface Offered {
  readonly value: string
  readonly label: string
}

/** The seat to be filled; of a case about a person, one that the person holds. */
export function SeatChoice({ openings, opening, about, onChange }: SeatChoiceProps) {
  const { say } = useSpeech()
  const [person] = opening.people
  const dossier = useQuery({
    ...dossierQuery(person?.cadreId ?? ''),
    enabled: about === 'person' && person !== undefined,
  })
  const held = (dossier.data?.career ?? [])
    .filter(({ to }) => to === null)
    .map(
      ({ positionId, tenureId, unitName, title }): Offered => ({
        value: positionId ?? postChosen(tenureId),
        label: `${unitName ?? ''} ${title ?? ''}`.trim(),
      }),
    )
  const vacant = openings.vacancies.map(({ positionId, unitName, title, openCases }) => ({
    value: positionId,
    label:
      openCases.length > 0
        ? `${unitName} ${title}　${say(words.openAlready, { count: count(openCases.length) })}`
        : `${unitName} ${title}`,
  }))
  const filled = openings.moves.map(({ seat }) => ({ value: seat.positionId, label: `${seat.unitName} ${seat.title}` }))
  const offered = about === 'person' ? held : [...vacant, ...filled]
  const options = [...new Map(offered.map((one) => [one.value, one])).values()]
  return (
    <div className="act-line">
      <span>{say(about === 'person' ? words.seatHeld : words.seat)}</span>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(about === 'person' ? words.seatHeld : words.seat)}
        placeholder={say(words.choose)}
        value={opening.positionId === '' ? null : opening.positionId}
        onChange={(positionId: string | null) => onChange({ positionId: positionId ?? '' })}
        options={options}
      />
    </div>
  )
}
