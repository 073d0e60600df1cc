import Download from '~icons/lucide/download'
import { useState } from 'preact/hooks'
import { Empty } from '#ui/parts/Empty.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useEntrance } from '#ui/office.ts'
import { Entry } from '#ui/screens/join/Entry.tsx'
import { useWords } from '#ui/words.ts'
import { type Family, shownFor, Steps } from './Steps.tsx'

/** How to get the app on the home screen in the browser one has; and that it works without too. */
export function Install() {
  const words = useWords().install
  const { browser, installed, offer } = useEntrance()
  const [family, setFamily] = useState(() => shownFor(browser))
  if (installed) {
    return (
      <Entry title={words.title} back="/">
        <Empty lit title={words.installed.title} text={words.installed.text} />
      </Entry>
    )
  }
  const families = Object.keys(words.families) as Family[]
  return (
    <Entry
      title={words.title}
      back="/"
      bar={
        offer?.ready && (
          <Key look="primary" icon={Download} label={words.now} onPress={() => void offer.install()} />
        )
      }
    >
      <p>{words.text}</p>
      <Select
        label={words.yours}
        value={family}
        options={families.map((value) => ({ value, label: words.families[value] }))}
        onChange={(value) => setFamily(families.find((one) => one === value) ?? 'other')}
      />
      <Steps family={family} />
      {family !== 'safari' && <p>{words.permission}</p>}
      <p class="caption">{words.notNeeded}</p>
    </Entry>
  )
}
