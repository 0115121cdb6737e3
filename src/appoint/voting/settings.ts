import type { DateCode } from '#domain/calendar.ts'
import { parametersOn, type RuleBook } from '#policy/index.ts'

const votingRule = 'LOCAL-BALLOTS'

/** What a place sets about ballots: `LOCAL-BALLOTS`, whose file says what each means. */
export interface VotingSettings {
  readonly leastShown: number
  readonly codeLength: number
  readonly draftHours: number
  readonly scrutineersLeast: number
  readonly tellersLeast: number
  readonly wrongCodesMost: number
  readonly wrongCodesMinutes: number
}

export function votingSettings(book: Pick<RuleBook, 'rules'>, asOf: DateCode): VotingSettings {
  const parameters = parametersOn(book.rules, asOf)
  const setting = (name: string): number => Number(parameters({ kind: 'parameter', rule: votingRule, name }))
  return {
    leastShown: setting('least_shown'),
    codeLength: setting('code_length'),
    draftHours: setting('draft_hours'),
    scrutineersLeast: setting('scrutineers_least'),
    tellersLeast: setting('tellers_least'),
    wrongCodesMost: setting('wrong_codes_most'),
    wrongCodesMinutes: setting('wrong_codes_minutes'),
  }
}
