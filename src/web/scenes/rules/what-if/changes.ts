/** What the what-if page changes, as its address holds it: `set=RULE-ID.name=value` for each changed parameter. */
import type { LawChanges, ParameterShape, RuleDetail } from '#server/contract/index.ts'
import { readValue, typedValue } from '../parameter-value.ts'

export interface Setting {
  readonly rule: string
  readonly name: string
  /** As typed; whether it is a value is told by the parameter it is for. */
  readonly typed: string
}

export const writeSetting = ({ rule, name, typed }: Setting): string => `${rule}.${name}=${typed}`

export function readSetting(text: string): Setting | undefined {
  const match = /^([^=]+)\.([\w-]+)=(.*)$/s.exec(text)
  return match ? { rule: match[1] ?? '', name: match[2] ?? '', typed: match[3] ?? '' } : undefined
}

/** The settings with one of them put in, or taken out where `typed` says what counts already. */
export function withSetting(settings: readonly Setting[], changed: Setting, counts: ParameterShape): Setting[] {
  const others = settings.filter(({ rule, name }) => rule !== changed.rule || name !== changed.name)
  return changed.typed === typedValue(counts) ? others : [...others, changed]
}

export interface ReadChanges {
  readonly changes: LawChanges
  /** Settings that are no value of their parameter. */
  readonly wrong: readonly Setting[]
}

/** The change to be tried, from what was typed; rules whose parameters are not known yet are left out. */
export function readChanges(
  settings: readonly Setting[],
  details: ReadonlyMap<string, Pick<RuleDetail, 'parameters'>>,
  ruleText: string,
): ReadChanges {
  const wrong: Setting[] = []
  const parameters = settings.flatMap((setting) => {
    const { rule, name, typed } = setting
    const parameter = details.get(rule)?.parameters.find((one) => one.name === name)
    if (!parameter) return []
    const value = readValue(typed, parameter.value)
    if (value === undefined) wrong.push(setting)
    return value === undefined || typedValue(value) === typedValue(parameter.value) ? [] : [{ rule, name, value }]
  })
  return { changes: { parameters, rules: ruleText.trim() === '' ? [] : [ruleText] }, wrong }
}

export const isEmpty = ({ parameters = [], rules = [] }: LawChanges): boolean =>
  parameters.length === 0 && rules.length === 0
