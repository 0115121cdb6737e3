import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldClassLabels } from '#domain/lexicon/field-classes.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { GrantList, NewGrantShape, ShownGrant } from '#server/contract/index.ts'
import { grantReading, grantsQuery, withdrawReading } from '../../client/grant-queries.ts'
import { useClassesSaid } from '../../language/classes-said.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { grantStates, grantWords as words } from '../../language/words/grants.ts'
import { ColumnHeads } from '../../parts/column-heads.tsx'
import { DateInput } from '../../parts/date-input.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel } from '../../parts/states.tsx'
import { AccountForm } from '../account/account-form.tsx'
import { useProvenAct } from '../account/proof.tsx'
import { SecretField } from '../account/secret-field.tsx'

const grantedClasses = ['personnel', 'sensitive', 'supervision'] as const
const levels = identifiersOf('postLevel').filter((level) => level !== 'none')

/** What an account may read, as it was granted; the security officer adds and takes back here. */
export function Grants({ account, onClose }: { readonly account: string; readonly onClose: () => void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const asked = useQuery(grantsQuery(account))
  const [takenBack, setTakenBack] = useState<string>()
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return null
  const { grants, units, mayGrant } = asked.data
  const done = (list: GrantList) => {
    setTakenBack(undefined)
    queries.setQueryData(grantsQuery(account).queryKey, list)
  }
  return (
    <>
      <Panel title={`${say(words.title)} · ${account}`} note={`${count(grants.length)} · ${say(words.kin)}`} flush>
        {grants.length === 0 ? (
          <EmptyState why={say(words.none)} />
        ) : (
          <GrantTable grants={grants} onWithdraw={mayGrant ? setTakenBack : undefined} />
        )}
      </Panel>
      {takenBack !== undefined && (
        <Withdrawal
          key={takenBack}
          account={account}
          grantId={takenBack}
          onDone={done}
          onCancel={() => setTakenBack(undefined)}
        />
      )}
      {mayGrant && takenBack === undefined && (
        <NewGrant key={grants.length} account={account} units={units} onDone={done} onCancel={onClose} />
      )}
    </>
  )
}

interface GrantTableProps {
  readonly grants: readonly ShownGrant[]
  readonly onWithdraw: ((grantId: string) => void) | undefined
}

function GrantTable({ grants, onWithdraw }: GrantTableProps) {
  const { say } = useSpeech()
  const classesSaid = useClassesSaid()
  const heads = [words.scope, words.classes, words.purpose, words.basis, words.term, words.state]
  return (
    <div className="accounts-table" role="group" tabIndex={0} aria-label={say(words.title)}>
      <table>
        <thead>
          <tr>
            <ColumnHeads heads={onWithdraw ? [...heads, words.acts] : heads} />
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <tr key={grant.grantId}>
              <th scope="row">
                <Scope grant={grant} />
              </th>
              <td>{classesSaid(grant.classes)}</td>
              <td>{grant.purpose}</td>
              <td>
                {grant.basis} <span className="second">{say(words.by, { who: grant.grantedBy })}</span>
              </td>
              <td>
                <Term grant={grant} />
              </td>
              <td>
                {say(grantStates[grant.state])} <span className="second">{grant.withdrawn?.reason}</span>
              </td>
              {onWithdraw && (
                <td>
                  {!grant.withdrawn && grant.state !== 'ended' && (
                    <button type="button" className="side-button" onClick={() => onWithdraw(grant.grantId)}>
                      {say(words.withdraw)}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Term({ grant: { startsAt, endsAt } }: { readonly grant: ShownGrant }) {
  const { say } = useSpeech()
  return endsAt === null
    ? say(words.from, { day: minute(startsAt) })
    : say(words.until, { from: minute(startsAt), to: minute(endsAt) })
}

function Scope({ grant: { scope } }: { readonly grant: ShownGrant }) {
  const { say, language } = useSpeech()
  const unit = scope.unit ? say(words.below, { unit: scope.unit.name }) : say(words.everyUnit)
  const held = scope.levels?.map((level) => say(labelOf('postLevel', level)))
  return [unit, ...(held ? [held.join(language === 'zh' ? '、' : ', ')] : [])].join(language === 'zh' ? '，' : '; ')
}

interface ActProps {
  readonly account: string
  readonly onDone: (list: GrantList) => void
  readonly onCancel: () => void
}

function Withdrawal({ account, grantId, onDone, onCancel }: ActProps & { readonly grantId: string }) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  const doing = useProvenAct<GrantList>(onDone)
  return (
    <AccountForm
      title={`${say(words.withdraw)} · ${account}`}
      proof={doing.proof}
      verb={say(words.withdraw)}
      ready={!doing.isPending && reason.trim() !== ''}
      error={doing.error}
      onSubmit={() => doing.run(() => withdrawReading(account, grantId, reason))}
      onCancel={onCancel}
    >
      <SecretField label={say(words.reason)} name="reason" isOpen value={reason} onChange={setReason} />
    </AccountForm>
  )
}

interface Wanted {
  readonly unit: string
  readonly levels: readonly string[]
  readonly classes: readonly string[]
  readonly purpose: string
  readonly basis: string
  readonly endsOn: string
}

const nothing: Wanted = { unit: '', levels: [], classes: ['personnel'], purpose: '', basis: '', endsOn: '' }

const toggled = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

function NewGrant({ account, units, onDone, onCancel }: ActProps & Pick<GrantList, 'units'>) {
  const { say } = useSpeech()
  const [wanted, setWanted] = useState(nothing)
  const doing = useProvenAct<GrantList>(onDone)
  const unit = units.find(({ unitId, name }) => [name, unitId, `${name} ${unitId}`].includes(wanted.unit.trim()))
  const isUnknown = wanted.unit.trim() !== '' && unit === undefined
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part })
  const ready =
    !doing.isPending && !isUnknown && wanted.classes.length > 0 && wanted.purpose !== '' && wanted.basis !== ''
  const body = {
    classes: wanted.classes,
    purpose: wanted.purpose,
    basis: wanted.basis,
    ...(unit && { unitId: unit.unitId }),
    ...(wanted.levels.length > 0 && { levels: wanted.levels }),
    ...(wanted.endsOn !== '' && { endsOn: wanted.endsOn }),
  } as NewGrantShape
  return (
    <AccountForm
      title={`${say(words.add)} · ${account}`}
      proof={doing.proof}
      verb={say(words.do)}
      ready={ready}
      error={doing.error}
      onSubmit={() => doing.run(() => grantReading(account, body))}
      onCancel={onCancel}
    >
      <label className="account-field">
        <span>{say(words.unit)}</span>
        <input
          name="unit"
          list="grant-units"
          value={wanted.unit}
          onChange={({ target }) => change({ unit: target.value })}
        />
        {isUnknown && <span role="alert">{say(words.unknownUnit)}</span>}
      </label>
      <datalist id="grant-units">
        {units.map(({ unitId, name }) => (
          <option key={unitId} value={`${name} ${unitId}`} />
        ))}
      </datalist>
      <Choices
        legend={say(words.classes)}
        choices={grantedClasses.map((held) => [held, say(fieldClassLabels[held])])}
        chosen={wanted.classes}
        onToggle={(held) => change({ classes: toggled(wanted.classes, held) })}
      />
      <Choices
        legend={say(words.levels)}
        choices={levels.map((level) => [level, say(labelOf('postLevel', level))])}
        chosen={wanted.levels}
        onToggle={(level) => change({ levels: toggled(wanted.levels, level) })}
      />
      <SecretField
        label={say(words.purpose)}
        name="purpose"
        isOpen
        value={wanted.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <SecretField
        label={say(words.basis)}
        name="basis"
        isOpen
        value={wanted.basis}
        onChange={(basis) => change({ basis })}
      />
      <label className="account-field">
        <span>{say(words.endsOn)}</span>
        <DateInput label={say(words.endsOn)} value={wanted.endsOn} optional onChange={(endsOn) => change({ endsOn })} />
      </label>
    </AccountForm>
  )
}

interface ChoicesProps {
  readonly legend: string
  readonly choices: readonly (readonly [string, string])[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

function Choices({ legend, choices, chosen, onToggle }: ChoicesProps) {
  return (
    <fieldset className="account-choices">
      <legend className="second">{legend}</legend>
      {choices.map(([id, label]) => (
        <label key={id}>
          <input type="checkbox" name={id} checked={chosen.includes(id)} onChange={() => onToggle(id)} /> {label}
        </label>
      ))}
    </fieldset>
  )
}
