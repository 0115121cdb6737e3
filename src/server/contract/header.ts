/**
 * Every request that changes something carries this header. A page of another origin cannot set it without a preflight,
 * which this server never grants; with the same-site cookie it is the second of two locks against forged requests.
 */
export const requestHeader = { name: 'x-zhiren-request', value: '1' } as const

/** What a page asks by itself while nobody has touched it: it keeps no session open. */
export const unattendedHeader = { name: 'x-zhiren-unattended', value: '1' } as const
