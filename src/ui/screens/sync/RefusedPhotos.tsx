import ImageOff from '~icons/lucide/image-off'
import { rowsNaming } from '#queries/waiting.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore, useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { titleOf } from './waiting.ts'

/** Said once: these photos will never be taken, of which records they are, and that the words are safe. */
export function RefusedPhotos() {
  const app = useApp()
  const words = useWords()
  const { refusedPhotos: hashes = [] } = useStore(app.status)
  const rows = useView((view) => rowsNaming(view, hashes))
  if (hashes.length === 0) return null
  const said = words.sync.refusedPhotos
  return (
    <Panel tone="alert" icon={ImageOff} title={said.title(hashes.length)} text={said.text}>
      {rows.length > 0 && (
        <ul class="tray-photos">
          {rows.map((row) => (
            <li key={row.id}>{titleOf(row, words)}</li>
          ))}
        </ul>
      )}
      <Key wide label={said.told} onPress={() => app.photosTold(hashes)} />
    </Panel>
  )
}
