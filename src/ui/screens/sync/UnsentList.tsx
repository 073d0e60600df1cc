import Upload from '~icons/lucide/cloud-upload'
import Image from '~icons/lucide/image'
import Clock from '~icons/lucide/clock'
import User from '~icons/lucide/user-round'
import Warning from '~icons/lucide/triangle-alert'
import { useLayoutEffect, useState } from 'preact/hooks'
import {
  type Unsent,
  type UnsentItem,
  unsentItems,
  type UnsentTodo,
  type UnsentWhy,
} from '#queries/unsent.ts'
import type { Icon } from '#ui/parts/icon.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { openTray } from '#ui/state/tray.ts'
import { useStore, useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { iconOf, titleOf } from './waiting.ts'

/** A screenful; three hundred rows at once are read by nobody, and cost the next tap. */
const AT_ONCE = 30

const SIGNS: Readonly<Record<UnsentWhy, Icon>> = {
  noNetwork: Clock,
  sending: Upload,
  next: Clock,
  photo: Image,
  authorAway: User,
  noLongerEnrolled: Warning,
  newerServer: Warning,
  tooLarge: Warning,
  disk: Warning,
}

/** What the disk says is unsent now; it is asked again whenever something was written or sent. */
export function useUnsent(): Unsent | 'coming' | undefined {
  const app = useApp()
  const { edition } = useStore(app.editions)
  const { unsent, link } = useStore(app.status)
  const [found, setFound] = useState<Unsent | 'coming' | undefined>('coming')
  useLayoutEffect(() => {
    let here = true
    void app.unsent().then((now) => here && setFound(now))
    return () => {
      here = false
    }
  }, [app, edition, unsent, link])
  return found
}

/** Every unsent thing: what it is, why it is still here, and the one thing to do about it. */
export function UnsentList(props: { unsent: Unsent; todo: (todo: Exclude<UnsentTodo, 'open'>) => void }) {
  const app = useApp()
  const { sync, tray } = useWords()
  const status = useStore(app.status)
  const [shown, setShown] = useState(AT_ONCE)
  const items = useView((view) => unsentItems(view, app.ctx.me, props.unsent, status))
  const changes = props.unsent.rows.length
  const count = items.reduce((sum, one) => sum + one.count, 0)
  const left = items.length - shown
  return (
    <section class="stack">
      <Heading title={sync.waiting(count)} right={changes > count && sync.changes(changes)} />
      <Rows>
        {items.slice(0, shown).map((item) => (
          <Item key={item.key} item={item} onTodo={props.todo} />
        ))}
      </Rows>
      {left > 0 && (
        <Key
          look="quiet"
          wide
          label={tray.more(Math.min(AT_ONCE, left), left)}
          onPress={() => setShown(shown + AT_ONCE)}
        />
      )}
    </section>
  )
}

function Item({ item, onTodo }: { item: UnsentItem; onTodo: (todo: Exclude<UnsentTodo, 'open'>) => void }) {
  const words = useWords()
  const formats = useFormats()
  const now = useNow()
  const { sync, tray } = words
  const { own, kind, count, at, byOthers, why, todo, href } = item
  const Drawing = iconOf(kind)
  const Sign = SIGNS[why]
  const what = sync.kinds[kind] ?? sync.kinds['other'] ?? ''
  const title = own ? titleOf(own, words) : (byOthers ? tray.byOthers : tray.notShown)(what, count)
  // A shift says its place by itself.
  const place = own?.kind === 'shift' ? undefined : own?.place
  const sub = [at && formats.moment(at, now), place].filter(Boolean).join('・')
  const does =
    todo === 'open' && href !== undefined
      ? { href, onPress: () => openTray(false) }
      : { onPress: () => onTodo(todo === 'open' ? 'send' : todo) }
  return (
    <Row
      {...does}
      lead={
        <span class="tray-mark">
          <Drawing class="icon" aria-hidden="true" />
        </span>
      }
      title={title}
      sub={
        <>
          {sub}
          <span class="tray-why">
            <Sign class="icon" aria-hidden="true" />
            {tray.why[why]}
          </span>
        </>
      }
      right={<b>{tray.todo[todo]}</b>}
    />
  )
}
