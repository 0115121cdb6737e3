import type { AuditLogEntry } from '#server/contract/index.ts'
import { minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { auditWords as words } from '../../language/words/audit.ts'
import { ColumnHeads } from '../../parts/column-heads.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

interface LogProps {
  readonly rows: readonly AuditLogEntry[]
  onActor(account: string): void
  onPerson(id: string): void
}

/** Entries, the newest first; a name narrows the log to it. */
export function Log({ rows, onActor, onPerson }: LogProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.found)} className="figures audit-log">
      <thead>
        <tr>
          <ColumnHeads heads={[words.at, words.actor, words.action, words.about, words.said]} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, actor, action, about, shown }) => (
          <tr key={id}>
            <td className="second">
              {minute(at)}
              <span className="quiet audit-line">#{id}</span>
            </td>
            <td>
              <button type="button" className="plain-button" onClick={() => onActor(actor.account)}>
                {say(actor.name)}
              </button>
              {actor.name.zh !== actor.account && <span className="quiet audit-line">{actor.account}</span>}
            </td>
            <td>{say(action)}</td>
            <td>
              <ul>
                {about.map((one) => (
                  <li key={one.id}>
                    {one.name === null ? (
                      <span className="quiet">{one.id}</span>
                    ) : (
                      <button type="button" className="plain-button" onClick={() => onPerson(one.id)}>
                        {one.name}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </td>
            <td className="second">
              <ul>
                {shown.map(({ field, value }) => (
                  <li key={`${field.en} ${value}`}>
                    {say(field)} {value}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
