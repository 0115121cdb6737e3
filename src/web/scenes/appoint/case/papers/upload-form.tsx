import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail, CasePapers, PaperFields } from '#server/contract/index.ts'
import { valueOf } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { DateInput } from '../../../../parts/date-input.tsx'
import { FileInput } from '../../../../parts/file-input.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useCaseSearch } from '../use-case-search.ts'
import { sizeText } from './size.ts'
import { useFiling } from './use-filing.ts'

type Kind = PaperFields['kind']

interface Sent {
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'filed' | 'failed' | 'tooLarge'
  readonly error?: unknown
}

/** Papers come in as they are, one request a file; each says by itself whether it was filed. */
export function UploadForm({ detail, papers }: { detail: CaseDetail; papers: CasePapers }) {
  const { say } = useSpeech()
  const send = useFiling(detail.caseId)
  const [search, change] = useCaseSearch()
  const [datedOn, setDatedOn] = useState('')
  const [sent, setSent] = useState<readonly Sent[]>([])
  const kinds = kindsOf(detail, papers)
  const kind = kinds.find((one) => one === valueOf(search, 'kind')) ?? kinds[0] ?? 'other'
  const about = valueOf(search, 'about') ?? ''

  const sendAll = async (files: readonly File[]) => {
    const list: Sent[] = files.map((file) => ({ file, state: 'waiting' }))
    setSent(list)
    for (const [at, { file }] of list.entries()) {
      const tell = (told: Omit<Sent, 'file'>) => {
        list[at] = { file, ...told }
        setSent([...list])
      }
      if (file.size > papers.largest) {
        tell({ state: 'tooLarge' })
        continue
      }
      tell({ state: 'sending' })
      const fields = {
        ...{ kind, fileName: file.name },
        ...(datedOn !== '' && { datedOn }),
        ...(about !== '' && { cadreId: about }),
      }
      await send(fields, file).then(
        () => tell({ state: 'filed' }),
        (error: unknown) => tell({ state: 'failed', error }),
      )
    }
  }

  return (
    <Panel title={say(words.filing)} note={say(words.filingNote, { size: sizeText(papers.largest) })}>
      <div className="case-upload">
        <label className="act-line">
          <span>{say(words.kind)}</span>
          <select value={kind} onChange={({ target }) => change({ kind: target.value })}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(labelOf('paperKind', one))}
              </option>
            ))}
          </select>
        </label>
        <label className="act-line">
          <span>{say(words.about)}</span>
          <select value={about} onChange={({ target }) => change({ about: target.value })}>
            <option value="">{say(words.wholeCase)}</option>
            {detail.people.map(({ cadreId, name }) => (
              <option key={cadreId} value={cadreId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className="act-line">
          <span>{say(words.datedOn)}</span>
          <DateInput label={say(words.datedOn)} value={datedOn} onChange={setDatedOn} optional />
        </div>
        <div className="act-line">
          <span>{say(words.files)}</span>
          <FileInput id="case-paper-file" label={say(words.files)} multiple onChoose={(files) => void sendAll(files)} />
        </div>
      </div>
      <ul className="case-sent" aria-live="polite">
        {sent.map(({ file, state, error }) => (
          <li key={`${file.name} ${file.size}`}>
            {file.name} <span className="second">{say(words[state], { size: sizeText(papers.largest) })}</span>
            {error !== undefined && <ErrorPanel error={error} what={say(words.notFiled)} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Kinds of the present stage first, then those of the other stages, then what belongs to any. */
function kindsOf(detail: CaseDetail, { places }: CasePapers): readonly Kind[] {
  const stages = [detail.stage, ...detail.path.map(({ stage }) => stage), null]
  return [...new Set(stages)].flatMap((stage) => places.filter((one) => one.stage === stage).map(({ kind }) => kind))
}
