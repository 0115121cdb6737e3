import type { Language } from '#domain/text.ts'
import { type ChangedPair, type LawStudy, studyOverlay } from '#server/actions/rules-what-if.ts'
import { printJson } from '../../output.ts'
import { type Command, dayOption, optionalText, requiredText } from '../command.ts'
import { printLines, verdictText } from './words.ts'

export const whatIf: Command = {
  usage: 'zhiren rules what-if --package DIR --overlay FILE --as-of DATE [--adopted FILE] [--lang zh|en] [--json]',
  about: {
    zh: '试算：如果采用 --overlay 里的改动，哪些人对哪些空缺岗位的结论会变。--adopted 是已经采用的本地规则。不写入任何数据。',
    en: 'A study: whose verdict for which vacancy would change if --overlay were adopted. --adopted is what is adopted already. Nothing is written.',
  },
  options: { package: 'string', overlay: 'string', adopted: 'string', 'as-of': 'string', json: 'boolean' },
  async run(given) {
    const study = await studyOverlay({
      package: requiredText(given, 'package'),
      overlay: requiredText(given, 'overlay'),
      adopted: optionalText(given, 'adopted'),
      asOf: dayOption(given, 'as-of', true),
    })
    if (given.values.json === true) printJson(study)
    else printLines(linesOf(study, given.language))
    return 0
  },
}

function linesOf(study: LawStudy, language: Language): string[] {
  const zh = language === 'zh'
  const { vacancies, people, pairs, changed, changedPeople } = study
  const change = ({ from, to }: Pick<ChangedPair, 'from' | 'to'>): string =>
    `${verdictText(from, language)} → ${verdictText(to, language)}`
  return [
    zh
      ? `${study.asOf}  ${vacancies} 个空缺岗位 × ${people} 人，共 ${pairs} 对：${changed} 对的结论会变，涉及 ${changedPeople} 人`
      : `${study.asOf}  ${vacancies} vacancies × ${people} people, ${pairs} pairs: ${changed} would change, ${changedPeople} people`,
    ...study.transitions.map((one) =>
      zh
        ? `  ${change(one)}  ${one.pairs} 对，${one.people} 人`
        : `  ${change(one)}  ${one.pairs} pairs, ${one.people} people`,
    ),
    ...[...Map.groupBy(study.changes, ({ position }) => position).values()].flatMap((own) => [
      '',
      `${own[0]?.seat}  [${own[0]?.position}]`,
      ...own.map(
        (pair) => `  ${pair.name} [${pair.cadre}]  ${change(pair)}  ${pair.rules.map(({ rule }) => rule).join(', ')}`,
      ),
    ]),
  ]
}
