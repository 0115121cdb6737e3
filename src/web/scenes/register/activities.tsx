import type { RegisteredActivity } from '#server/contract/index.ts'
import { citationText } from '../../language/citation.ts'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { registerWords as words } from '../../language/words/register.ts'
import { Panel } from '../../parts/panel.tsx'

/** Each activity: its purpose, the kinds of data, and the five questions answered beside. */
export function Activities({ activities }: { activities: readonly RegisteredActivity[] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.activities)} note={count(activities.length)}>
      {activities.map((activity) => (
        <Activity key={activity.id} activity={activity} />
      ))}
    </Panel>
  )
}

function Activity({ activity }: { activity: RegisteredActivity }) {
  const { say, language } = useSpeech()
  const { name, purpose, tables, source, bases, roles, retention, computed } = activity
  const list = (texts: readonly string[]) => texts.join(language === 'zh' ? '、' : ', ')
  return (
    <article className="register-activity">
      <h3>
        {say(name)} <span className="second">{say(purpose)}</span>
      </h3>
      <dl>
        {tables.length > 0 && (
          <div>
            <dt>{say(words.kinds)}</dt>
            <dd>
              {tables.map(({ table, label, class: held, rows, sensitive, sealed }) => (
                <p key={table}>
                  {say(label)}{' '}
                  <span className="second">
                    {say(held)} · {say(words.rows, { count: count(rows) })}
                    {sensitive.length > 0 &&
                      ` · ${say(words.sensitive, { fields: list(sensitive.map((field) => say(field))) })}`}
                    {sealed.length > 0 &&
                      ` · ${say(words.sealed, { fields: list(sealed.map((field) => say(field))) })}`}
                  </span>
                </p>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{say(words.source)}</dt>
          <dd>{say(source)}</dd>
        </div>
        <div>
          <dt>{say(words.bases)}</dt>
          <dd>{list(bases.map((basis) => citationText(basis, language)))}</dd>
        </div>
        <div>
          <dt>{say(words.roles)}</dt>
          <dd>{list(roles.map((role) => say(role)))}</dd>
        </div>
        <div>
          <dt>{say(words.retention)}</dt>
          <dd>
            {retention.map(({ label, months, isConfirmed }) => (
              <p key={label.zh}>
                {say(words.months, { label, months })}{' '}
                {!isConfirmed && <span className="second">{say(words.unconfirmed)}</span>}
              </p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say(words.computed)}</dt>
          <dd>
            {computed
              ? `${say(computed.says)} · ${list([...new Set(computed.rules.map((rule) => citationText(rule, language)))])}`
              : say(words.none)}
          </dd>
        </div>
      </dl>
    </article>
  )
}
