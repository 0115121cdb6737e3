/** The four sources of 群众认可度 (四个结合): the yearly democratic rating, repute at home, neighbours, people served. */
export const acceptanceChannels = ['annual-rating', 'local-repute', 'neighbours', 'service-users'] as const
export type AcceptanceChannel = (typeof acceptanceChannels)[number]

/** Those of them in which people outside the office answer, whom nobody else has looked at. */
export const publicChannels = ['local-repute', 'neighbours', 'service-users'] as const

/** They answer other questions (who should be promoted, what superiors think) and are shown beside, not counted in. */
export const besideChannels = ['recommendation', 'superior'] as const
export type BesideChannel = (typeof besideChannels)[number]

/** A channel with fewer answers about a person shows nothing and is not used. */
export const leastAnswers = 5
