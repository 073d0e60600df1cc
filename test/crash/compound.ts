import { randomUUID } from 'node:crypto'
import type { Enrolment, SetUp } from '#wire/office.ts'
import { type Line, told, type World } from './world.ts'

/** What the officer fills in at the first start; the same browser asks again with the same `attempt`. */
export function setUpForm(code: string, attempt: string): SetUp {
  const doors = [101, 102, 201, 202, 301, 302].map((door) => ['1', '1', String(door), `住户${door}`, ''])
  return {
    code,
    compound: '梧桐苑',
    rows: [['栋', '单元', '房号', '姓名', '电话'], ...doors],
    points: ['东门投放点', '西门投放点'].map((label) => ({
      label,
      windows: [
        { window: 'morning' as const, from: '07:00', to: '09:00' },
        { window: 'evening' as const, from: '18:30', to: '20:30' },
      ],
    })),
    emergency: [{ label: '物业值班', number: '028-8000 0000' }],
    officer: { name: '周敏', passphrase: '梧桐院子里有两只喜鹊' },
    deviceKind: 'own',
    attempt,
  }
}

/** Sets the compound up and lets its officer in. The server runs. */
export async function founded(
  world: World,
  attempt = randomUUID(),
  line: Line = world.line(),
): Promise<void> {
  const form = setUpForm(world.server.setUpCode, attempt)
  const enrolment = await told<Enrolment>(await line.post('/api/setup', form))
  world.office = line
  const officer = await world.enters(enrolment, line)
  await officer.sync()
}

/** Two at the bins, one at the doors; all have what they may read. */
export async function peopled(world: World): Promise<void> {
  await founded(world)
  await world.joins({ name: '唐玉珍', role: 'supervisor' })
  await world.joins({ name: '何桂英', role: 'gridWorker' })
  await world.joins({ name: '李春梅', role: 'supervisor' })
  for (const one of world.devices) await one.sync()
}
