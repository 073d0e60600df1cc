import { sealing } from '#device/sealing.ts'
import type { People } from './people.ts'

const SEALED = [
  { text: '楼道灯不亮', category: 'lighting' },
  { text: '好\ud83d' },
  { text: '\u0000' },
  { __proto__: null, text: 'x', constructor: 1 },
  null,
  'x',
  [],
  { deep: [[[[[[[[[[1]]]]]]]]]] },
  { long: 'x'.repeat(70_000) },
] as const

/** Bodies sealed to the server for the changes `sealed-0`, `sealed-1`, …: what is inside nobody on the way has seen. */
export async function sealedPool({ who }: People): Promise<readonly string[]> {
  const { serverKey, tenant } = who.volunteer.enrolment
  const keys = { get: async () => undefined, putIfNone: async (_: unknown, value: unknown) => value }
  const seals = sealing({ server: serverKey, keys, unlocked: () => false })
  const bodies = SEALED.map((args, index) =>
    seals.toServer(tenant, `sealed-${index}`, { at: '2026-03-01T23:10:00.000Z', args }),
  )
  return (await Promise.all(bodies)).map((body) => JSON.stringify(body))
}
