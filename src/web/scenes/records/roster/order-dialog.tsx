import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { rosterPageQuery } from '../../../client/queries.ts'
import { movePeople, type PeopleMove, rosterOrderQuery, undoOrder } from '../../../client/roster-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { batchWords as words } from '../../../language/words/roster-batch.ts'
import { ActDialog } from '../../../parts/act-dialog.tsx'
import type { Notice } from './notice-line.tsx'
import type { Person } from './selection.ts'

interface OrderDialogProps {
  readonly people: readonly Person[]
  onClose(): void
  onNotice(notice: Notice): void
}

/** The order kept by hand: those selected, together, before or after somebody of their unit. */
export function OrderDialog({ people, onClose, onNotice }: OrderDialogProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const state = useQuery(rosterOrderQuery).data
  const units = new Set(people.map((person) => person.unitId))
  const unitId = units.size === 1 ? (people[0]?.unitId ?? undefined) : undefined
  const chosen = new Set(people.map(({ cadreId }) => cadreId))
  const colleagues = useQuery({
    ...rosterPageQuery({ unit: unitId, fields: ['unit', 'title'], sort: 'manual' }, 0, 500),
    enabled: unitId !== undefined,
  }).data?.rows.filter((row) => row.unitId === unitId && !chosen.has(row.cadreId))
  const [side, setSide] = useState<'before' | 'after'>('before')
  const [other, setOther] = useState<string>()

  const reread = async () => {
    void client.invalidateQueries({ queryKey: rosterOrderQuery.queryKey })
    await client.invalidateQueries({ queryKey: ['cadres'] })
  }
  const act = async () => {
    if (unitId === undefined || other === undefined || !state) return
    const place: PeopleMove['place'] = side === 'before' ? { before: other } : { after: other }
    // Where somebody was quicker, the order to go on from is theirs.
    const done = await movePeople({ unitId, cadreIds: [...chosen], place, basedOn: state.version }).finally(reread)
    onNotice({
      text: say(words.ordered, { count: chosen.size }),
      undo: () => undoOrder(done.version).finally(reread),
    })
  }
  return (
    <ActDialog
      title={say(words.orderTitle)}
      lead={say(units.size > 1 ? words.orderUnits : words.orderLead, { count: people.length })}
      verb={say(words.orderDo)}
      ready={other !== undefined && unitId !== undefined && state !== undefined}
      act={act}
      onClose={onClose}
    >
      {unitId !== undefined && (
        <p className="order-choice">
          {say(words.orderTo)}
          <Select
            aria-label={say(words.orderWhom)}
            placeholder={say(words.orderWhom)}
            style={{ width: 280 }}
            showSearch={{ optionFilterProp: 'label' }}
            options={(colleagues ?? []).map((row) => ({
              value: row.cadreId,
              label: `${row.name}　${row.title ?? ''}`,
            }))}
            value={other ?? null}
            onChange={(value: string) => setOther(value)}
          />
          <select
            aria-label={say(words.side)}
            value={side}
            onChange={({ target }) => setSide(target.value as typeof side)}
          >
            <option value="before">{say(words.before)}</option>
            <option value="after">{say(words.after)}</option>
          </select>
        </p>
      )}
    </ActDialog>
  )
}
