import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RuleDetail, RuleParameter } from '#server/contract/index.ts'
import { sessionQuery } from '../../../client/queries.ts'
import { change } from '../../../client/request.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { directionLabels, rulesWords } from '../../../language/words/rules.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { useValueText } from '../named-terms.ts'
import { ParameterName } from '../parameter-name.tsx'
import { Part } from './rule-sheet.tsx'

/** The numbers of a rule, kept apart from its conditions: what counts on the day, since when, and what the place adopted. */
export function RuleParameters({ detail }: { detail: RuleDetail }) {
  const { say } = useSpeech()
  const valueText = useValueText(detail.parameters)
  return (
    <Part
      title={say(rulesWords.parameters)}
      explained="parameter"
      note={say(rulesWords.parametersNote, { date: day(detail.asOf) })}
    >
      <table className="rule-table" aria-label={say(rulesWords.parameters)}>
        <thead>
          <tr>
            <ColumnHeads
              heads={[rulesWords.parameter, rulesWords.value, rulesWords.valueSince, rulesWords.localRoom]}
            />
          </tr>
        </thead>
        <tbody>
          {detail.parameters.map((parameter) => (
            <tr key={parameter.name}>
              <td>
                <ParameterName name={parameter.name} />
              </td>
              <td>
                <b>{say(valueText(parameter.value))}</b>
              </td>
              <td>
                <Dated parameter={parameter} valueText={valueText} />
              </td>
              <td className="quiet">
                {say(parameter.stricter ? directionLabels[parameter.stricter] : directionLabels.none)}
                <Adopted ruleId={detail.rule.id} parameter={parameter} valueText={valueText} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

interface ValueProps {
  readonly parameter: RuleParameter
  readonly valueText: ReturnType<typeof useValueText>
}

function Dated({ parameter, valueText }: ValueProps) {
  const { say } = useSpeech()
  if (parameter.values.length === 1) return day(parameter.values[0]?.from ?? '')
  return (
    <ul>
      {parameter.values.map(({ from, value }) => (
        <li key={from}>
          {day(from)} {say(valueText(value))}
        </li>
      ))}
    </ul>
  )
}

/** What this place has put in place of the national value; the head may withdraw it. */
function Adopted({ ruleId, parameter, valueText }: ValueProps & { readonly ruleId: string }) {
  const { say } = useSpeech()
  const isHead = useQuery(sessionQuery).data?.role === 'head'
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () =>
      change<RuleDetail>(
        'DELETE',
        `/rules/${encodeURIComponent(ruleId)}/parameters/${encodeURIComponent(parameter.name)}`,
        {},
      ),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (parameter.local.length === 0) return null
  return (
    <>
      <ul>
        {parameter.local.map(({ id, value, from, to, by, document }) => (
          <li key={id}>
            {say(rulesWords.adoptedHere, { value: valueText(value), from: day(from), by, document })}
            {to && say(rulesWords.adoptedUntil, { to: day(to) })}
          </li>
        ))}
      </ul>
      {isHead && parameter.local.some(({ to }) => to === null) && (
        <button type="button" className="plain-button" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {say(rulesWords.withdrawValue)}
        </button>
      )}
      {withdraw.isError && <ErrorPanel error={withdraw.error} />}
    </>
  )
}
