import { formatDate } from '#domain/calendar.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Account, CharacterPaper, Mark, ReadText } from '#identify/index.ts'
import type { Character } from '../contract/index.ts'
import { presentDate } from './evidence.ts'
import { term, termOrNull } from './term.ts'

const noEvents = { events: 0, favourable: 0, adverse: 0, both: 0, corroborated: 0 }
const nothing: CharacterPaper = { counts: { major: noEvents, minor: noEvents }, events: [], texts: [] }

/** A working paper for the screen; `names` are those of people whose texts are repeated. */
export function presentCharacter(paper: CharacterPaper | undefined, names: ReadonlyMap<string, string>): Character {
  const { counts, events, texts } = paper ?? nothing
  return {
    political: { major: counts.major, minor: counts.minor },
    events: events.map(({ bearing, event, tone, sources, accounts }) => ({
      bearing,
      event: event ?? null,
      tone,
      sources: sources.map((channel) => term('statementChannel', channel)),
      accounts: accounts.map(presentAccount),
    })),
    texts: texts.map((read) => presentText(read, names)),
    summary: summaryOf(texts),
  }
}

const presentAccount = (account: Account): Character['events'][number]['accounts'][number] => ({
  statementId: account.statementId,
  channel: term('statementChannel', account.channel),
  observedOn: presentDate(account.observedOn),
  recordedOn: formatDate(account.recordedOn),
  tone: termOrNull('tone', account.tone ?? null),
  text: account.text ?? null,
  repeats: account.repeats ?? null,
})

const presentText = (read: ReadText, names: ReadonlyMap<string, string>): Character['texts'][number] => ({
  statementId: read.statementId,
  channel: term('statementChannel', read.channel),
  recordedOn: formatDate(read.recordedOn),
  aspect: termOrNull('aspect', read.aspect ?? null),
  tone: termOrNull('tone', read.tone ?? null),
  event: read.event ?? null,
  pieces: piecesOf(read.text, read.marks),
  same: presentSame(read, names),
})

function presentSame({ same }: ReadText, names: ReadonlyMap<string, string>): Character['texts'][number]['same'] {
  if (!same) return null
  const { kind, similarity, otherId, otherText, otherCadreId } = same
  if (otherId === undefined || otherText === undefined) return { kind, similarity, other: null }
  const cadreId = otherCadreId ?? null
  return {
    kind,
    similarity,
    other: { statementId: otherId, cadreId, name: names.get(otherCadreId ?? '') ?? null, text: otherText },
  }
}

type Piece = Character['texts'][number]['pieces'][number]

/** The text cut at its marks; what lies in a mark already taken is left out. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { from, to, kind } of marks) {
    if (from < done) continue
    if (from > done) pieces.push({ text: text.slice(done, from), kind: 'plain' })
    pieces.push({ text: text.slice(from, to), kind })
    done = to
  }
  if (done < text.length) pieces.push({ text: text.slice(done), kind: 'plain' })
  return pieces
}

function summaryOf(texts: readonly ReadText[]): Text {
  if (texts.length === 0) return noTexts
  const count = (kind: 'copied' | 'boilerplate'): number => texts.filter(({ same }) => same?.kind === kind).length
  const [copied, boilerplate] = [count('copied'), count('boilerplate')]
  const telling = texts.length - copied - boilerplate
  return fill(copied + boilerplate === 0 ? allTelling : someSame, { total: texts.length, telling, copied, boilerplate })
}

const noTexts: Text = { zh: '没有文字评价。', en: 'No appraisal texts on file.' }
const allTelling: Text = {
  zh: '{total} 条文字评价都有自己的内容。',
  en: 'All {total} appraisal texts say something of their own.',
}
const someSame: Text = {
  zh: '{total} 条文字评价中，{telling} 条有自己的内容，{copied} 条与别处雷同，{boilerplate} 条只有套话。',
  en: 'Of {total} appraisal texts, {telling} say something of their own, {copied} repeat others, {boilerplate} are stock phrases.',
}
