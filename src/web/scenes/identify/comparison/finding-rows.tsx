import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { Comparison, FindingShape, Verdict } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { type Compared, type ComparedRow, isSameOf } from './compared-row.ts'

type Seat = NonNullable<Comparison['seat']>

const readFirst: readonly Verdict[] = ['unmet', 'unknown', 'discretion', 'met']

const findingOf = ({ against }: Compared, rule: string): FindingShape | undefined =>
  against?.findings.find((finding) => finding.rule === rule)

/** A row a rule that says something else than met of somebody, what weighs most first; before them the verdict over all. */
export function findingRows(people: readonly Compared[], seat: Seat): readonly ComparedRow[] {
  const rules = new Map(people.flatMap(({ against }) => (against?.findings ?? []).map((one) => [one.rule, one.basis])))
  const worst = (rule: string): number =>
    Math.min(...people.map((person) => readFirst.indexOf(findingOf(person, rule)?.verdict ?? 'met')))
  const rows = [...rules]
    .filter(([rule]) => worst(rule) < readFirst.indexOf('met'))
    .sort(([one], [other]) => worst(one) - worst(other))
    .map(([rule, basis]) => ({
      key: rule,
      head: <RuleHead rule={rule} basis={basis} />,
      cell: (person: Compared) => <Found finding={findingOf(person, rule)} />,
      isSame: isSameOf(people, (person) => findingOf(person, rule)?.verdict),
    }))
  const overall: ComparedRow = {
    key: 'overall',
    head: <Overall />,
    cell: (person) => <InSeat person={person} seat={seat} />,
    isSame: false,
  }
  return [overall, ...rows]
}

/** Rules of which there is nothing to say but that everybody they bear on meets them. */
export const countAllMet = (people: readonly Compared[]): number =>
  new Set(people.flatMap(({ against }) => against?.findings.map(({ rule }) => rule) ?? [])).size -
  new Set(
    people.flatMap(
      ({ against }) => against?.findings.filter(({ verdict }) => verdict !== 'met').map(({ rule }) => rule) ?? [],
    ),
  ).size

function Overall() {
  const { say } = useSpeech()
  return say(words.overall)
}

function RuleHead({ rule, basis }: { rule: string; basis: FindingShape['basis'] }) {
  const { say, language } = useSpeech()
  return (
    <>
      {say(basis.title)}
      <Link to="/rules/$ruleId" params={{ ruleId: rule }} className="compared-article" title={basis.instrument}>
        {citationText(basis, language)}
      </Link>
    </>
  )
}

function Found({ finding }: { finding: FindingShape | undefined }) {
  const { say, language } = useSpeech()
  if (!finding) return <span className="quiet">{say(words.notBearing)}</span>
  return (
    <>
      <VerdictMark verdict={finding.verdict} />
      {finding.verdict !== 'met' && finding.reasons.map((reason) => <Said key={reason.zh} text={say(reason)} />)}
      {finding.missing.length > 0 && (
        <Said
          text={`${say(frameWords.missingTitle)} ${finding.missing
            .map((field) => say(labelOfFact(field)))
            .join(language === 'zh' ? '、' : ', ')}`}
        />
      )}
    </>
  )
}

const Said = ({ text }: { text: string }) => <span className="second compared-said">{text}</span>

/** The verdict over all rules, with the way to what it rests on. */
function InSeat({ person: { cadreId, against }, seat: { positionId } }: { person: Compared; seat: Seat }) {
  const { say } = useSpeech()
  return (
    <>
      {against && <VerdictMark verdict={against.verdict} />}
      <span className="compared-ways">
        <Link to="/vacancies/$positionId/cadres/$cadreId/fit" params={{ positionId, cadreId }}>
          {say(words.reasons)}
        </Link>
      </span>
    </>
  )
}
