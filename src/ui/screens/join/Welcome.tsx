import { useEffect, useState } from 'preact/hooks'
import { COUNTS_PATH } from '#device/compounds.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useEntrance } from '#ui/office.ts'
import { isAbove } from '#ui/state/above.ts'
import { useWords } from '#ui/words.ts'
import { DemoEntry } from '#ui/screens/start/DemoEntry.tsx'
import { Entry } from './Entry.tsx'

/** What a browser shows that belongs to no compound yet. */
export function Welcome() {
  const words = useWords().join.welcome
  const { office } = useEntrance()
  const [empty, setEmpty] = useState(false)
  const [demo, setDemo] = useState(false)
  const above = isAbove()
  useEffect(() => {
    void office.health().then((health) => {
      setEmpty(health.ok && !health.value.setUp)
      setDemo(health.ok && health.value.demo)
    })
  }, [office])
  if (demo) return <DemoEntry />
  return (
    <Entry
      title={words.title}
      bar={
        empty ? (
          <Key look="primary" label={words.setUp} href="/setup" />
        ) : (
          <>
            <Key size="tall" label={words.office} href="/login" />
            <Key
              {...(above ? { size: 'tall' } : { look: 'primary' })}
              label={words.haveInvitation}
              href="/join"
            />
          </>
        )
      }
    >
      <Empty lit title={words.text} text={empty || above ? undefined : words.needInvitation} />
      {above && <Key look="primary" wide label={words.counts} onPress={() => location.assign(COUNTS_PATH)} />}
    </Entry>
  )
}
