/** 300 appointment forms with photos as PDF: the print shop of the server against one form after another in one process. */
import { greyPhoto, sampleForm } from '../src/exchange/appointment-form-paper/fixtures/sample-form.ts'
import { writeFormPdf } from '../src/exchange/appointment-form-paper/index.ts'
import { openPrintShop } from '../src/server/forms/print-shop.ts'
import { agree, type Benchmark } from './benchmark.ts'
import { compete, timed } from './rounds.ts'

const people = 300
const options = { today: 20261122, watermark: '干部科 2026-11-22 上会' } as const

/** No two are alike, so that nothing of one can serve for another. */
const forms = Array.from({ length: people }, (_, at) => ({
  ...sampleForm,
  texts: { ...sampleForm.texts, name: `张${String.fromCodePoint(0x4e00 + at)}`, citizenId: String(at) },
  photo: greyPhoto(413, 531 + at),
}))

const oneByOne = (): Uint8Array[] => forms.map((form) => writeFormPdf(form, options))

/** As a batch of the server: presses start with it and end with it. */
async function inPresses(): Promise<Uint8Array[]> {
  const shop = openPrintShop()
  try {
    const made = await Promise.all(forms.map((form) => shop.print({ form, formats: ['pdf'], options })))
    return made.flatMap(({ files }) => files)
  } finally {
    shop.close()
  }
}

export const formBatch: Benchmark = {
  peers: [],
  run: async () => {
    const [ours, peer] = [await inPresses(), oneByOne()]
    agree(ours.length === people && ours.every((pdf, at) => pdf.length === peer[at]?.length), 'the PDFs differ')
    const shop = openPrintShop()
    shop.close()
    return [
      {
        title: `${people} appointment forms with photos as PDF`,
        work: people,
        unit: 'forms',
        standings: await compete([
          { name: `ours (src/server/forms), ${shop.presses} processes`, lap: timed(inPresses) },
          { name: 'one form after another in one process', lap: timed(oneByOne) },
        ]),
        checked: 'as many PDFs, each of as many bytes',
        notes: [
          'ours starts its processes anew in every lap, as a batch does, and looks for characters that no font has',
          'no npm package sets this form: the peer is the same setting without the print shop',
        ],
      },
    ]
  },
}
