import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { Vacancy } from '#server/contract/index.ts'
import { candidatesQuery } from '../../../client/queries.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

interface UnmetDrawerProps {
  readonly vacancy: Vacancy
  /** The rule whose people are opened; none while closed. */
  readonly rule: string | undefined
  onClose(): void
  onChoose(cadreId: string): void
}

const limit = 200

export function UnmetDrawer({ vacancy, rule, onClose, onChoose }: UnmetDrawerProps) {
  const { say, language } = useSpeech()
  const query = { verdict: 'unmet', rule, limit }
  const people = useQuery({ ...candidatesQuery(vacancy.seat.positionId, query), enabled: rule !== undefined })
  const basis = vacancy.unmet.byRule.find((entry) => entry.rule === rule)?.basis
  return (
    <Drawer
      open={rule !== undefined}
      onClose={onClose}
      title={basis ? say(basis.title) : say(vacancyWords.unmetList)}
      size={420}
    >
      {basis && <p className="second">{citationText(basis, language)}</p>}
      {people.isError && <ErrorPanel error={people.error} onRetry={() => void people.refetch()} />}
      {people.isLoading && <SkeletonRows rows={12} height={32} />}
      {people.data && (
        <>
          <p className="second">
            {say(vacancyWords.unmetCount, { total: count(people.data.total), shown: count(people.data.rows.length) })}
          </p>
          <ul className="unmet-people">
            {people.data.rows.map((row) => (
              <li key={row.cadreId}>
                <button type="button" className="plain-button" onClick={() => onChoose(row.cadreId)}>
                  {row.name}
                </button>
                <span className="cut">
                  {row.unitName} {row.title}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
