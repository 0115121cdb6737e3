/** The appointment form as PDF, set by Typst on the official grid. */
import type { AppointmentForm } from '#domain/appointment-form.ts'
import type { DateCode } from '#domain/calendar.ts'
import { missingCharacters } from '../typesetting/missing-characters.ts'
import {
  type Drawing,
  drawn,
  paperFonts,
  photoFault,
  picturePath,
  readTemplate,
  typeset,
  withSoundPictures,
} from '../typesetting/typeset.ts'
import { type Edition, paper, title } from './grid.ts'
import { type LaidCell, type LaidSheet, layOut } from './layout.ts'
import { printedForm } from './printed-form.ts'

export interface PaperOptions {
  readonly edition?: Edition
  /** For ages where the form itself names no date to count them to. */
  readonly today: DateCode
  /** Small and grey below the table of every page. */
  readonly watermark?: string
}

/** What both kinds of paper are measured with. */
export const template = readTemplate(import.meta.dirname, 'form.typ')

/**
 * Two pages; what does not fit at the smallest size goes on to continuation sheets, nothing is cut. A photo that cannot be
 * decoded leaves its cell with words that say so.
 * @example writeFormPdf(form, { today: 20261122, edition: '2025' })
 */
export const writeFormPdf = (form: AppointmentForm, options: PaperOptions): Uint8Array =>
  withPhotoIfSound(form, (sound) => {
    const { data, pictures } = typesettingOf(sound, options)
    return typeset(template, data, { pictures })
  })

/** The same pages as a drawing, for a screen. */
export const drawForm = (form: AppointmentForm, options: PaperOptions): Drawing =>
  withPhotoIfSound(form, (sound) => {
    const { data, pictures } = typesettingOf(sound, options)
    return drawn(template, data, { pictures })
  })

/** Characters of a form that no font has, which a PDF or drawing of it shows as empty boxes. */
export const missingFromForm = ({ texts, relatives }: AppointmentForm): readonly string[] =>
  missingCharacters([...Object.values(texts), ...relatives.flatMap((relative) => Object.values(relative))].join(''))

/** A form whose photo may have been found broken. */
export interface SoundForm extends AppointmentForm {
  readonly photoFault?: string
}

export function withPhotoIfSound<T>(form: AppointmentForm, set: (form: SoundForm) => T): T {
  const pictures = form.photo ? { photo: form.photo.bytes } : {}
  return withSoundPictures(pictures, (isBroken) =>
    set(isBroken('photo') ? { ...form, photo: undefined, photoFault } : form),
  )
}

/** What the template is given. @param slack the part of the width that lines may take, where others set them */
export function typesettingOf(form: SoundForm, { edition = 'usual', today, watermark = '' }: PaperOptions, slack = 1) {
  const picture = form.photo && picturePath('photo', form.photo.bytes)
  return {
    data: {
      paper,
      slack,
      fonts: paperFonts(),
      title: `${title.text} ${form.texts.name ?? ''}`,
      photo: picture ?? null,
      photoFault: form.photoFault ?? '',
      words: { continued: '（见续页）', continuation: `${title.text}（续页）　${form.texts.name ?? ''}` },
      watermark,
      sheets: layOut(printedForm(form, today), edition).map((sheet) => givenSheet(sheet, watermark)),
    },
    pictures: form.photo && picture ? { [picture]: form.photo.bytes } : {},
  }
}

function givenSheet({ sheet, cells, heading, note }: LaidSheet, watermark: string) {
  const right = Math.max(...cells.map(({ x, width }) => x + width))
  const bottom = Math.max(...cells.map(({ y, height }) => y + height))
  const width = right - sheet.left
  const below = (text: string, y: number, size: number, luma: number, align: 'left' | 'right') =>
    text === '' ? [] : [{ x: sheet.left, y, width, text, size, luma, align }]
  return {
    cells: cells.map(givenCell),
    frame: { x: sheet.left, y: sheet.top, width, height: bottom - sheet.top },
    heading: {
      ...{ x: sheet.left, y: title.top, width, height: sheet.top - title.top },
      text: heading,
      size: title.size,
      spread: heading === title.text,
    },
    notes: [...below(note, bottom + 3, 14, 0, 'left'), ...below(watermark, bottom + 11, 8, 140, 'right')],
  }
}

const givenCell = ({ cell, lines, width, ...place }: LaidCell) => ({
  ...place,
  width,
  lines: lines.map((line) =>
    typeof line === 'string' ? breakable(line, width) : { ...line, text: breakable(line.text, width) },
  ),
  open: cell.open ?? null,
})

/** A run of letters or digits too long for its cell may be broken anywhere: zero-width spaces between them. */
function breakable(text: string, width: number): string {
  const most = Math.max(4, Math.floor(width / millimetresPerLetter))
  return text.toWellFormed().replace(/[!-~]+/g, (run) => (run.length > most ? [...run].join('\u200b') : run))
}

/** At 14 points. */
const millimetresPerLetter = 3.2
