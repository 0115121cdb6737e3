import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Dossier, FormPreview } from '#server/contract/index.ts'
import { type FormLook, formPreviewQuery } from '../../../client/form-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { printedFormWords } from '../../../language/words/forms.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { FormLookFields } from '../forms/form-look.tsx'
import { FormAsText } from './form-as-text.tsx'
import './approval-form.css'

/** The approval form, its pages as they will print, and out as PDF, Word or a file of the editor. */
export function ApprovalForm({ dossier }: { dossier: Dossier }) {
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
        {preview.data && <Pages preview={preview.data} />}
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
