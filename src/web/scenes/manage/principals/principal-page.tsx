import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { PrincipalDetail } from '#server/contract/index.ts'
import { principalQuery } from '../../../client/principal-queries.ts'
import { count, day, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { principalWords as words } from '../../../language/words/principals.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { AuditTable } from './audits-page.tsx'
import { CourseAxis } from './course-axis.tsx'
import { Measured, scaleOf } from './evaluations-page.tsx'
import { MeetingTable, RulesTable } from './meetings-page.tsx'
import './principals.css'
import { Evaluations } from './principals-table.tsx'
import { FindingTable } from './rectifications-page.tsx'
import { ResultsLine } from './results-line.tsx'

/** Everything about one principal: what is due and open, the rules of decision, evaluation, and one time axis of it all. */
export function PrincipalPage() {
  const { say } = useSpeech()
  const { cadreId } = useParams({ from: '/office/principals/$cadreId' })
  const found = useQuery(principalQuery(cadreId))
  const { data } = found
  return (
    <>
      <PageTitle
        title={data ? say(words.oneTitle, { name: data.name }) : say(words.group)}
        note={data && `${data.unitName}${data.title}`}
        views={<PageViews of="/principals" />}
      />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonRows rows={10} height={46} />}
      {data && (
        <div className="principal-stack">
          <Head data={data} />
          {data.dues.length > 0 && (
            <Panel title={say(words.duesPart)} explained="due" flush>
              <AuditTable rows={data.dues} />
            </Panel>
          )}
          <div id="open">
            <Panel title={say(words.findings)} explained="rectification" note={say(words.rectificationsNote)} flush>
              {data.open.length === 0 ? <EmptyState why={say(words.noFindings)} /> : <FindingTable rows={data.open} />}
            </Panel>
          </div>
          <CourseAxis today={data.today} course={data.course} cadreId={data.cadreId} />
          <Rules data={data} />
          <Measures data={data} />
        </div>
      )}
    </>
  )
}

function Head({ data }: { readonly data: PrincipalDetail }) {
  const { say } = useSpeech()
  return (
    <div className="principal-head">
      <p>
        {say(words.sinceDay, { day: day(data.since) })}
        {data.termTo && ` · ${say(words.term, { day: day(data.termTo) })}`}
        {data.others.length > 0 &&
          ` · ${say(words.otherPosts, { seats: data.others.map(({ seat }) => seat).join(say(frameWords.comma)) })}`}
        {' · '}
        <Link to="/cadres/$cadreId" params={{ cadreId: data.cadreId }}>
          {say(words.dossier)}
        </Link>
      </p>
      <p className="second">
        {say(words.team)}{' '}
        {data.members.map(({ cadreId, name, title }) => (
          <Link key={cadreId} to="/cadres/$cadreId" params={{ cadreId }} title={title} className="principal-member">
            {name}
          </Link>
        ))}
      </p>
    </div>
  )
}

const sum = (tally: PrincipalDetail['decisions']['items']): number =>
  tally.met + tally.unmet + tally.unknown + tally.discretion

function Rules({ data }: { readonly data: PrincipalDetail }) {
  const { say } = useSpeech()
  const { decisions, yearsBack, rules, held, cadreId } = data
  return (
    <div id="rules">
      <Panel
        title={say(words.rulesPart)}
        explained="meeting-rule"
        note={say(words.rulesNote, {
          years: yearsBack,
          items: count(sum(decisions.items)),
          checks: count(sum(decisions.checks)),
        })}
        aside={
          <>
            <span>{say(words.decisionsTold, { checked: decisions.checked, unmet: decisions.unmet })}</span>
            {decisions.unknown > 0 && <span>{say(words.decisionsUnknown, { unknown: decisions.unknown })}</span>}
          </>
        }
        flush
      >
        {held.length === 0 ? (
          <EmptyState
            why={say(words.noRules)}
            next={
              <Link to="/principals/meetings/new" search={{ unit: data.unitId }}>
                {say(words.enterMeeting)}
              </Link>
            }
          />
        ) : (
          <>
            <RulesTable rules={rules} presider={cadreId} />
            <MeetingTable rows={held} />
          </>
        )}
      </Panel>
    </div>
  )
}

function Measures({ data }: { readonly data: PrincipalDetail }) {
  const { say } = useSpeech()
  const { rating, contribution, condition } = data.measures
  return (
    <Panel title={say(words.evaluations)} explained="evaluation" note={say(words.evaluationsNote)}>
      <dl className="principal-measures">
        <div>
          <dt>{say(words.rating)}</dt>
          <dd>
            <Measured of={rating} scale={rating?.rank?.range ?? scaleOf([rating?.estimate ?? null])} />
          </dd>
        </div>
        <div>
          <dt>{say(words.contribution)}</dt>
          <dd>
            <Measured
              of={contribution}
              scale={contribution?.rank?.range ?? scaleOf([contribution?.estimate ?? null])}
            />
          </dd>
        </div>
        <div>
          <dt>
            <Link to="/teams/$unitId" params={{ unitId: data.unitId }}>
              {say(words.condition)}
            </Link>
          </dt>
          <dd>
            <Condition of={condition} />
          </dd>
        </div>
        <div>
          <dt>{say(words.evaluationYears)}</dt>
          <dd>
            <Evaluations of={data.allEvaluations} />
          </dd>
        </div>
      </dl>
      {data.results.length > 0 && <ResultsLine years={data.results} unitId={data.unitId} />}
    </Panel>
  )
}

/** In figures: its comparable teams are on the page about the team. */
function Condition({ of }: { readonly of: PrincipalDetail['measures']['condition'] }) {
  const { say } = useSpeech()
  if (of === null) return <span className="quiet">{say(words.noMeasure)}</span>
  return <>{of.separable ? say(words.between, { ...intervalFigures(of) }) : say(of.cause)}</>
}
