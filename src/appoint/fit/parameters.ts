import { halfWidth90 } from '#domain/estimate.ts'

/** The stated settings of the fit estimate. They are method, not law; a site may argue for others. */

/** Variance, in squared levels, that an assessment gains with each year of age: people change. */
export const driftPerYear = 0.05

/** Share of the spread within a person that is assessors' error, where nobody was assessed twice on one element. */
export const errorShare = 0.5

/** Spread assumed where too few assessments exist to estimate it: between persons, between elements, assessors' error. */
export const assumedSpread = { person: 0.3, element: 0.3, error: 0.36 }
export const fewestForSpread = 30

/** Years in similar seats speak for knowledge and experience as one weak assessment of this variance … */
export const experienceVariance = 1
/** … at level 1 for none, rising towards 5; this many years give level 3. */
export const experienceHalfYears = 5
/** Where less than this share of a career was spent in seats known here, years are not counted at all. */
export const knownCareerShare = 0.5

/** A list has everybody of rank 1 and then whole ranks until this many people are on it … */
export const listLeast = 10
/** … and no more than this many; where a rank is cut there, the list says how many are left out. */
export const listMost = 60

/** One is surely above another with 95 %: when the difference exceeds this many of its standard deviations. */
export const surely = halfWidth90

/** No fit is known more closely than this: levels are whole numbers from 1 to 5, and the model is not exact either. */
export const leastSd = 0.005

/** A level up to this many times what is asked still counts: 0.8 means exactly what is asked, 1 a quarter above it. */
export const headroom = 1.25
