import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCasResponse } from './cas-response.ts'

const inside = (content: string, open = `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>`): string =>
  `${open}<cas:authenticationSuccess>${content}</cas:authenticationSuccess></cas:serviceResponse>`
const user = '<cas:user>lin</cas:user>'

describe('the answer of CAS', () => {
  it('is read with its attributes', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>
        <cas:authenticationSuccess>
          <cas:user>lin</cas:user>
          <cas:attributes>
            <cas:cn>林 &amp; &lt;周&gt;</cas:cn>
            <cas:role>a</cas:role><cas:role>b</cas:role><cas:empty/>
          </cas:attributes>
        </cas:authenticationSuccess>
      </cas:serviceResponse>
    `
    expect(readCasResponse(xml)).toEqual({
      user: 'lin',
      attributes: new Map([
        ['cn', ['林 & <周>']],
        ['role', ['a', 'b']],
        ['empty', ['']],
      ]),
    })
  })

  it.each([
    [
      'a failure',
      `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure></cas:serviceResponse>`,
    ],
    ['nothing', ''],
    ['no user', inside('')],
    ['an empty user', inside('<cas:user></cas:user>')],
    ['two users', inside(`${user}${user}`)],
    ['a user with something inside', inside('<cas:user>lin<cas:b/></cas:user>')],
    ['a comment, which some readers take out and others end at', inside('<cas:user>lin<!-- -->zhou</cas:user>')],
    ['a section of characters', inside('<cas:user><![CDATA[lin]]></cas:user>')],
    [
      'an entity of its own',
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inside('<cas:user>&x;</cas:user>')}`,
    ],
    ['an entity that nobody declared', inside('<cas:user>&x;</cas:user>')],
    ['a character by its number', inside('<cas:user>&#108;in</cas:user>')],
    ['an instruction', inside(`<?php x?>${user}`)],
    ['another namespace', inside(user, `<cas:serviceResponse xmlns:cas='http://evil.example/cas'>`)],
    ['no namespace', inside(user, '<cas:serviceResponse>')],
    ['another prefix', inside('<evil:user>lin</evil:user>')],
    ['an attribute in the wrong place', inside('<cas:user xmlns:cas="x">lin</cas:user>')],
    ['elements that cross', inside('<cas:user>lin</cas:attributes></cas:user>')],
    [
      'a second success',
      inside(user).replace(
        '</cas:serviceResponse>',
        `<cas:authenticationSuccess>${user}</cas:authenticationSuccess></cas:serviceResponse>`,
      ),
    ],
    ['something after the end', `${inside(user)}<cas:user>zhou</cas:user>`],
    ['an end that is missing', inside(user).replace('</cas:serviceResponse>', '')],
    ['a ticket of another service', inside(`${user}<cas:proxies><cas:proxy>https://other</cas:proxy></cas:proxies>`)],
    ['elements without end', `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>${'<cas:a>'.repeat(5000)}`],
    ['too much', inside(`<cas:user>${'l'.repeat(70_000)}</cas:user>`)],
  ])('with %s is refused', (_, xml) => {
    expect(readCasResponse(xml)).toBeUndefined()
  })

  it('whatever comes is read or refused, and no other user is read than the one that stands there', () => {
    const whole = inside(user)
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 12 }), (at, cut, put) => {
        const read = readCasResponse(whole.slice(0, at) + put + whole.slice(at + cut))
        if (read)
          expect(/<cas:user\s*>([^<]*)<\/cas:user\s*>/.test(whole.slice(0, at) + put + whole.slice(at + cut))).toBe(
            true,
          )
      }),
      { numRuns: 2000, seed: 9 },
    )
  })
})
