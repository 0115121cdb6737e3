import { useQuery } from '@tanstack/react-query'
import { actionSaid, auditActions, auditFamilies, auditKindLabels, auditKinds } from '#domain/lexicon/audit-actions.ts'
import { accountsQuery } from '../../client/account-queries.ts'
import type { Search } from '../../client/search.ts'
import { useSpeech } from '../../language/language.tsx'
import { auditWords as words } from '../../language/words/audit.ts'
import { DateInput } from '../../parts/date-input.tsx'
import { WordsField } from '../../parts/words-field.tsx'

export const filterNames = ['person', 'actor', 'kind', 'action', 'from', 'to'] as const
type Chosen = Partial<Record<(typeof filterNames)[number], string | undefined>>

const actionNames: readonly string[] = [...Object.keys(auditActions), ...Object.keys(auditFamilies)]

interface FiltersProps {
  readonly chosen: Chosen
  onShow(next: Search, replace?: boolean): void
}

/** Whom, who, what and when: all that is chosen holds together. */
export function AuditFilters({ chosen, onShow }: FiltersProps) {
  const { say } = useSpeech()
  const accounts = useQuery(accountsQuery).data?.accounts ?? []
  const kinds = auditKinds.filter((kind) => !chosen.kind || kind === chosen.kind)
  return (
    <div className="audit-filters">
      <WordsField
        label={say(words.personLabel)}
        hint={say(words.person)}
        value={chosen.person ?? ''}
        onChange={(person) => onShow({ person }, true)}
      />
      <select
        aria-label={say(words.actor)}
        value={chosen.actor ?? ''}
        onChange={({ target }) => onShow({ actor: target.value })}
      >
        <option value="">{say(words.anybody)}</option>
        <option value="system">{say(words.system)}</option>
        {accounts.map(({ account, name }) => (
          <option key={account} value={account}>
            {account} {say(name)}
          </option>
        ))}
      </select>
      <select
        aria-label={say(words.kind)}
        value={chosen.kind ?? ''}
        onChange={({ target }) => onShow({ kind: target.value, action: '' })}
      >
        <option value="">{say(words.allKinds)}</option>
        {auditKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(auditKindLabels[kind])}
          </option>
        ))}
      </select>
      <select
        aria-label={say(words.action)}
        value={chosen.action ?? ''}
        onChange={({ target }) => onShow({ action: target.value })}
      >
        <option value="">{say(words.allActions)}</option>
        {kinds.map((kind) => (
          <optgroup key={kind} label={say(auditKindLabels[kind])}>
            {actionNames
              .filter((action) => actionSaid(action).kind === kind)
              .map((action) => (
                <option key={action} value={action}>
                  {say(actionSaid(action).label)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <span className="audit-days">
        <DateInput label={say(words.from)} value={chosen.from ?? ''} optional onChange={(from) => onShow({ from })} />
        –
        <DateInput label={say(words.to)} value={chosen.to ?? ''} optional onChange={(to) => onShow({ to })} />
      </span>
    </div>
  )
}
