import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CareDuties } from '#server/contract/index.ts'
import { assignCareDuty, careDutiesQuery } from '../../../client/care-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import '../../../parts/buttons.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ChoiceSearch, type Named } from '../../../parts/matter/choice-search.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { SignViews } from './sign-views.tsx'
import './signs.css'

type Officer = CareDuties['officers'][number]
type Asked = { readonly officer: Officer; readonly onDuty: boolean }

/** Who looks at early signs, for which units, and who said so when. */
export function DutyPage() {
  const { say } = useSpeech()
  const duties = useQuery(careDutiesQuery)
  const [asked, setAsked] = useState<Asked>()
  const { data } = duties
  return (
    <>
      <PageTitle title={say(words.duty)} views={<SignViews />} />
      <p className="second sign-note">{say(words.dutyNote)}</p>
      {duties.isError && <ErrorPanel error={duties.error} onRetry={() => void duties.refetch()} />}
      {duties.isPending && <SkeletonRows rows={3} height={38} />}
      {data && (
        <div className="signs">
          <div className="sheet">
            <OfficerTable officers={data.officers} onAsk={data.mayAssign ? setAsked : undefined} />
          </div>
          <Panel title={say(words.history)} flush>
            {data.history.length === 0 ? (
              <p className="second sign-note">{say(words.historyNone)}</p>
            ) : (
              <History history={data.history} officers={data.officers} />
            )}
          </Panel>
        </div>
      )}
      {asked && <DutyDialog {...asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface OfficerTableProps {
  readonly officers: readonly Officer[]
  /** Undefined for whoever may only look. */
  readonly onAsk: ((asked: Asked) => void) | undefined
}

function OfficerTable({ officers, onAsk }: OfficerTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.dutyList)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.account, words.office, words.onDuty, words.scope]} />
          {onAsk && <td />}
        </tr>
      </thead>
      <tbody>
        {officers.map((officer) => (
          <tr key={officer.account}>
            <th scope="row">
              {say(officer.name)} <span className="second">{officer.account}</span>
            </th>
            <td>{say(officer.office)}</td>
            <td>
              {say(officer.onDuty ? words.yes : words.no)}{' '}
              {officer.isHead && <span className="second">{say(words.byOffice)}</span>}
            </td>
            <td>
              {officer.onDuty &&
                (officer.units?.map(({ name }) => name).join(say(frameWords.comma)) ?? say(words.everyUnit))}
            </td>
            {onAsk && (
              <td>
                {!officer.isHead &&
                  [true, ...(officer.onDuty ? [false] : [])].map((onDuty) => (
                    <button
                      key={String(onDuty)}
                      type="button"
                      className="plain-button"
                      onClick={() => onAsk({ officer, onDuty })}
                    >
                      {say(onDuty ? words.assign : words.release)}
                      <span className="out-of-sight"> {say(officer.name)}</span>
                    </button>
                  ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function DutyDialog({ officer, onDuty, onClose }: Asked & { onClose(): void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [units, setUnits] = useState<readonly Named[]>([])
  const [reason, setReason] = useState('')
  const assign = async () => {
    const unitIds = onDuty && units.length > 0 ? units.map(({ id }) => id) : null
    await assignCareDuty(officer.account, { onDuty, unitIds, reason })
    await queries.invalidateQueries({ queryKey: ['care-duties'] })
  }
  return (
    <ActDialog
      title={say(onDuty ? words.assignOf : words.releaseOf, { name: say(officer.name) })}
      verb={say(onDuty ? words.assign : words.release)}
      ready={reason.trim() !== ''}
      act={assign}
      onClose={onClose}
    >
      {onDuty && (
        <div className="act-line">
          <span>{say(words.units)}</span>
          <ChoiceSearch
            kind="units"
            label={say(words.findUnit)}
            onPick={(unit) => setUnits([...units.filter(({ id }) => id !== unit.id), unit])}
          />
          {units.map(({ id, name }) => (
            <p key={id} className="act-chosen">
              <span>{name}</span>
              <button
                type="button"
                className="plain-button"
                onClick={() => setUnits(units.filter((unit) => unit.id !== id))}
              >
                {say(words.remove)}
                <span className="out-of-sight"> {name}</span>
              </button>
            </p>
          ))}
        </div>
      )}
      <Line label={say(words.why)} rows={2} value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function History({ history, officers }: Pick<CareDuties, 'history' | 'officers'>) {
  const { say } = useSpeech()
  const nameOf = (account: string): string => {
    const officer = officers.find((one) => one.account === account)
    return officer ? say(officer.name) : account
  }
  return (
    <WideTable label={say(words.history)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.when, words.account, words.what, words.why, words.by]} />
        </tr>
      </thead>
      <tbody>
        {history.map(({ account, onDuty, units, reason, recordedBy, recordedAt }) => (
          <tr key={`${account} ${recordedAt}`}>
            <td>{day(recordedAt)}</td>
            <td>{nameOf(account)}</td>
            <td>
              {say(onDuty ? words.given : words.takenBack)}
              {units !== null && say(frameWords.bracketed, { words: say(words.someUnits, { count: units }) })}
            </td>
            <td>{reason}</td>
            <td>{recordedBy === 'system' ? say(words.bySystem) : nameOf(recordedBy)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
