import Save from '~icons/lucide/download'
import Erase from '~icons/lucide/eraser'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { noteLook } from '#commands/looks.ts'
import { handOver } from '#device/export.ts'
import Warning from '~icons/lucide/triangle-alert'
import type { RecordId } from '#domain/ids.ts'
import { whereOf } from '#domain/places.ts'
import { compoundName } from '#queries/council.ts'
import { subjectFile } from '#queries/subjectFile.ts'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { TablePages } from '#ui/paper/TablePages.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { EraseSheet } from './EraseSheet.tsx'
import { subjectRows, subjectText } from './subjectRows.ts'

/** `/doors/home/:home/about/:resident`: everything that is stored about one resident, for them to read and to take away. */
export function SubjectFile() {
  const { params } = useRoute()
  const words = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, today, may } = useReader()
  const toast = useToast()
  const hidden = useHidden()
  const [erasing, setErasing] = useState(false)
  const back = `/doors/home/${params['home'] ?? ''}`
  const file = may('setUp') ? subjectFile(reader, params['resident'] as RecordId) : undefined
  if (!file)
    return (
      <Screen title={words.subject.title} back={back}>
        <Nothing title={words.subject.notHere} />
      </Screen>
    )

  const rows = subjectRows(file, { words, formats })
  const sub = [compoundName(ctx.view, ctx.compound), whereOf(file.home, reader.tree), file.name].join('　')
  // What is taken away is written down before it is: on paper as in a file.
  const noted = async () => {
    const kept = await noteLook(ctx, {
      place: file.home,
      what: 'export',
      why: 'office',
      note: words.subject.title,
      count: 1,
    })
    if (!kept.ok) toast({ text: words.common.refused[kept.refused], icon: Warning })
    return kept.ok
  }
  const save = async () => {
    if (!(await noted())) return
    const title = [words.subject.title, sub, formats.date(today, ANOTHER_YEAR), words.subject.others]
    // Some of what reads it takes text for another code without this sign.
    const content = `\uFEFF${subjectText(title, rows)}`
    await handOver({ name: `${words.subject.title}.txt`, type: 'text/plain', content })
  }
  return (
    <PaperScreen
      title={words.subject.title}
      back={back}
      internal
      across
      beforePrint={noted}
      printKey={hidden ? 'none' : 'primary'}
      keys={!hidden && <Key icon={Save} label={words.subject.save} onPress={() => void save()} />}
      choices={
        <div class="stack">
          <NotAll />
          <p>{words.subject.correct}</p>
          <Key look="quiet" label={words.notice.open} href="/people/notice" />
          <Key look="quiet" icon={Erase} label={words.subject.erase.open} onPress={() => setErasing(true)} />
          {erasing && <EraseSheet file={file} onClose={() => setErasing(false)} />}
        </div>
      }
    >
      <TablePages
        title={words.subject.title}
        sub={sub}
        head={words.subject.head}
        rows={rows}
        internal
        mark={words.subject.others}
        signed={words.subject.signed}
      />
    </PaperScreen>
  )
}
