import { halfWidth90 } from '#domain/estimate.ts'

/** The stated settings of the fit estimate. They are method, not law; a site may argue for others. */

/** Variance, in squared levels, that an assessment gains with each year of age: people change. */
export const driftPerYear = 0.05

/**
 * Share of the spread inside a person and facet that is assessors' error, where nobody was assessed twice on one element.
 * Single dimensions carry a small part of what is reliable in such ratings (Jackson, Michaelides, Dewberry & Kim 2016).
 */
export const errorShare = 0.75

/** Spread, in squared levels, assumed where too few assessments exist to estimate it. */
export const assumedSpread = { person: 0.3, facet: 0.05, element: 0.15, error: 0.45 }
export const fewestForSpread = 30

/** People for each figure that a regression of assessed levels on calibrated estimates has to find. */
export const peoplePerSlope = 6

/** No prediction takes away more than this share of the spread between persons. */
export const mostForeseen = 0.9

/** Years or hours at which half of what service or courses can add is added. */
export const halfYears = 5
export const halfHours = 100
/**
 * What service in such seats, and courses on the topic, are believed to add at most to a level before any data are seen, in
 * levels with standard deviation. Courses: half a standard deviation of a level and more (Arthur et al. 2003).
 */
export const believedOfService = { mean: 1, sd: 0.5 }
export const believedOfCourses = { mean: 0.5, sd: 0.5 }
/** Where less than this share of a career was spent in posts of which it is known, years are not counted at all. */
export const knownCareerShare = 0.5
/** Courses before this many years no longer count. */
export const courseYears = 5

/** A list has everybody of rank 1 and then whole ranks until this many people are on it … */
export const listLeast = 10
/** … and no more than this many; where a rank is cut there, the list says how many are left out. */
export const listMost = 60

/** One is surely above another with 95 %: when the difference exceeds this many of its standard deviations. */
export const surely = halfWidth90

/** No fit is known more closely than this: levels are whole numbers from 1 to 5, and the model is not exact either. */
export const leastSd = 0.005

/** What of a requirement is attained at exactly the level asked. */
export const asAsked = 0.8

/** Levels run from 1 to 5. */
export const lowest = 1
export const highest = 5
