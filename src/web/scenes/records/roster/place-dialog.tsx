import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import type { VacancyList } from '#server/contract/index.ts'
import { vacanciesQuery } from '../../../client/queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { batchWords as words } from '../../../language/words/roster-batch.ts'
import { ActDialog } from '../../../parts/act-dialog.tsx'
import { writeDraft } from '../../appoint/simulation/draft.ts'
import type { Person } from './selection.ts'

type Seat = VacancyList['vacancies'][number]

interface PlaceDialogProps {
  readonly people: readonly Person[]
  onClose(): void
}

/** Seats of a team show what they change in it; of the others only who fits is asked. */
const groups = [
  { label: words.teamSeats, ofTeam: true },
  { label: words.otherSeats, ofTeam: false },
] as const

/** Puts one person into a vacant seat on the bench of its team, or several beside each other at one vacancy. */
export function PlaceDialog({ people, onClose }: PlaceDialogProps) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const vacancies = useQuery(vacanciesQuery).data?.vacancies ?? []
  const [positionId, setPositionId] = useState<string>()
  const seat = vacancies.find((vacancy) => vacancy.positionId === positionId)
  const nameOf = ({ unitName, title }: Seat) => `${unitName} ${title}`
  const names = Map.groupBy(vacancies, nameOf)
  /** Of several seats of one name, since when each is vacant. */
  const named = (one: Seat) =>
    names.get(nameOf(one))?.length === 1 ? nameOf(one) : say(words.since, { seat: nameOf(one), day: day(one.from) })
  const ids = people.map(({ cadreId }) => cadreId)
  const [first] = ids
  const act = async () => {
    if (!seat || first === undefined) return
    if (ids.length === 1 && !seat.ofTeam) {
      await navigate({
        to: '/vacancies/$positionId/cadres/$cadreId/fit',
        params: { positionId: seat.positionId, cadreId: first },
      })
      return
    }
    if (ids.length > 1) {
      await navigate({
        to: '/vacancies/$positionId/considerations',
        params: { positionId: seat.positionId },
        search: { cadres: ids },
      })
      return
    }
    const draft = {
      changes: [{ positionId: seat.positionId, cadreId: first }],
      seat: seat.positionId,
      added: [],
      compared: [],
    }
    await navigate({
      to: '/teams/$unitId/simulation',
      params: { unitId: seat.unitId },
      search: writeDraft(draft),
    })
  }
  return (
    <ActDialog
      title={say(words.placeTitle)}
      lead={say(ids.length > 1 ? words.placeSeveral : words.placeOne, {
        names: people.map(({ name }) => name).join(say(words.comma)),
      })}
      verb={say(ids.length > 1 ? words.placeCompare : seat?.ofTeam === false ? words.placeFit : words.placeDo)}
      ready={seat !== undefined}
      act={act}
      onClose={onClose}
    >
      <Select
        aria-label={say(words.vacancy)}
        placeholder={say(words.vacancy)}
        autoFocus
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={groups.map(({ label, ofTeam }) => ({
          label: say(label),
          options: vacancies
            .filter((one) => one.ofTeam === ofTeam)
            .map((one) => ({ value: one.positionId, label: named(one) })),
        }))}
        value={positionId ?? null}
        onChange={(value: string) => setPositionId(value)}
      />
    </ActDialog>
  )
}
