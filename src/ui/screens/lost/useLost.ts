import { useEffect, useState } from 'preact/hooks'
import type { TrailRow } from '#device/trailRows.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { type MayHold, mayHold } from '#queries/lost.ts'
import { type LookTold, looksOf } from '#queries/looks.ts'
import { type Asking, useAsking, useEntrance } from '#ui/office.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { type ShownDevice, shownOf } from '#ui/screens/people/shownDevices.ts'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { type Trailed, trailOf } from './trailOf.ts'

export const LOOKED_DAYS = 30
/** Sixty lines each: a busy office's month. */
const PAGES = 20

export interface Lost {
  readonly device: ShownDevice
  /** What could be seen on it at most; why not, where it cannot be counted here. */
  readonly hold: MayHold | 'onShared' | 'notWhole'
  /** Undefined where not all of them can be read here. */
  readonly looks: readonly LookTold[] | undefined
  /** Not there while it is fetched, and where it cannot be. */
  readonly trail: Trailed | undefined
}

/** What the office knows of one device: of the server how it stands, of this one's book what its people may read. */
export function useLost(id: string): {
  readonly lost: Lost | undefined
  /** The server answered and has no such device. */
  readonly gone: boolean
  readonly asking: Asking
  load(): Promise<void>
} {
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const { office } = useEntrance()
  const asking = useAsking()
  const hidden = useHidden()
  const [devices, setDevices] = useState<readonly ShownDevice[]>()
  const [rows, setRows] = useState<{ readonly rows: readonly TrailRow[]; readonly whole: boolean }>()
  const since = `${addDays(today, -LOOKED_DAYS)}T00:00:00.000Z`

  const load = async () => {
    const found = await asking.ask(() => office.people())
    if (!found) return
    setDevices(shownOf(found.people))
    const all: TrailRow[] = []
    for (let page = 0; page < PAGES; page += 1) {
      const next = await office.trail(all.at(-1)?.n)
      if (!next.ok) return
      all.push(...next.value.rows)
      const whole = !next.value.more || dayOf(all.at(-1)?.at ?? since) < dayOf(since)
      setRows({ rows: all, whole })
      if (whole) return
    }
  }
  useEffect(() => void load(), [id])

  const device = devices?.find((one) => one.device === id)
  if (!device) return { lost: undefined, gone: devices !== undefined, asking, load }
  const hold = hidden ? undefined : mayHold(ctx.view, reader, ctx.compound, device)
  const lost: Lost = {
    device,
    hold: hold ?? (reader.shared ? 'onShared' : 'notWhole'),
    looks: hidden ? undefined : looksOf(ctx.view, reader, device.people, since),
    trail: rows && trailOf(rows.rows, device, since, rows.whole),
  }
  return { lost, gone: false, asking, load }
}
