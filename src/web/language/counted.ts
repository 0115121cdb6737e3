/** What the interface counts in English, in the plural that its words have. */
const counted = `
accounts acts answers arrivals articles ballots cadres cases changes channels characters classes codes comparisons conditions
courses days departures disagreements duties elements entries events facts faults fields files findings forms groups hours
imports indicators instruments items kinds levels matters meetings members months moves needs others pages pairs papers paths
people periods pieces places points positions posts raters records results rows rules seats slates sources statements steps
surveys teams times units vacancies versions years
`.trim()

const alone: Readonly<Record<string, string>> = { people: 'person', classes: 'class' }

const singularOf = (plural: string): string =>
  alone[plural] ?? (plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.slice(0, -1))

const singular = new Map(counted.split(/\s+/).map((plural) => [plural, singularOf(plural)]))

/**
 * An English sentence in which one of a thing is not several.
 * @example withOne('1 vacancies, 12 people') // '1 vacancy, 12 people'
 */
export const withOne = (sentence: string): string =>
  sentence.replace(/(?<![\d.,–−-])1 ([a-z]+)\b/g, (said, noun: string) => {
    const one = singular.get(noun)
    return one === undefined ? said : `1 ${one}`
  })
