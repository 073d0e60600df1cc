import { describe, expect, test } from 'vitest'
import type { Visit } from '#domain/signedRequest.ts'
import { visited } from '#server/people/visits.ts'
import { chance } from '#test/sim/random.ts'

const MINUTE = 60_000

/** A device as `device/signing.ts` has it: one number, one mark, told by one server. */
function aDevice(marks: () => string, from: Visit = { n: 0, mark: marks() }) {
  let visit = from
  return {
    shows: () => visit,
    told(n: number) {
      if (n > visit.n) visit = { n, mark: marks() }
    },
  }
}

function aServer() {
  let kept: string | undefined
  let now = 0
  return {
    pass: (time: number) => (now += time),
    hears(visit: Visit) {
      const found = visited(kept, visit, now)
      if (found.is === 'one' && found.next !== undefined) kept = found.next
      return found
    },
    copy: () => kept,
    putBack: (old: string | undefined) => (kept = old),
  }
}

describe('SEC-24 whether a device is there twice', () => {
  const marks = (() => {
    let made = 0
    return () => `mark-${(made += 1)}`
  })()

  test('a copy is found at the second number that both have shown, whoever of them came first', () => {
    for (const first of [0, 1]) {
      const server = aServer()
      const device = aDevice(marks)
      device.told(server.hears(device.shows()).n)
      const both = [device, aDevice(marks, device.shows())]
      const found: string[] = []
      for (let turn = first; turn < first + 6; turn += 1) {
        server.pass(MINUTE)
        const one = both[turn % 2]!
        const { is, n } = server.hears(one.shows())
        found.push(is)
        one.told(n)
      }
      expect(found.indexOf('two')).toBeGreaterThan(0)
      expect(found.indexOf('two')).toBeLessThan(4)
    }
  })

  test('within one number nothing is written, and nothing is found', () => {
    const server = aServer()
    const device = aDevice(marks)
    device.told(server.hears(device.shows()).n)
    const kept = server.copy()
    for (let request = 0; request < 50; request += 1) expect(server.hears(device.shows()).is).toBe('one')
    expect(server.copy()).toBe(kept)
  })

  test('no honest device is taken for two: lost answers, late requests, two pages, crashes, a server that was put back', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const dice = chance(seed)
      const server = aServer()
      let device = aDevice(marks)
      // What a crash may take back, what a late request may show, and what an operator may put back.
      let onDisk = device.shows()
      const late: Visit[] = []
      let backup: string | undefined
      for (let step = 0; step < 60; step += 1) {
        server.pass(dice.below(3) * 40_000)
        const shown = dice.below(5) === 0 && late.length > 0 ? late[dice.below(late.length)]! : device.shows()
        late.push(shown)
        const { is, n } = server.hears(shown)
        expect(is, `seed ${seed}, step ${step}`).toBe('one')
        if (dice.below(4) > 0) device.told(n)
        if (dice.below(3) === 0) onDisk = device.shows()
        if (dice.below(12) === 0) {
          // The power goes: the last numbers may not be on the disk, and what was on its way went with the page.
          device = aDevice(marks, onDisk)
          late.length = 0
        }
        if (dice.below(10) === 0) backup = server.copy()
        if (dice.below(25) === 0) server.putBack(backup)
      }
    }
  })
})
