import { describe, expect, it } from 'vitest'
import { aWorld, openShift, tap, WANG } from './world.ts'

describe('a change on its way', () => {
  it('W1 one request pushes and pulls', async () => {
    const world = await aWorld()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const reply = await tablet.send(openShift('s1'), tap('s1'))
    expect(reply.outcomes.map((one) => one.outcome.is)).toEqual(['applied', 'applied'])
    expect(reply.own).toHaveLength(1)
    expect(reply.records.map((one) => one.id)).toEqual(['s1'])
  })
})
