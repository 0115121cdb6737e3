import { useQuery } from '@tanstack/react-query'
import type { OwnDeliveries } from '#server/contract/index.ts'
import { ownDeliveriesQuery } from '../../../client/delivery-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { handInWords as words } from '../../../language/words/hand-in.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Delivered } from './delivered.tsx'
import { FileForm } from './file-form.tsx'
import { StatementForm } from './statement-form.tsx'
import './source.css'

/** The one page of a source department: what is awaited, the two ways to hand in, and what became of each delivery. */
export function HandInPage() {
  const { say } = useSpeech()
  const asked = useQuery(ownDeliveriesQuery)
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={8} height={48} />
  const { source, deliveries } = asked.data
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={
          source &&
          (source.unitName ? say(words.of, { channel: source.label, unit: source.unitName }) : say(source.label))
        }
      />
      {source ? <Awaited own={asked.data} source={source} /> : <EmptyState why={say(words.notLinked)} />}
      {source && (
        <div className="source-ways">
          <Panel title={say(words.statement)}>
            <StatementForm today={asked.data.today} />
          </Panel>
          <Panel title={say(words.file)}>
            <FileForm />
          </Panel>
        </div>
      )}
      <Panel title={say(words.own)} note={deliveries.length > 0 && count(deliveries.length)} flush>
        {deliveries.length === 0 && <EmptyState why={say(words.none)} />}
        <ul className="source-list">
          {deliveries.map((one) => (
            <Delivered key={one.deliveryId} delivery={one} />
          ))}
        </ul>
      </Panel>
    </>
  )
}

function Awaited({ own, source }: { own: OwnDeliveries; source: NonNullable<OwnDeliveries['source']> }) {
  const { say } = useSpeech()
  const { awaited, last } = own
  return (
    <section className="source-awaited">
      <dl>
        <div>
          <dt>{say(words.awaited)}</dt>
          <dd>
            {awaited ? <b>{say(words.awaitedOn, { day: day(awaited.on) })}</b> : say(words.noAgreement)}
            {awaited?.overdue && <b> · {say(words.awaitedLate)}</b>}
            {source.everyMonths !== null && (
              <span className="second"> {say(words.every, { months: source.everyMonths })}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say(words.last)}</dt>
          <dd>{last === null ? say(words.never) : day(last)}</dd>
        </div>
      </dl>
      <p className="second">
        {say(words.whatWeDo)}
        <br />
        {say(words.whatYouSee)}
      </p>
    </section>
  )
}
