import type { ProcessingRegister } from '#server/contract/index.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { registerWords as words } from '../../language/words/register.ts'
import { ColumnHeads } from '../../parts/column-heads.tsx'
import { Panel } from '../../parts/panel.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

/** Files that left, by kind: as far as their records are kept. */
export function Recipients({ recipients }: Pick<ProcessingRegister, 'recipients'>) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.recipients)} flush={recipients.length > 0}>
      {recipients.length === 0 ? (
        <p className="second">{say(words.noRecipients)}</p>
      ) : (
        <WideTable label={say(words.recipients)} className="figures register-table">
          <thead>
            <tr>
              <ColumnHeads heads={[words.paper, words.files, words.named, words.last]} />
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ label, files, people, lastAt }) => (
              <tr key={label.zh}>
                <th scope="row">{say(label)}</th>
                <td>{count(files)}</td>
                <td>{count(people)}</td>
                <td>{minute(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}

/** How it is protected: what stands, and what is to be mended. */
export function Measures({ measures }: Pick<ProcessingRegister, 'measures'>) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.measures)}>
      <ul className="register-measures">
        {measures.map(({ id, label, says, at, isMet }) => (
          <li key={id}>
            <b>{say(label)}</b>
            <span>
              {say(says)} {at && <span className="second">{minute(at)}</span>}
            </span>
            <span className={isMet ? 'second' : 'register-open'}>{say(isMet ? words.met : words.toMend)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
