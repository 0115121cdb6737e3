import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Dossier, FormPreview } from '#server/contract/index.ts'
import { type FormLook, formPreviewQuery } from '../../../client/form-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { formViewWords } from '../../../language/words/dossier-parts.ts'
import { printedFormWords } from '../../../language/words/forms.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { FormLookFields } from '../forms/form-look.tsx'
import { saidMoment } from './clocks/clock-state.tsx'
import { useClocks } from './clocks/use-clocks.ts'
import { FormAsText } from './form-as-text.tsx'
import './approval-form.css'

/** The approval form, its pages as they will print, and out as PDF, Word or a file of the editor. */
export function ApprovalForm({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const { isSet, known, asOf } = useClocks()
  if (!isSet) return <PrintedForm dossier={dossier} />
  return (
    <>
      <p className="second dossier-today">
        {say(formViewWords.then, { known: saidMoment(known ?? asOf ?? dossier.asOf) })}
      </p>
      <FormAsText dossier={dossier} />
    </>
  )
}

function PrintedForm({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const [look, setLook] = useState<FormLook>({ edition: 'usual', ageAsOf: '' })
  const preview = useQuery(formPreviewQuery(dossier.cadreId, look))
  const order = look.ageAsOf === '' ? { edition: look.edition } : look
  return (
    <div className="printed-form">
      <div className="printed-form-side">
        <Panel title={say(printedFormWords.look)}>
          <FormLookFields look={look} onChange={setLook} />
          {preview.data && <Origin preview={preview.data} />}
        </Panel>
        <Panel title={say(printedFormWords.takeOut)}>
          <TakeOut
            path={`/cadres/${encodeURIComponent(dossier.cadreId)}/form`}
            formats={['pdf', 'docx', 'lrmx']}
            order={order}
          />
        </Panel>
      </div>
      <div className="printed-form-main">
        {preview.isError && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.isPending && <SkeletonRows rows={14} height={40} />}
        {preview.data && <Zoomed preview={preview.data} />}
        <details>
          <summary>{say(printedFormWords.asText)}</summary>
          <FormAsText dossier={dossier} />
        </details>
      </div>
    </div>
  )
}

/** Where the words come from, whether two pages were enough, and what no font can show. */
function Origin({ preview: { standing, continued, pages, missing } }: { preview: FormPreview }) {
  const { say } = useSpeech()
  return (
    <>
      {standing ? (
        <p>
          {say(printedFormWords.standing, { source: standing.source, day: day(standing.at) })}
          <span className="second">{say(printedFormWords.standingNote)}</span>
        </p>
      ) : (
        <p className="quiet">{say(printedFormWords.fromFacts)}</p>
      )}
      {continued && <p>{say(printedFormWords.continued, { pages })}</p>}
      {missing.length > 0 && (
        <p role="status">
          {say(printedFormWords.missing, { characters: missing.join('、') })}
          <span className="second">{say(printedFormWords.missingNote)}</span>
        </p>
      )}
    </>
  )
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const

/** The pages at the width of the column, or smaller and larger in steps. */
function Zoomed({ preview }: { preview: FormPreview }) {
  const { say } = useSpeech()
  const [zoom, setZoom] = useState(1)
  const step = (by: 1 | -1) => setZoom(zooms[zooms.findIndex((each) => each === zoom) + by] ?? zoom)
  return (
    <>
      <p className="form-zoom" role="group" aria-label={say(formViewWords.zoom)}>
        <button
          type="button"
          className="side-button"
          aria-label={say(formViewWords.smaller)}
          disabled={zoom === zooms[0]}
          onClick={() => step(-1)}
        >
          −
        </button>
        <button type="button" className="plain-button" onClick={() => setZoom(1)}>
          {zoom === 1 ? say(formViewWords.fit) : `${Math.round(zoom * 100)}%`}
        </button>
        <button
          type="button"
          className="side-button"
          aria-label={say(formViewWords.larger)}
          disabled={zoom === zooms.at(-1)}
          onClick={() => step(1)}
        >
          +
        </button>
      </p>
      <div className="form-pages" tabIndex={0} role="group" aria-label={say(dossierWords.tabForm)}>
        <div style={{ width: `${zoom * 100}%` }}>
          <Pages preview={preview} />
        </div>
      </div>
    </>
  )
}

function Pages({ preview: { svg, pages } }: { preview: FormPreview }) {
  const { say } = useSpeech()
  const drawings = useMemo(() => Array.from({ length: pages }, (_, page) => pageOf(svg, page, pages)), [svg, pages])
  return drawings.map((drawing, page) => (
    <img
      key={page}
      className="printed-page"
      src={drawing}
      alt={say(printedFormWords.page, { page: page + 1, pages })}
    />
  ))
}

/** One page of a drawing that has all of them below each other. */
function pageOf(svg: string, page: number, pages: number): string {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const step = Number(height) / pages
  const one = svg
    .replace(/viewBox="[^"]*"/, `viewBox="0 ${page * step} ${width} ${step}"`)
    .replace(/height="[^"]*"/, `height="${step}pt"`)
  return `data:image/svg+xml,${encodeURIComponent(one)}`
}
